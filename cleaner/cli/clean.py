"""The `clean` command's entry: the short way for bare page names, the whole command line for the rest."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from cleaner.cli.exit_codes import ExitCode


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command and exit with its code.

    A shell loop starts the program anew for every page, so a call without options skips the option parser: importing
    it takes as long as cleaning several pages. `tests/cli/test_clean.py` holds both ways to the same behaviour.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if is_bare(arguments):
            from cleaner.cli.pages import run

            code = run(arguments)
        else:
            from cleaner.cli.command import parse_and_run

            code = parse_and_run(arguments)
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    sys.exit(code)


def is_bare(arguments: Sequence[str]) -> bool:
    """Whether the arguments are page names alone, and no shell asks for completions."""
    return "_CLEAN_COMPLETE" not in os.environ and not any(name[:1] == "-" and name != "-" for name in arguments)
