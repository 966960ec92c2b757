"""The table of decisions."""

from __future__ import annotations

import io

from rich.console import Console

from cleaner.cli.explain import print_table, table
from cleaner.cli.streams import Streams
from cleaner.model import Article, Decision, Kind, Metadata, Outcome
from tests.factory import block, element, page

DEEP = element("p", element("article", element("main", element("body"), id="page-content"), id="story"), classes="lead")


def article() -> Article:
    """An article with a decision of every kind."""
    made = page(
        block("Log in to [bold]read[/bold] on\nas a member", element=DEEP),
        "The boat, which was to leave at six, left at nine, and came back at ten with the mail still in it.",
        block("x = '\x1b[31m'\ny = 2", Kind.CODE),
    )
    decisions = (
        Decision(made.blocks[0], Outcome.DROPPED, "prompts", "login-prompt", 'matches "log in to" (en)'),
        Decision(made.blocks[1], Outcome.KEPT),
        Decision(made.blocks[2], Outcome.SPARED, "syndication", "copyright-line", "kept: code"),
    )
    return Article("", Metadata(), made.blocks[1:], decisions)


def printed(width: int, *, terminal: bool = False) -> str:
    """The table as it is printed at that width."""
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=terminal, color_system="standard" if terminal else None)
    console.print(table("a[red].html", article()))
    return out.getvalue()


def test_a_row_tells_all_at_80_columns() -> None:
    """Outcome, filter, reason, evidence, place and beginning of each block are all readable."""
    lines = printed(80).splitlines()
    assert max(map(len, lines)) <= 80
    text = "\n".join(lines)
    assert "a[red].html: 1 kept, 1 dropped, 1 spared" in text
    rows = {line.split()[1]: line for line in lines if line.split() and line.split()[0].isdigit()}
    assert list(rows) == ["dropped", "kept", "spared"]
    assert "prompts" in rows["dropped"]
    assert "login-prompt" in rows["dropped"]
    assert "Log in to [bold]read[/" in rows["dropped"]
    assert 'matches "log in' in text
    assert "…/article#story/p.lead"[-18:] in text
    assert "copyright-line" in rows["spared"]


def test_colour_is_for_terminals() -> None:
    """Outcomes are coloured on a terminal, and there are no escapes anywhere else."""
    assert "\x1b" not in printed(120)
    assert "\x1b[31mdropped" in printed(120, terminal=True)


def test_a_page_cannot_colour_the_table() -> None:
    """On a terminal, too, the escapes of a page are text."""
    assert "x = '[31m' y = 2" in printed(120, terminal=True)


def test_a_closed_standard_error_gets_no_table() -> None:
    """Who closes standard error loses the table and nothing else."""
    print_table("page", article(), Streams(None, None, None))
