"""Texts joined of two: labelled pages with what other pages tell put behind their article.

The hardest lines of a scraped text are those of another article: a column of teasers, the next story. Few labelled
pages have them, and in few languages. Here a page gets them from other pages in its language, whose titles and articles
are known, and what is put in is labelled as no article: of two articles on a page, the first is the page's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from typing import TypeVar
from zlib import crc32

from cleaner.learn.gold import GoldPage
from cleaner.model import Block, Kind

Item = TypeVar("Item")

STORY = ("article", None)  # kinds of page of which another's article is no part
MIN_DONORS = 3  # pages in the same language; fewer would be the same few everywhere
TEASED = 60  # percent of the pages that get teasers; the others get a story
TEASERS = (3, 5, 8, 12, 20, 30)
TEASER_SIZE = (120, 160, 200, 260)  # characters of a teaser's text
CUT_SHORT = 15  # percent of the columns of teasers whose texts break off
UNTITLED, UNTEXTED = 25, 20  # percent of the columns without titles, without texts
STEPS_TO_TEASERS = (0, 0, 0, 1, 2, 5, 9)  # lines of the page's own between its article and what is put in
STEPS_TO_STORY = (0, 1, 2, 3, 5, 9, 15)
LINES_ABOVE = (0, 1, 1, 2, 3)  # of the other page, above its article: its title, its byline
MOST_LINES = 60  # of a story
LEAST_LEAD = 60  # characters of the line that a teaser is made of
HEADLINE = (25, 120)  # characters of a line above an article that may be its title
SENTENCE_END = re.compile(r"[.!?\u2026](?=\s|$)|[\u3002\uff01\uff1f]")


class Draw:
    """Numbers that follow from a key, the same on every machine."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.drawn = 0

    def below(self, bound: int) -> int:
        """A number from 0 up to, not including, the bound."""
        self.drawn += 1
        return crc32(f"{self.key} {self.drawn}".encode()) % bound

    def one(self, items: Sequence[Item]) -> Item:
        """One of some items."""
        return items[self.below(len(items))]


class Donors:
    """Pages that others get lines from: of the same language, of another site, and of the same fold.

    A text that is an article in one fold must not be called none in another: what trees learned of it there would count
    against it when they judge it.
    """

    def __init__(self, pages: Sequence[GoldPage], folds: Sequence[int]) -> None:
        self.groups: dict[tuple[int, str | None], list[GoldPage]] = {}
        for gold, fold in zip(pages, folds, strict=True):
            if is_story(gold):
                self.groups.setdefault((fold, gold.page.metadata.language), []).append(gold)

    def joined(self, gold: GoldPage, fold: int) -> GoldPage | None:
        """A page with another's lines behind its article; None where there are too few others."""
        key = fold, gold.page.metadata.language
        others = [each for each in self.groups.get(key, ()) if each.site != gold.site]
        if not is_story(gold) or len(others) < MIN_DONORS:
            return None
        draw = Draw(f"{gold.row.get('set')}/{gold.row['id']}")
        end = 1 + max(at for at, label in enumerate(gold.labels) if label)
        if draw.below(100) < TEASED:
            lines, steps = teasers(others, draw), draw.one(STEPS_TO_TEASERS)
        else:
            lines, steps = story(draw.one(others), draw), draw.one(STEPS_TO_STORY)
        return put_in(gold, lines, min(end + steps, len(gold.labels)))


def is_story(gold: GoldPage) -> bool:
    """Whether a page has one article, so that another's is no part of it."""
    return gold.row.get("kind") in STORY and any(gold.labels)


def teasers(others: Sequence[GoldPage], draw: Draw) -> list[str]:
    """A column of titles and first sentences of other pages, all made alike."""
    size = draw.one(TEASER_SIZE)
    cut_short = draw.below(100) < CUT_SHORT
    shown = draw.below(100)
    first = draw.below(len(others))
    lines = []
    for at in range(min(draw.one(TEASERS), len(others))):
        other = others[(first + at) % len(others)]
        title = title_of(other)
        lead = next((text for text in article_lines(other) if len(text) >= LEAST_LEAD), "")
        text = f"{lead[:size]}\u2026" if cut_short else sentences(lead, size)
        if title and shown >= UNTITLED:
            lines.append(title)
        if text and (shown < 100 - UNTEXTED or not title):
            lines.append(text)
    return lines


def story(other: GoldPage, draw: Draw) -> list[str]:
    """Another page's article from a few lines above it."""
    labelled = [at for at, label in enumerate(other.labels) if label]
    first = max(0, labelled[0] - draw.one(LINES_ABOVE))
    return [block.text for block in other.page.blocks[first : labelled[-1] + 1]][:MOST_LINES]


def article_lines(gold: GoldPage) -> list[str]:
    """The lines of a page's article."""
    return [block.text for block, label in zip(gold.page.blocks, gold.labels, strict=True) if label]


def title_of(gold: GoldPage) -> str | None:
    """A page's title as its labels give it, else the line above its article if that may be one."""
    title = gold.row.get("title")
    if title:
        return str(title)
    first = next(at for at, label in enumerate(gold.labels) if label)
    above = gold.page.blocks[first - 1].text if first else ""
    return above if HEADLINE[0] <= len(above) <= HEADLINE[1] else None


def sentences(text: str, size: int) -> str:
    """The first sentences of a text that fit into so many characters."""
    ends = [match.end() for match in SENTENCE_END.finditer(text, 0, size + 1)]
    return text[: ends[-1]] if ends else ""


def put_in(gold: GoldPage, lines: Sequence[str], at: int) -> GoldPage:
    """A copy of a page with lines put in before its line `at`, labelled as no article."""
    page = copy(gold.page)
    new = [Block(0, line, Kind.PARAGRAPH, page.elements[0]) for line in lines]
    page.blocks = tuple(map(copy, [*page.blocks[:at], *new, *page.blocks[at:]]))
    for index, block in enumerate(page.blocks):
        block.index = index
    return replace(
        gold,
        page=page,
        labels=(*gold.labels[:at], *[False] * len(new), *gold.labels[at:]),
        standing=tuple(range(len(page.blocks))),
    )
