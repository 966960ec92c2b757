"""How pages of one kind are seen: HTML by its containers and links, scraped text by the flow of its lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from cleaner.model import Block, InputKind, Page
from cleaner.scoring.words import WordWeights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cleaner.scoring.forest import Forest
    from cleaner.scoring.judge import Judge

# The rows of some blocks, in document order. A row takes some kilobytes: whoever asks for them takes a part at a time.
AskedFor = Callable[[Sequence[Block]], list[list[float]]]


class Seen:
    """The first pass's rows, for any of the blocks that stand, and what it found that the second pass needs as well."""

    __slots__ = ("rows", "found")

    def __init__(self, rows: AskedFor, found: Any) -> None:
        self.rows = rows
        self.found = found


class View:
    """A way to see pages, in two passes; the names are those of the figures in a row."""

    def __init__(
        self,
        first_names: tuple[str, ...],
        second_names: tuple[str, ...],
        first: Callable[[Page, Sequence[Block], WordWeights, WordWeights], Seen],
        second: Callable[[Page, Sequence[float], Any], AskedFor],
        kept: Callable[[Any], Any],
        judge: Callable[[dict[str, Any], Forest, Forest], Judge | None] | None = None,
    ) -> None:
        self.first_names = first_names
        self.second_names = second_names
        self.names = (*first_names, *second_names)  # the figures of a block that both passes have seen
        self.first = first
        self.second = second
        self.kept = kept  # of what the first pass found, what training keeps of thousands of pages
        self.judge = judge  # makes the model of a weights file in C, for the whole of a page at once


@cache
def view_of(kind: InputKind) -> View:
    """The view of one kind of input; the other's modules are not loaded."""
    if kind is InputKind.TEXT:
        from cleaner.scoring.text_view import TEXT

        return TEXT
    from cleaner.scoring.html_view import HTML

    return HTML
