"""Containers as ranges of blocks: any container's figures are the difference of two running sums."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

# ARIA roles that say the same as a tag.
LANDMARK_FLAG = {
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
