"""Pages that do to the process that cleans them what bad pages do, by way of a filter."""

from __future__ import annotations

import ctypes
import itertools
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from cleaner import Block, Drop, Page, Vouch

PROSE = "The ferry to the outer islands was late again on Tuesday, and nobody on the quay in Norrhamn seemed surprised."


@dataclass(frozen=True, slots=True)
class Mischief:
    """Does what the page's first word says."""

    name: ClassVar[str] = "mischief"
    by_phrase: ClassVar[bool] = False

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterable[Drop | Vouch]:
        word = blocks[0].text.split()[0] if blocks else ""
        if word == "RAISE":
            raise ZeroDivisionError("on purpose")
        if word == "RECURSE":
            return self(page, blocks)
        if word == "LOOP":
            for _ in itertools.count():
                pass
        if word == "SLEEP":
            time.sleep(0.05)
        if word == "EXIT":
            os._exit(7)
        if word == "SEGV":
            ctypes.string_at(0)
        if word == "KILL":
            os.kill(os.getpid(), 9)
        if word == "EAT":
            eaten = []
            while True:
                eaten.append(bytearray(10_000_000))
        return ()


def page(word: str, number: int = 0) -> str:
    """A page that does this, and is an article otherwise."""
    return f"{word} number {number}.\n{PROSE}\n"
