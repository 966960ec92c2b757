"""Pages of HTML: text, place, containers, neighbours; then the scores in containers and around each block."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block, Page
from cleaner.scoring import features, neighbourhood
from cleaner.scoring.view import Rows, Seen, View
from cleaner.scoring.words import WordWeights

# For every block the number of its landmark, which make of block it is, and whether it stands among comments.
Found = tuple[list[int], list[int], list[bool]]


def first(page: Page, standing: Sequence[Block], texts: WordWeights, names: WordWeights) -> Seen:
    """The first pass's rows."""
    seen = features.features(page, standing, texts, names)
    return Seen(seen.rows, ([element.index for element in seen.landmarks], seen.shapes, seen.comments))


def second(page: Page, asked: Sequence[Block], scores: Sequence[float], found: Found) -> Rows:
    """The second pass's rows for some blocks."""
    landmarks, shapes, comments = found
    return neighbourhood.second_rows(page, asked, scores, [page.elements[at] for at in landmarks], shapes, comments)


HTML = View(features.NAMES, neighbourhood.NAMES, first, second, kept=lambda found: found)
