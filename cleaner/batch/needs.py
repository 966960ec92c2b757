"""Distributions that only some formats need: imported when they are, and missed in words that help."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from cleaner.errors import CleanerError


class MissingError(CleanerError):
    """A format needs a distribution that is not installed; the message says which extra brings it."""


def need(module: str, extra: str, what: str) -> ModuleType:
    """The module; MissingError when its distribution is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise MissingError(f"{what} needs {module.partition('.')[0]}: pip install 'article-cleaner[{extra}]'") from None
