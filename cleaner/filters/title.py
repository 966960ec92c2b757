"""The page's title where it stands over the article."""

from __future__ import annotations

from cleaner.members import HEADING, PARAGRAPH
from cleaner.model import Block, Drop, Page, Vouch
from cleaner.prose import extent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar

# Two ways to print one title.
SAME = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"--")

RUNNING = 200  # characters of running text: the article has begun, and what follows is a heading of its own


class Title:
    """The page's title where it stands over the article: it is the article's name, and `--title` prints it."""

    name: ClassVar[str] = "title"
    by_phrase: ClassVar[bool] = False

    def __init__(self, *, reach: int = 4) -> None:
        # blocks from the beginning in which a title stands: a kicker, a date or a byline may come before it
        self.reach = reach

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        title = folded(page.metadata.title or "")
        if not title or len(blocks) < 2:
            return
        for block in blocks[: self.reach]:
            if block.kind is HEADING and folded(block.text) == title:
                yield Drop(block, "title", "the same as the page's title")
                return
            if block.kind is PARAGRAPH and extent(block.text) >= RUNNING:
                return


def folded(text: str) -> str:
    """A title as it is compared: case, quotes, dashes and white space aside."""
    return " ".join(text.translate(SAME).casefold().split())
