"""How alike two texts are: whether one is the other with a letter or a few words changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# Words that turn a sentence into its opposite: two rules that differ in one of them are two rules, however long.
OPPOSITES: Final = frozenset(
    (
        "not t no nor never neither without none cannot nicht kein keine keinen keiner keinem nie niemals ohne ne pas "
        "jamais sans aucun aucune sin nunca jamás ni ningún ninguna não nem sem niet geen nooit zonder inte ikke ingen "
        "aldrig utan uden uten bez не ни нет без никогда ei ilman δεν χωρίς לא אין ללא لا لم لن ليس بدون "
        "안 못 不 没 沒 未 無 无 非"
    ).split()
)

# Two paragraphs of 79 words of which three differ, or of 57 of which two do, are both article on the labelled pages:
# one for each product, town or step. A word put for another is a correction only in a text where it is one of many.
WORDS_PER_SWAP: Final = 40

# Words. They bound the work on two texts; one that differs in more words, or in places further apart, was rewritten.
MAX_EDITS: Final = 24
MAX_MIDDLE: Final = 400


def likeness(first: Sequence[str], second: Sequence[str], least: float) -> float:
    """The share of the longer text's words that both have, when one is the other slightly edited, else 0.

    Slightly edited: at most 1 - `least` of the words differ, none has moved, and those that differ are no numbers and
    no negations; and beyond single letters, they are words that only one of the texts has, or in a long text one word
    for another that is no name.
    """
    longer = max(len(first), len(second))
    if not longer or min(len(first), len(second)) < least * longer:
        return 0.0  # texts without words are not compared
    start, end = agreement(first, second)
    middle, other = first[start : len(first) - end], second[start : len(second) - end]
    left, right = only_in(middle, other), only_in(other, middle)
    edits = len(left) + len(right)
    share = 1 - max(len(left), len(right)) / longer
    if edits > MAX_EDITS or max(len(middle), len(other)) > MAX_MIDDLE or any(map(is_decisive, left + right)):
        return 0.0
    if not within(middle, other, edits):
        return 0.0
    without_respellings(left, right)
    if max(len(left), len(right)) > (1 - least) * longer or is_swap(left, right, longer):
        return 0.0
    return share


def agreement(first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
    """How many words two texts have in common at the beginning, and at the end."""
    stop = min(len(first), len(second))
    start = end = 0
    while start < stop and first[start] == second[start]:
        start += 1
    while end < stop - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return start, end


def only_in(words: Sequence[str], other: Sequence[str]) -> list[str]:
    """The words that the first text has more often than the other."""
    return list((Counter(words) - Counter(other)).elements())


def within(first: Sequence[str], second: Sequence[str], edits: int) -> bool:
    """Whether so many insertions and deletions of words make one of the other (the greedy algorithm of Myers, 1986)."""
    furthest = {1: 0}
    for done in range(edits + 1):
        for diagonal in range(-done, done + 1, 2):
            down = diagonal == -done or (diagonal != done and furthest[diagonal - 1] < furthest[diagonal + 1])
            at = furthest[diagonal + 1] if down else furthest[diagonal - 1] + 1
            while at < len(first) and at - diagonal < len(second) and first[at] == second[at - diagonal]:
                at += 1
            if at >= len(first) and at - diagonal >= len(second):
                return True
            furthest[diagonal] = at
    return False


def without_respellings(left: list[str], right: list[str]) -> None:
    """Take out of both lists the words that are one another with a letter changed."""
    for word in list(left):
        for other in right:
            if is_respelling(word, other):
                left.remove(word)
                right.remove(other)
                break


def is_respelling(word: str, other: str) -> bool:
    """Whether two words are one in another case or with a slip: a letter changed, added, left out, or two exchanged."""
    short, long = sorted((word.casefold(), other.casefold()), key=len)
    if short == long:
        return True
    if len(short) < 4 or len(long) - len(short) > 1 or short[0] != long[0]:  # typical is not atypical
        return False
    at = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    exchanged = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return exchanged or short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]


def is_decisive(word: str) -> bool:
    """Whether a word makes what is said something else: a number or a negation."""
    return word.isdigit() or word.casefold() in OPPOSITES


def is_swap(left: Sequence[str], right: Sequence[str], length: int) -> bool:
    """Whether words were put for others that say something else: a name, or too many for the length of the text."""
    if not left or not right:
        return False
    names = any(map(is_name, left)) and any(map(is_name, right))
    return names or max(len(left), len(right)) * WORDS_PER_SWAP > length


def is_name(word: str) -> bool:
    """Whether a word may be a name: it has a capital, or its script has none."""
    return not word[0].islower()
