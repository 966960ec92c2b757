"""How far a batch run is, on standard error: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from contextlib import suppress
from types import TracebackType

from rich import box
from rich.table import Table

from cleaner.batch.manifest import Tally
from cleaner.batch.record import FAILURES, PageOutcome, Record, Result
from cleaner.batch.run import Run
from cleaner.cli.bar import Bar, console_on, is_terminal, say
from cleaner.cli.streams import Streams

LINE_SECONDS = 30.0  # between two lines where there is no terminal: two a minute fill no log
COLOURS = {PageOutcome.OK: "green", PageOutcome.NO_ARTICLE: "yellow"}


class Progress:
    """Told of each result, says now and then how many there are, how fast they come and how long it will take."""

    def __init__(self, run: Run, streams: Streams, *, quiet: bool) -> None:
        self.run = run
        self.streams = streams
        self.quiet = quiet or streams.stderr is None
        self.last = time.monotonic()
        self.total = 0
        self.bar: Bar | None = None
        self.through = 0

    def __enter__(self) -> Progress:
        if not self.quiet:
            self.total = self.run.sources.total_bytes()
            if is_terminal(self.streams):
                self.bar = Bar(self.streams)
                self.draw(self.bar)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.bar is not None:
            self.bar.close()

    def tell(self, record: Record, result: Result, tally: Tally) -> None:
        """One more input is dealt with."""
        if self.quiet:
            return
        self.through = record.through
        if self.bar is not None:
            if self.bar.is_due():
                self.draw(self.bar)
        elif time.monotonic() - self.last > LINE_SECONDS:
            self.last = time.monotonic()
            self.streams.complain(
                "; ".join(part for part in (self.rate(), self.left(), counts(self.run.tally)) if part)
            )

    def draw(self, bar: Bar) -> None:
        """How far the run is, on a terminal."""
        said = counts(self.run.tally)
        bar.draw(self.share(), self.left(), f"{self.rate()}: {said}" if said else self.rate())

    def share(self) -> float | None:
        """How much of the inputs is dealt with, by their bytes; None where their size is not known."""
        return min(1.0, self.through / self.total) if self.total else None

    def rate(self) -> str:
        """How many inputs there were, and how fast this run, not an earlier one, has come through them."""
        tally = self.run.tally
        seconds = max(self.run.seconds, 1e-3)
        return f"{tally.inputs:,} inputs, {(tally.inputs - tally.resumed) / seconds:,.1f} a second"

    def left(self) -> str:
        """The share, and how long the rest will take if it goes on like this; empty where nobody knows."""
        share = self.share()
        if share is None:
            return ""
        return f"{share:.0%}, {duration(self.run.seconds * (1 / share - 1))} left" if share else "0%"


def counts(tally: Tally) -> str:
    """How many inputs came to each outcome."""
    return ", ".join(f"{tally.outcomes[each]:,} {each.value}" for each in PageOutcome if tally.outcomes[each])


def duration(seconds: float) -> str:
    """A time for a person: `45 s`, `12 min`, `3 h 20 min`."""
    if seconds < 90:
        return f"{seconds:.{0 if seconds >= 10 else 1}f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def closing_table(run: Run, streams: Streams) -> None:
    """What became of the inputs, a row an outcome; how long it took; what lay among them and is no page."""
    if streams.stderr is None:
        return
    tally = run.tally
    now = tally.inputs - tally.resumed
    seconds = max(run.seconds, 1e-3)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("outcome")
    table.add_column("inputs", justify="right")
    table.add_column("share", justify="right")
    for outcome in PageOutcome:
        number = tally.outcomes[outcome]
        if number:
            style = "red" if outcome in FAILURES else COLOURS[outcome]
            table.add_row(outcome.value, f"{number:,}", f"{number / tally.inputs:.1%}", style=style)
    with suppress(OSError):
        console_on(streams).print(table)
    before = f"{tally.resumed:,} inputs by an earlier run, " if tally.resumed else ""
    sizes = f"{tally.bytes_in / 1e6:,.1f} MB in, {tally.bytes_out / 1e6:,.1f} MB of text out"
    say(f"{before}{now:,} inputs in {duration(seconds)}, {now / seconds:,.1f} a second; {sizes}", streams)
    if run.left_out:
        left = ", ".join(f"{number:,} {what}" for what, number in sorted(run.left_out.items()))
        say(f"left out, as no pages: {left}", streams)
