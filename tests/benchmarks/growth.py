"""Time against size: ordinary pages of 1, 10 and 100 times a size, and hard pages beside ordinary ones of as many bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from rich.table import Table

from tests.benchmarks.cost import Cost, cost
from tests.benchmarks.made_up import hostile, ordinary

UNIT = 100_000  # bytes of the smallest page
STEEPEST = 1.5  # how much more a byte of the largest page may cost than one of the smallest
SLOWEST = 5.0  # times the ordinary page of the same bytes


def sizes(python: str | None = None) -> list[Cost]:
    """The costs of ordinary pages of 1, 10 and 100 times a size."""
    return [cost(ordinary(UNIT * times), python=python) for times in (1, 10, 100)]


def hard(scale: float = 1.0, python: str | None = None) -> dict[str, tuple[Cost, Cost]]:
    """The cost of each hard page, with that of an ordinary page of as many bytes."""
    measure = partial(cost, python=python)
    return {name: (measure(page), measure(ordinary(len(page)))) for name, page in hostile(scale).items()}


def steepness(costs: Iterable[Cost]) -> float:
    """How much more a byte of the last page costs than one of the first: 1 where time grows as size does."""
    rates = [each.seconds / each.megabytes for each in costs]
    return rates[-1] / rates[0]


def size_table(costs: list[Cost]) -> tuple[Table, bool]:
    """Time by size, and whether it is in proportion."""
    found = steepness(costs)
    shown = Table(title="Time by size", caption=f"a byte costs {found:.2f} times as much (allowed: {STEEPEST})")
    for heading in ("MB", "blocks", "CPU s", "s a MB"):
        shown.add_column(heading, justify="right")
    for each in costs:
        rate = each.seconds / each.megabytes
        shown.add_row(f"{each.megabytes:.1f}", str(each.blocks), f"{each.seconds:.2f}", f"{rate:.2f}")
    return shown, found <= STEEPEST


def hard_table(costs: Mapping[str, tuple[Cost, Cost]]) -> tuple[Table, bool]:
    """Hard pages beside ordinary ones, and whether none is too slow."""
    shown = Table(title=f"Hard pages (allowed: {SLOWEST:.0f} times an ordinary page of as many bytes)")
    shown.add_column("page")
    for heading in ("MB", "blocks", "CPU s", "ordinary", "times"):
        shown.add_column(heading, justify="right")
    worst = 0.0
    for name, (page, plain) in costs.items():
        times = page.seconds / plain.seconds
        worst = max(worst, times)
        shown.add_row(
            name,
            f"{page.megabytes:.1f}",
            str(page.blocks),
            f"{page.seconds:.2f}",
            f"{plain.seconds:.2f}",
            f"{times:.2f}",
        )
    return shown, worst <= SLOWEST
