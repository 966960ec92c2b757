"""Words as evidence: how much likelier a word is inside articles than around them, learned from labelled pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

TEXT_WORD = re.compile(r"[^\W\d_]+|\d+")
NAME_WORD = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}")

TEXT_CHARS = 120  # of a block: what a line is shows at its beginning
NAME_CHARS = 400  # of a class attribute: style sheets made of utilities have hundreds of words
WIDE_WORD = 4  # characters of a run without spaces (Chinese, Japanese, Thai) that serve as a word

WordWeights = Mapping[str, float]


def text_words(text: str) -> set[str]:
    """The words at the beginning of a block, case folded; figures become `0`."""
    words = set(TEXT_WORD.findall(text[:TEXT_CHARS].lower()))
    if text.isascii() and text.isalpha():
        return words
    return {("0" if word[0].isdigit() else word[:WIDE_WORD] if word[0] > "\u2e7f" else word) for word in words}


def name_words(*names: str) -> set[str]:
    """The words of id, class and other names: split at case and at everything that is not a letter."""
    return {word.lower() for name in names if name for word in NAME_WORD.findall(name[:NAME_CHARS])}


def weigh(words: Iterable[str], table: WordWeights) -> tuple[float, float, float]:
    """Sum, smallest (0 at most) and largest (0 at least) weight of some words; unknown ones weigh nothing."""
    total = low = high = 0.0
    for word in words:
        if word in table:
            weight = table[word]
            total += weight
            low = min(low, weight)
            high = max(high, weight)
    return total, low, high
