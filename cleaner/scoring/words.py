"""Words as evidence: how much likelier a word is inside articles than around them, learned from labelled pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from itertools import chain, repeat

from cleaner.native import native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

TEXT_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
NAME_WORD: Final = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}")

TEXT_CHARS: Final = 120  # of a block: what a line is shows at its beginning
NAME_CHARS: Final = 400  # of a class attribute: style sheets made of utilities have hundreds of words
WIDE_WORD: Final = 4  # characters of a run without spaces (Chinese, Japanese, Thai) that serve as a word

WordWeights = dict[str, int]  # log-odds in hundredths: whole numbers add up to the same in any order

HAS_DIGIT: Final = re.compile(r"\d")


def by_weight(weights: WordWeights) -> dict[str, str]:
    """Word weights as a weights file has them: the words of each weight in one string: five times faster to load."""
    groups: dict[int, list[str]] = {}
    for word, weight in weights.items():
        groups.setdefault(weight, []).append(word)
    return {str(weight): " ".join(sorted(groups[weight])) for weight in sorted(groups)}


def by_word(groups: Mapping[str, str]) -> WordWeights:
    """Word weights from the form in which a weights file has them."""
    words = " ".join(groups.values()).split(" ")
    weights = [repeat(int(weight), each.count(" ") + 1) for weight, each in groups.items()]
    return dict(zip(words, chain.from_iterable(weights), strict=True)) if groups else {}


def text_words_in_python(text: str) -> set[str]:
    """The words at the beginning of a block, case folded; figures become `0`."""
    head = text[:TEXT_CHARS].lower()
    words = set(TEXT_WORD.findall(head))
    if head.isascii() and not HAS_DIGIT.search(head):
        return words
    return {("0" if word[0].isdigit() else word[:WIDE_WORD] if word[0] > "\u2e7f" else word) for word in words}


def name_words_in_python(*names: str) -> set[str]:
    """The words of id, class and other names: split at case and at everything that is not a letter."""
    joined = " ".join([name[:NAME_CHARS] for name in names if name])
    return set(map(str.lower, NAME_WORD.findall(joined)))


def weigh_in_python(words: Iterable[str], table: WordWeights) -> tuple[float, float, float]:
    """Sum, smallest (0 at most) and largest (0 at least) log-odds of some words; unknown ones weigh nothing."""
    found = list(filter(None, map(table.get, words)))
    if not found:
        return 0.0, 0.0, 0.0
    low, high = min(found), max(found)
    return sum(found) / 100.0, (low if low < 0 else 0) / 100.0, (high if high > 0 else 0) / 100.0


def heard(text: str, table: WordWeights, others: Set[str]) -> tuple[float, float, float, int, int]:
    """What the words at the beginning of a text weigh, how many of them are among others, and how many it has."""
    words = text_words(text)
    return *weigh(words, table), len(others & words), len(words)


text_words = native.text_words if native is not None else text_words_in_python
name_words = native.name_words if native is not None else name_words_in_python
weigh = native.weigh if native is not None else weigh_in_python
