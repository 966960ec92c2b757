"""Word weights by logistic regression: what a word says of a block beside the block's other words.

Naive Bayes counts each word for itself, so that of words which always stand together each has the whole weight. Here
they share it, and a word that says nothing beside others has none.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

from cleaner.learn.gold import GoldPage
from cleaner.model import Page
from cleaner.scoring.containers import FADING
from cleaner.scoring.words import name_words, text_words

PENALTY = 0.03  # the inverse of the penalty on large weights; cross-validated
STEPS, PRECISE = 80, 1e-3  # at most so many; and how flat the loss must be
FAINT = 0.03  # of a container far above, less is not followed
MIN_WEIGHT = 0.05  # log-odds; smaller ones are not worth their bytes


def regressed(
    pages: Iterable[tuple[GoldPage, Sequence[float]]], min_sites: int
) -> tuple[dict[str, float], dict[str, float]]:
    """The weights, in hundredths, of text words and of the words of names, from pages and what their blocks weigh."""
    texts, names = Design(), Design()
    labels, weights = [], []
    for gold, worth in pages:
        chains = names_above(gold.page)
        for block, label, weight in zip(gold.page.blocks, gold.labels, worth, strict=True):
            if label is None or weight <= 0:
                continue
            found = dict(chains[block.element.index])
            for word in name_words(block.marks):
                found[word] = found.get(word, 0.0) + 1.0
            texts.add(gold.site, dict.fromkeys(text_words(block.text), 1.0))
            names.add(gold.site, found)
            labels.append(bool(label))
            weights.append(weight)
    return texts.weights(labels, weights, min_sites), names.weights(labels, weights, min_sites)


def names_above(page: Page) -> list[dict[str, float]]:
    """For every container the words of its names and of those around it, fading with the distance as in the figures."""
    chains: list[dict[str, float]] = []
    known: dict[tuple[str, str, str], set[str]] = {}
    for element in page.elements:
        chain = {}
        if element.parent is not None:
            chain = {word: FADING * share for word, share in chains[element.parent.index].items() if share > FAINT}
        key = element.id, element.classes, element.itemprop
        if key not in known:
            known[key] = name_words(*key)
        for word in known[key]:
            chain[word] = chain.get(word, 0.0) + 1.0
        chains.append(chain)
    return chains


class Design:
    """The design matrix of a regression: a row a block, a column a word."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.sites: list[set[str]] = []  # on which each word stands
        self.columns = array("i")
        self.values = array("f")
        self.ends = array("q", [0])

    def add(self, site: str, found: Mapping[str, float]) -> None:
        """The words of one block."""
        for word in sorted(found):  # sums come out the same in every run
            number = self.numbers.setdefault(word, len(self.numbers))
            if number == len(self.sites):
                self.sites.append(set())
            self.sites[number].add(site)
            self.columns.append(number)
            self.values.append(found[word])
        self.ends.append(len(self.columns))

    def weights(self, labels: Sequence[bool], weights: Sequence[float], min_sites: int) -> dict[str, float]:
        """The log-odds, in hundredths, of the words that stand on enough sites."""
        import numpy as np
        from scipy.sparse import csr_matrix
        from sklearn.linear_model import LogisticRegression

        kept = [word for word, number in self.numbers.items() if len(self.sites[number]) >= min_sites]
        if not kept:
            return {}
        matrix = csr_matrix(
            (np.asarray(self.values), np.asarray(self.columns), np.asarray(self.ends)),
            shape=(len(self.ends) - 1, len(self.numbers)),
        )
        model = LogisticRegression(C=PENALTY, max_iter=STEPS, tol=PRECISE)
        model.fit(matrix[:, [self.numbers[word] for word in kept]], labels, sample_weight=weights)
        found = zip(kept, map(float, model.coef_[0]), strict=True)
        return {word: 100 * weight for word, weight in found if abs(weight) >= MIN_WEIGHT}
