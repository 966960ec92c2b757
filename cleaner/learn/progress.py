"""How long work tells how far it is, without knowing who listens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")

# What is done, how many steps of it, of how many. The last call for a piece of work has both numbers the same.
Progress = Callable[[str, int, int], None]


def silent(what: str, done: int, total: int) -> None:
    """Nobody listens."""


def told(things: Iterable[Thing], what: str, total: int, progress: Progress) -> Iterator[Thing]:
    """The same things, with word of each."""
    progress(what, 0, total)
    for done, thing in enumerate(things, 1):
        yield thing
        progress(what, done, total)
