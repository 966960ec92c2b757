"""What the second pass sees of a text: the first pass's scores around each line, and where the article may run."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from cleaner.model import Block
from cleaner.scoring import breaks, cohesion, segments, series
from cleaner.scoring.regions import distances, scores_around, sums
from cleaner.scoring.vocabulary import Vocabulary

NEAR = (-3, -2, -1, 1, 2, 3)
WINDOWS = (3, 8, 15, 40)  # blocks to either side
# A stretch of lines gains by scores above such a bar and loses by scores below it: the higher bar finds the surest part
# of the article, the lower one bridges a gap in it.
BARS = (0.5, 0.3)
SURE = 0.8
FAR = 50.0  # blocks
REACH = 30  # blocks from an end of a stretch
CEILING = 1000  # characters of a block that count
DOUBT = 0.3  # of a line: a word seen once in a doubtful line says little

NAMES: tuple[str, ...] = (
    "score", *(f"score{at:+d}" for at in NEAR),
    *(f"{side}{width}-score" for width in WINDOWS for side in ("before", "after")),
    "page-mass", "page-score", "page-best", "mass-before", "mass-after", "sure-before", "sure-after",
    *(f"stretch{bar}-{fact}" for bar in BARS for fact in ("in", "from-start", "to-end", "mass", "score")),
    "topic-score", "topic-share", "topic-words", "shape-score", *cohesion.NAMES, *segments.NAMES,
    *breaks.NAMES, *series.NAMES,
)  # fmt: skip


class Stretch(NamedTuple):
    """A run of lines: `first` up to, not including, `last`; its share of the page's score mass; its mean score."""

    first: int
    last: int
    mass: float
    score: float


class Flow:
    """What the first pass's scores say of a whole text; from it a row for any of its lines, in the order of NAMES."""

    __slots__ = (
        "about", "after", "all_mass", "before", "breaks", "cohesion", "inside", "makes", "mass", "outside", "scores",
        "segments", "series", "shapes", "shared", "size", "stretches",
    )  # fmt: skip

    def __init__(self, blocks: Sequence[Block], scores: Sequence[float], shared: Vocabulary) -> None:
        """`scores` are the first pass's probabilities, one for every block."""
        sizes = [float(min(width, CEILING)) for width in shared.widths]
        size = sums(sizes)
        mass = sums([score * chars for score, chars in zip(scores, sizes, strict=True)])
        self.scores, self.shared, self.size, self.mass = scores, shared, size, mass
        self.all_mass = mass[-1] or 1.0
        self.about = (log(1 + mass[-1]), mass[-1] / (size[-1] or 1.0), max(scores, default=0.0))
        self.stretches = [best_stretch(scores, sizes, bar, self.all_mass) for bar in BARS]
        sure = [score > SURE for score in scores]
        self.before, self.after = distances(sure, FAR), distances(sure[::-1], FAR)[::-1]
        self.inside, self.outside = topic_words(scores, shared)
        self.cohesion = cohesion.Cohesion(scores, shared)
        self.segments = segments.Segments(scores, shared)
        self.breaks = breaks.Breaks(scores, shared)
        self.series = series.Series(blocks, scores, shared.widths)
        self.makes = [shape_key(block, shared) for block in blocks]
        self.shapes = series.tally(self.makes, scores)

    def rows(self, part: Sequence[Block]) -> list[list[float]]:
        """The rows of some lines."""
        scores, shared, size, mass, all_mass = self.scores, self.shared, self.size, self.mass, self.all_mass
        rows = []
        for block in part:
            index = block.index
            score = scores[index]
            row = scores_around(index, scores, size, mass, NEAR, WINDOWS)
            row += self.about
            row += (mass[index] / all_mass, (mass[-1] - mass[index + 1]) / all_mass)
            row += (self.before[index], self.after[index])
            for stretch in self.stretches:
                row.append(1.0 if stretch.first <= index < stretch.last else 0.0)
                row.append(float(max(-REACH, min(REACH, index - stretch.first))))
                row.append(float(max(-REACH, min(REACH, stretch.last - 1 - index))))
                row += (stretch.mass, stretch.score)
            row += topic_figures(shared.words[index], score, self.inside, self.outside)
            row.append(series.others(self.shapes[self.makes[index]], score))
            row += self.cohesion.row(index)
            row += self.segments.row(index)
            row += self.breaks.row(index)
            row += self.series.row(index)
            rows.append(row)
        return rows


def best_stretch(scores: Sequence[float], sizes: Sequence[float], bar: float, all_mass: float) -> Stretch:
    """The run of lines with the greatest sum of size times score above the bar (Kadane's algorithm)."""
    most = gain = 0.0
    first = last = start = 0
    for at, (score, size) in enumerate(zip(scores, sizes, strict=True)):
        if gain <= 0.0:
            gain, start = 0.0, at
        gain += size * (score - bar)
        if gain > most:
            most, first, last = gain, start, at + 1
    size = sum(sizes[first:last])
    mass = sum([score * chars for score, chars in zip(scores[first:last], sizes[first:last], strict=True)])
    return Stretch(first, last, mass / all_mass, mass / (size or 1.0))


def topic_words(scores: Sequence[float], shared: Vocabulary) -> tuple[dict[str, float], dict[str, float]]:
    """For every word, how much likely article and how much likely not article has it."""
    inside: dict[str, float] = {}
    outside: dict[str, float] = {}
    for score, words in zip(scores, shared.words, strict=True):
        against = 1.0 - score
        for word in words:
            inside[word] = inside.get(word, 0.0) + score
            outside[word] = outside.get(word, 0.0) + against
    return inside, outside


def topic_figures(
    words: Sequence[str], score: float, inside: dict[str, float], outside: dict[str, float]
) -> tuple[float, float, float]:
    """How much a line's words are the article's, by the other lines that have them: mean, share of words, count."""
    if not words:
        return -1.0, -1.0, 0.0
    total = 0.0
    met = known = 0
    against = 1.0 - score
    for word in words:
        article, rest = inside[word] - score, outside[word] - against
        if article + rest > 0.01:
            total += article / (article + rest + DOUBT)
            met += 1
            known += article > 0.5
    return total / met if met else -1.0, known / len(words), float(len(words))


def shape_key(block: Block, shared: Vocabulary) -> str | int:
    """By what lines are alike: the shape of a short one, the length of a long one in steps of 200 characters."""
    return shared.shapes[block.index] or shared.widths[block.index] // 200
