"""A bar on a terminal with figures beside it and words below, for work that is told of many times a second."""

from __future__ import annotations

import time
from contextlib import suppress

from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from cleaner.cli.streams import Streams

PACE = 0.2  # seconds between two drawings


class Bar:
    """Drawn in place, and gone when it is closed. Wrapped between words where the terminal is narrow."""

    def __init__(self, streams: Streams) -> None:
        self.live = Live(console=console_on(streams), auto_refresh=False, transient=True)
        self.last = 0.0
        self.live.start()

    def is_due(self) -> bool:
        """Whether it was drawn so long ago that it may be drawn again."""
        return time.monotonic() - self.last > PACE

    def draw(self, share: float | None, beside: str, below: str) -> None:
        """Draw a share of the work as done; there is no bar where nobody knows the share."""
        self.last = time.monotonic()
        above = Text(beside) if share is None else with_bar(share, beside)
        with suppress(OSError):
            self.live.update(Group(*([above] if beside else []), *([Text(below)] if below else [])), refresh=True)

    def close(self) -> None:
        """Take it away."""
        with suppress(OSError):
            self.live.stop()


def with_bar(share: float, beside: str) -> Table:
    """A bar that leaves room for the words beside it."""
    line = Table.grid(padding=(0, 1), expand=True)
    line.add_column(ratio=1)
    line.add_column(no_wrap=True)
    line.add_row(ProgressBar(1.0, share), Text(beside))
    return line


def console_on(streams: Streams) -> Console:
    """Standard error as rich writes on it: no text is read as markup."""
    return Console(file=streams.stderr, highlight=False, markup=False, emoji=False)


def is_terminal(streams: Streams) -> bool:
    """Whether standard error is a terminal, so that a bar can be drawn on it."""
    return streams.stderr is not None and streams.stderr.isatty()


def say(line: str, streams: Streams) -> None:
    """A line on standard error, on a terminal wrapped between its words."""
    if is_terminal(streams):
        with suppress(OSError):
            console_on(streams).print(Text(line))
    else:
        streams.note(line)
