"""Lines that open alike, and headings."""

from __future__ import annotations

from math import log

import pytest

from cleaner.model import InputKind
from cleaner.scoring.series import NAMES, Series, median, opening
from cleaner.scoring.text_figures import width
from tests.factory import page


def figures(*lines: tuple[float, str]) -> list[dict[str, float]]:
    """The named figures of lines with their scores."""
    blocks = page(*[text for _, text in lines], kind=InputKind.TEXT).blocks
    found = Series(blocks, [score for score, _ in lines], [width(block.text) for block in blocks])
    return [dict(zip(NAMES, found.row(at), strict=True)) for at in range(len(lines))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3. The mast is set on the deck.", "0. "),
        ("12. Sails", "0. "),
        ("9h05 - The quay is closed", "0a0 - "),
        ("9:05 The quay is closed", "0:0 "),
        ("Aug. 6, 1960: The first crossing", "A. 0, "),
        ("In 1960 the first ferry crossed", "A 0 "),
        ("The first ferry crossed", ""),
        ("The ferry that first crossed the strait in 1960", ""),
        ("1960", "0"),
    ],
)
def test_opening(text: str, expected: str) -> None:
    """What stands before the words, up to the first number and its marks, with words and figures made alike."""
    assert opening(text) == expected


def test_one_point_speaks_for_the_others() -> None:
    """A line that opens as sure ones do is seen beside them."""
    rows = figures((0.9, "1. The mast"), (0.2, "2. The sail"), (0.7, "3. The rudder"), (0.1, "About us"))
    assert rows[1]["opening-score"] == pytest.approx(0.8)
    assert rows[1]["opening-lines"] == 3.0
    assert (rows[3]["opening-score"], rows[3]["opening-lines"]) == (-1.0, 0.0)


def test_lines_that_begin_with_the_same_words() -> None:
    """Whatever their case; a line of its own has nobody to speak for it."""
    rows = figures((0.9, "Bottom line: dry."), (0.3, "BOTTOM LINE: sweet."), (0.5, "Bottom shelf"))
    assert [row["start-score"] for row in rows] == pytest.approx([0.3, 0.9, -1.0])


def test_long_title_among_subheadings() -> None:
    """The headings' median is of the likely ones but itself; a sentence is no heading."""
    rows = figures((0.9, "x" * 20), (0.9, "x" * 30), (0.8, "x" * 100), (0.2, "x" * 60), (0.9, "The quay is closed."))
    assert rows[2]["heading-size"] == pytest.approx(log(100 / 25))
    assert rows[3]["heading-size"] == pytest.approx(log(60 / 30))
    assert (rows[2]["headings"], rows[3]["headings"]) == (3.0, 4.0)
    assert (rows[4]["heading-size"], rows[4]["headings"]) == (0.0, 0.0)
    assert figures((0.9, "The mast"))[0]["heading-size"] == 0.0


def test_median_without_one() -> None:
    """Of an odd and an even number of values."""
    assert (median([1, 2, 5], 3), median([1, 2, 5], 2, 0), median([1, 2, 5], 2, 2)) == (2.0, 3.5, 1.5)
