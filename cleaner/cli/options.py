"""What the user asked of `clean`, and what holds where nothing was asked."""

from __future__ import annotations

from enum import StrEnum

from cleaner.model import InputKind, Strictness


class Explain(StrEnum):
    """The forms in which `clean` explains its decisions."""

    TABLE = "table"
    JSON = "json"


class Options:
    """The options of one call of the command; the defaults are those of the command line.

    A plain class, here and in the modules beside: a named tuple or a dataclass would cost every cold start.
    """

    __slots__ = ("kind", "url", "output", "title", "quiet", "strictness", "only", "without", "explain", "weights")

    def __init__(
        self,
        kind: InputKind = InputKind.AUTO,
        url: str | None = None,
        output: str | None = None,
        title: bool = False,
        quiet: bool = False,
        strictness: Strictness = Strictness.BALANCED,
        only: tuple[str, ...] = (),
        without: tuple[str, ...] = (),
        explain: Explain | None = None,
        weights: str | None = None,
    ) -> None:
        self.kind = kind
        self.url = url
        self.output = output  # a path; None and `-` are standard output
        self.title = title
        self.quiet = quiet
        self.strictness = strictness
        self.only = only
        self.without = without
        self.explain = explain
        self.weights = weights  # a file; None: those that come with the program


DEFAULTS = Options()
