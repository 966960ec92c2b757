"""Bylines, datelines and reading times."""

from __future__ import annotations

import re
from functools import cache

from cleaner.lexicon import lexicon
from cleaner.model import Block, Drop, Page, Vouch
from cleaner.prose import MIN_PROSE, extent, is_prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar, Final

REASONS: Final = frozenset({"byline", "dateline", "entry-time", "reading-time"})

# A date in figures, alone on its line, perhaps with a time: 2021-03-05, 5.3.2021 10:15, 2021年3月5日.
YEAR_FIRST: Final = r"\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
DAY_FIRST: Final = r"\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2})"
TIME: Final = r"\d{1,2}(?:[:h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?|\.\d{2}\s?(?:[ap]\.?m\.?|Uhr|h))"
BEFORE_DATE: Final = "([•·|–-"
LONGEST_DATE: Final = 40  # characters


@cache
def numeric() -> re.Pattern[str]:
    """What a date in figures matches as a whole; compiled when a line first looks like one."""
    return re.compile(
        rf"[\s(\[•·|–-]*(?:(?:{YEAR_FIRST}|{DAY_FIRST})\.?(?:[\s,T–-]+(?:{TIME}|\d{{1,2}}\.\d{{2}}))?|{TIME})"
        r"(?:\s?[A-Z]{1,4})?[\s)\].•·|–-]*",
        re.IGNORECASE,
    )


def is_date(text: str) -> bool:
    """Whether a text is a date in figures and nothing else."""
    first = text[0]
    if len(text) > LONGEST_DATE or not (first.isdecimal() or first.isspace() or first in BEFORE_DATE):
        return False
    return numeric().fullmatch(text) is not None


class Bylines:
    """Bylines, dates and reading times on lines of their own, above the text or below its end."""

    name: ClassVar[str] = "bylines"
    by_phrase: ClassVar[bool] = True

    def __init__(
        self, *, above: int = 12, within: int = 2, below: int = 5, dates_between: int = 2, names: int = 4
    ) -> None:
        self.above = above  # standing blocks from the top that may hold them
        self.within = within  # paragraphs that may stand above them: a lead, a summary
        self.below = below  # standing blocks from the end
        # What is said once of an article is said of each entry in a list: the dates of a chronology, ten authors.
        self.dates_between = dates_between  # dates between paragraphs that make the page a chronology
        self.names = names  # bylines that make it a list

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        prose = [at for at, block in enumerate(blocks) if is_prose(block.text)]
        first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
        top = min(self.above, prose[self.within] if len(prose) > self.within else len(blocks))
        end = max(last + 1, len(blocks) - self.below)
        table = lexicon()
        found: list[Drop] = []
        names = dates = 0
        for at, block in enumerate(blocks):
            if extent(block.text) >= 3 * MIN_PROSE:
                continue
            match = table.find(block.text, REASONS, page.strictness)
            if match is None and not is_date(block.text):
                continue
            reason = match.category if match and match.category != "entry-time" else "dateline"
            names += reason == "byline"
            dates += reason == "dateline" and first < at < last
            if at < top or at >= end:
                found.append(Drop(block, reason, match or "a date and nothing else"))
        kept = {"byline": names >= self.names, "dateline": dates >= self.dates_between}
        yield from (drop for drop in found if not kept.get(drop.reason))
