"""Scraped text: lines, place, the lines around; then the scores around each line and where the article may run."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block, Page
from cleaner.scoring import flow, lines
from cleaner.scoring.view import AskedFor, Seen, View
from cleaner.scoring.vocabulary import Vocabulary, vocabulary
from cleaner.scoring.words import WordWeights


def first(page: Page, standing: Sequence[Block], texts: WordWeights, names: WordWeights) -> Seen:
    """The first pass. A text has no class names: what has weights there are pairs of words."""
    seen = lines.Lines(page.blocks, texts, names)
    return Seen(seen.rows, seen.shared)


def second(page: Page, scores: Sequence[float], found: Vocabulary | None) -> AskedFor:
    """The second pass."""
    return flow.Flow(page.blocks, scores, found or vocabulary(page.blocks)).rows


TEXT = View(lines.NAMES, flow.NAMES, first, second, kept=lambda found: None)
