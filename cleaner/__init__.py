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
