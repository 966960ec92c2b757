"""A score in words that a person understands, made only when somebody asks."""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from cleaner.model import Block
from cleaner.scoring.forest import Forest
from cleaner.scoring.model import Model, Scores

SHOWN = 3  # heaviest figures of a pass that stands alone
SHOWN_EACH = 2  # and of each of two passes

OWN_SCORE = "score"  # what the second pass learns of a block from the first: the first pass's figures stand behind it


class ScoreEvidence:
    """The log-odds of a block, and in words the figures that weighed most in the direction of the decision.

    Of a block that was looked at twice, first what weighed most in the first pass, where the block is seen by itself,
    then in the second, where the scores of its neighbours and containers are seen as well.
    """

    __slots__ = ("block", "model", "scores")

    def __init__(self, model: Model, scores: Scores, block: Block) -> None:
        self.model = model
        self.scores = scores
        self.block = block

    def __str__(self) -> str:
        chance = self.scores.probabilities[self.block.index]
        row = dict(zip(self.model.view.names, self.scores.row(self.block), strict=False))
        odds = log(max(chance, 1e-6) / max(1 - chance, 1e-6))
        if len(row) < len(self.model.view.names):
            said = self.heaviest(self.model.first, row, odds >= 0, SHOWN)
        else:
            first = self.heaviest(self.model.first, row, odds >= 0, SHOWN_EACH)
            second = self.heaviest(self.model.second, row, odds >= 0, SHOWN_EACH)
            said = "; second look: ".join(filter(None, (first, second)))
        if self.scores.picked:
            said += f"; readability-lxml {'picks it' if self.scores.picked[self.block.index] else 'leaves it out'}"
        return f"{odds:+.1f}: {said}"

    def heaviest(self, forest: Forest, row: Mapping[str, float], for_article: bool, number: int) -> str:
        """The figures that moved the trees most in one direction, with their weights.

        Those that are the same on the whole page are passed over, as they do not tell its blocks apart; of figures
        about the same thing the heaviest is said.
        """
        from cleaner.scoring.facts_in_words import in_words, is_page_wide, topic

        names = self.model.view.names
        facts: dict[str, str] = {}
        for figure, weight in forest.heaviest(list(row.values())):
            name = names[figure]
            if (weight > 0) == for_article and name != OWN_SCORE and not is_page_wide(name):
                facts.setdefault(topic(name), f"{in_words(name, row, self.block, self.model)} ({weight:+.1f})")
                if len(facts) == number:
                    break
        return ", ".join(facts.values())
