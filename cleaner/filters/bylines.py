"""Bylines, datelines and reading times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from cleaner.lexicon import lexicon
from cleaner.model import Block, Drop, Page, Vouch
from cleaner.prose import MIN_PROSE, extent

REASONS = frozenset({"byline", "dateline", "entry-time", "reading-time"})

# A date in figures, alone on its line, perhaps with a time: 2021-03-05, 5.3.2021 10:15, 2021年3月5日.
DATE = r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일])"
TIME = r"(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?|\s?Uhr|\s?h)?)"
NUMERIC = re.compile(rf"\W*(?:{DATE}(?:\W+|T)?{TIME}?|{TIME}(?:\W+{DATE})?)(?:\s[A-Z]{{1,4}})?\W*", re.IGNORECASE)

LONGEST_DATE = 40  # characters


@dataclass(frozen=True, slots=True)
class Bylines:
    """Bylines, dates and reading times on lines of their own, above the text or below its end."""

    above: int = 12  # standing blocks from the top that may hold them
    within: int = 2  # paragraphs that may stand above them: a lead, a summary
    below: int = 5  # standing blocks from the end
    listing: int = 2  # so many more between the paragraphs: the dates of a chronology, the authors of a list of books

    name: ClassVar[str] = "bylines"
    by_phrase: ClassVar[bool] = True

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        top, end = self.zones(blocks)
        table = lexicon()
        found: list[Drop] = []
        amid: Counter[str] = Counter()
        for at, block in enumerate(blocks):
            if extent(block.text) >= 3 * MIN_PROSE:
                continue
            match = table.find(block.text, REASONS, page.strictness)
            if match is None and (len(block.text) > LONGEST_DATE or not NUMERIC.fullmatch(block.text)):
                continue
            reason = match.category if match and match.category != "entry-time" else "dateline"
            if at < top or at >= end:
                found.append(Drop(block, reason, match or "a date and nothing else"))
            else:
                amid[reason] += 1
        yield from (drop for drop in found if amid[drop.reason] < self.listing)

    def zones(self, blocks: Sequence[Block]) -> tuple[int, int]:
        """Where the top of the page ends and where its end begins: indices into the standing blocks."""
        prose = [at for at, block in enumerate(blocks) if extent(block.text) >= MIN_PROSE]
        top = prose[self.within] if len(prose) > self.within else len(blocks)
        last = prose[-1] + 1 if prose else 0
        return min(self.above, top), max(last, len(blocks) - self.below)
