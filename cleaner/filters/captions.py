"""Photo credits and captions."""

from __future__ import annotations

import re
from functools import cache

from cleaner.lexicon import lexicon
from cleaner.members import CAPTION, LENIENT, STRICT
from cleaner.model import Block, Drop, Page, Strictness, Vouch
from cleaner.phrase import Match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar, Final

CREDIT: Final = frozenset({"photo-credit"})
AGENCY: Final = frozenset({"agency-name"})

# What stands before the agency's name in a credit: "(Jane Doe/Agency)", "© Agency".
BEFORE_AGENCY: Final = tuple("/|([©–—-.")


@cache
def numbered() -> re.Pattern[str]:
    """What a caption with a number begins with: the article's text refers to it, so it belongs to the text."""
    return re.compile(
        r"(?:figure|fig|table|chart|exhibit|diagram|listing|graph|abbildung|abb|tabelle|tab|grafik|tableau|graphique|schéma"
        r"|figura|tabla|gráfico|cuadro|рис|таблица|図|图|表)\w{0,2}\.?\s?\d",
        re.IGNORECASE,
    )


class Captions:
    """Photo credits ("Photograph: Jane Doe/Agency"), and captions under figures unless they are numbered."""

    name: ClassVar[str] = "captions"
    by_phrase: ClassVar[bool] = True

    def __init__(self, *, max_chars: int = 300) -> None:
        # of a credit outside a figure; longer ones in wcxb-dev and fundus-dev are prose with a source
        self.max_chars = max_chars

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        for block in blocks:
            if block.kind is not CAPTION and len(block.text) > self.max_chars:
                continue
            if match := credit(block.text, page.strictness):
                yield Drop(block, "photo-credit", match)
            elif block.kind is CAPTION and self.drops_captions(page) and not numbered().match(block.text):
                yield Drop(block, "caption", "stands under a figure")

    def drops_captions(self, page: Page) -> bool:
        """Whether captions go that are no credit: of those in wcxb-dev and fundus-dev nine in ten are not gold."""
        return page.strictness is not LENIENT


def credit(text: str, strictness: Strictness) -> Match | None:
    """The phrase by which a text is, or ends with, a photo credit."""
    table = lexicon()
    if match := table.find(text, CREDIT, strictness):
        return match
    if strictness is LENIENT or (match := table.find(text, AGENCY, STRICT)) is None:
        return None
    before = text[: match.start].rstrip()
    return match if before.endswith(BEFORE_AGENCY) else None
