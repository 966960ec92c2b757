"""Boosted decision trees, read from data and walked in plain Python."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, inf
from typing import NamedTuple

from cleaner.native import native

STEP = 10  # trees between two looks at whether a row may leave
ROWS_TO_COMPILE = 2_000  # some ten pages: what compiling costs is won back after as many again
IS_NATIVE = not __file__.endswith(".py")  # compiled to machine code, where walking is the fastest way

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cleaner._native import Trees


Gate = tuple[float, float, float]  # least and greatest sum with which a row goes on, and what others' is taken times
OPEN: Gate = (-inf, inf, 1.0)


class Flat:
    """All trees one behind the other. A negative place is a leaf: its complement is the place among the leaves."""

    __slots__ = ("figures", "leaves", "lefts", "rights", "roots", "thresholds")

    def __init__(self, trees: Sequence[Sequence[Any]]) -> None:
        self.figures: list[int] = []
        self.thresholds: list[float] = []
        self.lefts: list[int] = []
        self.rights: list[int] = []
        self.leaves: list[float] = []
        self.roots: list[int] = []
        for figures, thresholds, lefts, rights, leaves in trees:
            nodes, ends = len(self.figures), len(self.leaves)
            self.roots.append(nodes if figures else ~ends)
            self.figures += figures
            self.thresholds += thresholds
            self.lefts += [at + nodes if at >= 0 else at - ends for at in lefts]
            self.rights += [at + nodes if at >= 0 else at - ends for at in rights]
            self.leaves += leaves

    def mean_leaf(self, at: int) -> float:
        """The mean of the leaves below a node."""
        found, waiting = [], [at]
        while waiting:
            at = waiting.pop()
            if at < 0:
                found.append(self.leaves[~at])
            else:
                waiting += (self.lefts[at], self.rights[at])
        return sum(found) / len(found)


class Exit(NamedTuple):
    """Where rows leave a forest that more trees would hardly make think otherwise.

    A row whose leaves add up to less than `below` or more than `above` after so many trees, a multiple of STEP, asks no
    more. Its log-odds are `factor` times that sum: about what the trees left would have made of it.
    """

    trees: int
    below: float
    above: float
    factor: float


class Forest:
    """Trees whose leaves add up to the log-odds of «article».

    Most rows are told by the first trees already, and leave. Walked in C where that was built. In pure Python walked
    node by node at first; a program that cleans many pages gets them as compiled expressions, which are some 2.5 times
    faster and take 45 ms to make. All add the same numbers in the same order: the results are the same bit by bit.
    """

    __slots__ = ("asked", "columns", "flattened", "gates", "planted", "steps")

    def __init__(self, trees: list[list[list[Any]]], exits: Sequence[Exit] = ()) -> None:
        """`trees`: for each its columns figure, threshold, left, right (one entry a node) and leaf values.

        ValueError for exits that are not behind a whole step each.
        """
        self.columns = trees
        self.gates = gates(exits, len(trees) // STEP)
        self.steps: list[tuple[Callable[[list[float]], float], Gate]] = []
        self.asked = 0
        self.planted: Trees | None = native.plant(trees, self.gates, STEP) if native is not None else None
        self.flattened: Flat | None = None if native is not None else Flat(trees)

    @property
    def flat(self) -> Flat:
        """The trees one behind the other; made when they are asked for, where C has them in its own form."""
        if self.flattened is None:
            self.flattened = Flat(self.columns)
        return self.flattened

    def log_odds(self, rows: list[list[float]]) -> list[float]:
        """The log-odds of rows."""
        if native is not None and self.planted is not None:
            odds: list[float] = native.log_odds(self.planted, rows)
            return odds
        if not self.steps:
            self.asked += len(rows)
            if IS_NATIVE or self.asked <= ROWS_TO_COMPILE:
                return [self.walked(row)[0] for row in rows]
            self.steps = list(zip(compiled(self.columns), [*self.gates, OPEN], strict=False))
        found = []
        for row in rows:
            total = 0.0
            for step, (below, above, factor) in self.steps:
                total += step(row)
                if not below <= total <= above:
                    total *= factor
                    break
            found.append(total)
        return found

    def walked(self, row: Sequence[float]) -> tuple[float, int, float]:
        """The log-odds of one row, node by node; how many trees it asked, and the factor of where it left."""
        flat = self.flat
        figures, thresholds, lefts, rights = flat.figures, flat.thresholds, flat.lefts, flat.rights
        leaves = flat.leaves
        total = step = 0.0
        for asked, at in enumerate(flat.roots, start=1):
            while at >= 0:
                if row[figures[at]] <= thresholds[at]:
                    at = lefts[at]
                else:
                    at = rights[at]
            step += leaves[~at]
            if asked % STEP == 0:
                total += step
                below, above, factor = self.gates[asked // STEP - 1]
                if total < below or total > above:
                    return total * factor, asked, factor
                step = 0.0
        return total + step, len(flat.roots), 1.0

    def heaviest(self, row: Sequence[float]) -> list[tuple[int, float]]:
        """Figures by how much the log-odds move where the trees ask for them, the heaviest first.

        The share of each question is the change of the mean leaf value that its answer brings (Saabas' attribution).
        """
        weights: dict[int, float] = {}
        flat = self.flat
        _, asked, factor = self.walked(row)
        for at in flat.roots[:asked]:
            while at >= 0:
                figure = flat.figures[at]
                before = flat.mean_leaf(at)
                at = flat.lefts[at] if row[figure] <= flat.thresholds[at] else flat.rights[at]
                weights[figure] = weights.get(figure, 0.0) + (flat.mean_leaf(at) - before) * factor
        return sorted(weights.items(), key=lambda pair: -abs(pair[1]))


def gates(exits: Sequence[Exit], steps: int) -> list[Gate]:
    """Where rows leave after each of some whole steps."""
    found = [OPEN] * steps
    for trees, below, above, factor in exits:
        step, rest = divmod(trees, STEP)
        if rest or not 1 <= step <= steps:
            raise ValueError(f"no row leaves after {trees} trees, but after whole steps of {STEP}")
        found[step - 1] = (float(below), float(above), float(factor))
    return found


def compiled(trees: Sequence[Sequence[Any]]) -> list[Callable[[list[float]], float]]:
    """The trees as functions of a row, STEP trees each. The source is made of the numbers of the weights file alone."""
    names: dict[str, Callable[[list[float]], float]] = {}
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


def probability(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + exp(-log_odds)) if log_odds > -30.0 else 0.0
