"""Containers as ranges of blocks: any container's figures are the difference of two running sums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# ARIA roles that say the same as a tag.
LANDMARK_FLAG: Final = {
    "main": "main",
    "article": "article",
    "navigation": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "dialog": "aside",
    "menu": "nav",
    "menubar": "nav",
}


def sums(values: Iterable[float]) -> list[float]:
    """Running sums from 0, one longer than the values."""
    return list(accumulate(values, initial=0.0))


def mean(running: Sequence[float], first: int, last: int) -> float:
    """The mean from `first` up to, not including, `last`, from running sums; -1 of nothing."""
    return (running[last] - running[first]) / (last - first) if last > first else -1.0


def distances(flags: Sequence[bool], far: float) -> list[float]:
    """For every block, how many blocks back the nearest flagged one stands; `far` at most."""
    found, at = [], far
    for flag in flags:
        found.append(at)
        at = 1.0 if flag else min(far, at + 1.0)
    return found


def scores_around(
    index: int, scores: Sequence[float], size: Sequence[float], mass: Sequence[float], near: Sequence[int],
    windows: Sequence[int],
) -> list[float]:  # fmt: skip
    """A block's score, those of its neighbours (-1 beyond the page), and the mean before and after it in each window.

    `size` and `mass` are running sums of the blocks' sizes and of their scores by size.
    """
    total = len(scores)
    row = [scores[index]]
    row += [scores[index + at] if 0 <= index + at < total else -1.0 for at in near]
    for width in windows:
        low, high = max(0, index - width), min(total, index + 1 + width)
        row.append((mass[index] - mass[low]) / (size[index] - size[low] or 1.0))
        row.append((mass[high] - mass[index + 1]) / (size[high] - size[index + 1] or 1.0))
    return row
