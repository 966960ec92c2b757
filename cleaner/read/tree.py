"""The tree of an HTML document (lexbor, by the HTML5 rules): made for one visit, then gone with its memory."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from cleaner.native import native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from selectolax.lexbor import LexborNode

    Found = TypeVar("Found")

# Characters or bytes. A tree takes 8 to 20 times as much memory as its text; the C library would keep it for itself
# while Python fills other memory with the page's blocks. Of a smaller page that is not worth the millisecond.
LARGE = 1_000_000


def visit(source: str | bytes, visitor: Callable[[LexborNode], Found]) -> Found | None:
    """What a visitor finds who is handed the root of a document and keeps nothing of the tree."""
    root = LexborHTMLParser(source).root
    found = None if root is None else visitor(root)
    del root
    if native is not None and len(source) >= LARGE:
        native.give_back()
    return found
