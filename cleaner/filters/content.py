"""Where the article is, by the content model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from cleaner.model import Block, Drop, InputKind, Page, Vouch
from cleaner.scoring.decide import cut
from cleaner.scoring.evidence import ScoreEvidence
from cleaner.scoring.model import Model, Scores, shipped
from cleaner.scoring.opinion import swayed


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that is not the article, told by a learned model from text, place, containers and neighbours."""

    model: Model | None = None  # None: the one that comes with the program
    unsure: float = 0.4  # expected F1; below it, one page in 100 of the labelled ones, readability-lxml is asked
    sure: float = 0.97  # from this probability on a long block is vouched for: no wording takes it out again
    long: int = 200  # characters
    headline_least: float = 0.25  # probability of the line above a text's first paragraph
    headline_words: int = 5

    name: ClassVar[str] = "content"
    by_phrase: ClassVar[bool] = False

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        model = self.model or shipped(page.kind)
        scores = model.scores(page, blocks)
        least, expected = cut(scored(blocks, scores), page.strictness)
        if blocks and expected < self.unsure:
            scores = swayed(page, scores)
            least, _ = cut(scored(blocks, scores), page.strictness)
        headline = self.headline(page, blocks, scores, least)
        for block, probability in scored(blocks, scores):
            evidence = ScoreEvidence(model, scores, block.index)
            if probability < least and block is not headline:
                yield Drop(block, "not-article", evidence)
            elif probability >= self.sure and len(block.text) >= self.long:
                yield Vouch(block, evidence)

    def headline(self, page: Page, blocks: Sequence[Block], scores: Scores, least: float) -> Block | None:
        """The line right above a text's first kept paragraph when it reads like its headline; HTML has titles for that.

        A scraped text has no other place for its headline, and the labels, which leave titles out, teach to drop it.
        """
        if page.kind is not InputKind.TEXT:
            return None
        above: Block | None = None
        for block, probability in scored(blocks, scores):
            if probability >= least:
                break
            above = block
        else:
            return None
        if above is None or scores.probabilities[above.index] < self.headline_least:
            return None
        words = above.text.count(" ") + 1 + len(above.text) // 20
        return above if self.headline_words <= words and len(above.text) < self.long else None


def scored(blocks: Sequence[Block], scores: Scores) -> list[tuple[Block, float]]:
    """The blocks with their probabilities."""
    return [(block, scores.probabilities[block.index]) for block in blocks]
