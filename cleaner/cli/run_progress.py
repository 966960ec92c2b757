"""How far a batch run is, on standard error: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from contextlib import suppress
from types import TracebackType

from rich import box
from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bar
from rich.table import Table

from cleaner.batch.manifest import Tally
from cleaner.batch.record import FAILURES, PageOutcome, Record, Result
from cleaner.batch.run import Run
from cleaner.cli.streams import Streams

LINE_SECONDS = 30.0  # between two lines where there is no terminal: two a minute fill no log
BAR_SECONDS = 0.2  # between two drawings of the bar
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
        if self.quiet:
            return self
        self.total = self.run.sources.total_bytes()
        if self.streams.stderr is not None and self.streams.stderr.isatty():
            console = Console(file=self.streams.stderr, highlight=False, markup=False, emoji=False)
            self.bar = Bar(BarColumn(), TextColumn("{task.description}", markup=False), console=console, transient=True)
            self.bar.add_task(self.words(), total=self.total or None)
            self.bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.bar is not None:
            self.bar.stop()

    def tell(self, record: Record, result: Result, tally: Tally) -> None:
        """One more input is dealt with."""
        if self.quiet:
            return
        self.through = record.through
        now = time.monotonic()
        if now - self.last < (BAR_SECONDS if self.bar is not None else LINE_SECONDS):
            return
        self.last = now
        if self.bar is not None:
            with suppress(OSError):
                self.bar.update(self.bar.task_ids[0], completed=self.through, description=self.words())
        else:
            self.streams.complain(self.words())

    def words(self) -> str:
        """How far the run is, in one line."""
        tally = self.run.tally
        now = tally.inputs - tally.resumed
        seconds = max(self.run.seconds, 1e-3)
        parts = [f"{tally.inputs:,} inputs, {now / seconds:,.1f} a second"]
        share = self.through / self.total if self.total else 0.0
        if 0 < share <= 1:
            parts.append(f"{share:.0%}, {duration(seconds / share - seconds)} left")
        parts.append(counts(tally))
        return "; ".join(part for part in parts if part)


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
        Console(file=streams.stderr, highlight=False, markup=False, emoji=False).print(table)
    before = f"{tally.resumed:,} inputs by an earlier run, " if tally.resumed else ""
    sizes = f"{tally.bytes_in / 1e6:,.1f} MB in, {tally.bytes_out / 1e6:,.1f} MB of text out"
    streams.note(f"{before}{now:,} inputs in {duration(seconds)}, {now / seconds:,.1f} a second; {sizes}")
    if run.left_out:
        left = ", ".join(f"{number:,} {what}" for what, number in sorted(run.left_out.items()))
        streams.note(f"left out, as no pages: {left}")
