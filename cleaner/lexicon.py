"""Finds the phrases of the trade in a text: the compiled table of `data/phrases/*.toml`, walked word by word.

The table is a graph without loops (see `phrasebook`): a state maps labels (a word, the name of a word list, a wildcard)
to the states that follow. It is walked as it lies in its file, in C where that is built (native/phrases.c).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from cleaner.datafile import mapped
from cleaner.members import BALANCED, LENIENT, STRICT
from cleaner.model import Strictness
from cleaner.native import native
from cleaner.phrase import Match
from cleaner.phrase_table import STEMS, Table
from cleaner.text import Stems

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mmap import mmap
    from typing import Final

    from cleaner._native import Phrases
    from cleaner.phrase_search import Search

TABLE: Final = "phrases.bin"

# Texts longer than this are prose and not looked at: the longest real prompts have some 90 words.
LONGEST: Final = 900  # characters
# A word of a program or a shell, not of a page: `post()`, `'login'`, `/home`, `User.name`, `show_post`. Its letters are
# ASCII: Korean sites write "사진=" for a photo's credit, and a Greek question ends with ";".
CODE: Final = re.compile(r"""['"`/.\\\[{<]*(?a:\w*)(?:[_={}\\`;]|\(\)|[a-z]{2}\.[a-z])|['"`]\w|[/.\\{<](?a:\w)""")
REMEMBERED: Final = 1024  # texts, for the next filter that asks: those of one page and more
UNASKED: Final = Match("", "", "")  # stands for a text that is not remembered


class Lexicon:
    """A compiled phrase table. Raises DataError when the bytes given are not one."""

    __slots__ = ("known", "known_lenient", "ready", "search", "stems", "table")

    def __init__(self, table: bytes | mmap) -> None:
        self.table = Table(table)
        self.ready: Phrases | None = None if native is None else native.phrases(table, self.table.tellers)
        self.search: Search | None = None
        kinds = self.table.lines[1 : 1 + len(STEMS)]
        self.stems = Stems(tuple(filter(None, line.decode().split("\t"))) for line in kinds)
        # Several filters ask about the same text.
        self.known: dict[str, Match | None] = {}
        self.known_lenient: dict[str, Match | None] = {}

    def find(
        self, text: str, categories: Collection[str] | None = None, strictness: Strictness = BALANCED
    ) -> Match | None:
        """The phrase for which the text as a whole is a prompt; None when it is not one, as of all prose.

        Of several phrases the first decides; `categories`: None unless it is one of these. Lenient: whole lines only;
        strict: weak phrases too.
        """
        if len(text) > LONGEST:
            return None
        lenient = strictness is LENIENT
        known = self.known_lenient if lenient else self.known
        match = known.get(text, UNASKED)  # one step: between two, another thread may let go of what is remembered
        if match is UNASKED:
            if len(known) >= REMEMBERED:
                known.clear()
            match = known[text] = self.look_up(text, lenient)
        if match is None or (match.weak and strictness is not STRICT):
            return None
        return match if categories is None or match.category in categories else None

    def look_up(self, text: str, lenient: bool) -> Match | None:
        """The best match of a text that is not code."""
        if native is not None and self.ready is not None:
            found = native.phrase_in(self.ready, text, lenient)
            if found is None:
                return None
            rule, start, end, weak = found
            match: Match | None = self.match(text, rule, start, end, weak)
        else:
            match = self.in_python().look_up(text, lenient)
        return None if match is None or CODE.match(text) is not None else match

    def in_python(self) -> Search:
        """The search where nothing is built in C."""
        if self.search is None:
            from cleaner.phrase_search import Search

            self.search = Search(self.table)
        return self.search

    def match(self, text: str, rule: int, start: int, end: int, weak: bool) -> Match:
        """A phrase as the page has it."""
        said = self.table.rule(rule)
        return Match(said.category, said.language, text[start:end], start, weak)

    def cues(self, text: str) -> list[Match]:
        """All `cue` phrases inside a text, in order: evidence for code that weighs several together."""
        if native is None or self.ready is None:
            return self.in_python().cues(text)
        cues = native.cues_in(self.ready, text)
        return [self.match(text, rule, start, end, self.table.rule(rule).weak) for rule, start, end in cues]


@cache
def lexicon() -> Lexicon:
    """The phrases that come with the program, loaded on the first call."""
    return Lexicon(mapped(TABLE))
