"""Scraped text: lines, place, the lines around; then the scores around each line and where the article may run."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from cleaner.model import Block, Page
from cleaner.scoring import flow, lines
from cleaner.scoring.view import AskedFor, Seen, View
from cleaner.scoring.vocabulary import Vocabulary, vocabulary
from cleaner.scoring.words import WordWeights

Found = tuple[Vocabulary | None, frozenset[int]]  # words and shapes of the lines; which blocks are none


def first(page: Page, standing: Sequence[Block], texts: WordWeights, names: WordWeights) -> Seen:
    """The first pass. A text has no class names: what has weights there are pairs of words."""
    without = dropped_scripts(page, standing)
    shown = lines_without(page, without)
    seen = lines.Lines(shown, texts, names)
    return Seen(renumbering(page, shown, without, seen.rows), (seen.shared, without))


def second(page: Page, scores: Sequence[float], found: Found) -> AskedFor:
    """The second pass."""
    shared, without = found
    shown = lines_without(page, without)
    if without:
        scores = [score for at, score in enumerate(scores) if at not in without]
    return renumbering(page, shown, without, flow.Flow(shown, scores, shared or vocabulary(shown)).rows)


def dropped_scripts(page: Page, standing: Sequence[Block]) -> frozenset[int]:
    """The blocks that are scripts which were taken for text, as far as they have been dropped, by index."""
    if len(page.elements) == 1:
        return frozenset()
    left = {block.index for block in standing}
    return frozenset([block.index for block in page.blocks if block.element.hidden and block.index not in left])


def lines_without(page: Page, without: frozenset[int]) -> Sequence[Block]:
    """The lines of a text as if some had never been there."""
    if not without:
        return page.blocks
    shown = [copy(block) for block in page.blocks if block.index not in without]
    for index, block in enumerate(shown):
        block.index = index
    return shown


def renumbering(page: Page, shown: Sequence[Block], without: frozenset[int], rows: AskedFor) -> AskedFor:
    """The rows of a page's lines, by those of the lines that are left of it."""
    if not without:
        return rows
    places = [block.index for block in page.blocks if block.index not in without]
    at = dict(zip(places, shown, strict=True))
    return lambda part: rows([at[block.index] for block in part])


TEXT = View(lines.NAMES, flow.NAMES, first, second, kept=lambda found: (None, found[1]))
