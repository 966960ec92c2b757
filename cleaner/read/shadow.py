"""Shadow trees that a page brings along: a browser shows what stands in `<template shadowrootmode="open">`.

Components that a server renders (declarative shadow DOM) have their text there. To a parser that runs no scripts it is
a template's, which no one sees. https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

TAG: Final = r"<(/?)template\b([^>]*)>"
SHADOW: Final = r"\bshadowroot(?:mode)?\s*=\s*[\"']?(?:open|closed)\b"  # the shorter name is that of older pages
NAME: Final = "shadow-root"  # of a tag that no page has, and a parser takes anywhere


def opened(text: str) -> str:
    """The same HTML with the templates that are shadow trees as elements in their hosts."""
    kept: list[str] = []
    at = 0
    open_tags: list[bool] = []  # of the templates around, whether each is a shadow tree
    for tag in re.finditer(TAG, text, re.IGNORECASE):
        if tag[1]:
            is_shadow = bool(open_tags) and open_tags.pop()
        else:
            is_shadow = re.search(SHADOW, tag[2], re.IGNORECASE) is not None
            open_tags.append(is_shadow)
        if is_shadow:
            kept += (text[at : tag.start()], f"<{tag[1]}{NAME}>")
            at = tag.end()
    return "".join([*kept, text[at:]]) if kept else text
