"""What the first pass sees of the lines of a text."""

from __future__ import annotations

from cleaner.model import InputKind, Page
from cleaner.scoring.lines import NAMES, Lines, run_sizes
from tests.factory import page

PROSE = "The harbour master said on Tuesday that the ferry would sail again once its engine had been repaired in full."


def figures(text: Page, at: int) -> dict[str, float]:
    """The named figures of one line."""
    rows = Lines(text.blocks, {"subscribe": -300, "harbour": 150}, {"^the": 40, "the_harbour": 80}).rows(text.blocks)
    assert all(len(row) == len(NAMES) for row in rows)
    return dict(zip(NAMES, rows[at], strict=True))


def test_line_knows_the_prose_around_it() -> None:
    """A short line between paragraphs is told from one in a menu by what stands around it."""
    text = page("Home", "News", PROSE, "A new engine", PROSE + " Again.", kind=InputKind.TEXT)
    inside, menu = figures(text, 3), figures(text, 0)
    assert (inside["prose-back"], inside["prose-ahead"]) == (1.0, 1.0)
    assert menu["prose-ahead"] == 2.0
    assert inside["before4-prose"] > menu["before4-prose"]


def test_words_weigh_by_the_table() -> None:
    """Learned words of a line add up; unknown ones weigh nothing."""
    text = page("Subscribe today", "The harbour", kind=InputKind.TEXT)
    assert figures(text, 0)["text-words"] == -3.0
    assert figures(text, 1)["text-words"] == 1.5


def test_lines_of_one_pattern_are_counted_once_each() -> None:
    """Comments' dates share a shape; the same line twice is a twin and no pattern."""
    text = page("May 1, 2020", "Nice boat", "June 2, 2021", "Nice boat", kind=InputKind.TEXT)
    assert figures(text, 0)["same-shape"] > 0.0
    assert figures(text, 1)["same-shape"] == 0.0
    assert (figures(text, 1)["first-twin"], figures(text, 3)["first-twin"]) == (1.0, 0.0)


def test_rows_only_for_lines_that_stand() -> None:
    """What an earlier filter dropped has no row but stays a neighbour."""
    text = page("Home", PROSE, "End", kind=InputKind.TEXT)
    rows = Lines(text.blocks, {}, {}).rows(text.blocks[1:])
    assert len(rows) == 2
    assert dict(zip(NAMES, rows[0], strict=True))["before1-size"] > 0.0


def test_runs_have_the_log_of_their_length() -> None:
    """A line alone is 0, a run of equals has one figure throughout."""
    sizes = run_sizes([True, False, False])
    assert sizes[0] == 0.0
    assert sizes[1] == sizes[2] > 0.0


def test_words_in_a_row_weigh_by_their_own_table() -> None:
    """Pairs of words have weights of their own, the first word of a line as well."""
    text = page("The harbour", "A harbour", kind=InputKind.TEXT)
    assert figures(text, 0)["word-pairs"] == 1.2
    assert figures(text, 1)["word-pairs"] == 0.0
