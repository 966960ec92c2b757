"""The compiled phrase table, a file of numbers that is walked as it lies there: how it is written, and read in Python.

After the mark come 32-bit numbers, the lowest byte first: how many there are of what follows, and the states at which
the graph is entered; where the edges of each state begin; the edges, each a label and the state it leads to, in order;
where each word begins in the text of all words; where what is known of it begins; what is known of the words: the
roots that it begins (a bit for each) and its labels; a hash table of the words; four numbers a rule; the letters that
phrases inside a text begin with. Then the words, and lines of text: the words that keep a capital inside, the stems,
the words that begin phrases inside a text, the rules. The walk in C reads the same bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from cleaner.errors import DataError
from cleaner.phrase import ROOTS, Ending, Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mmap import mmap
    from typing import Final

# Labels of the graph that are not words: wildcards, the end of a phrase, and the first letter of a word list's name.
ANY, NUMBER, CAPITAL, END, LIST = "*", "#", "^", "=", "<"

# The numbers of those labels, which the walk in C knows too. One with a colon after it is the next number.
END_LABEL, ANY_LABEL, NUMBER_LABEL, CAPITAL_LABEL, FIRST_LABEL = 0, 1, 3, 5, 7
WILDCARDS: Final = (END, ANY, f"{ANY}:", NUMBER, f"{NUMBER}:", CAPITAL, f"{CAPITAL}:")

MARK: Final = b"phrases\n"
COUNTS: Final = 7  # states, edges, words, facts, slots, rules, bytes of the words
HEAD: Final = COUNTS + len(ROOTS)
JOINED: Final = 1 << len(ROOTS)  # the bit of a word that keeps a capital inside, after those of the roots
WITH_COLON: Final = 1 << 16  # marks a label of a word that holds only with a colon after it
STEMS: Final = ("ask", "press")
LINES: Final = 5  # of text before those of the rules: words with a capital inside, stems, words that begin some phrases
INSIDE: Final = ("anywhere", "end")  # the roots of phrases that are but a part of a text
PAIRS: Final = 1024  # bits for each of them, of the first two letters of the words that begin them
RULE: Final = 4  # numbers of a rule: category, scope, most words, weak
MOST: Final = 1 << 16  # states, and labels
LONGEST_WORD: Final = 64  # bytes

# A graph state: where each label leads, and the rules that a phrase ending here fulfils (under END).
State = Mapping[str, frozenset[int]]


# What is known of a word: the roots that it begins (bits), its labels, and those that it has before a colon.
Facts = tuple[int, tuple[int, ...], tuple[int, ...]]


class Table:
    """A table as Python reads it. Raises DataError when the bytes are not one."""

    __slots__ = ("data", "facts", "lines", "places", "roots", "rows", "rules", "spelt", "words")

    def __init__(self, data: bytes | mmap) -> None:
        if data[: len(MARK)] != MARK or len(data) < len(MARK) + 4 * HEAD:
            raise DataError("phrase table: not of the shape that the program expects")
        head = [int.from_bytes(data[at : at + 4], "little") for at in range(len(MARK), len(MARK) + 4 * HEAD, 4)]
        states, edges, words, facts, slots, rules, size = head[:COUNTS]
        self.data = data
        self.roots = dict(zip(ROOTS, head[COUNTS:], strict=True))
        self.places = [
            HEAD
        ]  # of the states' edges, the edges, the words, their facts, the facts, the slots, rules, pairs
        for length in (states + 1, edges, words + 1, words + 1, facts, slots, rules * RULE, len(INSIDE) * PAIRS // 32):
            self.places.append(self.places[-1] + length)
        start = len(MARK) + 4 * self.places[-1]
        self.spelt = slice(start, start + size)  # where the words are written
        self.lines = data[start + size :].split(b"\n")
        if len(self.lines) < LINES + rules:
            raise DataError("phrase table: cut short")
        self.words: dict[str, int] = {}
        self.rows: dict[int, dict[int, list[int]]] = {}
        self.facts: dict[str, Facts] = {}
        self.rules: dict[int, Ending] = {}

    @property
    def tellers(self) -> tuple[str, ...]:
        """The words that begin phrases anywhere in a text."""
        return tuple(self.lines[1 + len(STEMS)].decode().split())

    def rule(self, number: int) -> Ending:
        """What a rule says."""
        rule = self.rules.get(number)
        if rule is None:
            category, language, scope, most, weak = self.lines[LINES + number].decode().split(" ")
            rule = self.rules[number] = Ending(category, language, Scope(scope), int(most), weak == "weak")
        return rule

    def row(self, state: int) -> dict[int, list[int]]:
        """The labels that lead on from a state, each with the states that follow; under the end's label, the rules."""
        row = self.rows.get(state)
        if row is None:
            row = self.rows[state] = {}
            first, last = numbers(self.data, self.places[0] + state, 2)
            for edge in numbers(self.data, self.places[1] + first, last - first):
                row.setdefault(edge >> 16, []).append(edge & 0xFFFF)
        return row

    def facts_of(self, word: str) -> Facts:
        """What is known of a word."""
        found = self.facts.get(word)
        if found is None:
            found = self.facts[word] = self.looked_up(word)
        return found

    def looked_up(self, word: str) -> Facts:
        """The same, when it is asked for first."""
        if not self.words:
            self.words = {each: number for number, each in enumerate(self.data[self.spelt].decode().split("\n"))}
        number = self.words.get(word)
        if number is None or not word:
            return 0, (), ()
        first, last = numbers(self.data, self.places[3] + number, 2)
        bits, *labels = numbers(self.data, self.places[4] + first, last - first)
        plain = tuple(label for label in labels if label < WITH_COLON)
        return bits, plain, tuple(label - WITH_COLON for label in labels if label >= WITH_COLON)


def numbers(data: bytes | mmap, place: int, count: int) -> tuple[int, ...]:
    """Some of a table's numbers."""
    from struct import unpack_from  # the walk in C does without

    return unpack_from(f"<{count}I", data, len(MARK) + 4 * place)


def written(
    states: Sequence[State],
    roots: Sequence[int],
    lists: Mapping[str, Collection[str]],
    beginnings: Sequence[Collection[str]],
    joined: Collection[str],
    stems: Iterable[str],
    rules: Sequence[str],
) -> bytes:
    """The table of a graph: its states, the number of each root's, the names of the lists in which words stand, the
    words that a phrase of each root begins with, and what the lines after the words say.
    """
    names = {label for state in states for label in state} - set(WILDCARDS)
    label_of = {label: number for number, label in enumerate((*WILDCARDS, *sorted(names)))}
    edges, starts = [], [0]
    for state in states:
        edges += sorted(label_of[label] << 16 | target for label, targets in state.items() for target in targets)
        starts.append(len(edges))
    spelt = {label.removesuffix(":") for label in names if label[0] != LIST}
    words = sorted(spelt.union(joined, (word.removesuffix(":") for word in lists)))
    facts, facts_at = [], [0]
    for word in words:
        facts.append(sum(1 << bit for bit, begun in enumerate((*beginnings, joined)) if word in begun))
        facts += labels_in_numbers(word, lists, label_of)
        facts_at.append(len(facts))
    encoded = [word.encode() for word in words]
    if max(len(states), len(label_of)) > MOST or max(map(len, encoded), default=0) > LONGEST_WORD:
        raise DataError("too many phrases, or too long a word, for a phrase table")
    spans = [0]
    for each in encoded:
        spans.append(spans[-1] + len(each) + 1)
    slots = hashed(encoded)
    counts = (len(states), len(edges), len(words), len(facts), len(slots), len(rules), spans[-1])
    categories = sorted({rule.split(" ")[0] for rule in rules})
    said = [number for rule in rules for number in rule_in_numbers(rule, categories)]
    some = [sorted(beginnings[ROOTS.index(root)]) for root in INSIDE]
    parts = (counts, roots, starts, edges, spans, facts_at, facts, slots, said, *map(pairs, some))
    lines = "\n".join((" ".join(sorted(joined)), *stems, *map(" ".join, some), *rules))
    packed = b"".join(number.to_bytes(4, "little") for part in parts for number in part)
    return MARK + packed + b"".join(each + b"\n" for each in encoded) + lines.encode()


def labels_in_numbers(word: str, lists: Mapping[str, Collection[str]], label_of: Mapping[str, int]) -> list[int]:
    """The labels of a word: itself and its lists, and those that it has before a colon, which are marked."""
    labels = [word, *lists.get(word, ())]
    before_colon = {*(f"{label}:" for label in labels), *lists.get(f"{word}:", ())}
    plain = sorted(label_of[label] for label in labels if label in label_of)
    return plain + sorted(label_of[label] | WITH_COLON for label in before_colon if label in label_of)


def hashed(words: Sequence[bytes]) -> list[int]:
    """The hash table of words: at its place, or the next free one after it, the number of each, counted from 1."""
    slots = [0] * (1 << (4 * len(words) // 3).bit_length())
    for number, word in enumerate(words, 1):
        place = 2166136261  # FNV-1a
        for byte in word:
            place = (place ^ byte) * 16777619 & 0xFFFFFFFF
        place &= len(slots) - 1
        while slots[place]:
            place = (place + 1) & (len(slots) - 1)
        slots[place] = number
    return slots


def pairs(words: Iterable[str]) -> list[int]:
    """The bits of the first two letters of some words, 32 a number; those of other letters may be the same."""
    bits = 0
    for word in words:
        bits |= 1 << (ord(word[0]) * 33 + (ord(word[1]) if len(word) > 1 else 0)) % PAIRS
    return [bits >> at & 0xFFFFFFFF for at in range(0, PAIRS, 32)]


def rule_in_numbers(rule: str, categories: Sequence[str]) -> tuple[int, int, int, int]:
    """A rule as the walk in C reads it, from its line."""
    category, _, scope, most, weak = rule.split(" ")
    return categories.index(category), list(Scope).index(Scope(scope)), int(most), int(weak == "weak")
