"""Control characters out of a text, so that no page can drive a terminal or break a line-based tool."""

from __future__ import annotations

import re

from cleaner.native import native

# C0 but for tab and newline, DEL, C1 (escape sequences to some terminals), and the embeddings and overrides of
# direction, which can make a line read as what it is not.
CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"  # compiled for the first text that may have them

# Those that stand for white space become a space, so that no words run together; the others vanish.
SPACING = frozenset("\x0b\x0c\r\x1c\x1d\x1e\x1f\x85")


def without_control(text: str) -> str:
    """The text without control characters; tabs and newlines stay, `\\r\\n` becomes a newline."""
    return cleared(text) if has_control(text) else text


def has_control(text: str) -> bool:
    """Whether a text has control characters other than tabs and newlines."""
    if native is not None:
        found: bool = native.has_control(text)
        return found
    return not text.isprintable() and re.search(CONTROL, text) is not None  # the first test is by far the faster


def cleared(text: str) -> str:
    """A text with control characters, without them."""
    return re.sub(CONTROL, lambda found: " " if found.group() in SPACING else "", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """The text on one line and without control characters, for names, titles and messages."""
    return " ".join(without_control(text).split())
