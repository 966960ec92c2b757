"""The search for phrases in one text, in Python: the twin of native/phrases.c.

All patterns of all languages are walked at once, word by word; most texts fail at their first or second word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from cleaner.phrase import NOTHING, ROOTS, Ending, Match, Scope, View
from cleaner.phrase_table import (
    ANY_LABEL,
    CAPITAL_LABEL,
    END_LABEL,
    LINES,
    NUMBER_LABEL,
    Table,
)
from cleaner.text import Word, has_word, one_i, opening, split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# `anywhere` and `end` rules are tried at each word of a text, so only in short ones; their max_words is at most 70.
LONGEST_INSIDE: Final = 500  # characters
# `end` rules are looked for in so many of a text's last characters, and where it closes without a full stop.
LONGEST_END: Final = 100
CLOSING: Final = (")", "]", "»", "*")
OPENING: Final = 12  # words, tried before the further ones are read: by then, prose is no phrase's beginning

LINE, ANYWHERE, END, _, GLUE = (1 << bit for bit in range(len(ROOTS)))  # the bits of the roots in a word's facts


class Search:
    """A table made ready for texts."""

    __slots__ = ("anywhere", "close", "joined", "second_words", "table", "tellers")

    def __init__(self, table: Table) -> None:
        self.table = table
        self.joined = frozenset(table.lines[0].decode().split())
        self.tellers = table.tellers
        self.anywhere = frozenset(self.tellers)
        self.close = frozenset(table.lines[LINES - 1].decode().split())
        self.second_words = cache(self.after_first)

    def look_up(self, text: str, lenient: bool) -> Match | None:
        """The best match of a text: a sure one before a weak one, the whole text before a part of it."""
        read = one_i(text)
        anchored = self.may_begin(read)
        closes = text[-1:].isalnum() or text.endswith(CLOSING)  # as credits do
        told = inside = False
        if not lenient and len(text) <= LONGEST_INSIDE and "\n" not in text:
            folded = read.casefold()
            told = any(teller in folded for teller in self.tellers)
            inside = self.may_hold(read, told=told, closes=closes)
        if not anchored and not inside:
            return None
        view = View(text, split(read, self.joined), lenient)
        whole = self.whole(view) if anchored else None
        if not inside or (whole and not whole.weak):
            return whole
        part = self.inside(view, told=told, closes=closes)
        return part if whole is None or (part and not part.weak) else whole

    def cues(self, text: str) -> list[Match]:
        """All `cue` phrases inside a text, in order."""
        view = View(text, split(one_i(text), self.joined), lenient=False)
        return [
            view.match(rule, at, end)
            for at in range(len(view.words))
            for end, rule in self.phrases(view.words, at, "cue")
        ]

    def may_begin(self, text: str) -> bool:
        """False when no phrase begins as the text does, which settles nearly all prose."""
        first, squashed, second, second_squashed, capital = opening(text)
        if first is None:
            return False
        if not squashed:
            if not first.isdecimal() and not self.table.facts_of(first)[0] & LINE:
                return False
            if second is not None and not second_squashed:
                after, more = self.second_words(first)
                labels = self.labels(Word(second, 0, 0, capital=capital, colon=True))
                if after.isdisjoint(labels) and not (more and self.table.facts_of(second)[0] & (LINE | GLUE)):
                    return False
        words = split(text, self.joined, OPENING)
        return len(words) < OPENING or any(True for _ in self.phrases(words, 0, "line", unfinished=True))

    def after_first(self, first: str) -> tuple[frozenset[int], bool]:
        """The labels that may follow a text's first word, and whether another phrase may begin after it."""
        row = self.table.row(self.table.roots["line"])
        labels = self.labels(Word(first, 0, 0, capital=not first.isdecimal(), colon=True))
        states = [state for label in labels for state in row.get(label, ())]
        after = {label for state in states for label in self.table.row(state)} - {END_LABEL}
        endings = [self.table.rule(rule) for state in states for rule in self.fulfilled(state)]
        if any(rule.scope is not Scope.LINE for rule in endings):
            after.add(ANY_LABEL)
        return frozenset(after), bool(endings)

    def may_hold(self, text: str, *, told: bool, closes: bool) -> bool:
        """False when no word of a text begins a phrase that may stand inside it or at its end."""
        if told:
            return has_word(text, self.anywhere | self.close)
        return closes and has_word(text[-LONGEST_END:], self.close)

    def labels(self, word: Word) -> list[int]:
        """The labels that a word fits: the wildcards, itself, its word lists."""
        _, plain, before_colon = self.table.facts_of(word.text)
        labels = [ANY_LABEL]
        if word.capital:
            labels.append(CAPITAL_LABEL)
        elif word.text.isdecimal():
            labels.append(NUMBER_LABEL)
        if word.colon:
            labels += [label + 1 for label in labels]
            labels += before_colon
        labels += plain
        return labels

    def fulfilled(self, state: int) -> Collection[int]:
        """The numbers of the rules that a phrase ending in a state fulfils."""
        return self.table.row(state).get(END_LABEL, ())

    def phrases(
        self, words: Sequence[Word], at: int, root: str, *, unfinished: bool = False
    ) -> Iterator[tuple[int, Ending]]:
        """Where phrases that begin at a word end (the word after), and the rules that they fulfil.

        The shortest first, of equal ones the rule that stands first in its file. `unfinished`: the words are but a
        text's opening; one more result when a phrase is still open at its end.
        """
        row = self.table.row
        states: Collection[int] = (self.table.roots[root],)
        for place in range(at, len(words)):
            labels = self.labels(words[place])
            following: dict[int, None] = {}
            for state in states:
                follow = row(state).get
                for label in labels:
                    if targets := follow(label):
                        for target in targets:
                            following[target] = None
            if not following:
                return
            rules = sorted({rule for state in following for rule in self.fulfilled(state)})
            yield from ((place + 1, self.table.rule(rule)) for rule in rules)
            states = following
        if unfinished:
            yield len(words), self.table.rule(0)

    def whole(self, view: View) -> Match | None:
        """The first of the phrases that together account for all of a text."""
        total = len(view.words)
        reached = {0: NOTHING}
        for at in range(total):
            chain = reached.get(at)
            if chain is None:
                continue
            for end, rule in self.phrases(view.words, at, "line"):
                if not view.may_join(chain, rule, at, end):
                    continue
                grown = chain.grow(view.match(rule, at, end))
                for after in view.reach(rule, at, end):
                    if after not in reached or grown.rank > reached[after].rank:
                        reached[after] = grown
            if at:
                for end, _ in self.phrases(view.words, at, "glue"):
                    reached.setdefault(end, chain)
        return reached[total].first if total in reached else None

    def inside(self, view: View, *, told: bool, closes: bool) -> Match | None:
        """The first phrase inside a text, or at its end, that is enough to tell what the text is.

        At its end: near it where the text closes without a full stop; else only where a word tells that it has one.
        """
        total = len(view.words)
        for at, word in enumerate(view.words):
            if self.table.facts_of(word.text)[0] & ANYWHERE:
                for end, rule in self.phrases(view.words, at, "anywhere"):
                    if total <= rule.max_words:
                        return view.match(rule, at, end)
        for at, word in enumerate(view.words):
            near = closes and len(view.text) - word.start <= LONGEST_END
            if (told or near) and self.table.facts_of(word.text)[0] & END and view.is_border(at):
                for end, rule in self.phrases(view.words, at, "end"):
                    if total <= rule.max_words and end == total:
                        return view.match(rule, at, end)
        return None
