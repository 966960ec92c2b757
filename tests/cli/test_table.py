"""Tables on standard output."""

from __future__ import annotations

import io

import pytest

from cleaner.cli.streams import Streams
from cleaner.cli.table import Table, plain, print_tables

TABLE = Table(
    "Boats:",
    ["name", "masts", "note"],
    [["Ada", "2", "a [b]yawl[/b]"], ["Zephyrine", "12", "odd\x1b[31m"]],
    last_is_text=True,
)


class Terminal(io.BytesIO):
    """A terminal that remembers what was printed."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_plain_columns_are_aligned() -> None:
    """Names left, figures right, nothing after the last."""
    assert (
        plain(TABLE) == "Boats:\nname       masts  note\nAda            2  a [b]yawl[/b]\nZephyrine     12  odd[31m\n"
    )


def test_in_a_pipe_tables_are_plain() -> None:
    """No rules, no escapes, a blank line between two."""
    out = io.BytesIO()
    print_tables([TABLE, TABLE], Streams(None, out, None))
    assert out.getvalue().decode() == f"{plain(TABLE)}\n{plain(TABLE)}"


def test_on_a_terminal_tables_are_ruled() -> None:
    """A page's text is neither markup nor an escape there."""
    out = Terminal()
    print_tables([TABLE], Streams(None, out, None))
    printed = out.getvalue().decode()
    assert "─" in printed
    assert "a [b]yawl[/b]" in printed
    assert "\x1b[31m" not in printed


def test_figures_are_never_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a narrow terminal a table goes on in the next line."""
    monkeypatch.setenv("COLUMNS", "20")
    figures = Table("", ["set", *(["precision"] * 9)], [["made-up", *(["0.98765"] * 9)]])
    out = Terminal()
    print_tables([figures], Streams(None, out, None))
    assert out.getvalue().decode().count("0.98765") == 9
