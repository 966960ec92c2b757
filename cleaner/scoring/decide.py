"""From probabilities to a decision: the threshold that makes the page's expected F1 greatest."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block, Strictness
from cleaner.native import native

# The dial moves the threshold: a lenient run keeps blocks half as likely, a strict one asks for more.
SHIFT = {Strictness.LENIENT: 0.5, Strictness.BALANCED: 1.0, Strictness.STRICT: 1.4}
LOWEST = 0.02  # nothing less likely than this is article, however poor the page


class Cut:
    """Where to cut: the least probability that a block of the article has, and the F1 expected of that choice."""

    __slots__ = ("least", "expected")

    def __init__(self, least: float, expected: float) -> None:
        self.least = least
        self.expected = expected


def cut(scored: Sequence[tuple[Block, float]], strictness: Strictness) -> Cut:
    """The cut that makes the expected F1 of a page greatest, shifted by the dial.

    With every block weighed by its length, the set of the k likeliest blocks has the expected precision and recall,
    and so F1, of its probabilities; the best k is found by going down the list. On a clear page that is near one half;
    on an unclear one it is lower, because half an article beats none (Lipton et al., Optimal Thresholding of
    Classifiers to Maximize F1 Measure, 2014).
    """
    probabilities = [probability for _, probability in scored]
    sizes = [len(block.text) for block, _ in scored]
    least, expected = likeliest(probabilities, sizes)
    return Cut(max(LOWEST, min(least, 0.5) * SHIFT[strictness]), expected)


def likeliest(probabilities: list[float], sizes: list[int]) -> tuple[float, float]:
    """The least probability of the best set, and its expected F1."""
    if native is not None:
        found: tuple[float, float] = native.likeliest(probabilities, sizes)
        return found
    return likeliest_in_python(probabilities, sizes)


def likeliest_in_python(probabilities: list[float], sizes: list[int]) -> tuple[float, float]:
    """The same where nothing is built in C."""
    ranked = sorted(zip(probabilities, sizes, strict=True), reverse=True)
    expected = hits = taken = 0.0
    for probability, size in ranked:
        expected += probability * size
    best, least = 0.0, 1.0
    for probability, size in ranked:
        hits += probability * size
        taken += size
        score = 2.0 * hits / (taken + expected)
        if score > best:
            best, least = score, probability
    return least, best
