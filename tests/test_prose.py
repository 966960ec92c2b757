"""How much running text there is, in any script."""

from __future__ import annotations

import pytest

from cleaner.model import Block, Kind
from cleaner.prose import extent, prose_extent
from tests.factory import block

SENTENCE = "The bell of the old observatory rings once a year, on the evening when the comet was first seen in 1744."


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", 0),
        ("bell", 4),
        ("Glöckchen", 9),
        ("колокол", 7),
        ("天文台的鐘", 15),
        ("天文台の鐘 17", 18),
    ],
)
def test_extent_counts_letters_of_an_alphabet(text: str, size: int) -> None:
    """A Chinese character says as much as three letters; accents and Cyrillic are letters."""
    assert extent(text) == size


def test_extent_of_a_lone_surrogate() -> None:
    """Text that cannot be encoded has a length all the same."""
    assert extent("\ud800") == 3


@pytest.mark.parametrize(
    ("made", "size"),
    [
        (block(SENTENCE), len(SENTENCE)),
        (block(SENTENCE, Kind.ITEM), len(SENTENCE)),
        (block(SENTENCE, links=1, link_chars=20), len(SENTENCE)),
        (block(SENTENCE, links=1, link_chars=len(SENTENCE)), 0),
        (block(SENTENCE, Kind.LABEL), 0),
        (block("The bell rings once a year."), 0),
        (block("天文台的鐘每年只敲響一次，就在彗星首次被人看見的那個晚上，許多人會來聽。"), 108),
    ],
    ids=["paragraph", "item", "some links", "all link", "button", "short", "Chinese"],
)
def test_running_text_is_long_and_neither_link_nor_button(made: Block, size: int) -> None:
    """What a region must hold to be more than a menu."""
    assert prose_extent([made]) == size


def test_blocks_add_up() -> None:
    """A region's extent is that of its paragraphs together."""
    assert prose_extent([block(SENTENCE), block("1744"), block(SENTENCE)]) == 2 * len(SENTENCE)
