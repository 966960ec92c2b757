"""Trees from data: walked, compiled, explained."""

from __future__ import annotations

import pytest

from cleaner.scoring.forest import ROWS_TO_COMPILE, STEP, Exit, Forest, probability

# Figure 0 at most 1: +2; else figure 1 at most 0.5: -1, else +0.25.
TREE = [[0, 1], [1.0, 0.5], [-1, -2], [1, -3], [2.0, -1.0, 0.25]]


@pytest.mark.parametrize(("row", "value"), [([1.0, 9.0], 2.0), ([1.5, 0.5], -1.0), ([1.5, 0.6], 0.25)])
def test_tree_is_walked_to_its_leaf(row: list[float], value: float) -> None:
    """«At most» goes left, «above» goes right."""
    assert Forest([TREE]).log_odds([row]) == [value]


def test_walked_and_compiled_trees_agree_to_the_last_bit() -> None:
    """A program that cleans many pages gets the same scores as one that cleans one."""
    trees = [[[0, 1], [n / 7, n / 11], [-1, -2], [1, -3], [n / 13, -n / 17, n / 19]] for n in range(1, 35)]
    forest = Forest(trees, [Exit(STEP, -2.0, 3.0, 1.5), Exit(3 * STEP, -20.0, 20.0, 1.1)])
    rows = [[a / 3, b / 5] for a in range(20) for b in range(10)]
    walked = [forest.walked(row) for row in rows]
    assert {asked for _, asked, _ in walked} == {STEP, 3 * STEP, len(trees)}
    forest.planted = None
    forest.asked = ROWS_TO_COMPILE
    assert forest.log_odds(rows) == [odds for odds, _, _ in walked]


@pytest.mark.parametrize(
    ("exit", "odds"),
    [
        (Exit(STEP, -5.0, 5.0, 1.0), -1.0 * STEP),
        (Exit(STEP, -5.0, 5.0, 1.75), -1.75 * STEP),
        (Exit(STEP, -99.0, -11.0, 1.5), -1.5 * STEP),
        (Exit(STEP, -10.0, -10.0, 1.5), -2.5 * STEP),
        (Exit(2 * STEP, -5.0, 5.0, 1.5), -3.0 * STEP),
    ],
)
def test_row_beyond_doubt_leaves_early(exit: Exit, odds: float) -> None:
    """Outside of what an exit lets by, the later trees are not asked, and the sum is taken for what they would add."""
    low = [[0], [0.0], [-1], [-1], [-1.0]]
    forest = Forest([low] * (2 * STEP + STEP // 2), [exit])
    assert forest.log_odds([[0.0]]) == [forest.walked([0.0])[0]] == [odds]


@pytest.mark.parametrize("after", [0, STEP - 1, 3 * STEP])
def test_exit_stands_behind_a_whole_step(after: int) -> None:
    """No one leaves in the middle of a step, or where there are no more trees."""
    with pytest.raises(ValueError, match=f"after {after} trees"):
        Forest([TREE] * (2 * STEP + 1), [Exit(after, 0.0, 0.0, 1.0)])


def test_heaviest_figures_come_first() -> None:
    """The figure whose answer moved the odds most leads."""
    (first, weight), *_ = Forest([TREE]).heaviest([1.0, 0.0])
    assert (first, weight > 0) == (0, True)


def test_trees_that_were_not_asked_have_no_weight() -> None:
    """What moved a row that left early are the questions it was asked, and their weights add up to its log-odds."""
    early, late = [[0], [0.0], [-1], [-2], [-1.0, 1.0]], [[1], [0.0], [-1], [-2], [-9.0, 9.0]]
    forest = Forest([early] * STEP + [late] * STEP, [Exit(STEP, -5.0, 5.0, 1.5)])
    assert forest.heaviest([1.0, -1.0]) == [(0, forest.log_odds([[1.0, -1.0]])[0])]


def test_probability_is_bounded() -> None:
    """Any log-odds give a probability."""
    assert (probability(0.0), probability(-1e9)) == (0.5, 0.0)
    assert 0.999 < probability(40.0) <= 1.0
