"""The phrase files: reading the TOML tables, compiling their patterns to the table that the lexicon walks.

A phrase file (`data/phrases/<language>.toml`) holds word lists under `[words]` and, by category, rules:

    [[login-prompt]]
    patterns = ["[please] (log|sign) in to *6"]
    catches = ["Please sign in to your account"]
    spares = ["She had to sign in to the building twice that day."]

`[stems]` holds parts of words, one of each kind of which every appeal for money holds.

A pattern is written in words; case, punctuation and apostrophes do not count:

    word      that word                        (a|b c)   one of these
    #         one number                       [a|b]     one of these, or nothing
    *         any word, *4 up to four          {name}    one of the word list `name`
    ^         a capitalised word, ^4 one to four
    :         after any of these: its last word is followed by a colon

`scope` says how much of a block a match accounts for: `line` (the default) just the words of the pattern,
`sentence` those and the rest of their sentence, `start` those and the rest of the block. A block matches when
phrases account for all of it. `anywhere` matches a block by a phrase inside it, `end` by one that closes it;
`max_words` bounds the sentence or block that these last four may take. `cue` rules are evidence that other code
weighs, `glue` what may stand between phrases. `weak = true` rules hold only under the strict setting, or in company.

Compiling shares the ends of all patterns, so that the table is one graph without loops. `python -m cleaner.phrasebook`
writes it to `data/phrases.bin`; a test fails when that file is not what the TOML files compile to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cleaner.datafile import path_of
from cleaner.errors import DataError
from cleaner.lexicon import TABLE
from cleaner.phrase import ROOTS, Scope
from cleaner.phrase_table import ANY, CAPITAL, END, LIST, NUMBER, STEMS, State, written
from cleaner.text import SHORTEST_STEM, one_i, split

FOLDER = Path(path_of("phrases"))
PART = re.compile(r"\{[\w-]+\}|[*^]\d*|[#\[\]()|:]|[^\s\[\](){}|#*^:]+")
BOUNDED = (Scope.SENTENCE, Scope.START, Scope.ANYWHERE, Scope.END)
KEYS = {"patterns", "scope", "max_words", "weak", "catches", "spares"}

WILD = frozenset((ANY, CAPITAL, NUMBER, LIST))

# Greek letters whose accent is lost in capitals.
GREEK_CAPITALS = str.maketrans("άέήίόύώ", "αεηιουω")

# How many words deep the graph has one successor a word: each further step doubles the table and saves little.
MERGED = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """Some wordings of one meaning, with the examples that prove them."""

    category: str
    language: str
    patterns: tuple[str, ...]
    catches: tuple[str, ...]
    spares: tuple[str, ...]
    scope: Scope = Scope.LINE
    max_words: int = 0
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """One phrase file: its word lists and rules."""

    language: str
    words: Mapping[str, tuple[str, ...]]
    rules: tuple[Rule, ...]
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load(folder: Path = FOLDER) -> tuple[Book, ...]:
    """All phrase files of a folder, by language. Raises DataError when one is not of the shape described above."""
    import tomllib

    return tuple(parse(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.toml")))


def parse(language: str, document: Mapping[str, Any]) -> Book:
    """One phrase file's rules, from its parsed TOML. Raises DataError that names the rule at fault."""
    words = {name: tuple(entries) for name, entries in document.get("words", {}).items()}
    rules = []
    for category, tables in document.items():
        for number, table in enumerate(tables, 1) if category not in ("words", "stems") else ():
            place = f"{language}.toml, {category} rule {number}"
            if unknown := set(table) - KEYS:
                raise DataError(f"{place}: unknown key {min(unknown)!r}")
            if missing := {"patterns", "catches", "spares"} - {key for key in table if table[key]}:
                raise DataError(f"{place}: no {min(missing)}")
            try:
                scope = Scope(table.get("scope", "line"))
            except ValueError:
                raise DataError(f"{place}: unknown scope {table['scope']!r}") from None
            if (scope in BOUNDED) != ("max_words" in table):
                raise DataError(f"{place}: max_words belongs to the scopes {', '.join(BOUNDED)}, and to each of them")
            lists = {key: tuple(table[key]) for key in ("patterns", "catches", "spares")}
            rules.append(Rule(category, language, **lists, scope=scope, max_words=table.get("max_words", 0),
                              weak=table.get("weak", False)))  # fmt: skip
    stems = {kind: tuple(document.get("stems", {}).get(kind, ())) for kind in STEMS}
    if short := [stem for each in stems.values() for stem in each if len(stem) < SHORTEST_STEM]:
        raise DataError(f"{language}.toml: the stem {short[0]!r} is shorter than {SHORTEST_STEM} letters")
    return Book(language, words, tuple(rules), stems)


def compile_table(books: tuple[Book, ...]) -> bytes:
    """The table of all rules of these books, in UTF-8; the same books always give the same text."""
    graph = Graph()
    roots: dict[str, list[State]] = {root: [] for root in ROOTS}
    for book in books:
        for rule in book.rules:
            for pattern in rule.patterns:
                state = graph.compile(pattern, book, graph.end(rule))
                if END in state or ANY in state or (CAPITAL in state and rule.scope is not Scope.CUE):
                    raise DataError(f"{book.language}.toml, {rule.category}: {pattern!r} does not begin with a word")
                roots[rule.scope.root].append(state)
    states = {root: graph.merged(union(*roots[root]), MERGED) for root in ROOTS}
    first = [graph.add(states[root]) for root in ROOTS]
    beginnings = [graph.spelt(states[root]) for root in ROOTS]
    stems = ["\t".join(sorted({stem for book in books for stem in book.stems.get(kind, ())})) for kind in STEMS]
    return written(graph.states, first, graph.listed(), beginnings, graph.joined, stems, list(graph.rules))


@dataclass(slots=True)
class Graph:
    """The states made so far, each once, and what they refer to."""

    states: list[State] = field(default_factory=list)
    known: dict[frozenset[tuple[str, frozenset[int]]], int] = field(default_factory=dict)
    rules: dict[str, int] = field(default_factory=dict)
    lists: dict[frozenset[str], str] = field(default_factory=dict)
    joined: set[str] = field(default_factory=set)

    def add(self, state: State) -> int:
        """The number of a state; one that exists already is used again."""
        key = frozenset(state.items())
        if key not in self.known:
            self.known[key] = len(self.states)
            self.states.append(state)
        return self.known[key]

    def merged(self, state: State, depth: int) -> State:
        """The same state, with one successor a label instead of several, so many steps deep."""
        if not depth:
            return state
        return {
            label: targets if label == END else frozenset({self.add(self.merged(self.joint(targets), depth - 1))})
            for label, targets in state.items()
        }

    def joint(self, targets: frozenset[int]) -> State:
        """The state that stands for all of these."""
        return union(*(self.states[target] for target in sorted(targets)))

    def listed(self) -> dict[str, set[str]]:
        """The names of the word lists in which each word stands."""
        found: dict[str, set[str]] = {}
        for words, name in self.lists.items():
            for word in words:
                found.setdefault(word, set()).add(name)
        return found

    def spelt(self, state: State) -> set[str]:
        """The words that a state takes, those of word lists included, without regard to colons."""
        words = {label.removesuffix(":") for label in state if label[0] != LIST}
        for listed, name in self.lists.items():
            if name in state:
                words |= {word.removesuffix(":") for word in listed}
        return words

    def end(self, rule: Rule) -> State:
        """The state in which a phrase of this rule has been read."""
        weak = "weak" if rule.weak else "sure"
        line = f"{rule.category} {rule.language} {rule.scope} {rule.max_words} {weak}"
        return {END: frozenset({self.rules.setdefault(line, len(self.rules))})}

    def compile(self, pattern: str, book: Book, after: State) -> State:
        """The state before a pattern, given the one after it."""
        return self.before(self.tree(pattern, book), book, after)

    def before(self, tree: list[Any], book: Book, after: State, *, colon: bool = False) -> State:
        """The state before any of several sequences, built from their ends; `colon`: with a colon at the end."""
        entries = []
        for sequence in tree:
            state, colon_here = after, colon
            for part in reversed(sequence):
                if part == ":":
                    colon_here = True
                    continue
                if isinstance(part, str):
                    state = self.before_word(part, book, state, colon=colon_here)
                else:
                    optional, inner = part
                    entry = self.before(inner, book, state, colon=colon_here)
                    state = union(entry, state) if optional else entry
                colon_here = False
            entries.append(state)
        return union(*entries)

    def before_word(self, part: str, book: Book, after: State, *, colon: bool) -> State:
        """The state before one word, wildcard or word list."""
        if part[0] == "{":
            return self.before_list(part[1:-1], book, after, colon=colon)
        if part[0] not in (NUMBER, ANY, CAPITAL):
            return self.before_literal(part, book, after, colon=colon)
        goal = frozenset({self.add(after)})
        if part == NUMBER:
            return {NUMBER + ":" * colon: goal}
        last: State = {part[0] + ":" * colon: goal}
        state = last
        for _ in range(int(part[1:] or 1) - 1):
            state = union(last, {part[0]: frozenset({self.add(state)})})
        return union(state, after) if part[0] == ANY and len(part) > 1 else state

    def before_literal(self, part: str, book: Book, after: State, *, colon: bool) -> State:
        """The state before a word as it is written; one like `YouTube` is told to the tokeniser."""
        if part[1:] != part[1:].lower() and part != part.upper():
            self.joined.add(part.casefold())
        words = split(one_i(part), frozenset(self.joined))
        if not words:
            raise DataError(f"{book.language}.toml: {part!r} is not a word; leave it out")
        state = after
        for number, word in enumerate(reversed(words)):
            goal = frozenset({self.add(state)})
            state = {spelling + ":" * (colon and not number): goal for spelling in spellings(word.text)}
        return state

    def before_list(self, name: str, book: Book, after: State, *, colon: bool) -> State:
        """The state before a word list: its single words share one label, its longer entries are spelt out."""
        if name not in book.words:
            raise DataError(f"{book.language}.toml: no word list {name!r}")
        states = [self.before(self.tree(entry, book), book, after, colon=colon) for entry in book.words[name]]
        goal = frozenset({self.add(after)})
        single = [state for state in states if set(state.values()) == {goal}]
        labels = frozenset(label for state in single for label in state)
        if len(labels) < 4 or any(label[0] in WILD for label in labels):
            return union(*states)
        label = self.lists.setdefault(labels, f"{LIST}{book.language}:{name}{':' * colon}")
        return union({label: goal}, *(state for state in states if state not in single))

    def tree(self, pattern: str, book: Book) -> list[Any]:
        """A pattern parsed. Raises DataError when its brackets do not pair."""
        parts = PART.findall(pattern)
        tree, rest = alternatives(parts, 0)
        if rest != len(parts) or "".join(parts) != re.sub(r"\s", "", pattern):
            raise DataError(f"{book.language}.toml: pattern {pattern!r} has a bracket too many or too few")
        return tree


def alternatives(parts: list[str], at: int) -> tuple[list[Any], int]:
    """Parses `a b|c [d]` from `at`: sequences of words and (optional, alternatives) groups; and where it ended."""
    tree: list[Any] = [[]]
    while at < len(parts) and parts[at] not in "])":
        if parts[at] == "|":
            tree.append([])
        elif parts[at] in "[(":
            opened = parts[at]
            inner, at = alternatives(parts, at + 1)
            if at >= len(parts) or parts[at] != {"[": "]", "(": ")"}[opened]:
                return tree, -1
            tree[-1].append((opened == "[", inner))
        else:
            tree[-1].append(parts[at])
        at += 1
    return tree, at


def spellings(word: str) -> tuple[str, ...]:
    """A word as it is written, and as Greek writes it in capitals: without accents. The shortest differ by them."""
    return (word, word.translate(GREEK_CAPITALS)) if len(word) > 2 else (word,)


def union(*states: State) -> State:
    """The state that leads wherever any of these leads."""
    merged: dict[str, frozenset[int]] = {}
    for state in states:
        for label, targets in state.items():
            merged[label] = merged.get(label, frozenset()) | targets
    return merged


def examples(books: tuple[Book, ...]) -> Iterator[tuple[Rule, str, bool]]:
    """Every example of every rule: the rule, the text, and whether it must be caught."""
    for book in books:
        for rule in book.rules:
            yield from ((rule, text, True) for text in rule.catches)
            yield from ((rule, text, False) for text in rule.spares)


if __name__ == "__main__":
    written_to = Path(path_of(TABLE))
    written_to.write_bytes(compile_table(load()))
    print(f"{written_to}: {written_to.stat().st_size} bytes")
