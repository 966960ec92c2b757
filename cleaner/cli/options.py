"""What the user asked of `clean`, and what holds where nothing was asked."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from cleaner.model import InputKind, Strictness


class Explain(StrEnum):
    """The forms in which `clean` explains its decisions."""

    TABLE = "table"
    JSON = "json"


class Options(NamedTuple):
    """The options of one call of the command; the defaults are those of the command line.

    A named tuple, here and in the modules beside: making a dataclass takes a millisecond of every cold start.
    """

    kind: InputKind = InputKind.AUTO
    url: str | None = None
    output: str | None = None  # a path; None and `-` are standard output
    title: bool = False
    quiet: bool = False
    strictness: Strictness = Strictness.BALANCED
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    explain: Explain | None = None
    weights: str | None = None  # a file; None: those that come with the program


DEFAULTS = Options()
