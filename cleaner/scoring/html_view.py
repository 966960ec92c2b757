"""Pages of HTML: text, place, containers, neighbours; then the scores in containers and around each block."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block, Page
from cleaner.scoring import features, neighbourhood
from cleaner.scoring.judge import judge_of
from cleaner.scoring.view import AskedFor, Seen, View
from cleaner.scoring.words import WordWeights

# For every block the number of its landmark, which make of block it is, and whether it stands among comments.
Found = tuple[list[int], list[int], list[bool]]


def first(page: Page, standing: Sequence[Block], texts: WordWeights, names: WordWeights) -> Seen:
    """The first pass."""
    seen = features.Figures(page, standing, texts, names)
    return Seen(seen.rows, ([element.index for element in seen.landmarks], seen.shape_of, seen.comments))


def second(page: Page, scores: Sequence[float], found: Found) -> AskedFor:
    """The second pass."""
    landmarks, shapes, comments = found
    return neighbourhood.Neighbourhood(page, scores, [page.elements[at] for at in landmarks], shapes, comments).rows


HTML = View(features.NAMES, neighbourhood.NAMES, first, second, kept=lambda found: found, judge=judge_of)
