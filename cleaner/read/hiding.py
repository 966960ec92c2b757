"""How a page hides an element from the eye: attributes, style, class names for screen readers."""

from __future__ import annotations

import re
from functools import lru_cache

from cleaner.read import tags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

Attributes = dict[str, str | None]

HIDING_STYLE: Final = re.compile(r"(?:^|[;\s])(display\s*:\s*none|visibility\s*:\s*hidden)")


@lru_cache(4096)
def for_readers(classes: str) -> bool:
    """Whether a class attribute says that the text is for screen readers only."""
    return not tags.SCREEN_READER_CLASSES.isdisjoint(classes.split())


def hidden_by(tag: str, attributes: Attributes) -> str:
    """Why a browser would not show an element; empty when it would."""
    if attributes:
        if "hidden" in attributes:
            return "hidden attribute"
        style = attributes.get("style")
        if style:
            found = HIDING_STYLE.search(style.lower())
            if found:
                return "".join(found.group(1).split())
        if attributes.get("aria-hidden") == "true":
            return "aria-hidden"
        classes = attributes.get("class")
        if classes and for_readers(classes):
            return "screen readers only"
    if tag == "noscript":
        return "noscript"
    if tag == "dialog" and "open" not in attributes:
        return "closed dialog"
    return ""
