"""Where the article is, by the content model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from cleaner.model import Block, Drop, Page, Vouch
from cleaner.scoring.decide import cut
from cleaner.scoring.evidence import ScoreEvidence
from cleaner.scoring.model import Model, Scores, shipped
from cleaner.scoring.opinion import swayed


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that is not the article, told by a learned model from text, place, containers and neighbours."""

    model: Model | None = None  # None: the one that comes with the program
    unsure: float = 0.6  # expected F1; below it, one page in 25 of the labelled ones, readability-lxml is asked
    sure: float = 0.97  # from this probability on a long block is vouched for: no wording takes it out again
    long: int = 200  # characters

    name: ClassVar[str] = "content"
    by_phrase: ClassVar[bool] = False

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        model = self.model or shipped(page.kind)
        scores = model.scores(page, blocks)
        least, expected = cut(scored(blocks, scores), page.strictness)
        if blocks and expected < self.unsure:
            scores = swayed(page, scores)
            least, _ = cut(scored(blocks, scores), page.strictness)
        for block, probability in scored(blocks, scores):
            evidence = ScoreEvidence(model, scores, block.index)
            if probability < least:
                yield Drop(block, "not-article", evidence)
            elif probability >= self.sure and len(block.text) >= self.long:
                yield Vouch(block, evidence)


def scored(blocks: Sequence[Block], scores: Scores) -> list[tuple[Block, float]]:
    """The blocks with their probabilities."""
    return [(block, scores.probabilities[block.index]) for block in blocks]
