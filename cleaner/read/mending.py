"""What is mended in an HTML text before it is parsed; few pages have any of it, and one look tells which."""

from __future__ import annotations

from cleaner.read.tag_counts import tag_counts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# A page with fewer tags than this cannot nest deep enough to cost much time (0.2 s), and is not looked at.
TAGS_TO_LOOK: Final = 12_000
FRAMES: Final = ("iframe", "/iframe")
AWAITED: Final = ('template id="B:', 'template id="P:')  # how a place begins that a streamed part goes to
SHADOW: Final = ("template shadowroot",)
LOOKED_FOR: Final = ("", *FRAMES, *AWAITED, *SHADOW)  # any tag first


def mended(source: str | bytes) -> str | bytes:
    """The same HTML, as text or UTF-8, not too deep, its frames closed, streamed parts and shadow trees in place."""
    counts = tag_counts(source, LOOKED_FOR)
    if counts[0] >= TAGS_TO_LOOK:
        from cleaner.read.nesting import flattened  # most pages do without, as of what follows

        flat = flattened(source)
        if flat is not source:
            source, counts = flat, tag_counts(flat, LOOKED_FOR)
    _, begun, ended, *others = counts
    if begun == ended and not any(others):
        return source
    from cleaner.read.frames import frames_closed
    from cleaner.read.shadow import opened
    from cleaner.read.streamed import in_place

    text = source if isinstance(source, str) else source.decode()
    return opened(in_place(frames_closed(text)))
