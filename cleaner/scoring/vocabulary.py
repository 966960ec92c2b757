"""What the lines of a text share: words, pairs of words, and the shape of short lines such as dates and bylines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from cleaner.model import Block
from cleaner.scoring.furniture import phrase_codes
from cleaner.scoring.text_figures import width
from cleaner.scoring.words import TEXT_CHARS, TEXT_WORD, WIDE_WORD

# Words long enough to say what a line is about; Korean ones are shorter.
TOPIC_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]{4,}|[\uac00-\ud7ff]{2,}")
# Of scripts without spaces every two characters in a row do, except of hiragana, in which endings and particles are.
WIDE_RUN = re.compile(r"[\u30a1-\u30ff\u3400-\u9fff]{2,}")
STEM = 6  # letters of a word that count: what follows is mostly an ending
TOPIC_CHARS = 500  # of a block: its subject shows by then

LETTERS = re.compile(r"[^\W\d_]+")
FIGURES = re.compile(r"\d+")
SHAPED = 120  # characters: a longer line has no shape that another would repeat

LAST_CHARS = 40  # of a line, in which its last word stands


class Vocabulary(NamedTuple):
    """What both passes ask of every line of a text."""

    words: list[tuple[str, ...]]  # those that say what it is about, each once
    shapes: list[str]  # "" for a long line
    widths: list[int]  # its length in letters
    codes: list[float]  # of the phrase of the trade that it is
    lines: dict[str, int]  # by word: how many lines have it
    says: dict[str, float]  # by word: how much it says of a subject, the more, the fewer lines have it


def vocabulary(blocks: Sequence[Block]) -> Vocabulary:
    """The words and shapes of some blocks."""
    words = [topic_words(block.text[:TOPIC_CHARS].lower()) for block in blocks]
    lines = lines_with(words)
    return Vocabulary(
        words,
        [shape(block.text) for block in blocks],
        [width(block.text) for block in blocks],
        phrase_codes(blocks),
        lines,
        worth(lines, len(words)),
    )


def topic_words(text: str) -> tuple[str, ...]:
    """The words of a text that say what it is about, each once."""
    words = [word[:STEM] for word in TOPIC_WORD.findall(text)]
    if not text.isascii():
        words += [run[at : at + 2] for run in WIDE_RUN.findall(text) for at in range(len(run) - 1)]
    return tuple(dict.fromkeys(words))  # not a set: its order, and with it a sum's last bit, differs from run to run


def lines_with(words: Sequence[Sequence[str]]) -> dict[str, int]:
    """In how many lines each word stands."""
    lines: dict[str, int] = {}
    for each in words:
        for word in each:
            lines[word] = lines.get(word, 0) + 1
    return lines


def worth(lines: Mapping[str, int], total: int) -> dict[str, float]:
    """What each word says of a line's subject: the more, the fewer of all lines have it."""
    logs = {count: log(1.0 + total / count) for count in set(lines.values())}
    return {word: logs[count] for word, count in lines.items()}


def word_pairs(text: str) -> set[str]:
    """The words in a row at a line's beginning, case folded: `a_b`, the first, `^a`; and the line's last, `z$`."""
    words = list(map(plain_word, TEXT_WORD.findall(text[:TEXT_CHARS].lower())))
    if not words:
        return set()
    pairs = set(map("_".join, pairwise(words)))
    pairs.add(f"^{words[0]}")
    if len(text) > TEXT_CHARS:
        words = list(map(plain_word, TEXT_WORD.findall(text[-LAST_CHARS:].lower())))
    if words:
        pairs.add(f"{words[-1]}$")
    return pairs


def plain_word(word: str) -> str:
    """A word as it is counted: figures become `0`, and of a run without spaces the beginning counts."""
    first = word[0]
    return "0" if first.isdigit() else word[:WIDE_WORD] if first > "\u2e7f" else word


def shape(text: str) -> str:
    """A short line with its words and figures made alike: "July 31, 2018 at 2:41 pm" is `A 0, 0 a 0:0 a`."""
    if len(text) >= SHAPED:
        return ""
    return FIGURES.sub("0", LETTERS.sub(letter, text))


def letter(word: re.Match[str]) -> str:
    """What stands for a word in a shape."""
    return "A" if word[0][0].isupper() else "a"
