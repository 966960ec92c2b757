"""Scraped text: lines, place, the lines around; then the scores around each line and where the article may run."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block, Page
from cleaner.scoring import flow, lines
from cleaner.scoring.view import Rows, Seen, View
from cleaner.scoring.vocabulary import Vocabulary, vocabulary
from cleaner.scoring.words import WordWeights


def first(page: Page, standing: Sequence[Block], texts: WordWeights, names: WordWeights) -> Seen:
    """The first pass's rows; a text has no class names."""
    return Seen(*lines.line_rows(page, standing, texts))


def second(page: Page, asked: Sequence[Block], scores: Sequence[float], found: Vocabulary | None) -> Rows:
    """The second pass's rows for some lines."""
    return flow.flow_rows(page.blocks, asked, scores, found or vocabulary(page.blocks))


TEXT = View(lines.NAMES, flow.NAMES, first, second, kept=lambda found: None)
