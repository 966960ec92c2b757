"""Lines of one series: those that open alike, and the headings between paragraphs.

An article of numbered points, a live blog and a timeline open each entry alike: one entry that is sure speaks for the
others. A title that stands between paragraphs is a subheading when it is as long as the others, and oftener one of
another article when it is much longer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from math import log

from cleaner.model import Block
from cleaner.scoring.segments import LIKELY
from cleaner.scoring.text_figures import ends_sentence
from cleaner.scoring.vocabulary import FIGURES, LETTERS, letter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# A line's beginning up to a number and what stands behind it: "3. ", "9h05 - ", "Aug. 6, ", "On 3 ".
OPENING: Final = re.compile(r".{0,24}?\d[\w./,:]*\W{0,3}(?=\w)")
START: Final = 40  # characters in which a line's first two words are sought
HEADING: Final = 140  # letters: what is longer and has no full stop is a paragraph cut short
ALONE: Final = -1.0  # no other line opens so

NAMES: tuple[str, ...] = ("heading-size", "headings", "opening-score", "opening-lines", "start-score")


class Series:
    """The series of a text's lines; from it a row for any of them, in the order of NAMES."""

    __slots__ = ("headings", "openings", "opens", "scores", "sizes", "starts", "starts_with", "widths")

    def __init__(self, blocks: Sequence[Block], scores: Sequence[float], widths: Sequence[int]) -> None:
        """`scores` are the first pass's probabilities, `widths` the lengths in letters, one for every line."""
        self.scores, self.widths = scores, widths
        self.headings = [
            width < HEADING and not ends_sentence(block.text) for block, width in zip(blocks, widths, strict=True)
        ]
        likely = zip(widths, self.headings, scores, strict=True)
        self.sizes = sorted([width for width, heading, score in likely if heading and score >= LIKELY])
        self.opens = [opening(block.text) for block in blocks]
        self.starts_with = [" ".join(block.text[:START].lower().split()[:2]) for block in blocks]
        self.openings, self.starts = tally(self.opens, scores), tally(self.starts_with, scores)

    def row(self, index: int) -> list[float]:
        """The row of one line."""
        score, opens = self.scores[index], self.opens[index]
        row = self.heading(index) if self.headings[index] else [0.0, 0.0]
        row += (others(self.openings[opens], score), float(self.openings[opens][1])) if opens else (ALONE, 0.0)
        row.append(others(self.starts[self.starts_with[index]], score))
        return row

    def heading(self, index: int) -> list[float]:
        """A heading's length over the median of the other likely ones, as a logarithm, and how many there are."""
        width, count = self.widths[index], len(self.sizes)
        if self.scores[index] < LIKELY:
            middle = median(self.sizes, count) if count else 0.0
        else:
            count -= 1
            middle = median(self.sizes, count, bisect_left(self.sizes, width)) if count else 0.0
        return [log(width / middle) if middle else 0.0, count + 1.0]


def opening(text: str) -> str:
    """How a line opens that has a number near its beginning, with words and figures made alike; else empty."""
    found = OPENING.match(text)
    return FIGURES.sub("0", LETTERS.sub(letter, found[0])) if found else ""


def tally(keys: Sequence[str | int], scores: Sequence[float]) -> dict[str | int, tuple[float, int]]:
    """For every key, the sum of the scores of its lines and their number."""
    found: dict[str | int, tuple[float, int]] = {}
    for key, score in zip(keys, scores, strict=True):
        mass, count = found.get(key, (0.0, 0))
        found[key] = (mass + score, count + 1)
    return found


def others(tallied: tuple[float, int], score: float) -> float:
    """The mean score of a key's other lines."""
    mass, count = tallied
    return (mass - score) / (count - 1) if count > 1 else ALONE


def median(values: Sequence[int], count: int, without: int | None = None) -> float:
    """The median of `count` values in order, one of which may be left out."""

    def value(at: int) -> int:
        return values[at if without is None or at < without else at + 1]

    return (value((count - 1) // 2) + value(count // 2)) / 2
