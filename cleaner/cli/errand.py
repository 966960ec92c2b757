"""One errand of the workbench: whatever goes wrong with it is a line on standard error and an exit code."""

from __future__ import annotations

import os
from collections.abc import Callable

from cleaner.cli.exit_codes import ExitCode
from cleaner.cli.pages import DEBUG
from cleaner.cli.streams import Streams
from cleaner.errors import CleanerError, trouble

WORKBENCH = "cleaner"

WORKBENCH_CODES = {
    ExitCode.ARTICLE: "done",
    ExitCode.UNREADABLE: "something could not be read or written, or is not installed",
    ExitCode.USAGE: "wrong usage",
    ExitCode.SOME_FAILED: "of many pages or shards some failed",
    ExitCode.INTERRUPTED: "interrupted (Ctrl-C)",
}


class UsageError(CleanerError):
    """Options that do not go together."""


def run(name: str, errand: Callable[[Streams], ExitCode], streams: Streams | None = None) -> ExitCode:
    """Run a subcommand's errand. Only CLEANER_DEBUG lets a bug raise."""
    streams = streams or Streams.of_process(f"{WORKBENCH} {name}")
    try:
        return errand(streams)
    except UsageError as error:
        streams.complain(str(error))
        return ExitCode.USAGE
    except CleanerError as error:
        streams.complain(str(error))
    except BrokenPipeError:
        streams.abandon_stdout()
        return ExitCode.ARTICLE
    except OSError as error:
        streams.complain(f"{error.filename}: {trouble(error)}" if error.filename else trouble(error))
        streams.abandon_stdout()
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        streams.complain(f"a bug in {WORKBENCH} ({DEBUG}=1 shows where): {type(error).__name__}: {error}")
    return ExitCode.UNREADABLE
