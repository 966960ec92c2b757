"""Texts in made-up languages: labelled pages whose letters are replaced, so that no word of them is known.

Most labelled pages are in two languages. In the others no word has a weight and no phrase is known, and in some a line
has no spaces and no capitals; from pages with all their words known, trees do not learn what to go by then. A made-up
language keeps what does not depend on the language: how long the lines are, where sentences end, which lines share
words, what repeats. The same word becomes the same letters everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from functools import partial
from zlib import crc32

from cleaner.model import Page

WORD = re.compile(r"[^\W\d_]+")
LETTER = re.compile(r"[^\W\d_]")
# A space beside a letter of a script that has none, and punctuation after one.
SPACE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
PUNCTUATION = re.compile(r'(?<=[^\x00-\x7f])[.,!?:"()]|["(](?=[^\x00-\x7f])')
WIDE_PUNCTUATION = str.maketrans('.,!?:()"\u201c\u201d', "\u3002\u3001\uff01\uff1f\uff1a\uff08\uff09\u300d\u300c\u300d")

ALPHABET = 33  # letters of each alphabet that are used
ARMENIAN_CAPITAL, ARMENIAN, GEORGIAN = 0x531, 0x561, 0x10D0
HAN = [chr(0x4E00 + 3 * at) for at in range(6000)]
COMMON_HAN = HAN[:400]  # for short words, which come often
HIRAGANA = [chr(code) for code in range(0x3042, 0x3094)]
KATAKANA = [chr(code) for code in range(0x30A2, 0x30F4)]
ENDINGS = HIRAGANA[:12]
SHORT_WORD = 3  # letters: as long as most of those that grammar needs
LONGER = (5, 10, 14)  # letters: a longer word has one character more for each


def cased(text: str) -> str:
    """A text in an alphabet with capitals (Armenian letters)."""
    return LETTER.sub(lambda match: letter(match[0], ARMENIAN_CAPITAL if match[0].isupper() else ARMENIAN), text)


def caseless(text: str) -> str:
    """A text in an alphabet without capitals (Georgian letters)."""
    return LETTER.sub(lambda match: letter(match[0], GEORGIAN), text)


def letter(of: str, first: int) -> str:
    """The letter of an alphabet that stands for one of another."""
    return chr(first + ord(of.lower()[0]) * 7 % ALPHABET)


def unspaced(text: str, *, kana: bool) -> str:
    """A text in a script without spaces: Chinese characters, with `kana` mixed with Japanese ones."""
    text = WORD.sub(lambda match: wide_word(match[0], kana=kana), text)
    return PUNCTUATION.sub(lambda match: match[0].translate(WIDE_PUNCTUATION), SPACE.sub("", text))


def wide_word(word: str, *, kana: bool) -> str:
    """A word as characters, some two and a half letters each."""
    folded = word.lower()
    number = crc32(folded.encode())
    if len(folded) <= SHORT_WORD:
        return pick(HIRAGANA if kana else COMMON_HAN, folded)
    if kana and word[0].isupper() and number & 1:  # a name from abroad
        return "".join([pick(KATAKANA, f"{folded}{at}") for at in range(max(2, len(folded) // 2))])
    size = 1 + sum(len(folded) > least for least in LONGER)
    characters = "".join([pick(HAN, f"{folded}{at}") for at in range(size)])
    return characters + (pick(ENDINGS, folded) if kana and number % 3 == 0 else "")


def pick(characters: list[str], key: str) -> str:
    """One of some characters, always the same for a key."""
    return characters[crc32(key.encode()) % len(characters)]


LANGUAGES: tuple[Callable[[str], str], ...] = (
    cased,
    caseless,
    partial(unspaced, kana=True),
    partial(unspaced, kana=False),
)


def translated(page: Page, language: Callable[[str], str]) -> Page:
    """A copy of a page with its lines in a made-up language."""
    new = copy(page)
    new.blocks = tuple(map(copy, page.blocks))
    for block in new.blocks:
        block.text = language(block.text)
    return new
