"""Pages of HTML: text, place, containers, neighbours; then the scores in containers and around each block."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block, Page
from cleaner.scoring import features, neighbourhood
from cleaner.scoring.view import Rows, Seen, View
from cleaner.scoring.words import WordWeights

Found = tuple[list[int], list[int]]  # for every block the number of its landmark, and which make of block it is


def first(page: Page, standing: Sequence[Block], texts: WordWeights, names: WordWeights) -> Seen:
    """The first pass's rows."""
    seen = features.features(page, standing, texts, names)
    return Seen(seen.rows, ([element.index for element in seen.landmarks], seen.shapes))


def second(page: Page, asked: Sequence[Block], scores: Sequence[float], found: Found) -> Rows:
    """The second pass's rows for some blocks."""
    landmarks, shapes = found
    return neighbourhood.second_rows(page, asked, scores, [page.elements[at] for at in landmarks], shapes)


HTML = View(features.NAMES, neighbourhood.NAMES, first, second, kept=lambda found: found)
