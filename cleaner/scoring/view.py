"""How pages of one kind are seen: HTML by its containers and links, scraped text by the flow of its lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from cleaner.model import Block, InputKind, Page
from cleaner.scoring.words import WordWeights

Rows = list[list[float]]


class Seen(NamedTuple):
    """The first pass's rows, one for each block that stands, and what it found that the second pass needs as well."""

    rows: Rows
    found: Any


class View(NamedTuple):
    """A way to see pages, in two passes; the names are those of the figures in a row."""

    first_names: tuple[str, ...]
    second_names: tuple[str, ...]
    first: Callable[[Page, Sequence[Block], WordWeights, WordWeights], Seen]
    second: Callable[[Page, Sequence[Block], Sequence[float], Any], Rows]
    kept: Callable[[Any], Any]  # of what the first pass found, what training keeps of thousands of pages

    @property
    def names(self) -> tuple[str, ...]:
        """The figures of a block that both passes have seen."""
        return (*self.first_names, *self.second_names)


@cache
def view_of(kind: InputKind) -> View:
    """The view of one kind of input; the other's modules are not loaded."""
    if kind is InputKind.TEXT:
        from cleaner.scoring.text_view import TEXT

        return TEXT
    from cleaner.scoring.html_view import HTML

    return HTML
