"""The filters, a file each, and the order in which they run by default."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.filters.bylines import Bylines
from cleaner.filters.captions import Captions
from cleaner.filters.content import Content
from cleaner.filters.hidden import Hidden
from cleaner.filters.landmarks import Landmarks
from cleaner.filters.links import Links
from cleaner.filters.live_blog import LiveBlog
from cleaner.filters.prompts import Prompts
from cleaner.filters.repeated import Repeated
from cleaner.filters.syndication import Syndication
from cleaner.filters.tail import Tail
from cleaner.filters.title import Title
from cleaner.scoring.model import Model

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleaner.protocol import Filter

DEFAULT: tuple[Filter, ...] = (
    Hidden(),
    Landmarks(),
    Content(),
    Title(),
    Links(),
    Prompts(),
    Captions(),
    Bylines(),
    Syndication(),
    Repeated(),
    LiveBlog(),
    Tail(),
)


def with_model(filters: Iterable[Filter], model: Model) -> tuple[Filter, ...]:
    """The same filters, with another content model than the one that comes with the program."""
    return tuple(step.with_model(model) if isinstance(step, Content) else step for step in filters)
