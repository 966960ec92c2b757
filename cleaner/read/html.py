"""HTML to a Page: one parse (lexbor, by the HTML5 rules), one walk over the tree."""

from __future__ import annotations

from functools import partial

from cleaner.model import Block, Element, InputKind, Page, Strictness
from cleaner.native import native
from cleaner.read.mending import mended
from cleaner.read.metadata import Head, metadata
from cleaner.read.tree import visit
from cleaner.read.walk import Walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from cleaner._native import Walk as NativeWalk

Made = tuple[tuple[Block, ...], tuple[Element, ...], Head]


def read_html(source: str | bytes, *, url: str | None = None, strictness: Strictness = Strictness.BALANCED) -> Page:
    """The page of an HTML document or fragment of any brokenness, as text or UTF-8; blocks in document order."""
    source = mended(source)
    walk = visit(source, walked)
    blocks, elements, head = made(walk) if walk is not None else ((), (Element("html", None, 0, 0),), Head())
    known = metadata(head, url)
    return Page(
        InputKind.HTML,
        blocks,
        elements,
        known,
        url=url or known.url,
        strictness=strictness,
        opinion=partial(second_opinion, source),
    )


def second_opinion(source: str | bytes) -> str | None:
    """What readability-lxml takes for the article; few pages ask, so few load what asks it."""
    from cleaner.read import region

    return region.second_opinion(source if isinstance(source, str) else source.decode())


def walked(root: LexborNode) -> Walk | NativeWalk:
    """A walk over a tree, by which the tree is read to its end."""
    return walked_in_c(root) or walked_in_python(root)


def walked_in_python(root: LexborNode) -> Walk:
    """The same by the parser's objects."""
    walk = Walk()
    walk.over(root)
    return walk


def walked_in_c(root: LexborNode) -> NativeWalk | None:
    """The same over the parser's own nodes; None where that cannot be done."""
    if native is None:
        return None
    from cleaner.read.layout import learnt  # never loaded in pure Python

    layout = learnt()
    return None if layout is None else native.walk(root.mem_id, layout)


def made(walk: Walk | NativeWalk) -> Made:
    """The blocks of a tree, their containers, and what its head says: made when the tree and its memory are gone."""
    if isinstance(walk, Walk):
        return tuple(walk.blocks), tuple(walk.elements), walk.head
    assert native is not None
    blocks, elements, title, language, address, metas, scripts, headings, bylines, dates = native.made(walk)
    head = Head(title, language, address)
    head.metas, head.json_ld, head.headings, head.bylines, head.dates = metas, scripts, headings, bylines, dates
    return blocks, elements, head
