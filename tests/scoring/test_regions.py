"""Figures of the blocks around a block."""

from __future__ import annotations

import pytest

from cleaner.scoring.regions import distances, scores_around, sums


@pytest.mark.parametrize(("flags", "found"), [([True, False, False], [40.0, 1.0, 2.0]), ([], [])])
def test_distance_to_the_last_flagged_block(flags: list[bool], found: list[float]) -> None:
    """Blocks are counted back to the nearest flagged one; none is as far as can be."""
    assert distances(flags, 40.0) == found


def test_scores_around_a_block() -> None:
    """Neighbours beyond the page count -1; a window's mean is weighed by size, and stops at the page's end."""
    scores, sizes = [0.5, 0.25, 1.0], [1.0, 10.0, 30.0]
    mass = sums([score * size for score, size in zip(scores, sizes, strict=True)])
    assert scores_around(0, scores, sums(sizes), mass, (-1, 1), (2,)) == [0.5, -1.0, 0.25, 0.0, 32.5 / 40]
