"""What the second pass sees: the first pass's scores around each block, in its containers and on the whole page."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from cleaner.model import Block, Element, Page
from cleaner.scoring.regions import distances, scores_around, sums

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

NEAR: Final = (-3, -2, -1, 1, 2, 3)
WINDOWS: Final = (15,)  # blocks to either side
LEVELS: Final = 4
SURE: Final = 0.8
FAR: Final = 50.0  # blocks
LARGEST: Final = 3  # blocks

NAMES: tuple[str, ...] = (
    "score", *(f"score{at:+d}" for at in NEAR),
    *(f"{side}{size}-score" for size in WINDOWS for side in ("before", "after")),
    *(f"region{level}-{fact}" for level in range(LEVELS) for fact in ("score", "mass", "count-score")),
    "landmark-score", "landmark-mass", "shape-score", "shape-mass",
    "page-mass", "page-score", "outside-mass", "comments-mass", "outside-sure", "page-sure", "largest-mass",
    "likely-blocks", "mass-before", "mass-after", "sure-before", "sure-after",
    "in-best", "best-mass", "best-score", "best-size", "best-depth",
)  # fmt: skip


class Neighbourhood:
    """What the first pass's scores say of the whole page; from it a row for any block, in the order of NAMES."""

    __slots__ = (
        "after", "all_mass", "before", "best", "best_facts", "landmarks", "mass", "page_facts", "plain", "scores",
        "shape_facts", "shapes", "size",
    )  # fmt: skip

    def __init__(
        self, page: Page, scores: Sequence[float], landmarks: Sequence[Element], shapes: Sequence[int],
        comments: Sequence[bool],
    ) -> None:  # fmt: skip
        """`scores` are the first pass's probabilities, the others its findings: one for every block of the page."""
        sizes = [float(min(len(block.text), 1000)) for block in page.blocks]
        size = sums(sizes)
        masses = [score * chars for score, chars in zip(scores, sizes, strict=True)]
        mass = sums(masses)
        all_mass = mass[-1] or 1.0
        best = best_region(page, size, mass)
        sure = [score > SURE for score in scores]
        self.scores, self.landmarks, self.shapes = scores, landmarks, shapes
        self.size, self.mass, self.plain, self.all_mass, self.best = size, mass, sums(scores), all_mass, best
        self.best_facts = (
            (mass[best.last] - mass[best.first]) / all_mass,
            (mass[best.last] - mass[best.first]) / (size[best.last] - size[best.first] or 1.0),
            (size[best.last] - size[best.first]) / (size[-1] or 1.0),
            float(best.depth),
        )
        self.shape_facts = shape_scores(scores, sizes, shapes, all_mass)
        self.before, self.after = distances(sure, FAR), distances(sure[::-1], FAR)[::-1]
        apart = masses_apart(scores, sizes, masses, comments)
        self.page_facts = (log(1.0 + mass[-1]), mass[-1] / (size[-1] or 1.0), *apart)

    def rows(self, part: Sequence[Block]) -> list[list[float]]:
        """The rows of some blocks."""
        scores, size, mass, plain, all_mass = self.scores, self.size, self.mass, self.plain, self.all_mass
        landmarks, shapes, shape_facts, best = self.landmarks, self.shapes, self.shape_facts, self.best
        before, after, page_facts, best_facts = self.before, self.after, self.page_facts, self.best_facts
        regions: dict[int, tuple[float, float, float]] = {}
        rows = []
        for block in part:
            index = block.index
            row = scores_around(index, scores, size, mass, NEAR, WINDOWS)
            at: Element = block.element
            for _ in range(LEVELS):
                row += region_scores(at, regions, size, mass, plain, all_mass)
                at = at.parent or at
            row += region_scores(landmarks[index], regions, size, mass, plain, all_mass)[:2]
            row += shape_facts[shapes[index]]
            row += page_facts
            row.append(mass[index] / all_mass)
            row.append((mass[-1] - mass[index + 1]) / all_mass)
            row.append(before[index])
            row.append(after[index])
            row.append(1.0 if best.first <= index < best.last else 0.0)
            row += best_facts
            rows.append(row)
        return rows


def masses_apart(
    scores: Sequence[float], sizes: Sequence[float], masses: Sequence[float], comments: Sequence[bool]
) -> tuple[float, float, float, float, float, float]:
    """How much looks like article, and surely does, outside comments and in all; the largest blocks' part in it.

    A page with an article beside its comments is none with a thread for its article.
    """
    everything = sum(masses, 0.0)
    in_comments = sum([mass for mass, comment in zip(masses, comments, strict=True) if comment], 0.0)
    sure = [(chars, comment) for score, chars, comment in zip(scores, sizes, comments, strict=True) if score > SURE]
    return (
        log(1.0 + everything - in_comments),
        in_comments / (everything or 1.0),
        log(1.0 + sum([chars for chars, comment in sure if not comment], 0.0)),
        log(1.0 + sum([chars for chars, _ in sure], 0.0)),
        sum(sorted(masses)[-LARGEST:], 0.0) / (everything or 1.0),
        float(len([score for score in scores if score > 0.5])),
    )


def region_scores(
    element: Element, known: dict[int, tuple[float, float, float]], size: list[float], mass: list[float],
    plain: list[float], all_mass: float,
) -> tuple[float, float, float]:  # fmt: skip
    """A container's mean score by size, its share of the page's score mass, its mean score by block."""
    found = known.get(element.index)
    if found is None:
        first, last = element.first, element.last
        here = mass[last] - mass[first]
        found = known[element.index] = (
            here / (size[last] - size[first] or 1.0),
            here / all_mass,
            (plain[last] - plain[first]) / ((last - first) or 1),
        )
    return found


def best_region(page: Page, size: list[float], mass: list[float]) -> Element:
    """The container with the most score above one half, what is article in it less what is not; of equals the inner."""
    best, most = page.elements[0], float("-inf")
    for element in page.elements:
        if element.first < element.last:
            gain = 2.0 * (mass[element.last] - mass[element.first]) - (size[element.last] - size[element.first])
            if gain >= most:
                best, most = element, gain
    return best


def shape_scores(
    scores: Sequence[float], sizes: Sequence[float], shapes: Sequence[int], all_mass: float
) -> list[tuple[float, float]]:
    """For every make of block, its mean score by size and its share of the page's score mass."""
    size = [0.0] * (max(shapes, default=-1) + 1)
    mass = size[:]
    for score, chars, shape in zip(scores, sizes, shapes, strict=True):
        size[shape] += chars
        mass[shape] += chars * score
    return [(m / (s or 1.0), m / all_mass) for m, s in zip(mass, size, strict=True)]
