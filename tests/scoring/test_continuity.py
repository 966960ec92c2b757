"""How the lines around one go on."""

from __future__ import annotations

from math import log

import pytest

from cleaner.scoring.continuity import NAMES, NO_PROSE, Continuity, sizes_to_prose, ties
from cleaner.scoring.vocabulary import lines_with, worth

STORY = [("ferry", "harbour"), ("ferry", "captain"), ("captain", "harbour")]
TEASERS = [("goalkeeper",), ("contract", "club"), ("weather",), ("storm", "coast")]


def figures(widths: list[int], closes: list[bool], words: list[tuple[str, ...]]) -> list[dict[str, float]]:
    """The named figures of all lines; a line that closes a sentence has one sentence end."""
    prose = [width >= 100 and closed for width, closed in zip(widths, closes, strict=True)]
    found = Continuity(
        widths, [float(closed) for closed in closes], closes, prose, words, worth(lines_with(words), len(words))
    )
    return [dict(zip(NAMES, found.row(at), strict=True)) for at in range(len(widths))]


def test_teasers_come_in_turns_and_share_no_words() -> None:
    """A column of titles and sentences under a story differs from it in every figure."""
    rows = figures([300, 280, 310, 40, 120, 45, 130], [True, True, True, False, True, False, True], [*STORY, *TEASERS])
    assert rows[1]["tied-back"] > 0.3 > rows[5]["tied-back"] == 0.0
    assert rows[0]["after8-turns"] > rows[1]["before8-turns"] == 0.0
    assert (rows[2]["long-back"], rows[5]["long-back"]) == (1.0, 3.0)
    assert (rows[0]["long-after"], rows[3]["long-after"]) == (2.0, 0.0)
    assert rows[6]["size-to-prose"] < -0.6
    assert rows[2]["before8-ends"] == 1.0 > rows[6]["before8-ends"]


def test_edges_have_figures_too() -> None:
    """The first line has nothing before it, the last nothing after it."""
    only = figures([300], [True], [("ferry",)])[0]
    assert only["before8-ends"] == only["after8-turns"] == only["before8-tied"] == -1.0
    assert only["size-to-prose"] == NO_PROSE
    assert only["tied4"] == 0.0


def test_words_far_back_do_not_tie() -> None:
    """A word counts where it stands in one of the six lines before."""
    near, far = [("ferry",), *[("x",)] * 5, ("ferry",)], [("ferry",), *[("x",)] * 6, ("ferry",)]
    assert (ties(near, worth(lines_with(near), len(near)))[-1], ties(far, worth(lines_with(far), len(far)))[-1]) == (
        1.0,
        0.0,
    )
    assert ties([()], {}) == [-1.0]


def test_size_is_measured_by_the_last_paragraphs() -> None:
    """Single sentences after long paragraphs are short; the first paragraph has nothing to be measured by."""
    sizes = sizes_to_prose([200, 400, 150], [True, True, True])
    assert sizes == [NO_PROSE, pytest.approx(log(2)), pytest.approx(log(0.5))]
