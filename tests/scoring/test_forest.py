"""Trees from data: walked, compiled, explained."""

from __future__ import annotations

import pytest

from cleaner.scoring.forest import STEP, Forest, compiled, probability

# Figure 0 at most 1: +2; else figure 1 at most 0.5: -1, else +0.25.
TREE = [[0, 1], [1.0, 0.5], [-1, -2], [1, -3], [2.0, -1.0, 0.25]]


@pytest.mark.parametrize(("row", "value"), [([1.0, 9.0], 2.0), ([1.5, 0.5], -1.0), ([1.5, 0.6], 0.25)])
def test_tree_is_walked_to_its_leaf(row: list[float], value: float) -> None:
    """«At most» goes left, «above» goes right."""
    assert Forest([TREE]).log_odds([row], -99.0) == [value]


def test_walked_and_compiled_trees_agree_to_the_last_bit() -> None:
    """A program that cleans many pages gets the same scores as one that cleans one."""
    trees = [[[0, 1], [n / 7, n / 11], [-1, -2], [1, -3], [n / 13, -n / 17, n / 19]] for n in range(1, 35)]
    forest = Forest(trees)
    rows = [[a / 3, b / 5] for a in range(20) for b in range(10)]
    walked = [forest.walked(row, -99.0) for row in rows]
    forest.steps = compiled(trees)
    assert forest.log_odds(rows, -99.0) == walked


def test_block_beyond_doubt_is_left_early() -> None:
    """Below the floor after a step, the later trees are not asked."""
    low = [[0], [0.0], [-1], [-1], [-1.0]]
    forest = Forest([low] * (2 * STEP))
    assert forest.log_odds([[0.0]], -5.0) == [-float(STEP)]
    assert forest.log_odds([[0.0]], -99.0) == [-2.0 * STEP]


def test_heaviest_figures_come_first() -> None:
    """The figure whose answer moved the odds most leads."""
    (first, weight), *_ = Forest([TREE]).heaviest([1.0, 0.0])
    assert (first, weight > 0) == (0, True)


def test_probability_is_bounded() -> None:
    """Any log-odds give a probability."""
    assert (probability(0.0), probability(-1e9)) == (0.5, 0.0)
    assert 0.999 < probability(40.0) <= 1.0
