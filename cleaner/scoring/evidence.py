"""A score in words that a person understands, made only when somebody asks."""

from __future__ import annotations

from math import log

from cleaner.scoring.model import Model, Scores

SHOWN = 3  # heaviest figures


class ScoreEvidence:
    """The log-odds of a block, and the figures that weighed most for or against it."""

    __slots__ = ("index", "model", "scores")

    def __init__(self, model: Model, scores: Scores, index: int) -> None:
        self.model = model
        self.scores = scores
        self.index = index

    def __str__(self) -> str:
        chance = self.scores.probabilities[self.index]
        row = self.scores.rows[self.index]
        odds = log(max(chance, 1e-6) / max(1 - chance, 1e-6))
        names = self.model.view.names
        forest = self.model.second if len(row) == len(names) else self.model.first
        facts = [
            f"{names[figure]} {row[figure]:.3g} ({weight:+.1f})"
            for figure, weight in forest.heaviest(row)
            if (weight > 0) == (odds >= 0)
        ][:SHOWN]
        if self.scores.picked:
            facts.append(f"readability-lxml {'picks' if self.scores.picked[self.index] else 'leaves out'} it")
        return f"{odds:+.1f}: {', '.join(facts)}"
