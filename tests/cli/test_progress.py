"""Progress on standard error."""

from __future__ import annotations

import io

from cleaner.cli.progress import shown
from cleaner.cli.streams import Streams


class Terminal(io.StringIO):
    """A terminal that remembers what was printed."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def told(err: io.StringIO | None, *, quiet: bool = False) -> str:
    """What is printed on the way through three pages."""
    with shown(Streams(None, None, err), quiet=quiet) as progress:
        for done in range(4):
            progress("reading [red] pages", done, 3)
    return err.getvalue() if err else ""


def test_in_a_log_a_piece_of_work_is_one_line() -> None:
    """When it is done."""
    assert told(io.StringIO()) == "reading [red] pages: 3 (0 s)\n"


def test_a_terminal_gets_a_bar() -> None:
    """That ends full."""
    printed = told(Terminal())
    assert "reading [red] pages" in printed
    assert "3/3" in printed


def test_the_quiet_and_the_closed_get_nothing() -> None:
    """Work goes on without listeners."""
    assert told(io.StringIO(), quiet=True) == told(Terminal(), quiet=True) == told(None) == ""
