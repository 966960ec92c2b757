"""Filters by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

import pytest

from cleaner.cli.selection import listing, select
from cleaner.errors import UnknownNameError
from cleaner.filters import DEFAULT
from cleaner.model import Block, Drop, Page


class Named:
    """A filter that drops nothing."""

    by_phrase: ClassVar[bool] = False
    name: ClassVar[str] = ""

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop]:
        """Drop nothing."""
        return iter(())


class Menus(Named):
    """Menus: rows of links.

    Found by their links.
    """

    name: ClassVar[str] = "menus"


class Cards(Named):
    """Cards of other stories."""

    name: ClassVar[str] = "cards"


class Notes(Named):
    """Notes of the editor."""

    name: ClassVar[str] = "notes"


ALL = (Menus(), Cards(), Notes())


@pytest.mark.parametrize(
    ("only", "without", "left"),
    [
        ((), (), ["menus", "cards", "notes"]),
        (("notes", "menus"), (), ["menus", "notes"]),
        ((), ("cards", "notes"), ["menus"]),
        (("menus", "cards"), ("menus",), ["cards"]),
        (("menus",), ("menus",), []),
    ],
)
def test_choice_keeps_the_order(only: tuple[str, ...], without: tuple[str, ...], left: list[str]) -> None:
    """Filters run in their own order, however they were named."""
    assert [step.name for step in select(ALL, only, without)] == left


@pytest.mark.parametrize("chosen", [{"only": ["menu"]}, {"without": ["cards", "menu"]}], ids=str)
def test_an_unknown_name_raises_with_the_known_ones(chosen: dict[str, list[str]]) -> None:
    """A slip of the pen never runs the wrong filters."""
    with pytest.raises(UnknownNameError, match="unknown filter 'menu'; known: menus, cards, notes"):
        select(ALL, **chosen)


def test_the_listing_has_a_sentence_a_filter() -> None:
    """Names in their order, sentences in a column."""
    assert listing(ALL) == "menus  Menus: rows of links.\ncards  Cards of other stories.\nnotes  Notes of the editor.\n"


def test_every_filter_of_the_pipeline_has_a_sentence() -> None:
    """`--list-filters` says what each one recognises, in a line that ends like a sentence."""
    lines = listing(DEFAULT).splitlines()
    assert len(lines) == len(DEFAULT)
    for step, line in zip(DEFAULT, lines, strict=True):
        name, _, sentence = line.partition(" ")
        assert name == step.name
        assert sentence.strip().endswith(".")
