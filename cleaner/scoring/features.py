"""What the first pass sees of each block: its text, its place, its containers, its neighbours, as numbers.

A row is a list of floats in the order of `NAMES`. Absent things (no parent, no neighbour, no title on the page) have
values that real ones cannot have, so that a tree can part them from zero.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from cleaner.model import Block, Element, Kind, Page
from cleaner.scoring.regions import LANDMARK_FLAG, sums
from cleaner.scoring.words import WordWeights, name_words, text_words, weigh

# Scripts that put no space between words: each character counts as much as half a word.
WIDE = re.compile("[\u0e00-\u0eff\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f]")
SENTENCE_ENDS = ".!?\u3002\uff01\uff1f\u2026\u061f\u0964"
ASCII_ENDS = ".!?"
CLOSERS = "\"'\u201d\u2019\u00bb)]\u300d\u300f\uff09"
COMMAS = ",;\uff0c\u3001\uff1b\u060c"
ASCII_COMMAS = ",;"

SHORT = 200  # characters: longer blocks are prose, and what is only asked of lines is not asked of them
PROSE = 80  # characters: a block of so many with a sentence's end and few links counts as prose

KIND_CODE = {kind: float(code) for code, kind in enumerate(Kind)}
TAG_CODE = {
    tag: float(code)
    for code, tag in enumerate(
        (
            "other p div li td tr a span h1 h2 h3 h4 h5 h6 section article main header footer nav aside form ul "
            "ol dl dt dd figure figcaption blockquote pre button label table body address details summary center"
        ).split()
    )
}
FLAGGED = ("article", "main", "nav", "header", "footer", "aside", "form", "table", "li", "figure", "section")
FLAG_BIT = {tag: 1 << bit for bit, tag in enumerate(FLAGGED)}
HIDDEN_BIT = 1 << len(FLAGGED)
COMMENTS_BIT = HIDDEN_BIT << 1

# Names by which sites, in any language, call what readers wrote under an article.
COMMENT_WORDS = frozenset(
    (
        "comment comments commentlist commentary disqus reply replies respond kommentar kommentare "
        "commentaire commentaires comentario comentarios commenti reacties komentarze"
    ).split()
)

NEIGHBOURS = (-2, -1, 1, 2)
LEVELS = 4  # containers above a block's own that are judged as regions

TEXT_NAMES = (
    "size", "words", "word-length", "link-share", "sentence-ends", "commas", "ends-sentence", "ends-colon", "ends-ellipsis",
    "ends-question", "starts-lower", "digits", "capitals", "kind", "level", "strong", "text-words", "text-words-low",
    "text-words-high", "title-share", "is-title", "in-description", "in-body", "lines", "twins", "first-twin",
)  # fmt: skip
TEXT_WORDS, IS_TITLE = (TEXT_NAMES.index(name) for name in ("text-words", "is-title"))
PLACE_NAMES = (
    "place", "chars-before", "page-blocks", "page-prose", "page-link-share", "after-title", "since-heading",
    "comments-prose", "articles", "marks",
)  # fmt: skip
SHAPE_NAMES = ("shape-count", "shape-size", "shape-link-share", "shape-prose")
ELEMENT_NAMES = (
    "tag", "parent-tag", "depth", "own-names", "parent-names", "chain-names", "chain-names-low", "chain-names-high",
    *(f"in-{tag}" for tag in FLAGGED), "hidden", "in-comments", "from-title", "landmark-number",
)  # fmt: skip
REGION_FACTS = ("prose", "link-share", "blocks", "mean-size", "sentences")
REGION_NAMES = tuple(
    f"{region}-{fact}"
    for region in (*(f"region{level}" for level in range(1, LEVELS + 1)), "landmark")
    for fact in REGION_FACTS
)
NEIGHBOUR_FACTS = ("size", "link-share", "kind", "ends-sentence", "text-words", "names")
NEIGHBOUR_NAMES = tuple(
    f"{'before' if at < 0 else 'after'}{abs(at)}-{fact}" for at in NEIGHBOURS for fact in NEIGHBOUR_FACTS
)
NAMES = (*TEXT_NAMES, *PLACE_NAMES, *SHAPE_NAMES, *ELEMENT_NAMES, *REGION_NAMES, *NEIGHBOUR_NAMES)

OUTSIDE = (-1.0, -1.0, -1.0, -1.0, 0.0, 0.0)  # a neighbour beyond the page's edge


class Seen(NamedTuple):
    """The rows of the blocks asked for, and for every block of the page its nearest landmark and its make."""

    rows: list[list[float]]
    landmarks: list[Element]
    shapes: list[int]


class Facts(NamedTuple):
    """What is worked out of every block's text, of those that no longer stand as well: neighbours and sums need it."""

    size: float  # log of the characters, wide ones counted twice
    words: float
    link_share: float
    ends: int  # sentence ends
    ends_sentence: float


class Context(NamedTuple):
    """What the tags and names of a container and its ancestors say."""

    own: float
    chain: float
    low: float
    high: float
    flags: int
    landmark: Element
    number: int  # of landmarks of the same tag before this one


NOWHERE = Context(0.0, 0.0, 0.0, 0.0, 0, Element("", None, 0, 0), 0)


def features(page: Page, standing: Sequence[Block], texts: WordWeights, names: WordWeights) -> Seen:
    """A row of figures for each block that still stands; `texts` and `names` weigh words of text and of class names."""
    blocks = page.blocks
    facts = [text_facts(block) for block in blocks]
    rows = text_rows(page, standing, facts, texts)
    contexts = container_contexts(page, names)
    found = [contexts[block.element.index] or NOWHERE for block in blocks]
    near = [
        [fact.size, fact.link_share, KIND_CODE[block.kind], fact.ends_sentence, 0.0, context.chain]
        for block, fact, context in zip(blocks, facts, found, strict=True)
    ]
    for block, row in zip(standing, rows, strict=True):
        near[block.index][4] = row[TEXT_WORDS]
    title_at = next((block.index for block, row in zip(standing, rows, strict=True) if row[IS_TITLE] > 0), -1)
    containers = Containers(page, facts, contexts, title_at)
    shapes, shape_of = shape_figures(blocks, facts)
    about = page_figures(page, containers, found)
    total = len(blocks)
    all_size = containers.size[-1] or 1.0
    heading = 0
    for block, row in zip(standing, rows, strict=True):
        index = block.index
        if block.kind is Kind.HEADING:
            heading = index
        row.append(index / total)
        row.append(containers.size[index] / all_size)
        row += about
        row.append((index - title_at) / total if title_at >= 0 else -2.0)
        row.append(float(index - heading))
        row.append(weigh(name_words(block.marks), names)[0] if block.marks else 0.0)
        row += shapes[shape_of[index]]
        row += containers.row(block.element)
        for shift in NEIGHBOURS:
            other = index + shift
            row += near[other] if 0 <= other < total else OUTSIDE
    return Seen(rows, [context.landmark for context in found], shape_of)


def page_figures(page: Page, containers: Containers, contexts: Sequence[Context]) -> list[float]:
    """What is the same for all blocks of a page."""
    prose = containers.prose
    in_comments = sum(
        prose[index + 1] - prose[index] for index, context in enumerate(contexts) if context.flags & COMMENTS_BIT
    )
    return [
        log(1 + len(page.blocks)),
        log(1 + prose[-1]),
        containers.link[-1] / (containers.size[-1] or 1.0),
        in_comments / (prose[-1] or 1.0),
        float(sum(element.tag == "article" for element in page.elements)),
    ]


def text_facts(block: Block) -> Facts:
    """The facts of one block's text."""
    text = block.text
    length = len(text)
    last = text[-1]
    if last in CLOSERS and length > 1:
        last = text[-2]
    share = block.link_chars / length
    if text.isascii():
        ends = text.count(".") + text.count("!") + text.count("?")
        return Facts(log(1 + length), text.count(" ") + 1, share, ends, 1.0 if last in ASCII_ENDS else 0.0)
    wide = len(WIDE.findall(text))
    ends = sum(map(text.count, SENTENCE_ENDS))
    return Facts(
        log(1 + length + wide), text.count(" ") + 1 + wide / 2, share, ends, 1.0 if last in SENTENCE_ENDS else 0.0
    )


def text_rows(page: Page, standing: Sequence[Block], facts: Sequence[Facts], texts: WordWeights) -> list[list[float]]:
    """The figures of each standing block's own text."""
    known = page.metadata
    title = (known.title or "").casefold().strip()
    title_words = text_words(title)
    description = (known.description or "").casefold()
    body = " ".join(known.article_body.split()) if known.article_body else ""
    counts: dict[str, int] = {}
    for block in page.blocks:
        counts[block.text] = counts.get(block.text, 0) + 1
    seen: set[str] = set()
    rows = []
    for block in standing:
        text = block.text
        short = len(text) < SHORT
        begin = text_words(text)
        row = line_figures(block, facts[block.index])
        row += weigh(begin, texts)
        row.append(len(title_words & begin) / len(begin) if title_words and begin else -1.0)
        row.append(same_title(text, title) if title and short else 0.0)
        row.append((1.0 if text[:100].casefold() in description else 0.0) if description and len(text) > 20 else -1.0)
        row.append((1.0 if text[:80] in body else 0.0) if body else -1.0)
        row.append(float(text.count("\n")))
        row.append(float(min(counts[text], 5)))
        row.append(0.0 if text in seen else 1.0)
        seen.add(text)
        rows.append(row)
    return rows


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
    commas = text.count(",") if text.isascii() else sum(map(text.count, COMMAS))
    digits = capitals = -1.0
    if length < SHORT:
        words = text.split()
        firsts = [word[0] for word in words]
        digits = len([first for first in firsts if first.isdigit()]) / len(words)
        capitals = len([first for first in firsts if first.isupper()]) / len(words)
    return [
        facts.size,
        facts.words,
        length / facts.words,
        facts.link_share,
        facts.ends * per,
        commas * per,
        facts.ends_sentence,
        1.0 if last == ":" else 0.0,
        1.0 if last == "\u2026" or text.endswith("...") else 0.0,
        1.0 if last in "?\uff1f" else 0.0,
        1.0 if text[0].islower() else 0.0,
        digits,
        capitals,
        KIND_CODE[block.kind],
        float(block.level),
        block.strong_chars / length,
    ]


class Containers:
    """The figures of every container that is asked for, each worked out once."""

    def __init__(self, page: Page, facts: Sequence[Facts], contexts: Sequence[Context | None], title_at: int) -> None:
        self.contexts = contexts
        self.title_at = title_at
        self.known: dict[int, list[float]] = {}
        self.figures: dict[int, list[float]] = {}
        size, link, prose, ends = [], [], [], []
        for block, fact in zip(page.blocks, facts, strict=True):
            chars = float(len(block.text))
            size.append(chars)
            link.append(chars * fact.link_share)
            sentences = fact.ends if fact.link_share < 0.5 else 0
            ends.append(float(sentences))
            prose.append(chars if sentences and chars > PROSE else 0.0)
        self.size, self.link, self.prose, self.ends = sums(size), sums(link), sums(prose), sums(ends)

    def row(self, element: Element) -> list[float]:
        """The part of a row that is the same for all text directly in a container."""
        found = self.known.get(element.index)
        if found is None:
            context = self.contexts[element.index]
            assert context is not None
            parent = element.parent
            above = self.contexts[parent.index] if parent is not None else None
            flags = context.flags
            found = [
                TAG_CODE.get(element.tag, 0.0),
                TAG_CODE.get(parent.tag, 0.0) if parent is not None else -1.0,
                float(element.depth),
                context.own,
                above.own if above is not None else 0.0,
                context.chain,
                context.low,
                context.high,
            ]
            found += [1.0 if flags & bit else 0.0 for bit in FLAG_BIT.values()]
            found.append(1.0 if flags & HIDDEN_BIT else 0.0)
            found.append(1.0 if flags & COMMENTS_BIT else 0.0)
            found.append(self.from_title(element))
            found.append(float(context.number))
            at = element
            for _ in range(LEVELS):
                at = at.parent or at
                found += self.region(at)
            found += self.region(context.landmark)
            self.known[element.index] = found
        return found

    def from_title(self, element: Element) -> float:
        """How many containers up one stands that also holds the page's title; -1 where no block is the title."""
        if self.title_at < 0:
            return -1.0
        up = 0.0
        for at in element.ancestors():
            if at.first <= self.title_at < at.last:
                break
            up += 1.0
        return up

    def region(self, element: Element) -> list[float]:
        """A container's share of the page's prose, its links, blocks, mean block and sentences."""
        found = self.figures.get(element.index)
        if found is None:
            first, last = element.first, element.last
            blocks = last - first
            size = self.size[last] - self.size[first]
            found = self.figures[element.index] = [
                (self.prose[last] - self.prose[first]) / (self.prose[-1] or 1.0),
                (self.link[last] - self.link[first]) / (size or 1.0),
                log(1 + blocks),
                log(1 + size / (blocks or 1)),
                log(1 + self.ends[last] - self.ends[first]),
            ]
        return found


def container_contexts(page: Page, names: WordWeights) -> list[Context | None]:
    """For every container with a block, what its and its ancestors' tags and names say; None for the others."""
    contexts: list[Context | None] = []
    known: dict[tuple[str, str, str], tuple[float, float, float, int]] = {}
    numbers: dict[str, int] = {}
    for element in page.elements:
        above = contexts[element.parent.index] if element.parent is not None else None
        if element.first >= element.last and above is not None:
            contexts.append(None)
            continue
        key = (element.id, element.classes, element.itemprop)
        found = known.get(key)
        if found is None:
            words = name_words(*key)
            comments = 0 if COMMENT_WORDS.isdisjoint(words) else COMMENTS_BIT
            found = known[key] = (*weigh(words, names), comments)
        own, low, high, flags = found
        mark = LANDMARK_FLAG.get(element.role) or element.tag
        flags |= FLAG_BIT.get(element.tag, 0) | FLAG_BIT.get(mark, 0) | (HIDDEN_BIT if element.hidden else 0)
        if above is None:
            contexts.append(Context(own, own, low, high, flags, element, 0))
            continue
        landmark, number = above.landmark, above.number
        if flags & LANDMARK_BITS:
            landmark, number = element, numbers.get(element.tag, 0)
            numbers[element.tag] = number + 1
        contexts.append(
            Context(
                own,
                own + 0.8 * above.chain,
                low if low < above.low else above.low,
                high if high > above.high else above.high,
                flags | above.flags,
                landmark,
                number,
            )
        )
    return contexts


LANDMARK_BITS = sum(FLAG_BIT[tag] for tag in ("article", "main", "nav", "header", "footer", "aside", "section"))


def shape_figures(blocks: Sequence[Block], facts: Sequence[Facts]) -> tuple[list[list[float]], list[int]]:
    """Blocks of one make (tag, classes, parent's classes, kind): how many, how long, how linked; and who is which."""
    number: dict[tuple[str, str, str, Kind], int] = {}
    shape_of: list[int] = []
    made: list[list[float]] = []
    prose = 1.0
    for block, fact in zip(blocks, facts, strict=True):
        element = block.element
        key = (element.tag, element.classes, element.parent.classes if element.parent else "", block.kind)
        at = number.setdefault(key, len(number))
        if at == len(made):
            made.append([0.0, 0.0, 0.0, 0.0])
        mine = made[at]
        mine[0] += 1
        mine[1] += fact.size
        mine[2] += fact.link_share
        if fact.ends_sentence and fact.link_share < 0.5:
            chars = len(block.text)
            mine[3] += chars
            prose += chars
        shape_of.append(at)
    return [[log(1 + n), size / n, links / n, chars / prose] for n, size, links, chars in made], shape_of
