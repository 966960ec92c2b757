"""What the command's exit code tells a script."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of `clean`; their meanings stand in MEANINGS."""

    ARTICLE = 0
    UNREADABLE = 1
    USAGE = 2
    NO_ARTICLE = 3
    SOME_FAILED = 4
    INTERRUPTED = 130  # as a shell counts it: 128 and the number of the signal


MEANINGS = {
    ExitCode.ARTICLE: "an article was printed",
    ExitCode.UNREADABLE: "a page could not be read or decoded (or the output not written)",
    ExitCode.USAGE: "wrong usage",
    ExitCode.NO_ARTICLE: "no article in the page; nothing was printed for it",
    ExitCode.SOME_FAILED: "of many pages some failed; having no article is no failure then",
    ExitCode.INTERRUPTED: "interrupted (Ctrl-C)",
}

# From good to bad: a page without an article is an answer, a page that cannot be read is a failure.
SEVERITY = (
    ExitCode.ARTICLE,
    ExitCode.NO_ARTICLE,
    ExitCode.SOME_FAILED,
    ExitCode.UNREADABLE,
    ExitCode.USAGE,
    ExitCode.INTERRUPTED,
)


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """The exit code of several pages: the worst of theirs, ARTICLE where there are none."""
    return max(codes, key=SEVERITY.index, default=ExitCode.ARTICLE)
