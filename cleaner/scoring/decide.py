"""From probabilities to a decision: the threshold that makes the page's expected F1 greatest."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block, Strictness

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
    ranked = sorted(((probability, len(block.text)) for block, probability in scored), reverse=True)
    expected = sum(probability * size for probability, size in ranked)
    hits = taken = 0.0
    best, least = 0.0, 1.0
    for probability, size in ranked:
        hits += probability * size
        taken += size
        score = 2.0 * hits / (taken + expected)
        if score > best:
            best, least = score, probability
    return Cut(max(LOWEST, min(least, 0.5) * SHIFT[strictness]), best)
