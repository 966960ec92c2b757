"""Photo credits and captions."""

from __future__ import annotations

import re
from functools import cache

from cleaner.lexicon import lexicon
from cleaner.members import CAPTION, LENIENT, STRICT
from cleaner.model import Block, Drop, Page, Strictness, Vouch
from cleaner.phrase import Match
from cleaner.scoring.text_figures import SENTENCE_ENDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar, Final

CREDIT: Final = frozenset({"photo-credit"})
AGENCY: Final = frozenset({"agency-name"})

# What stands before the agency's name in a credit: "(Jane Doe/Agency)", "© Agency".
BEFORE_AGENCY: Final = tuple("/|([©–—-.")


RUN_ON: Final = 100  # last characters of a caption in which its credit may begin without a full stop before it
MOST_NAMES: Final = 8  # words of such a credit


@cache
def names_only() -> re.Pattern[str]:
    """Capitalised words, the short ones between names, and what parts them."""
    return re.compile(r"(?:[^\W\d_a-z][\w.'\u2019-]*|\b[a-z]{1,3}\b|[/|,&+\u2013-]|\s)+")


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


def credit(text: str, strictness: Strictness) -> Match | str | None:
    """The evidence that a text is, or ends with, a photo credit."""
    table = lexicon()
    if match := table.find(text, CREDIT, strictness):
        return match
    if strictness is LENIENT:
        return None
    match = table.find(text, AGENCY, STRICT)
    if match is not None and text[: match.start].rstrip().endswith(BEFORE_AGENCY):
        return match
    return run_on(text, strictness) or bracketed(text)


def run_on(text: str, strictness: Strictness) -> Match | None:
    """The credit at a caption's end that no full stop parts from it: "The ferry at dusk Photo: Jane Doe"."""
    text = text.rstrip(" .")
    at = max(text.rfind("\u00a9"), text.rfind(":"))
    if at < max(1, len(text) - RUN_ON):
        return None
    start = at if text[at] == "\u00a9" else text.rfind(" ", 0, at) + 1
    names = text[at + 1 :]
    if not start or text[start].islower() or not are_names(names):
        return None
    return lexicon().find(f"{text[:start].rstrip()}. {text[start:]}", CREDIT, strictness)


def bracketed(text: str) -> str | None:
    """The names in brackets behind a caption's sentence, a person's and an agency's: "(Jane Doe/Agency)"."""
    start = text.rfind("(")
    if start < 1 or not text.endswith(")") or text[:start].rstrip()[-1:] not in tuple(SENTENCE_ENDS):
        return None
    names = text[start + 1 : -1]
    return f'ends with "{text[start:]}"' if "/" in names and are_names(names) else None


def are_names(text: str) -> bool:
    """Whether a text is a few names of people and agencies, and nothing else: "Jane van Doe/Agency | Other"."""
    words = text.split()
    return 0 < len(words) <= MOST_NAMES and not words[-1].islower() and names_only().fullmatch(text) is not None
