"""Why nothing came out of a page, as far as the page itself tells."""

from __future__ import annotations

from cleaner.read.tag_counts import tag_counts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from cleaner.model import Article

NO_ARTICLE: Final = "no article in the page"
UNFILLED: Final = f"{NO_ARTICLE}, and next to no text: if its scripts fill it in, save it from a browser"
LITTLE: Final = 60  # characters of text: "Loading", the name of the site; a page that is whole has more


def why_nothing(article: Article, source: bytes | str) -> str:
    """What to tell of a page without an article, whose source is given."""
    has_scripts = any(tag_counts(source, ("script",)))
    said = sum([len(decision.block.text) for decision in article.decisions])
    return UNFILLED if has_scripts and said < LITTLE else NO_ARTICLE
