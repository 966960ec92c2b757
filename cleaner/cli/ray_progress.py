"""How far a run on Ray is, on standard error: a bar on a terminal, a line a shard elsewhere; and how it ended."""

from __future__ import annotations

import time
from collections import Counter
from types import TracebackType

from cleaner.batch.manifest import Tally
from cleaner.batch.on_ray import Tried
from cleaner.batch.record import PageOutcome
from cleaner.batch.shard import ShardReport
from cleaner.batch.shards import Shard
from cleaner.cli.bar import Bar, is_terminal, say
from cleaner.cli.exit_codes import ExitCode
from cleaner.cli.run_progress import counts, duration
from cleaner.cli.streams import Streams

NAMED = 20  # lost shards that are named at the end


class Progress:
    """Told what came of each task. Begins before Ray does, which takes its time."""

    def __init__(self, streams: Streams, *, quiet: bool) -> None:
        self.streams = streams
        self.quiet = quiet
        self.total = 0
        self.tally = Tally()
        self.done = 0
        self.skipped = 0
        self.retried = 0
        self.lost: list[tuple[Shard, str]] = []
        self.began = time.monotonic()
        self.bar: Bar | None = None

    def __enter__(self) -> Progress:
        if not self.quiet and is_terminal(self.streams):
            self.bar = Bar(self.streams)
            self.bar.draw(None, "starting Ray", "")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.bar is not None:
            self.bar.close()

    def begin(self, total: int) -> None:
        """Ray has started, and there are so many shards."""
        self.total = total
        self.began = time.monotonic()
        if self.bar is not None:
            self.draw(self.bar)

    def tell(self, tried: Tried) -> None:
        """A task has ended."""
        self.done += not tried.again
        self.retried += tried.again
        if tried.report is not None:
            self.add(tried.report)
        elif not tried.again:
            self.lost.append((tried.shard, tried.trouble))
        if self.bar is not None:
            if self.bar.is_due():
                self.draw(self.bar)
        elif not self.quiet:
            self.streams.complain(f"{self.done:,} of {self.total:,} shards; {tried.shard.source}: {words(tried)}")

    def draw(self, bar: Bar) -> None:
        """How far the run is, on a terminal."""
        beside = f"{self.done:,} of {self.total:,} shards"
        cleaned = self.done - self.skipped
        if cleaned:  # those that were skipped took no time and say nothing of the others
            left = (time.monotonic() - self.began) / cleaned * (self.total - self.done)
            beside += f", {duration(left)} left"
        facts = [f"{self.tally.inputs:,} inputs: {counts(self.tally) or 'none yet'}"]
        facts += [f"{self.retried:,} tasks tried again"] if self.retried else []
        facts += [f"{len(self.lost):,} shards lost"] if self.lost else []
        bar.draw(self.done / self.total, beside, "; ".join(facts))

    def add(self, report: ShardReport) -> None:
        """Count the inputs of a shard."""
        self.skipped += report.skipped
        for name, number in report.outcomes.items():
            self.tally.outcomes[PageOutcome(name)] += number
        self.tally.bytes_in += report.bytes_in
        self.tally.bytes_out += report.bytes_out

    def ended(self, seconds: float, left_out: Counter[str]) -> ExitCode:
        """Say how the run ended; its exit code."""
        tally = self.tally
        if not self.quiet:
            before = f", {self.skipped:,} of them by an earlier run" if self.skipped else ""
            say(
                f"{self.done - len(self.lost):,} of {self.total:,} shards in {duration(seconds)}{before}; "
                f"{tally.inputs:,} inputs: {counts(tally) or 'none'}; "
                f"{tally.bytes_in / 1e6:,.1f} MB in, {tally.bytes_out / 1e6:,.1f} MB of text out",
                self.streams,
            )
            for what, number in sorted(left_out.items()):
                say(f"left out: {number:,} {what}", self.streams)
        for shard, trouble in self.lost[:NAMED]:
            self.streams.complain(f"{shard.source}: {trouble}")
        if self.lost:
            self.streams.complain(
                f"{len(self.lost):,} of {self.total:,} shards failed; the same command tries them anew"
            )
        if tally.failures:
            self.streams.complain(f"{tally.failures:,} of {tally.inputs:,} inputs failed, listed in the manifests")
        return ExitCode.SOME_FAILED if self.lost or tally.failures else ExitCode.ARTICLE


def words(tried: Tried) -> str:
    """What came of a task, in a few words."""
    report = tried.report
    if report is None:
        return f"{tried.trouble}; {'tried again' if tried.again else 'given up'}"
    outcomes = ", ".join(f"{number:,} {name}" for name, number in report.outcomes.items()) or "no input"
    return f"{outcomes}; {'skipped, done before' if report.skipped else duration(report.seconds)}"
