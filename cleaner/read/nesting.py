"""A guard against pages that nest without end: an HTML5 parser's time grows with the square of the depth."""

from __future__ import annotations

import re

from cleaner.native import native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# Measured with lexbor: 5,000 nested lists take 0.13 s, 20,000 take 3.6 s. No page made to be read nests 500 deep
# (browsers stop at 512); below the limit nothing is touched.
MAX_DEPTH: Final = 500

# Tags that the parser does not close by itself, and those of a page's own making, which have a hyphen: counting them
# gives the depth. Few pages ask, so it is compiled for the first that does.
NESTING: Final = (
    r"(?ai)<(/?)(?:a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|center|cite|code|data|del|details|dfn|dialog|dir|"
    r"div|dl|em|fieldset|figure|font|footer|form|header|hgroup|i|ins|kbd|label|legend|main|map|mark|menu|nav|nobr|noscript|"
    r"ol|output|picture|q|ruby|s|samp|search|section|slot|small|span|strike|strong|sub|summary|sup|table|time|tt|u|ul|var|"
    r"[a-z]+-[^\s/>]*)(?=[\s/>])[^>]*>"
)


def flattened(source: str | bytes) -> str | bytes:
    """The same HTML, as text or UTF-8, without the tags that nest deeper than MAX_DEPTH; no text is lost."""
    if not deep(source):
        return source
    text = source if isinstance(source, str) else source.decode()
    kept: list[str] = []
    at = depth = 0
    for tag in re.finditer(NESTING, text):
        opens = not tag.group(1)
        if opens:
            depth += 1
        if depth > MAX_DEPTH:
            kept.append(text[at : tag.start()])
            kept.append(" ")
            at = tag.end()
        if not opens and depth:
            depth -= 1
    kept.append(text[at:])
    return "".join(kept)


def deep(source: str | bytes) -> bool:
    """Whether any tag nests deeper than MAX_DEPTH."""
    if native is not None:
        found: bool = native.deep(source, MAX_DEPTH)
        return found
    return deep_in_python(source if isinstance(source, str) else source.decode(), MAX_DEPTH)


def deep_in_python(text: str, most: int) -> bool:
    """The same where nothing is built in C."""
    depth = 0
    for closing in re.findall(NESTING, text):
        if closing:
            depth -= depth > 0
        else:
            depth += 1
            if depth > most:
                return True
    return False
