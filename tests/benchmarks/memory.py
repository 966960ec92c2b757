"""Memory: the peak for a page by its size, and whether a process that cleans many pages stays as large as it was."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import linear_regression

from rich.table import Table

from tests.benchmarks.cost import Cost
from tests.benchmarks.launch import script

# Asked of a page: at most so many megabytes for the program, and so many for each of the page.
BASE, TIMES = 80.0, 12.0

WARM = 0.5  # share of a run after which caches are full and the line is taken

Point = tuple[int, float]  # pages cleaned, resident megabytes


def allowed(megabytes: float) -> float:
    """The peak that a page of that size may cause, in megabytes."""
    return BASE + TIMES * megabytes


def table(costs: Iterable[tuple[str, Cost]]) -> tuple[Table, bool]:
    """Peaks beside what is allowed, and whether all are within it."""
    shown = Table(title=f"Peak memory for a page (allowed: {BASE:.0f} MB and {TIMES:.0f} times the page)")
    shown.add_column("page")
    for heading in ("MB", "blocks", "peak MB", "allowed", "within"):
        shown.add_column(heading, justify="right")
    good = True
    for name, cost in costs:
        limit = allowed(cost.megabytes)
        within = cost.peak <= limit
        good = good and within
        cells = f"{cost.megabytes:.1f}", str(cost.blocks), f"{cost.peak:.0f}", f"{limit:.0f}", "yes" if within else "NO"
        shown.add_row(name, *cells)
    return shown, good


def over_many(pages: Sequence[Path], number: int, python: str | None = None) -> list[Point]:
    """The resident size of one process while it cleans so many pages, the same ones again and again."""
    names = json.dumps([str(page.resolve()) for page in pages])
    start = script("footprint", "many", str(number), python=python)
    done = subprocess.run(**start, input=names, stdout=subprocess.PIPE, text=True, check=True)
    return [(cleaned, megabytes) for cleaned, megabytes in map(json.loads, done.stdout.splitlines())]


def slope(points: Sequence[Point]) -> float:
    """Kilobytes that a process grows by with each thousand pages, once it is warm."""
    warm = points[int(len(points) * WARM) :]
    return linear_regression([cleaned for cleaned, _ in warm], [size for _, size in warm]).slope * 1e6


def line_table(points: Sequence[Point]) -> Table:
    """A run's resident size."""
    shown = Table(title="Resident size of one process", caption=f"{slope(points):+.1f} kB for each 1,000 pages")
    for heading in ("pages", "MB"):
        shown.add_column(heading, justify="right")
    for cleaned, megabytes in points:
        shown.add_row(f"{cleaned:,}", f"{megabytes:.1f}")
    return shown
