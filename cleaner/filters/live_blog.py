"""The furniture of live blogs: lone times, controls, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from cleaner.lexicon import lexicon
from cleaner.model import Block, Drop, Page, Strictness, Vouch

REASONS = frozenset({"live-blog-control"})

# A time of day alone on its line: 10:15, 9.05pm, 14h32, 10:15 GMT. With a point and nothing more it may be a price.
CLOCK = re.compile(
    r"[\s(\[•·|–-]*(?:[01]?\d|2[0-3])(?:[:h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?|\.[0-5]\d\s?[ap]\.?m\.?)"
    r"(?:\s[A-Z]{2,4})?[\s)\].•·|–-]*",
    re.IGNORECASE,
)
LONGEST = 60  # characters of a control or label


@dataclass(frozen=True, slots=True)
class LiveBlog:
    """Live-blog furniture: the times of its entries, "pinned", "key events", "load more posts"."""

    entries: int = 3  # lone times that make a page a live blog; a recipe or a timetable may have one or two

    name: ClassVar[str] = "live-blog"
    by_phrase: ClassVar[bool] = True

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        find = lexicon().find
        short = [block for block in blocks if len(block.text) <= LONGEST]
        times = {block.index for block in short if CLOCK.fullmatch(block.text) or find(block.text, {"entry-time"})}
        is_live = len(times) >= self.entries
        for block in short:
            if is_live and block.index in times:
                yield Drop(block, "entry-time", f"one of {len(times)} times alone on their lines")
            elif match := find(block.text, REASONS, Strictness.STRICT if is_live else page.strictness):
                yield Drop(block, match.category, match)
