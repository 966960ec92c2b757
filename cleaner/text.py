"""Words of a text, in any script: pure functions, no tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice

from cleaner.native import native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from cleaner._native import ReadyStems

# Scripts that put no spaces between words: every character is a word of its own.
UNSPACED: Final = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Japanese, Chinese
    "\U00020000-\U0003ffff"
)
# French sets a space before the colon; scraped text may have lost or doubled it.
COLONS: Final = (":", "：", " :", "\u00a0:", "\u202f:")

SHORTEST_STEM: Final = 4  # letters: by so many a string is looked for

# The first two words of a text and what is asked of them; None where there is none.
Opening = tuple[str | None, bool, str | None, bool, bool]


class Word:
    """One word of a text: case folded, where it stands, whether it began with a capital and ends with a colon."""

    __slots__ = ("text", "start", "end", "capital", "colon")

    def __init__(self, text: str, start: int, end: int, capital: bool, colon: bool) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.capital = capital
        self.colon = colon


@cache
def word_pattern() -> re.Pattern[str]:
    """One word of a text; made when it is first used, for its classes take milliseconds and C has its own.

    The copyright sign reads as a word, since a line may say no more than that.
    """
    return re.compile(rf"\d+|©|[{UNSPACED}]|[^\W\d_{UNSPACED}]+")


@cache
def squash() -> re.Pattern[str]:
    """Where a new word begins, when a page has run two texts together: "logged inPlease"."""
    return re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<=[A-Z])(?=[A-Z][a-z])")


@cache
def a_break() -> re.Pattern[str]:
    """What ends a sentence or parts a line into fields, between two words (and the first letter of the second)."""
    return re.compile(r"[.!?…](?=\W|[A-ZÀ-ÖØ-Þ])|[\u061f\u0964。！？\n|•·]|\s[-–—/>›»]\s")


def split(text: str, joined: frozenset[str] = frozenset(), most: int | None = None) -> list[Word]:
    """The words of a text in order; punctuation and apostrophes part words, digits are words apart from letters.

    A word with a capital inside is two words that lost their space ("inPlease"), unless `joined` has it ("youtube").
    `most`: stop after so many.
    """
    found = []
    for match in islice(word_pattern().finditer(text), most):
        said = match.group()
        start, end = match.span()
        colon = text.startswith(COLONS, end)
        folded = said.casefold()
        if not is_squashed(said) or folded in joined:
            found.append(Word(folded, start, end, said[0].isupper(), colon))
            continue
        for part in squash().split(said):
            at = start + len(part)
            found.append(Word(part.casefold(), start, at, part[0].isupper(), colon and at == end))
            start = at
    return found


def one_i(text: str) -> str:
    """A text with one letter i in place of the two that Turkish has; every letter stays in its place."""
    return text.replace("İ", "I").replace("ı", "i")


def folded_case(text: str) -> str:
    """A text with its case folded."""
    if native is None or text.isascii():  # Python is as fast there
        return text.casefold()
    folded: str = native.casefold(text)
    return folded


def is_squashed(word: str) -> bool:
    """True for a word with small letters and a capital inside: two run together, or a name such as "YouTube"."""
    return not (word.islower() or word.istitle() or word.isupper()) and word.lower() != word


def has_word(text: str, some: frozenset[str]) -> bool:
    """Whether a word of a text stands in a set, or two of its words are run together."""
    words = [each.casefold() for each in words_of(text)]
    return not some.isdisjoint(words) or squash().search(text) is not None


def opening(text: str) -> Opening:
    """The first word of a text, case folded, and whether it is squashed; the same of the second, and its capital."""
    first = word_pattern().search(text)
    if first is None:
        return None, False, None, False, False
    one = first.group()
    second = word_pattern().search(text, first.end())
    if second is None:
        return one.casefold(), is_squashed(one), None, False, False
    two = second.group()
    return one.casefold(), is_squashed(one), two.casefold(), is_squashed(two), two[0].isupper()


def words_of(text: str) -> list[str]:
    """The words of a text, as written."""
    if native is not None:
        words: list[str] = native.words(text)
        return words
    found: list[str] = word_pattern().findall(text)
    return found


def count(text: str) -> int:
    """How many words a text has."""
    return len(words_of(text))


def parted(text: str, before: Word, after: Word) -> bool:
    """True when a sentence or a field of the line ends between two neighbouring words."""
    between = text[before.end : after.start + 1]
    if before.end == after.start:
        return after.capital  # run together: "logged inPlease"
    return between != " " + between[-1] and a_break().search(between) is not None


class Stems:
    """Strings of several kinds, each of small letters, SHORTEST_STEM or more, that are looked for in many texts."""

    __slots__ = ("kinds", "ready")

    def __init__(self, kinds: Iterable[tuple[str, ...]]) -> None:
        self.kinds = tuple(kinds)
        self.ready: ReadyStems | None = None if native is None else native.stems(self.kinds)

    def all_in(self, text: str) -> bool:
        """Whether a string of each kind stands in a text, whatever its case."""
        if native is not None and self.ready is not None:
            found: bool = native.has_each(self.ready, text)
            return found
        folded = text.casefold()
        return all(any(stem in folded for stem in stems) for stems in self.kinds)
