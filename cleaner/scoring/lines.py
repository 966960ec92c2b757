"""What the first pass sees of each block of a text: the line, its place, the lines around it, as numbers.

A row is a list of floats in the order of `NAMES`. A scraped text has no containers and no links: what speaks for a line
are its words, its length and punctuation, whether it comes again or lines like it do, and the run of lines that it
stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from cleaner.model import Block
from cleaner.scoring import continuity, furniture
from cleaner.scoring.regions import distances, sums
from cleaner.scoring.text_figures import KIND_CODE, text_facts
from cleaner.scoring.vocabulary import Vocabulary, vocabulary, word_pairs
from cleaner.scoring.words import WordWeights, text_words, weigh

NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
WINDOWS = (4, 25)  # blocks to either side
WIDEST = WINDOWS[-1]

PROSE = 100  # characters: a line of so many that ends a sentence counts as prose
LINE = 40  # characters: a shorter line is a label, a menu entry, a name
CEILING = 2000.0  # characters of a block that count in sums
TAIL = 80  # characters at the end of a long line that are weighed apart
HAS_TAIL = 120
NO_TAIL = -9.0
START = 12  # characters: lines that begin alike
FAR = 40.0  # blocks: what is further away is not near

LINE_NAMES = (
    "size", "words", "word-length", "sentence-ends", "commas", "ends-sentence", "ends-colon", "ends-ellipsis",
    "ends-question", "starts-lower", "opens-quote", "digits", "capitals", "kind", "level", "text-words",
    "text-words-low", "text-words-high", "known-words", "tail-words", "twins", "first-twin", "same-start",
    "same-shape", "shared-words",
)  # fmt: skip
PLACE_NAMES = (
    "place", "chars-before", "prose-before", "from-top", "from-end", "prose-back", "prose-ahead", "twin-shape-back",
    "twin-shape-ahead", "prose-run", "short-run",
)  # fmt: skip
PAIR_NAMES = ("word-pairs", "word-pairs-low", "word-pairs-high")
PAGE_NAMES = (
    "page-blocks", "page-prose", "page-prose-share", "page-short", "page-sentences", "page-twin-shapes", "page-known",
    "page-mean-size",
)  # fmt: skip
WINDOW_NAMES = tuple(
    f"{side}{width}-{fact}"
    for width in WINDOWS
    for side in ("before", "after")
    for fact in ("prose", "mean-size", "text-words", *(("short", "twin-shapes") if width == WIDEST else ()))
)
NEIGHBOUR_NAMES = tuple(
    f"{'before' if at < 0 else 'after'}{abs(at)}-{fact}"
    for at in NEIGHBOURS
    for fact in ("size", "text-words", "capitals")
)
NAMES: tuple[str, ...] = (
    *LINE_NAMES, *PLACE_NAMES, *PAGE_NAMES, *WINDOW_NAMES, *NEIGHBOUR_NAMES, *furniture.NAMES, *PAIR_NAMES,
    *continuity.NAMES,
)  # fmt: skip

SIZE, ENDS, ENDS_SENTENCE, CAPITALS, TEXT_WORDS, KNOWN, SAME_SHAPE = (
    LINE_NAMES.index(name)
    for name in ("size", "sentence-ends", "ends-sentence", "capitals", "text-words", "known-words", "same-shape")
)
OUTSIDE = (-1.0, 0.0, -1.0)  # a neighbour beyond the text's edge
BEYOND = (-1.0, -1.0, 0.0, -1.0, -1.0)  # a window beyond it
OPENERS = "\"'\u201c\u2018\u00ab\u201e\u300c"
QUESTIONS = "?\uff1f\u061f"


class Around(NamedTuple):
    """Running sums over the lines, from which any stretch of them has its figures by subtraction."""

    chars: list[float]
    prose: list[float]
    short: list[float]
    words: list[float]
    shaped: list[float]


class Lines:
    """What is worked out once for all lines of a text; from it a row of figures for any of them."""

    __slots__ = ("about", "around", "continuity", "furniture", "near", "own", "pairs", "places", "shared")

    def __init__(self, blocks: Sequence[Block], texts: WordWeights, pairs: WordWeights) -> None:
        """`texts` weighs words, `pairs` pairs of them."""
        self.shared = vocabulary(blocks)
        own = own_figures(blocks, self.shared, texts)
        self.own = own
        widths = self.shared.widths
        closes = [row[ENDS_SENTENCE] > 0.0 for row in own]
        chars = [min(float(width), CEILING) for width in widths]
        is_prose = [width >= PROSE and closed for width, closed in zip(widths, closes, strict=True)]
        is_short = [width < LINE for width in widths]
        is_shaped = [row[SAME_SHAPE] > 0.0 for row in own]
        self.around = Around(
            sums(chars),
            sums([size if prose else 0.0 for size, prose in zip(chars, is_prose, strict=True)]),
            sums(map(float, is_short)),
            sums([row[TEXT_WORDS] for row in own]),
            sums(map(float, is_shaped)),
        )
        self.about = page_figures(self.around, own)
        self.places = (
            distances(is_prose, FAR), distances(is_prose[::-1], FAR)[::-1],
            distances(is_shaped, FAR), distances(is_shaped[::-1], FAR)[::-1],
            run_sizes(is_prose), run_sizes(is_short),
        )  # fmt: skip
        self.furniture = furniture.Furniture(self.shared.codes)
        self.pairs = pairs
        ends = [row[ENDS] * len(block.text) / 100.0 for block, row in zip(blocks, own, strict=True)]
        self.continuity = continuity.Continuity(widths, ends, closes, is_prose, self.shared.words, self.shared.says)
        self.near = [(row[SIZE], row[TEXT_WORDS], row[CAPITALS]) for row in own]

    def rows(self, part: Sequence[Block]) -> list[list[float]]:
        """The rows of some lines."""
        around, about, near, total = self.around, self.about, self.near, len(self.own)
        all_chars, all_prose = around.chars[-1] or 1.0, around.prose[-1] or 1.0
        rows = []
        for block in part:
            index = block.index
            row = self.own[index][:]
            row += (
                index / total, around.chars[index] / all_chars, around.prose[index] / all_prose,
                min(float(index), FAR), min(float(total - 1 - index), FAR),
            )  # fmt: skip
            row += [place[index] for place in self.places]
            row += about
            row += window_figures(around, index, total)
            for shift in NEIGHBOURS:
                other = index + shift
                row += near[other] if 0 <= other < total else OUTSIDE
            row += self.furniture.row(index)
            row += weigh(word_pairs(block.text), self.pairs)
            row += self.continuity.row(index)
            rows.append(row)
        return rows


def own_figures(blocks: Sequence[Block], shared: Vocabulary, texts: WordWeights) -> list[list[float]]:
    """The figures of every line by itself, and of how many others are like it."""
    copies = Counter([block.text for block in blocks])
    starts = Counter([block.text[:START] for block in blocks])
    distinct = {block.text: shape for block, shape in zip(blocks, shared.shapes, strict=True)}
    shapes = Counter(distinct.values())
    seen: set[str] = set()
    rows = []
    for block, words, shape in zip(blocks, shared.words, shared.shapes, strict=True):
        text = block.text
        row = text_figures(block)
        begin = text_words(text)
        row += weigh(begin, texts)
        row.append(len([word for word in begin if word in texts]) / len(begin) if begin else -1.0)
        row.append(weigh(text_words(text[-TAIL:]), texts)[0] if len(text) > HAS_TAIL else NO_TAIL)
        row.append(float(min(copies[text], 5)))
        row.append(0.0 if text in seen else 1.0)
        seen.add(text)
        row.append(log(starts[text[:START]]))
        row.append(log(shapes[shape]) if shape else -1.0)
        row.append(len([word for word in words if shared.lines[word] > 1]) / len(words) if words else -1.0)
        rows.append(row)
    return rows


def text_figures(block: Block) -> list[float]:
    """The figures of a line's text: length, punctuation, letters."""
    text = block.text
    length = len(text)
    facts = text_facts(block)
    return [
        facts.size,
        facts.words,
        length / facts.words,
        facts.ends * 100.0 / length,
        facts.commas * 100.0 / length,
        facts.ends_sentence,
        1.0 if text[-1] in ":\uff1a" else 0.0,
        1.0 if text.endswith(("\u2026", "...")) else 0.0,
        1.0 if text[-1] in QUESTIONS else 0.0,
        1.0 if text[0].islower() else 0.0,
        1.0 if text[0] in OPENERS else 0.0,
        facts.digits,
        facts.capitals,
        KIND_CODE[block.kind],
        float(block.level),
    ]


def page_figures(around: Around, own: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """What is the same for all lines; it tells a text of paragraphs from one of all that a page shows."""
    total = len(own)
    return (
        log(1 + total),
        log(1 + around.prose[-1]),
        around.prose[-1] / (around.chars[-1] or 1.0),
        around.short[-1] / total,
        sum([row[ENDS_SENTENCE] for row in own]) / total,
        around.shaped[-1] / total,
        sum([row[KNOWN] for row in own]) / total,
        log(1 + around.chars[-1] / total),
    )


def window_figures(around: Around, index: int, total: int) -> list[float]:
    """How much prose, how long, how article-like the lines are before and after one."""
    chars, prose, short, words, shaped = around
    row: list[float] = []
    for width in WINDOWS:
        low, high = index - width, index + 1 + width
        for first, last in ((low if low > 0 else 0, index), (index + 1, high if high < total else total)):
            count = last - first
            if count <= 0:
                row += BEYOND if width == WIDEST else BEYOND[:3]
                continue
            size = chars[last] - chars[first]
            row += ((prose[last] - prose[first]) / (size or 1.0), size / count, (words[last] - words[first]) / count)
            if width == WIDEST:
                row += ((short[last] - short[first]) / count, (shaped[last] - shaped[first]) / count)
    return row


def run_sizes(flags: Sequence[bool]) -> list[float]:
    """For every line, the log of how many lines in a row around it are flagged as it is."""
    found: list[float] = []
    start = 0
    for at in range(1, len(flags) + 1):
        if at == len(flags) or flags[at] != flags[start]:
            found += [log(at - start)] * (at - start)
            start = at
    return found
