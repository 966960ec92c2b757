"""What the first pass sees of each block: its text, its place, its containers, its neighbours, as numbers.

A row is a list of floats in the order of `NAMES`. Absent things (no parent, no neighbour, no title on the page) have
values that real ones cannot have, so that a tree can part them from zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from cleaner.model import Block, Element, Kind, Page
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
from cleaner.scoring.text_figures import IS_TITLE, KIND_CODE, TEXT_NAMES, TEXT_WORDS, Facts, text_facts, text_rows
from cleaner.scoring.words import WordWeights, name_words, weigh

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

NEIGHBOURS: Final = (-2, -1, 1, 2)

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


class Seen:
    """The rows of the blocks asked for; for every block its nearest landmark, its make, whether it is a comment's."""

    __slots__ = ("rows", "landmarks", "shapes", "comments")

    def __init__(
        self, rows: list[list[float]], landmarks: list[Element], shapes: list[int], comments: list[bool]
    ) -> None:
        self.rows = rows
        self.landmarks = landmarks
        self.shapes = shapes
        self.comments = comments


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
    kind = page_type.page_type(page.metadata)
    total = len(blocks)
    all_size = containers.size[-1] or 1.0
    heading = 0
    for block, row in zip(standing, rows, strict=True):
        index = block.index
        if block.kind is Kind.HEADING:
            heading = index
        row += (
            index / total,
            containers.size[index] / all_size,
            *about,
            (index - title_at) / total if title_at >= 0 else -2.0,
            float(index - heading),
            weigh(name_words(block.marks), names)[0] if block.marks else 0.0,
        )
        row += shapes[shape_of[index]]
        row += containers.row(block.element)
        for shift in NEIGHBOURS:
            other = index + shift
            row += near[other] if 0 <= other < total else OUTSIDE
        row += kind
    comments = [context.flags & COMMENTS_BIT > 0 for context in found]
    return Seen(rows, [context.landmark for context in found], shape_of, comments)


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
