"""How far long work is, on standard error: a bar on a terminal, a line for each finished piece elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from cleaner.cli.streams import Streams
from cleaner.learn.progress import Progress, silent

PACE = 0.1  # seconds between two looks at a bar


@contextmanager
def shown(streams: Streams, *, quiet: bool = False) -> Iterator[Progress]:
    """Something to tell progress to, while the work lasts."""
    if quiet or streams.stderr is None:
        yield silent
    elif streams.stderr.isatty():
        with bars(streams) as progress:
            yield progress
    else:
        began = monotonic()

        def note(what: str, done: int, total: int) -> None:
            if done == total:
                streams.note(f"{what}: {total} ({monotonic() - began:.0f} s)")

        yield note


@contextmanager
def bars(streams: Streams) -> Iterator[Progress]:
    """A bar for each piece of work, drawn when told of: a thread would be in the way of new processes."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(file=streams.stderr), auto_refresh=False) as drawn:
        known: dict[str, TaskID] = {}
        last = 0.0

        def tell(what: str, done: int, total: int) -> None:
            nonlocal last
            if what not in known:
                known[what] = drawn.add_task(what, total=total)
            drawn.update(known[what], completed=done)
            if done in (0, total) or monotonic() - last > PACE:
                drawn.refresh()
                last = monotonic()

        yield tell
