"""The furniture of live blogs: lone times, controls, labels."""

from __future__ import annotations

import re
from functools import cache

from cleaner.lexicon import lexicon
from cleaner.members import ITEM, STRICT
from cleaner.model import Block, Drop, Page, Vouch
from cleaner.phrase import Match
from cleaner.prose import is_prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar, Final

REASONS: Final = frozenset({"live-blog-control"})
TIMES: Final = frozenset({"entry-time"})
SUMMARY: Final = frozenset({"live-blog-summary"})

# A time of day, 10:15, 9.05pm, 14h32; with a point and nothing more it may be a price. Or a time stamp of a machine.
HOUR: Final = r"\b(?:[01]?\d|2[0-3])(?:[:h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?|\.[0-5]\d\s?(?:[ap]\.?m\.?|Uhr))"
DIGIT: Final = re.compile(r"\d")
LONGEST: Final = 60  # characters of a control, a label or an entry's line of author and time


@cache
def clock() -> re.Pattern[str]:
    """What a time alone on its line matches as a whole; compiled when a line has a digit."""
    return re.compile(rf"[\s(\[•·|–-]*(?:{HOUR}|1\d{{9}}(?:\d{{3}})?)(?:\s[A-Z]{{2,4}})?[\s)\].•·|–-]*", re.IGNORECASE)


@cache
def timed() -> re.Pattern[str]:
    """What a time anywhere in a line matches."""
    return re.compile(HOUR, re.IGNORECASE)


class LiveBlog:
    """Live-blog furniture: the times of its entries, "pinned", "load more posts", its list of key points."""

    name: ClassVar[str] = "live-blog"
    by_phrase: ClassVar[bool] = True

    def __init__(self, *, entries: int = 3, reach: int = 3) -> None:
        # timed lines over a paragraph that make a page a live blog; a recipe has one or two times
        self.entries = entries
        self.reach = reach  # blocks within which such a line has its paragraph: in a timetable there is none

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        table = lexicon()
        is_live = self.is_live(page)
        strictness = STRICT if is_live else page.strictness
        summary: Match | None = None
        for block in blocks:
            if len(block.text) > LONGEST:
                summary = None
            elif is_live and (match := table.find(block.text, SUMMARY, STRICT)):
                yield Drop(block, match.category, match)
                summary = match
            elif is_live and is_time(block):
                yield Drop(block, "entry-time", "a time alone on its line, in a live blog")
            elif match := table.find(block.text, REASONS, strictness):
                yield Drop(block, match.category, match)
            elif summary and block.kind is ITEM:
                yield Drop(block, summary.category, f'stands in the list under "{summary.phrase}"')
            else:
                summary = None

    def is_live(self, page: Page) -> bool:
        """True when lines with a time head the page's paragraphs, whether they still stand or not."""
        blocks, reach = page.blocks, self.reach
        heads = ahead = 0
        for at, block in enumerate(blocks):
            if len(block.text) > LONGEST:
                continue
            if ahead <= at:  # what lies before it is no paragraph, as an earlier line found
                ahead = at + 1
            beyond = min(at + 1 + reach, len(blocks))
            while ahead < beyond and not is_prose(blocks[ahead].text):
                ahead += 1
            if ahead < beyond and DIGIT.search(block.text) is not None and has_time(block):
                heads += 1
                if heads >= self.entries:
                    return True
        return False


def has_time(block: Block) -> bool:
    """Whether a line has a time in it, or says how long ago something was."""
    return timed().search(block.text) is not None or is_time(block)


def is_time(block: Block) -> bool:
    """True for a time of day or an age ("2h ago") alone on its line."""
    return clock().fullmatch(block.text) is not None or lexicon().find(block.text, TIMES) is not None
