"""The `clean` command's entry: the short way for bare page names, the whole command line for the rest."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from cleaner.cli.exit_codes import ExitCode
from cleaner.cli.late_logging import LateLogging

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

# What the names of files of many pages end in, but for `.gz` and `.zst`, which stand behind it.
MANY = (".warc", ".jsonl", ".ndjson", ".parquet")


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


def entry() -> None:
    """The installed command: `main`, on one page without the work that a program does only for a longer life.

    The garbage collector looks for cycles while tables load, the interpreter takes itself apart at the end: together
    a tenth of a cold start. All that was written is out by then.
    """
    arguments = sys.argv[1:]
    if len(arguments) > 1 or not is_bare(arguments):
        main(arguments)
    gc.disable()
    if "logging" not in sys.modules:
        sys.modules["logging"] = LateLogging("logging")
    try:
        main(arguments)
    except SystemExit as end:
        for stream in (sys.stdout, sys.stderr):
            flush(stream)
        os._exit(int(end.code or 0))


def flush(stream: TextIO | None) -> None:
    """Write out what a stream still holds, if it is open and somebody reads it."""
    try:
        if stream is not None:
            stream.flush()
    except (OSError, ValueError):
        return


def is_bare(arguments: Sequence[str]) -> bool:
    """Whether the arguments are names of single pages alone, and no shell asks for completions."""
    return "_CLEAN_COMPLETE" not in os.environ and not any(
        (name[:1] == "-" and name != "-") or is_many(name) for name in arguments
    )


def is_many(name: str) -> bool:
    """Whether a name is that of a folder, or of a file that holds many pages."""
    return name.lower().removesuffix(".gz").removesuffix(".zst").endswith(MANY) or os.path.isdir(name)
