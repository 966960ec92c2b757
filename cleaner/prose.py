"""How much running text there is: what keeps a filter of regions from taking an article along with its wrapping."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.members import LABEL
from cleaner.model import Block, Element
from cleaner.native import native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# Of the blocks in menus, site headers and site footers on the labelled pages (wcxb-dev, fundus-dev), 1 in 70 is longer
# and no link. Headings, list items and captions of an article may be shorter: a region is told by its paragraphs.
MIN_PROSE: Final = 80

# A paragraph with many links has a tenth of its characters in them; a teaser or a line of links has nearly all.
MAX_LINK_SHARE: Final = 0.3


def extent(text: str) -> int:
    """The length of a text in letters: a character of Chinese, Japanese, Korean or an Indic script counts as three."""
    size = len(text)
    if text.isascii():
        return size
    if native is not None:
        found: int = native.extent(text)
        return found
    beyond = len(text.encode("utf-8", "surrogatepass")) - size  # one byte more: accents, Cyrillic, Greek, Arabic
    return size + beyond if beyond > size else size


def is_prose(text: str) -> bool:
    """Whether a text is long enough to be running text."""
    return len(text) * 4 >= MIN_PROSE and extent(text) >= MIN_PROSE


def prose_extent(blocks: Sequence[Block]) -> int:
    """The length of the running text in these blocks: what is long enough, and neither links nor a button."""
    total = 0
    for block in blocks:
        if len(block.text) * 4 >= MIN_PROSE and block.link_chars < MAX_LINK_SHARE * len(block.text):
            size = extent(block.text)
            if size >= MIN_PROSE and block.kind is not LABEL:
                total += size
    return total


def standing_in(element: Element, blocks: Sequence[Block]) -> Sequence[Block]:
    """Those of some blocks, in the order of the page, that stand in an element."""
    start = first_from(element.first, blocks)
    return blocks[start : first_from(element.last, blocks)]


def first_from(index: int, blocks: Sequence[Block]) -> int:
    """The place of the first of some blocks whose number is not below this one."""
    low, high = 0, len(blocks)
    while low < high:
        middle = (low + high) // 2
        if blocks[middle].index < index:
            low = middle + 1
        else:
            high = middle
    return low
