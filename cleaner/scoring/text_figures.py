"""The figures of a block's own text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log

from cleaner.model import Block, Kind, Metadata, Page
from cleaner.native import native
from cleaner.scoring.words import WordWeights, heard, text_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# Scripts that put no space between words: each character counts as much as half a word. A string, since C has its own:
# to compile it takes three milliseconds of every start.
WIDE: Final = "[\u0e00-\u0eff\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f]"
SENTENCE_ENDS: Final = ".!?\u3002\uff01\uff1f\u2026\u061f\u0964"
CLOSERS: Final = "\"'\u201d\u2019\u00bb)]\u300d\u300f\uff09"
COMMAS: Final = ",;\uff0c\u3001\uff1b\u060c"

SHORT: Final = 200  # characters: longer blocks are prose, and what is only asked of lines is not asked of them

KIND_CODE: Final = {kind: float(code) for code, kind in enumerate(Kind)}
TEXT_NAMES = (
    "size", "words", "word-length", "link-share", "sentence-ends", "commas", "ends-sentence", "ends-colon",
    "ends-ellipsis", "ends-question", "starts-lower", "digits", "capitals", "kind", "level", "strong", "text-words",
    "text-words-low", "text-words-high", "title-share", "is-title", "in-description", "in-body", "lines", "twins",
    "first-twin",
)  # fmt: skip


Counts = tuple[int, int, int, int, int, int, int]
Heard = tuple[float, float, float, int, int]

SILENT: Final = (0.0, 0.0, 0.0, 0, 0)  # what is heard of a block that no longer stands


class Facts:
    """What is worked out of every block's text, of those that no longer stand as well: neighbours and sums need it."""

    __slots__ = ("size", "words", "link_share", "ends", "commas", "ends_sentence", "digits", "capitals")

    def __init__(
        self, size: float, words: float, link_share: float, ends: int, commas: int, ends_sentence: float, digits: float,
        capitals: float,
    ) -> None:  # fmt: skip
        self.size = size  # log of the characters, wide ones counted twice
        self.words = words
        self.link_share = link_share
        self.ends = ends  # sentence ends
        self.commas = commas
        self.ends_sentence = ends_sentence
        self.digits = digits  # share of a line's words that begin with one; -1 for prose
        self.capitals = capitals


def text_facts(block: Block) -> Facts:
    """The facts of one block's text."""
    text = block.text
    length = len(text)
    last = text[-1]
    if last in CLOSERS and length > 1:
        last = text[-2]
    spaces, wide, ends, commas, words, digits, capitals = counts(text)
    return Facts(
        log(1.0 + (length + wide)),
        spaces + 1 + wide / 2,
        block.link_chars / length,
        ends,
        commas,
        1.0 if last in SENTENCE_ENDS else 0.0,
        digits / words if words else -1.0,
        capitals / words if words else -1.0,
    )


def width(text: str) -> int:
    """The length of a text in letters: a character of a script that puts no space between words counts as two."""
    return len(text) if text.isascii() else len(text) + counts(text)[1]


def ends_sentence(text: str) -> bool:
    """Whether a text closes as a sentence does, quotes and brackets aside."""
    return text.rstrip(CLOSERS)[-1:] in tuple(SENTENCE_ENDS)


def counts(text: str) -> Counts:
    """Spaces, wide characters, sentence ends, commas, words, and how many of these begin with a digit and a capital.

    The last three are 0 for a text that is not short.
    """
    if native is not None:
        found: Counts = native.counts(text)
        return found
    return counts_in_python(text)


def counts_in_python(text: str) -> Counts:
    """The same where nothing is built in C."""
    if text.isascii():
        wide, commas = 0, text.count(",")
        ends = text.count(".") + text.count("!") + text.count("?")
    else:
        wide, commas = len(re.findall(WIDE, text)), sum(map(text.count, COMMAS))
        ends = sum(map(text.count, SENTENCE_ENDS))
    firsts = [word[0] for word in text.split()] if len(text) < SHORT else []
    digits = len([first for first in firsts if first.isdigit()])
    capitals = len([first for first in firsts if first.isupper()])
    return text.count(" "), wide, ends, commas, len(firsts), digits, capitals


class TextFigures:
    """The figures of the standing blocks' own texts; what each costs most of is worked out once, for all of them."""

    __slots__ = ("body", "copies", "description", "facts", "firsts", "has_title", "heard", "titles")

    def __init__(self, page: Page, standing: Sequence[Block], facts: Sequence[Facts], texts: WordWeights) -> None:
        title, self.description, self.body = said_of_itself(page.metadata)
        title_words = text_words(title)
        self.facts = facts
        self.has_title = bool(title_words)
        self.copies: dict[str, int] = {}
        for block in page.blocks:
            self.copies[block.text] = self.copies.get(block.text, 0) + 1
        self.firsts: dict[str, int] = {}  # the first standing block of a text that comes again
        self.heard: list[Heard] = [SILENT] * len(page.blocks)  # what the first words weigh, by block
        self.titles: dict[int, float] = {}  # how much a line is the page's title, of those that are
        for block in standing:
            text, index = block.text, block.index
            if self.copies[text] > 1:
                self.firsts.setdefault(text, index)
            self.heard[index] = heard(text, texts, title_words)
            if title and len(text) < SHORT:
                same = same_title(text, title)
                if same:
                    self.titles[index] = same

    def row(self, block: Block) -> list[float]:
        """The row of one of them."""
        text, index = block.text, block.index
        row = line_figures(block, self.facts[index])
        total, low, high, shared, words = self.heard[index]
        row += (total, low, high, shared / words if self.has_title and words else -1.0)
        row.append(self.titles.get(index, 0.0))
        if self.description and len(text) > 20:
            row.append(1.0 if text[:100].casefold() in self.description else 0.0)
        else:
            row.append(-1.0)
        row.append((1.0 if text[:80] in self.body else 0.0) if self.body else -1.0)
        row.append(float(text.count("\n")))
        row.append(float(min(self.copies[text], 5)))
        row.append(1.0 if self.firsts.get(text, index) == index else 0.0)
        return row


def said_of_itself(known: Metadata) -> tuple[str, str, str]:
    """A page's title and description with their case folded, and its article's body; empty where it gives none."""
    body = " ".join(known.article_body.split()) if known.article_body else ""
    return (known.title or "").casefold().strip(), (known.description or "").casefold(), body


def same_title(text: str, title: str) -> float:
    """1 where a line is the page's title, or one of the two is in the other."""
    folded = text.casefold()
    return 1.0 if folded == title or (len(text) > 20 and (folded in title or title in folded)) else 0.0


def line_figures(block: Block, facts: Facts) -> list[float]:
    """The figures of a block's text, first part; what is only asked of lines is -1 for prose."""
    text = block.text
    length = len(text)
    per = 100.0 / length
    last = text[-1]
    return [
        facts.size,
        facts.words,
        length / facts.words,
        facts.link_share,
        facts.ends * per,
        facts.commas * per,
        facts.ends_sentence,
        1.0 if last == ":" else 0.0,
        1.0 if last == "\u2026" or text.endswith("...") else 0.0,
        1.0 if last in "?\uff1f" else 0.0,
        1.0 if text[0].islower() else 0.0,
        facts.digits,
        facts.capitals,
        KIND_CODE[block.kind],
        float(block.level),
        block.strong_chars / length,
    ]
