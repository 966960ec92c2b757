"""Menus, site headers and footers, sidebars and dialogs, by the page's own tags and roles."""

from __future__ import annotations

from cleaner.model import Block, Drop, Element, Page, Vouch
from cleaner.prose import prose_extent, standing_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar, Final

# What a tag or a role says of its content; the drop's reason.
MENU, HEADER, FOOTER, SIDEBAR, DIALOG = "navigation", "site-header", "site-footer", "sidebar", "dialog"
TAGS: Final = {"nav": MENU, "search": MENU, "header": HEADER, "footer": FOOTER, "aside": SIDEBAR, "dialog": DIALOG}
ROLES: Final = {
    "navigation": MENU,
    "menu": MENU,
    "menubar": MENU,
    "search": MENU,
    "banner": HEADER,
    "contentinfo": FOOTER,
    "complementary": SIDEBAR,
    "dialog": DIALOG,
    "alertdialog": DIALOG,
}

# In one of these, a header, footer, sidebar or dialog belongs to the text around it: a lead, a source, an info box.
SECTIONS: Final = frozenset({"article", "main", "section", "blockquote"})


class Landmarks:
    """Menus, site headers and footers, sidebars and dialogs that the page itself marks as such.

    Only where the labelled pages (wcxb-dev, fundus-dev) leave no doubt: of the 1.6 million characters that it drops
    from their articles, 41 are in the gold. The rest is for the content filter.
    """

    name: ClassVar[str] = "landmarks"
    by_phrase: ClassVar[bool] = False

    def __init__(self, *, max_sidebar: int = 1000, max_share: float = 0.5, min_link_share: float = 0.5) -> None:
        # characters of running text: 6 asides of 498 have more, and one of them was the article
        self.max_sidebar = max_sidebar
        # of the page's running text: landmarks that hold more are wrapped around the article
        self.max_share = max_share
        # of a sidebar in a section: above it 0.6 % is article, below it 4 %, in sentences 13 %
        self.min_link_share = min_link_share

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        bare: list[Drop] = []
        wordy: list[Drop] = []
        taken = end = 0
        for element in page.elements:
            if element.first < end or element.first == element.last:
                continue
            reason = (ROLES.get(element.role) if element.role else None) or TAGS.get(element.tag)
            if reason is None:
                continue
            inside = standing_in(element, blocks)
            prose = prose_extent(inside)
            if self.is_sure(element, reason, inside, prose):
                end = element.last
                taken += prose
                place = element.path
                (wordy if prose else bare).extend(Drop(block, reason, place) for block in inside)
        if taken > self.max_share * prose_extent(blocks):
            wordy = []
        if len(bare) + len(wordy) < len(blocks):
            yield from bare
            yield from wordy

    def is_sure(self, element: Element, reason: str, inside: Sequence[Block], prose: int) -> bool:
        """Whether a landmark is the site's and no part of the text around it."""
        if reason is MENU:
            return True
        above = {parent.tag for parent in element.ancestors() if parent is not element}
        if not above.isdisjoint(SECTIONS):
            if reason is SIDEBAR:
                return not prose and link_share(inside) > self.min_link_share
            return reason is FOOTER and not prose and "blockquote" not in above
        if reason is HEADER:  # a title that is no link stands over an article
            return not any(block.level == 1 and not block.links for block in inside)
        return reason is not SIDEBAR or prose <= self.max_sidebar


def link_share(blocks: Sequence[Block]) -> float:
    """Share of the characters of these blocks that stand inside links."""
    return sum(block.link_chars for block in blocks) / sum(len(block.text) for block in blocks) if blocks else 0.0
