"""What a phrase table says and finds: the scope of a rule, a match, chains of matches, a text as it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from cleaner.text import Word, parted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

ROOTS: Final = ("line", "anywhere", "end", "cue", "glue")


class Scope(StrEnum):
    """How much of a text a rule's phrase accounts for."""

    LINE = "line"
    SENTENCE = "sentence"
    START = "start"
    ANYWHERE = "anywhere"
    END = "end"
    CUE = "cue"
    GLUE = "glue"

    @property
    def root(self) -> str:
        """The entrance of the graph for rules of this scope."""
        return self.value if self.value in ROOTS else "line"


class Ending:
    """What a rule says of a phrase of its."""

    __slots__ = ("category", "language", "scope", "max_words", "weak")

    def __init__(self, category: str, language: str, scope: Scope, max_words: int, weak: bool) -> None:
        self.category = category
        self.language = language
        self.scope = scope
        self.max_words = max_words
        self.weak = weak


class Match:
    """A phrase found: its category, the language of the rule, and the words as the page has them.

    `weak`: only rules that need the strict setting, or other evidence, speak for it.
    """

    __slots__ = ("category", "language", "phrase", "start", "weak")

    def __init__(self, category: str, language: str, phrase: str, start: int = 0, weak: bool = False) -> None:
        self.category = category
        self.language = language
        self.phrase = phrase
        self.start = start  # where it begins in the text
        self.weak = weak

    def __str__(self) -> str:
        return f'matches "{self.phrase}" ({self.language})'


class Chain:
    """Phrases that follow each other from the beginning of a text: the first, and what the last one was."""

    __slots__ = ("first", "category", "long")

    def __init__(self, first: Match, category: str, long: bool) -> None:
        self.first = first
        self.category = category
        self.long = long

    @property
    def rank(self) -> tuple[bool, int]:
        """What makes one reading of a text better than another: to be sure, then to say more of it by a phrase."""
        return not self.first.weak, len(self.first.phrase)

    def grow(self, match: Match) -> Chain:
        """The chain with one more phrase; it is weak when one of them is."""
        first = self.first if self.category else match
        if match.weak and not first.weak:
            first = Match(first.category, first.language, first.phrase, first.start, weak=True)
        return Chain(first, match.category, match.phrase.count(" ") >= 2)


NOTHING: Final = Chain(Match("", "", ""), "", long=False)


class View:
    """One text looked at: its words, and whether whole lines alone count."""

    __slots__ = ("text", "words", "lenient")

    def __init__(self, text: str, words: Sequence[Word], lenient: bool) -> None:
        self.text = text
        self.words = words
        self.lenient = lenient

    def may_join(self, chain: Chain, rule: Ending, at: int, end: int) -> bool:
        """True when a phrase may follow another: short ones of two kinds only where the text marks a border."""
        if self.lenient and (rule.scope is not Scope.LINE or rule.weak):
            return False
        if at == 0 or rule.category == chain.category or chain.long or end - at > 2:
            return True
        return parted(self.text, self.words[at - 1], self.words[at])

    def is_border(self, at: int) -> bool:
        """True when a word begins the text or comes after a mark, such as a bracket."""
        before = self.text[: self.words[at].start].rstrip()
        return not before or not before[-1].isalnum()

    def reach(self, rule: Ending, at: int, end: int) -> Iterator[int]:
        """The words at which the text may go on after a phrase from `at` to `end`."""
        if rule.scope is Scope.LINE:
            yield end
        elif rule.scope is Scope.START:
            if len(self.words) - at <= rule.max_words:
                yield len(self.words)
        else:
            for after in range(end, min(len(self.words), at + rule.max_words) + 1):
                if after == len(self.words) or parted(self.text, self.words[after - 1], self.words[after]):
                    yield after
                    if len(self.words[after - 1].text) > 2 and self.words[min(after, len(self.words) - 1)].capital:
                        return  # else perhaps an abbreviation: "the U.S. edition"

    def match(self, rule: Ending, at: int, end: int) -> Match:
        """The phrase as the page has it."""
        first, last = self.words[at], self.words[end - 1]
        return Match(rule.category, rule.language, self.text[first.start : last.end], first.start, rule.weak)
