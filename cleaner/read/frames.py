"""Frames that are opened and not closed: to an HTML5 parser all that follows is a frame's text, to the page's end.

Pages get away with it inside `<noscript>` (`<noscript><iframe src="…" /></noscript>`, as a tag manager is often put
in), which a browser that runs scripts does not read.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# What follows a frame: another one or the end of what may stand around it, before its own end.
TAG: Final = r"<iframe\b[^>]*>|</(?:iframe|noscript)"


def frames_closed(text: str) -> str:
    """The same HTML with an end tag behind every frame that has none before the next tag."""
    kept: list[str] = []
    at = 0
    opened = 0  # where the last frame's start tag ends, until it is closed
    for tag in re.finditer(TAG, text):
        if opened and tag[0] != "</iframe":
            kept += (text[at:opened], "</iframe>")
            at = opened
        opened = tag.end() if tag[0].startswith("<i") else 0
    if opened:
        kept += (text[at:opened], "</iframe>")
        at = opened
    return "".join([*kept, text[at:]]) if kept else text
