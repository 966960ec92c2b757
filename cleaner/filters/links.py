"""Links that lead away from the article: related grids, directories, breadcrumb lines and tag lines."""

from __future__ import annotations

from itertools import groupby

from cleaner.members import BALANCED, CAPTION, ITEM, LABEL, LENIENT, PARAGRAPH, STRICT
from cleaner.model import Block, Drop, Page, Strictness, Vouch
from cleaner.prose import prose_extent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar, Final

# What holds a list of links or a line of them. Headings that are links stand over text, rows and code are data, and a
# linked quotation is a source.
CARRIERS: Final = frozenset({PARAGRAPH, ITEM, CAPTION, LABEL})

# What parts the links of a breadcrumb or tag line. Commas and semicolons part authors and keywords, bars part the
# choices of a guide: those stay.
SEPARATORS: Final = (" / ", " › ", " > ", " » ", " · ", " • ", " → ")

# Links in a row that are a grid and no part of the text. On the labelled articles, after the content filter, 1 of 4
# runs of three such paragraphs is article, of four and more 1 of 8.
GRID: Final = {LENIENT: 8, BALANCED: 4, STRICT: 3}


class Links:
    """Blocks that are mostly links: related grids, directories, breadcrumb and tag lines.

    Runs after the content filter, which has dropped most of them; of the link lists that it keeps, half are article:
    recommendations, references, steps. So a list stays when a sentence with a colon introduces it or it may well be a
    list of the article's own, and all stay on a page that is itself a list.
    """

    name: ClassVar[str] = "links"
    by_phrase: ClassVar[bool] = False

    def __init__(
        self,
        *,
        min_share: float = 0.8,
        teaser_chars: int = 90,
        directory: int = 20,
        directory_chars: int = 40,
        min_line: int = 3,
        line_chars: int = 25,
        line_share: float = 0.9,
        min_prose: int = 1000,
    ) -> None:
        # of a block's characters inside links: paragraphs with less are half the time article
        self.min_share = min_share
        # of a link in a grid on average: what is longer is text, or a link that was never closed
        self.teaser_chars = teaser_chars
        # list items in a row that are a directory of towns or brands; an article lists fewer
        self.directory = directory
        # of such an item on average: titles of sources are longer, names are shorter
        self.directory_chars = directory_chars
        self.min_line = min_line  # links of a breadcrumb or tag line
        self.line_chars = line_chars  # of such a link on average
        # of the line's characters in links and separators: a label may stand before them
        self.line_share = line_share
        self.min_prose = min_prose  # of the page: with less running text, the links may be what it is about

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        if not any(block.links for block in blocks):
            return
        prose = prose_extent(blocks)
        if prose < self.min_prose:
            return
        for block in blocks:
            if block.links >= self.min_line and self.is_line(block):
                yield Drop(block, "link-line", f"{block.links} links, {block.link_share:.0%} of its text")
        linked = [block.links > 0 and self.is_linked(block) for block in blocks]
        for in_run, group in groupby(range(len(blocks)), key=linked.__getitem__):
            places = list(group)
            run = blocks[places[0] : places[-1] + 1]
            if in_run and self.is_list(run, blocks[places[0] - 1] if places[0] else None, page.strictness, prose):
                for block in run:
                    yield Drop(block, "link-list", f"one of {len(run)} in a row, {block.link_share:.0%} links")

    def is_linked(self, block: Block) -> bool:
        """Whether a block is hardly more than links."""
        return block.link_chars >= self.min_share * len(block.text) and block.kind in CARRIERS

    def is_line(self, block: Block) -> bool:
        """Whether a block is a line of short links with separators between them."""
        if block.kind not in CARRIERS or block.link_chars > self.line_chars * block.links:
            return False
        count, separator = max((block.text.count(each), each) for each in SEPARATORS)
        linked = block.link_chars + count * len(separator)
        return count >= block.links - 1 and linked >= self.line_share * len(block.text)

    def is_list(self, run: Sequence[Block], before: Block | None, strictness: Strictness, prose: int) -> bool:
        """Whether links in a row are a grid of teasers or a directory, on a page with so much running text."""
        size = sum(len(block.text) for block in run)
        if size > prose or (before is not None and before.text.endswith((":", "："))):
            return False
        if 2 * sum(block.kind is ITEM for block in run) < len(run):
            return len(run) >= GRID[strictness] and size <= self.teaser_chars * len(run)
        return len(run) >= self.directory and size <= self.directory_chars * len(run)
