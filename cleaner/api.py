"""The library's one call: `clean(source) -> Article`."""

from __future__ import annotations

import os

from cleaner import pipeline
from cleaner.filters import DEFAULT
from cleaner.model import Article, InputKind, Strictness, named
from cleaner.read.page import read
from cleaner.write.plain import render

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from bs4 import BeautifulSoup

    from cleaner.protocol import Filter


def clean(
    source: bytes | str | os.PathLike[str] | BeautifulSoup,
    *,
    url: str | None = None,
    kind: InputKind | str = InputKind.AUTO,
    charset: str | None = None,
    filters: Iterable[Filter] = DEFAULT,
    strictness: Strictness | str = Strictness.BALANCED,
) -> Article:
    """The article of one page, with a decision for every block of it.

    `source` is HTML or already extracted text, as bytes (gzip or not), str, a path, or a BeautifulSoup document (which
    is not changed); `kind` says which of the two, `auto` tells by content. `url` is the page's address, if known;
    `charset` one that came with the bytes (HTTP), checked against them like one that the page declares.
    The text is empty when the page holds no article. Raises UnreadableError for input that is missing, binary or
    empty, UnknownNameError for a kind or strictness that does not exist. Keeps no state: safe in threads and processes.
    """
    page = read(source, url=url, kind=named(InputKind, kind), charset=charset, strictness=named(Strictness, strictness))
    blocks, decisions = pipeline.run(page, filters)
    return Article(render(blocks), page.metadata, blocks, decisions, page.url)
