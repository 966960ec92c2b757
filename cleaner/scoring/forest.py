"""Boosted decision trees, read from data and walked in plain Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import exp

STEP = 10  # trees between two looks at whether a block is beyond doubt
ROWS_TO_COMPILE = 2_000  # some ten pages: what compiling costs is won back after as many again

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Node = tuple[int, float, int, int]  # figure, threshold, next if at most, next if above; a negative next is a leaf
Tree = tuple[list[Node], list[float]]


class Forest:
    """Trees whose leaves add up to the log-odds of «article».

    Walked node by node at first; a program that cleans many pages gets them as compiled expressions, which are some
    2.5 times faster and take 45 ms to make. Both add the same numbers in the same order: the results are the same bit
    by bit.
    """

    def __init__(self, trees: Sequence[Sequence[Any]]) -> None:
        """`trees`: for each its columns figure, threshold, left, right (one entry a node) and leaf values."""
        self.columns = trees
        self.trees: list[Tree] = [(list(zip(*columns[:4], strict=True)), columns[4]) for columns in trees]
        self.steps: list[Callable[[Sequence[float]], float]] = []
        self.asked = 0

    def log_odds(self, rows: Iterable[Sequence[float]], floor: float) -> list[float]:
        """The log-odds of rows; for one below `floor` after some trees, the rest are not asked."""
        steps = self.steps
        if not steps:
            found = [self.walked(row, floor) for row in rows]
            self.asked += len(found)
            if self.asked > ROWS_TO_COMPILE:
                self.steps = compiled(self.columns)
            return found
        found = []
        for row in rows:
            total = 0.0
            for step in steps:
                total += step(row)
                if total < floor:
                    break
            found.append(total)
        return found

    def walked(self, row: Sequence[float], floor: float) -> float:
        """The log-odds of one row, node by node."""
        total = 0.0
        for start in range(0, len(self.trees), STEP):
            step = 0.0
            for nodes, leaves in self.trees[start : start + STEP]:
                at = 0
                while at >= 0:
                    figure, threshold, left, right = nodes[at]
                    at = left if row[figure] <= threshold else right
                step += leaves[~at]
            total += step
            if total < floor:
                break
        return total

    def heaviest(self, row: Sequence[float]) -> list[tuple[int, float]]:
        """Figures by how much the log-odds move where the trees ask for them, the heaviest first.

        The share of each question is the change of the mean leaf value that its answer brings (Saabas' attribution).
        """
        weights: dict[int, float] = {}
        for nodes, leaves in self.trees:
            at = 0
            while at >= 0:
                figure, threshold, left, right = nodes[at]
                before = mean_leaf(nodes, leaves, at)
                at = left if row[figure] <= threshold else right
                weights[figure] = weights.get(figure, 0.0) + mean_leaf(nodes, leaves, at) - before
        return sorted(weights.items(), key=lambda pair: -abs(pair[1]))


def compiled(trees: Sequence[Sequence[Any]]) -> list[Callable[[Sequence[float]], float]]:
    """The trees as functions of a row, STEP trees each. The source is made of the numbers of the weights file alone."""
    names: dict[str, Callable[[Sequence[float]], float]] = {}
    source = []
    for start in range(0, len(trees), STEP):
        terms = "".join(f"+{expression(columns, 0)}" for columns in trees[start : start + STEP])
        source.append(f"def step{start}(row): return 0.0{terms}")
    exec("\n".join(source), {"__builtins__": {}}, names)
    return list(names.values())


def expression(columns: Sequence[Any], at: int) -> str:
    """One tree from a node down as a conditional expression; as deep as the tree."""
    figures, thresholds, lefts, rights, leaves = columns
    if at < 0:
        return repr(float(leaves[~at]))
    left, right = expression(columns, lefts[at]), expression(columns, rights[at])
    return f"({left} if row[{int(figures[at])}]<={float(thresholds[at])!r} else {right})"


def mean_leaf(nodes: list[Node], leaves: list[float], at: int) -> float:
    """The mean of the leaves below a node."""
    if at < 0:
        return leaves[~at]
    found, waiting = [], [at]
    while waiting:
        _, _, left, right = nodes[waiting.pop()]
        for child in (left, right):
            if child < 0:
                found.append(leaves[~child])
            else:
                waiting.append(child)
    return sum(found) / len(found)


def probability(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + exp(-log_odds)) if log_odds > -30.0 else 0.0
