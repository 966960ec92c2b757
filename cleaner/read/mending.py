"""What is mended in an HTML text before it is parsed; few pages have any of it, and one look tells which."""

from __future__ import annotations

from cleaner.read.tag_counts import tag_counts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

FRAMES: Final = ("iframe", "/iframe")
AWAITED: Final = ('template id="B:', 'template id="P:')  # how a place begins that a streamed part goes to


def mended(source: str | bytes) -> str | bytes:
    """The same HTML, as text or UTF-8, with its frames closed and its streamed parts in their places."""
    begun, ended, *awaited = tag_counts(source, (*FRAMES, *AWAITED))
    if begun == ended and not any(awaited):
        return source
    from cleaner.read.frames import frames_closed  # most pages do without
    from cleaner.read.streamed import in_place

    text = source if isinstance(source, str) else source.decode()
    return in_place(frames_closed(text))
