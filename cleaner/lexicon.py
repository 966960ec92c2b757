"""Finds the phrases of the trade in a text: the compiled table of `data/phrases/*.toml`, walked word by word.

The table is a graph without loops (see `phrasebook`): a state maps labels (a word, the name of a word list, a wildcard)
to the states that follow. All patterns of all languages are walked at once; most texts fail at their first or second
word, which costs a few microseconds. States are parsed when they are first visited.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from cleaner.datafile import bytes_of
from cleaner.errors import DataError
from cleaner.model import Strictness
from cleaner.phrase import NOTHING, ROOTS, Ending, Match, Scope, View
from cleaner.text import Finder, Word, has_word, one_i, opening, split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

TABLE: Final = "phrases.txt"

# Labels of the graph that are not words: wildcards, the end of a phrase, and the first letter of a word list's name.
ANY, NUMBER, CAPITAL, END, LIST = "*", "#", "^", "=", "<"
STEMS: Final = ("ask", "press")
BODY: Final = b"\n%\n"  # between the head of the table and its states

# Texts longer than this are prose and not looked at: the longest real prompts have some 90 words.
LONGEST: Final = 900  # characters
# A word of a program or a shell, not of a page: `post()`, `'login'`, `/home`, `User.name`, `show_post`.
CODE: Final = re.compile(r"""['"`/.\\\[{<]*\w*(?:[_={}\\`;]|\(\)|[a-z]{2}\.[a-z])|['"`/.\\{<]\w""")
# `anywhere` and `end` rules are tried at each word of a text, so only in short ones; their max_words is at most 70.
LONGEST_INSIDE: Final = 500  # characters
# `end` rules are looked for in so many of a text's last characters.
LONGEST_END: Final = 100
OPENING: Final = 12  # words, tried before the further ones are read: by then, prose is no phrase's beginning
CLOSING: Final = (")", "]", "»", "*")
REMEMBERED: Final = 1024  # texts, for the next filter that asks: those of one page and more
NO_WORDS: Final[frozenset[str]] = frozenset()
LENIENT: Final = Strictness.LENIENT  # to get a member from its class costs as much as to remember what was found
STRICT: Final = Strictness.STRICT


class Lexicon:
    """A compiled phrase table. Raises DataError when the text given is not one."""

    __slots__ = (
        "anywhere", "ending", "final", "first", "joined", "known", "known_lenient", "lists", "roots", "rows",
        "second_words", "states", "stems", "table",
    )  # fmt: skip

    def __init__(self, table: bytes) -> None:
        # Where a state's line begins is its number, so that a longer table costs no time until it is walked.
        states = table.find(BODY) + len(BODY)
        head = iter(table[:states].decode().split("\n"))
        try:
            self.roots = dict(zip(ROOTS, next(head).split(), strict=True))
            self.joined = frozenset(next(head).split())
            self.stems = [Finder(filter(None, next(head).split("\t"))) for _ in STEMS]
            self.first = {root: frozenset(next(head).split()) for root in ROOTS}
            self.anywhere = Finder(self.first["anywhere"])
            lists = next(head).split()
            self.lists = dict(zip(lists[::2], (names.split(",") for names in lists[1::2]), strict=True))
            self.final = frozenset(next(head).split())
            endings = [next(head) for _ in range(int(next(head)))]
        except (ValueError, StopIteration) as error:
            raise DataError(f"phrase table: {error!r}") from None

        self.table = table
        self.states = states
        self.rows: dict[str, dict[str, list[str]]] = {}
        self.ending = cache(lambda rule: ending(endings[rule]))
        # Pure functions, remembered: several filters ask about the same text.
        self.second_words = cache(self.after_first)
        self.known: dict[str, Match | None] = {}
        self.known_lenient: dict[str, Match | None] = {}

    def row(self, state: str) -> dict[str, list[str]]:
        """The labels that lead on from a state, each with the states that follow; parsed when it is first visited."""
        found = self.rows.get(state)
        if found is None:
            start = self.states + int(state, 16)
            parts = self.table[start : self.table.index(b"\n", start)].decode().split(" ")
            found = {label: targets.split(",") for label, targets in zip(parts[::2], parts[1::2], strict=False)}
            self.rows[state] = found
        return found

    def find(
        self, text: str, categories: Collection[str] | None = None, strictness: Strictness = Strictness.BALANCED
    ) -> Match | None:
        """The phrase for which the text as a whole is a prompt; None when it is not one, as of all prose.

        Of several phrases the first decides; `categories`: None unless it is one of these. Lenient: whole lines only;
        strict: weak phrases too.
        """
        if len(text) > LONGEST:
            return None
        lenient = strictness is LENIENT
        known = self.known_lenient if lenient else self.known
        if text in known:
            match = known[text]
        else:
            if len(known) >= REMEMBERED:
                known.clear()
            match = known[text] = self.look_up(text, lenient)
        if match is None or (match.weak and strictness is not STRICT):
            return None
        return match if categories is None or match.category in categories else None

    def look_up(self, text: str, lenient: bool) -> Match | None:
        """The best match of a text: a sure one before a weak one, the whole text before a part of it."""
        if CODE.match(text):
            return None
        read = one_i(text)
        anchored = self.may_begin(read)
        inside = not lenient and len(text) <= LONGEST_INSIDE and "\n" not in text and self.may_hold(read)
        if not anchored and not inside:
            return None
        view = View(text, split(read, self.joined), lenient)
        whole = self.whole(view) if anchored else None
        if not inside or (whole and not whole.weak):
            return whole
        part = self.inside(view)
        return part if whole is None or (part and not part.weak) else whole

    def may_appeal(self, text: str) -> bool:
        """False for a text that lacks the words of an appeal for money, which settles nearly all."""
        folded = text.casefold()
        return all(stems.found_in(folded) for stems in self.stems)

    def cues(self, text: str) -> list[Match]:
        """All `cue` phrases inside a text, in order: evidence for code that weighs several together."""
        view = View(text, split(one_i(text), self.joined), lenient=False)
        places = range(len(view.words))
        return [
            view.match(rule, at, end) for at in places for end, rule in self.phrases(view.words, at, self.roots["cue"])
        ]

    def may_begin(self, text: str) -> bool:
        """False when no phrase begins as the text does, which settles nearly all prose."""
        first, squashed, second, second_squashed, capital = opening(text)
        if first is None:
            return False
        if not squashed:
            if first not in self.first["line"] and not first.isdecimal():
                return False
            if second is not None and not second_squashed:
                after = self.second_words(first)
                if after and second not in after and not (capital and CAPITAL in after):
                    return False
        words = split(text, self.joined, OPENING)
        return len(words) < OPENING or any(True for _ in self.phrases(words, 0, self.roots["line"], unfinished=True))

    def after_first(self, first: str) -> frozenset[str]:
        """The words that may follow a text's first; empty when any may."""
        row = self.row(self.roots["line"])
        labels = self.labels(Word(first, 0, 0, capital=not first.isdecimal(), colon=True))
        states = [state for label in labels for state in row.get(label, ())]
        after = {label for state in states for label in self.row(state)}
        endings = [self.ending(rule) for state in states for rule in self.fulfilled(state)]
        if ANY in after or NUMBER in after or any(rule.scope is not Scope.LINE for rule in endings):
            return frozenset()
        words = {label.removesuffix(":") for label in after - {END} if label[0] != LIST}
        words |= {word for word, names in self.lists.items() if not after.isdisjoint(names)}
        return frozenset(words) | (self.first["line"] | self.first["glue"] if endings else frozenset())

    def fulfilled(self, state: str) -> list[int]:
        """The numbers of the rules that a phrase ending in a state fulfils."""
        rules = self.row(state).get(END)
        return [int(rule) for rule in rules] if rules else []

    def may_hold(self, text: str) -> bool:
        """False when no word of a text begins a phrase that may stand inside it or at its end."""
        folded = text.casefold()
        if self.anywhere.found_in(folded):
            return has_word(text, self.first["anywhere"], self.first["end"])
        if not (folded[-1:].isalnum() or folded.endswith(CLOSING)):
            return False  # credits close without a full stop
        return has_word(folded[-LONGEST_END:], self.first["end"], NO_WORDS)

    def labels(self, word: Word) -> list[str]:
        """The labels that a word fits: itself, its word lists, the wildcards."""
        labels = [word.text, ANY, *self.lists.get(word.text, ())]
        if word.capital:
            labels.append(CAPITAL)
        elif word.text.isdecimal():
            labels.append(NUMBER)
        if word.colon:
            labels += [f"{label}:" for label in labels]
            labels += self.lists.get(f"{word.text}:", ())
        return labels

    def phrases(
        self, words: Sequence[Word], at: int, root: str, *, unfinished: bool = False
    ) -> Iterator[tuple[int, Ending]]:
        """Where phrases that begin at a word end (the word after), and the rules that they fulfil.

        The shortest first, of equal ones the rule that stands first in its file. `unfinished`: the words are but a
        text's opening; one more result when a phrase is still open at its end.
        """
        states: Collection[str] = (root,)
        for place in range(at, len(words)):
            labels = self.labels(words[place])
            following: dict[str, None] = {}
            for state in states:
                follow = self.row(state).get
                for label in labels:
                    if targets := follow(label):
                        for target in targets:
                            following[target] = None
            if not following:
                return
            if not self.final.isdisjoint(following):
                rules = sorted({rule for state in following for rule in self.fulfilled(state)})
                yield from ((place + 1, self.ending(rule)) for rule in rules)
            states = following
        if unfinished:
            yield len(words), self.ending(0)

    def whole(self, view: View) -> Match | None:
        """The first of the phrases that together account for all of a text."""
        total = len(view.words)
        reached = {0: NOTHING}
        for at in range(total):
            chain = reached.get(at)
            if chain is None:
                continue
            for end, rule in self.phrases(view.words, at, self.roots["line"]):
                if not view.may_join(chain, rule, at, end):
                    continue
                grown = chain.grow(view.match(rule, at, end))
                for after in view.reach(rule, at, end):
                    if after not in reached or grown.rank > reached[after].rank:
                        reached[after] = grown
            if at:
                for end, _ in self.phrases(view.words, at, self.roots["glue"]):
                    reached.setdefault(end, chain)
        return reached[total].first if total in reached else None

    def inside(self, view: View) -> Match | None:
        """The first phrase inside a text, or at its end, that is enough to tell what the text is."""
        total = len(view.words)
        for root in ("anywhere", "end"):
            for at, word in enumerate(view.words):
                if word.text not in self.first[root] or (root == "end" and not view.is_border(at)):
                    continue
                for end, rule in self.phrases(view.words, at, self.roots[root]):
                    if total <= rule.max_words and (root == "anywhere" or end == total):
                        return view.match(rule, at, end)
        return None


def ending(line: str) -> Ending:
    """An ending from its line in the table."""
    category, language, scope, max_words, weak = line.split(" ")
    return Ending(category, language, Scope(scope), int(max_words), weak == "weak")


@cache
def lexicon() -> Lexicon:
    """The phrases that come with the program, loaded on the first call."""
    return Lexicon(bytes_of(TABLE))
