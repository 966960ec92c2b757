"""What the second pass sees of a text."""

from __future__ import annotations

from cleaner.model import InputKind
from cleaner.scoring.flow import NAMES, Flow, best_stretch
from cleaner.scoring.vocabulary import vocabulary
from tests.factory import page


def test_stretch_bridges_a_gap_at_the_low_bar_only() -> None:
    """A doubtful line between two sure ones is part of the article, unless much speaks against it."""
    scores, sizes = [0.1, 0.9, 0.1, 0.9, 0.1], [100.0, 100.0, 120.0, 100.0, 100.0]
    low = best_stretch(scores, sizes, 0.3, 1.0)
    high = best_stretch(scores, [100.0, 100.0, 120.0, 90.0, 100.0], 0.5, 1.0)
    assert (low.first, low.last) == (1, 4)
    assert (high.first, high.last) == (1, 2)


def test_nothing_likely_makes_no_stretch() -> None:
    """A page without an article has an empty stretch, and no figure fails."""
    assert best_stretch([0.0, 0.1], [10.0, 10.0], 0.3, 1.0) == (0, 0, 0.0, 0.0)


def test_teaser_on_another_subject_is_off_topic() -> None:
    """Of two lines with one score, the one with the article's words has the higher topic score."""
    text = page(
        "The ferry captain steered for the harbour", "The ferry left the harbour", "Goalkeeper signs contract",
        "Goalkeeper leaves stadium", kind=InputKind.TEXT,
    )  # fmt: skip
    rows = Flow(text.blocks, [0.9, 0.4, 0.4, 0.1], vocabulary(text.blocks)).rows(text.blocks)
    topic = [dict(zip(NAMES, row, strict=True))["topic-score"] for row in rows]
    assert topic[1] > 0.5 > topic[2]


def test_rows_for_the_lines_asked_for() -> None:
    """Lines that are settled have no second row."""
    text = page("One", "Two", "Three", kind=InputKind.TEXT)
    rows = Flow(text.blocks, [0.1, 0.5, 0.1], vocabulary(text.blocks)).rows(text.blocks[1:2])
    assert len(rows) == 1
    assert dict(zip(NAMES, rows[0], strict=True))["score"] == 0.5
