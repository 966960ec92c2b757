"""Text that a browser would not show."""

from __future__ import annotations

import re

from cleaner.members import CODE, ROW, STRICT
from cleaner.model import Block, Drop, Element, Page, Vouch
from cleaner.prose import prose_extent, standing_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar, Final

# Hidden for good: of their text on the labelled articles, at most 4 characters in 1,000 are article. The other kinds
# are accordions, tabs, and text that a script moves into place.
FOR_GOOD: Final = frozenset({"closed dialog", "screen readers only", "noscript"})

# Shops put random identifiers between the letters of a label ("Sponsored"), in classes that a style sheet hides, lest
# blockers find it. No one reads so many in a row.
IDENTIFIER: Final = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
IDENTIFIER_SIZE: Final = 36
MIN_IDENTIFIERS: Final = 4
IDENTIFIERS_SHARE: Final = 0.8  # of the block's characters


class Hidden:
    """Text that a browser would not show: hidden elements, dialogs, popovers, notes for screen readers, noscript.

    A block that is a string of random identifiers is taken for hidden, whatever hides it. Of a text, the scripts and
    style sheets go that a scraper took along.

    Many pages ship article text hidden and reveal it by script, so a hidden region with running text is left to the
    content filter. On the labelled articles (wcxb-dev, fundus-dev) 1 character in 1,000 of the regions without running
    text is article and stands nowhere else on the page.
    """

    name: ClassVar[str] = "hidden"
    by_phrase: ClassVar[bool] = False

    def __init__(self, *, max_prose: int = 0, max_prose_strict: int = 300) -> None:
        # characters of running text in a region that goes: with any, up to 1 in 10 is article
        self.max_prose = max_prose
        self.max_prose_strict = max_prose_strict  # the same under `strict`: with more, four to nine in 10 are

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        for block in blocks:
            if is_identifiers(block):
                yield Drop(block, "identifiers", "random identifiers between its letters")
        yield from self.in_hidden_elements(page, blocks)

    def in_hidden_elements(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop]:
        """The blocks of hidden regions that go."""
        regions = hidden_regions(page, blocks)
        if not regions:
            return
        covered = {block.index for _, inside in regions for block in inside}
        shown = prose_extent([block for block in blocks if block.index not in covered])
        if not shown:  # hidden until a script has run, or no article at all: both are for the content filter
            return
        limit = self.max_prose_strict if page.strictness is STRICT else self.max_prose
        for element, inside in regions:
            is_script = element.tag == "script"  # of a text
            if is_script or prose_extent(inside) <= (shown / 2 if element.hidden in FOR_GOOD else limit):
                for block in inside:
                    yield Drop(block, "script" if is_script else "hidden", element.hidden)


def is_identifiers(block: Block) -> bool:
    """Whether a block is hardly more than random identifiers in a row."""
    text = block.text
    size = len(text)
    if size < MIN_IDENTIFIERS * IDENTIFIER_SIZE or text.count("-") * 12 < size:
        return False  # an identifier has 4 hyphens in 36 characters
    if block.kind is CODE or block.kind is ROW:  # there they are data
        return False
    found = len(IDENTIFIER.findall(text))
    return found >= MIN_IDENTIFIERS and found * IDENTIFIER_SIZE >= IDENTIFIERS_SHARE * size


def hidden_regions(page: Page, blocks: Sequence[Block]) -> list[tuple[Element, Sequence[Block]]]:
    """The outermost hidden elements, each with those of these blocks that stand in it."""
    found = []
    end = 0
    for element in page.elements:
        if element.hidden and element.first >= end and element.last > element.first:
            end = element.last
            inside = standing_in(element, blocks)
            if inside:
                found.append((element, inside))
    return found
