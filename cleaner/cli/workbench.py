"""The `cleaner` command: the workbench around `clean`, a subcommand a module."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from cleaner.cli import ray, score, train
from cleaner.cli.errand import WORKBENCH, WORKBENCH_CODES
from cleaner.cli.exit_codes import ExitCode

HELP = """Train, measure and tune the cleaner, run it on many machines. `clean` is the command that cleans pages."""

EPILOG = "\b\nExit codes:\n" + "\n".join(f"  {code:>3}  {meaning}" for code, meaning in WORKBENCH_CODES.items())

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True, help=HELP, epilog=EPILOG)
app.command("train", help=train.HELP, epilog=train.EPILOG)(train.command)
app.command("score", help=score.HELP, epilog=score.EPILOG)(score.command)
app.command("ray", help=ray.HELP, epilog=ray.EPILOG)(ray.command)


@app.callback()
def workbench() -> None:
    """What all subcommands share: nothing so far; without it a lone subcommand would lose its name."""


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command and exit with its code."""
    app(list(sys.argv[1:] if argv is None else argv), prog_name=WORKBENCH)
    sys.exit(ExitCode.ARTICLE)


if __name__ == "__main__":
    main()
