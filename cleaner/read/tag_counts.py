"""How often some tags stand in an HTML text that no parser has read yet: few pages have what must be mended in them."""

from __future__ import annotations

from cleaner.native import native


def tag_counts(source: str | bytes, heads: tuple[str, ...]) -> tuple[int, ...]:
    """How often `<` stands before each of some ASCII strings, in a text or its UTF-8."""
    if native is not None:
        found: tuple[int, ...] = native.tag_counts(source, heads)
        return found
    if isinstance(source, str):
        return tuple([source.count(f"<{head}") for head in heads])
    return tuple([source.count(f"<{head}".encode()) for head in heads])
