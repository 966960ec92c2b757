"""How a page hides an element from the eye: attributes, style, class names for screen readers."""

from __future__ import annotations

import re

from cleaner.native import native
from cleaner.read import tags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

Attributes = dict[str, str | None]
Said = tuple[str, str, str, str, str, bool]

REMEMBERED: Final[dict[str, bool]] = {}  # class attributes, which come again and again
MOST_REMEMBERED: Final = 4096

NOTHING_SAID: Final = ("", "", "", "", "", False)
HIDING_TAGS: Final = frozenset({"noscript", "dialog"})

FINDABLE: Final = "until-found"  # collapsed text that a browser shows when a search finds it, as under a summary
POPOVERS: Final = frozenset({"", "auto", "manual", "hint"})  # of older scripts the value is a text to show

HIDING_STYLE: Final = r"(?:^|[;\s])(display\s*:\s*none|visibility\s*:\s*hidden)"  # C has its own


def for_readers(classes: str) -> bool:
    """Whether a class attribute says that the text is for screen readers only."""
    known = REMEMBERED.get(classes)
    if known is None:
        if len(REMEMBERED) >= MOST_REMEMBERED:
            REMEMBERED.clear()
        known = REMEMBERED[classes] = not tags.SCREEN_READER_CLASSES.isdisjoint(classes.split())
    return known


def style_hides(style: str) -> str:
    """What a style attribute hides an element by; empty where it does not."""
    found = re.search(HIDING_STYLE, style.lower())
    return "".join(found.group(1).split()) if found else ""


def hidden_by(tag: str, attributes: Attributes) -> str:
    """Why a browser would not show an element; empty when it would."""
    if attributes:
        if "hidden" in attributes and (attributes["hidden"] or "").lower() != FINDABLE:
            return "hidden attribute"
        style = attributes.get("style")
        if style:
            found = style_hides(style)
            if found:
                return found
        if attributes.get("aria-hidden") == "true":
            return "aria-hidden"
        classes = attributes.get("class")
        if classes and for_readers(classes):
            return "screen readers only"
        if "popover" in attributes and (attributes["popover"] or "").lower() in POPOVERS:
            return "closed popover"
    if tag == "noscript":
        return "noscript"
    if tag == "dialog" and "open" not in attributes:
        return "closed dialog"
    return ""


def hiding(tag: str, attributes: Attributes, known: Said) -> str:
    """The same, of an element of which is known what its attributes say: of most, that they hide nothing."""
    classes, may_hide = known[1], known[5]
    if may_hide or tag in HIDING_TAGS or (classes and for_readers(classes)):
        return hidden_by(tag, attributes)
    return ""


def said(attributes: Attributes) -> Said:
    """The id, class, role, itemprop and rel of an element, and whether one of its other attributes may hide it."""
    if native is not None:
        answer: Said = native.said(attributes)
        return answer
    return said_in_python(attributes)


def said_in_python(attributes: Attributes) -> Said:
    """The same where nothing is built in C."""
    get = attributes.get
    return (
        get("id") or "",
        get("class") or "",
        get("role") or "",
        get("itemprop") or "",
        get("rel") or "",
        "hidden" in attributes or "popover" in attributes or bool(get("style")) or get("aria-hidden") == "true",
    )
