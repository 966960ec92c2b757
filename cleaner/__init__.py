"""Clean text from a scraped page, with a reason for every line that was dropped."""

from cleaner.api import clean
from cleaner.errors import CleanerError, DataError, UnknownNameError, UnreadableError
from cleaner.filters import DEFAULT
from cleaner.model import (
    Article,
    Block,
    Decision,
    Drop,
    Element,
    InputKind,
    Kind,
    Metadata,
    Outcome,
    Page,
    Strictness,
    Vouch,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleaner.protocol import Filter

__all__ = [
    "DEFAULT",
    "Article",
    "Block",
    "CleanerError",
    "DataError",
    "Decision",
    "Drop",
    "Element",
    "Filter",
    "InputKind",
    "Kind",
    "Metadata",
    "Outcome",
    "Page",
    "Strictness",
    "UnknownNameError",
    "UnreadableError",
    "Vouch",
    "clean",
]


def __getattr__(name: str) -> object:
    """Load the protocol of a filter when somebody asks for it: a run does not."""
    if name == "Filter":
        from cleaner.protocol import Filter

        return Filter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
