"""The errors that the library raises: one family, so that a caller can catch it whole."""

from __future__ import annotations


class CleanerError(Exception):
    """Anything that cleaning can report; the message is a sentence meant for a person."""


class UnreadableError(CleanerError):
    """The input is missing, a folder, binary, cut short, empty, or of a charset that gives no text."""


class UnknownNameError(CleanerError, ValueError):
    """A filter, kind or strictness of that name does not exist; the message lists those that do."""


class DataError(CleanerError):
    """A phrase table or a weights file is not of the shape that the program expects."""


def trouble(error: OSError) -> str:
    """What the system says went wrong, as the rest of a sentence."""
    said = error.strerror or str(error)
    return said[:1].lower() + said[1:]
