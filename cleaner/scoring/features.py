"""What the first pass sees of each block: its text, its place, its containers, its neighbours, as numbers.

A row is a list of floats in the order of `NAMES`. Absent things (no parent, no neighbour, no title on the page) have
values that real ones cannot have, so that a tree can part them from zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from cleaner.model import Block, Kind, Page
from cleaner.scoring import page_type
from cleaner.scoring.containers import (
    COMMENTS_BIT,
    ELEMENT_NAMES,
    NOWHERE,
    REGION_NAMES,
    Containers,
    Context,
    container_contexts,
)
from cleaner.scoring.text_figures import KIND_CODE, TEXT_NAMES, Facts, TextFigures, text_facts
from cleaner.scoring.words import WordWeights, name_words, weigh

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

NEIGHBOURS: Final = (-2, -1, 1, 2)
MOST_AWAY: Final = 2

PLACE_NAMES = (
    "place", "chars-before", "page-blocks", "page-prose", "page-link-share", "comments-prose", "articles",
    "after-title", "since-heading", "marks",
)  # fmt: skip
SHAPE_NAMES = ("shape-count", "shape-size", "shape-link-share", "shape-prose")
NEIGHBOUR_FACTS: Final = ("size", "link-share", "kind", "ends-sentence", "text-words", "names")
NEIGHBOUR_NAMES = tuple(
    f"{'before' if at < 0 else 'after'}{abs(at)}-{fact}" for at in NEIGHBOURS for fact in NEIGHBOUR_FACTS
)
NAMES: tuple[str, ...] = (
    *TEXT_NAMES, *PLACE_NAMES, *SHAPE_NAMES, *ELEMENT_NAMES, *REGION_NAMES, *NEIGHBOUR_NAMES, *page_type.NAMES,
)  # fmt: skip

OUTSIDE: Final = (-1.0, -1.0, -1.0, -1.0, 0.0, 0.0)  # a neighbour beyond the page's edge


class Figures:
    """What is worked out once for a page; from it a row of figures for any of the blocks that still stand."""

    __slots__ = (
        "about", "blocks", "comments", "containers", "facts", "found", "headings", "landmarks", "names", "shape_of",
        "shapes", "texts", "title_at", "type",
    )  # fmt: skip

    def __init__(self, page: Page, standing: Sequence[Block], texts: WordWeights, names: WordWeights) -> None:
        """`texts` and `names` weigh words of text and of class names."""
        self.blocks = page.blocks
        self.names = names
        self.facts = [text_facts(block) for block in page.blocks]
        self.texts = TextFigures(page, standing, self.facts, texts)
        contexts = container_contexts(page, names)
        self.found = [contexts[block.element.index] or NOWHERE for block in page.blocks]
        self.title_at = min(self.texts.titles, default=-1)
        self.containers = Containers(page, self.facts, contexts, self.title_at)
        self.shapes, self.shape_of = shape_figures(page.blocks, self.facts)
        self.about = page_figures(page, self.containers, self.found)
        self.type = page_type.page_type(page.metadata)
        self.headings = last_headings(standing, len(page.blocks))
        self.landmarks = [context.landmark for context in self.found]
        self.comments = [context.flags & COMMENTS_BIT > 0 for context in self.found]

    def rows(self, part: Sequence[Block]) -> list[list[float]]:
        """The rows of some of the standing blocks, in document order."""
        if not part:
            return []
        total, title_at, about, kind = len(self.blocks), self.title_at, self.about, self.type
        containers, shapes, shape_of, headings = self.containers, self.shapes, self.shape_of, self.headings
        containers.forget()
        start = max(0, part[0].index - MOST_AWAY)
        near = self.near(start, min(total, part[-1].index + MOST_AWAY + 1))
        all_size = containers.size[-1] or 1.0
        rows = []
        for block in part:
            index = block.index
            row = self.texts.row(block)
            row += (
                index / total,
                containers.size[index] / all_size,
                *about,
                (index - title_at) / total if title_at >= 0 else -2.0,
                float(index - headings[index]),
                weigh(name_words(block.marks), self.names)[0] if block.marks else 0.0,
            )
            row += shapes[shape_of[index]]
            row += containers.row(block.element)
            for shift in NEIGHBOURS:
                other = index + shift
                row += near[other - start] if 0 <= other < total else OUTSIDE
            row += kind
            rows.append(row)
        return rows

    def near(self, first: int, last: int) -> list[tuple[float, float, float, float, float, float]]:
        """What the blocks beside one see of those in a stretch of the page."""
        part = slice(first, last)
        seen = zip(self.blocks[part], self.facts[part], self.texts.heard[part], self.found[part], strict=True)
        return [
            (fact.size, fact.link_share, KIND_CODE[block.kind], fact.ends_sentence, heard[0], context.chain)
            for block, fact, heard, context in seen
        ]


def last_headings(standing: Sequence[Block], total: int) -> list[int]:
    """For every block, the place of the last standing heading up to it; 0 before the first."""
    found = [0] * total
    heading = 0
    for block in standing:
        if block.kind is Kind.HEADING:
            heading = block.index
        found[block.index] = heading
    return found


def page_figures(page: Page, containers: Containers, contexts: Sequence[Context]) -> list[float]:
    """What is the same for all blocks of a page."""
    prose = containers.prose
    in_comments = sum(
        prose[index + 1] - prose[index] for index, context in enumerate(contexts) if context.flags & COMMENTS_BIT
    )
    return [
        log(1.0 + len(page.blocks)),
        log(1.0 + prose[-1]),
        containers.link[-1] / (containers.size[-1] or 1.0),
        in_comments / (prose[-1] or 1.0),
        float(sum(element.tag == "article" for element in page.elements)),
    ]


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
    return [[log(1.0 + n), size / n, links / n, chars / prose] for n, size, links, chars in made], shape_of
