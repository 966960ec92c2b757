"""Weights of words: text words and class-name words, inside articles against around them.

Naive-Bayes weights; of HTML their mean with those of a logistic regression. Cross-validated, the articles' mean F1 is
.0019 higher with the mean than with naive Bayes alone, and that of all kinds of page .0023; with the regression alone
.0018 and .0010, and labels by snippets lose .005. Texts gain by neither. A text has no class names; pairs of words
have the second table there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, log1p

from cleaner.learn.gold import GoldPage
from cleaner.learn.word_regression import regressed
from cleaner.model import InputKind
from cleaner.scoring.vocabulary import word_pairs
from cleaner.scoring.words import name_words, text_words

MIN_SITES = 5  # a word that stands on fewer sites says more of them than of pages
MIN_WEIGHT = 0.25  # log-odds; smaller ones are not worth their bytes
MIN_PAIR_WEIGHT = 1.0  # of pairs of words there are many more
WRAPPER = 0.9  # a container with more of a page's text than this says nothing of its parts


class Tally:
    """How often words stand on either side, damped within a page, and on how many sites."""

    def __init__(self) -> None:
        self.counts: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self.sites: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, site: str, found: dict[str, list[float]]) -> None:
        """One page's counts outside and inside; a word's hundredth occurrence on a page says little more."""
        for word, (outside, inside) in found.items():
            counts = self.counts[word]
            counts[0] += log1p(outside)
            counts[1] += log1p(inside)
            self.sites[word].add(site)

    def weights(self, least: float = MIN_WEIGHT) -> dict[str, int]:
        """Log-odds, in hundredths, of the words that stand on enough sites, in alphabetical order."""
        outside = sum(counts[0] for counts in self.counts.values()) or 1.0
        inside = sum(counts[1] for counts in self.counts.values()) or 1.0
        table = {}
        for word, (out, ins) in sorted(self.counts.items()):
            if len(self.sites[word]) >= MIN_SITES:
                weight = log((ins + 1) / inside * outside / (out + 1))
                if abs(weight) >= least:
                    table[word] = round(100 * weight)
        return table


def word_weights(pages: Iterable[tuple[GoldPage, Sequence[float]]]) -> tuple[dict[str, int], dict[str, int]]:
    """The weights, in hundredths, of text words, and of name words or, in texts, of pairs of words.

    `pages` come with what their blocks weigh.
    """
    pages = list(pages)
    texts, names = naive_weights([gold for gold, _ in pages])
    if any(gold.page.kind is InputKind.TEXT for gold, _ in pages):
        return texts, names
    more_texts, more_names = regressed(pages, MIN_SITES)
    return mean(texts, more_texts), mean(names, more_names)


def mean(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, int]:
    """The means of two tables in whole hundredths, in alphabetical order; what one lacks weighs nothing in it."""
    found = {word: round((one.get(word, 0) + other.get(word, 0)) / 2) for word in sorted({*one, *other})}
    return {word: weight for word, weight in found.items() if weight}


def naive_weights(pages: Iterable[GoldPage]) -> tuple[dict[str, int], dict[str, int]]:
    """The naive-Bayes weights of text words, and of name words or, in texts, of pairs of words."""
    texts, names = Tally(), Tally()
    least = MIN_WEIGHT
    for gold in pages:
        in_text: dict[str, list[float]] = {}
        in_name: dict[str, list[float]] = {}
        chars, inside = [0.0], [0.0]
        is_text = gold.page.kind is InputKind.TEXT
        least = MIN_PAIR_WEIGHT if is_text else MIN_WEIGHT
        for block, label in zip(gold.page.blocks, gold.labels, strict=True):
            chars.append(chars[-1] + (len(block.text) if label is not None else 0))
            inside.append(inside[-1] + (len(block.text) if label else 0))
            if label is not None:
                for word in text_words(block.text):
                    in_text.setdefault(word, [0.0, 0.0])[label] += 1
                for word in word_pairs(block.text) if is_text else name_words(block.marks):
                    in_name.setdefault(word, [0.0, 0.0])[label] += 1
        for element in gold.page.elements[1:]:
            here = chars[element.last] - chars[element.first]
            if 0 < here <= WRAPPER * chars[-1]:
                share = (inside[element.last] - inside[element.first]) / here
                for word in name_words(element.id, element.classes, element.itemprop):
                    counts = in_name.setdefault(word, [0.0, 0.0])
                    counts[1] += share
                    counts[0] += 1 - share
        texts.add(gold.site, in_text)
        names.add(gold.site, in_name)
    return texts.weights(), names.weights(least)
