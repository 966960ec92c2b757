"""Tables on standard output: ruled on a terminal, plain columns in a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import NamedTuple

from cleaner.cli.streams import Streams
from cleaner.write.control import one_line

GAP = "  "
WIDEST = 1000  # columns


class Table(NamedTuple):
    """Rows of cells below their heads. The first columns, `names` of them, are set flush left, the rest are figures.

    `last_is_text`: the last column is running text.
    """

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    names: int = 1
    last_is_text: bool = False

    def is_name(self, column: int) -> bool:
        """Whether a column is set flush left."""
        return column < self.names or (self.last_is_text and column == len(self.heads) - 1)


def print_tables(tables: Sequence[Table], streams: Streams) -> None:
    """Print tables on standard output, below each other."""
    terminal = streams.stdout is not None and streams.stdout.isatty()
    streams.write("\n".join(ruled(table) if terminal else plain(table) for table in tables))


def plain(table: Table) -> str:
    """A table as lines of aligned columns."""
    rows = [table.heads, *([one_line(cell) for cell in row] for row in table.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.heads))]
    lines = [
        GAP.join(
            cell.ljust(width) if table.is_name(column) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "".join(f"{line}\n" for line in ([table.title] if table.title else []) + lines)


def ruled(table: Table) -> str:
    """A table as rich draws it, as wide as the terminal. No text of a page is read as markup."""
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    title = Text(table.title) if table.title else None
    drawn = Drawn(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for column, head in enumerate(table.heads):
        running = table.last_is_text and column == len(table.heads) - 1
        drawn.add_column(
            Text(head), justify="left" if table.is_name(column) else "right", no_wrap=not running, overflow="fold"
        )
    for row in table.rows:
        drawn.add_row(*(Text(one_line(cell)) for cell in row))
    width = Console().width
    if not table.last_is_text:  # figures are not cut: a table that is too wide goes on in the terminal's next line
        wide = Console(width=WIDEST)
        if wide.measure(drawn).maximum > width:
            drawn.padding = (0, 0)  # closer together, it may fit
        width = max(width, wide.measure(drawn).maximum)
    out = StringIO()
    Console(file=out, width=width, force_terminal=True, highlight=False).print(drawn)
    return out.getvalue()
