"""`cleaner score`: how well the cleaner, or another program, does on labelled pages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cleaner.cli.errand import UsageError, run
from cleaner.cli.exit_codes import ExitCode
from cleaner.cli.many import cores
from cleaner.cli.streams import Streams
from cleaner.measure.report import Group

if TYPE_CHECKING:
    from cleaner.learn.progress import Progress
    from cleaner.measure.page import Measured

HELP = """Measure on labelled pages how well articles are found.

GOLD is a folder with gold.jsonl and the pages in html/ or text/, or a folder of such folders. Without PRED the cleaner
itself is measured, and the table of filters says what each took rightly and wrongly, in blocks and characters. PRED
holds another program's texts: a folder with a file SET.jsonl for each set, or one such file; a line is an object with
the id of a page and its text.

The weights that come with the program were trained on public sets of labelled pages: on those, only
--cross-validate gives honest figures."""

EPILOG = """\b
Examples:
  cleaner score gold                      the cleaner's figures, a row a set
  cleaner score gold --by kind --worst 10
  cleaner score gold --worst 5 --lines    what was lost and kept wrongly
  cleaner score gold texts                another program's figures
  cleaner score gold --cross-validate 4   train on 3 folds, score on the rest"""

WORST_TROUBLES = 10  # unread pages that are named one by one


class Request(NamedTuple):
    """What was asked for."""

    gold: Path
    pred: Path | None = None
    by: tuple[Group, ...] = ()
    reasons: bool = False
    worst: int = 0
    lines: bool = False
    as_json: bool = False
    jobs: int = 1
    weights: Path | None = None
    folds: int = 0
    quiet: bool = False


def command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of labelled pages.", show_default=False)],
    pred: Annotated[
        Path | None, typer.Argument(metavar="PRED", help="Another program's texts.", show_default=False)
    ] = None,
    by: Annotated[
        list[Group] | None, typer.Option(metavar="kind|language", help="A row for each of these as well. Repeatable.")
    ] = None,
    reasons: Annotated[bool, typer.Option("--reasons", help="Part the filters' table by reason.")] = False,
    worst: Annotated[int, typer.Option(metavar="N", min=0, help="List the N worst pages.", show_default=False)] = 0,
    lines: Annotated[bool, typer.Option("--lines", help="Show what the worst pages lost and kept wrongly.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0 for as many as processors.")
    ] = 1,
    weights: Annotated[Path | None, typer.Option(metavar="FILE", help="Weights made by cleaner train.")] = None,
    folds: Annotated[
        int,
        typer.Option(
            "--cross-validate",
            metavar="N",
            min=0,
            help="Train on N-1 folds of sites, score on the rest.",
            show_default=False,
        ),
    ] = 0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
) -> None:
    """Hand the options to the errand."""
    jobs = jobs or cores()
    request = Request(gold, pred, tuple(by or ()), reasons, worst, lines, as_json, jobs, weights, folds, quiet)
    raise typer.Exit(run("score", lambda streams: score(request, streams)))


def score(request: Request, streams: Streams) -> ExitCode:
    """Measure and print; unread pages count as empty, are named on standard error and tell in the exit code."""
    from cleaner.cli.progress import shown
    from cleaner.measure.report import Report, as_data

    check(request)
    with shown(streams, quiet=request.quiet) as progress:
        report = Report.of(measured(request, progress))
    if request.as_json:
        streams.write(json.dumps(as_data(report, request.worst, request.lines), ensure_ascii=False) + "\n")
    else:
        from cleaner.cli.score_tables import tables
        from cleaner.cli.table import print_tables

        print_tables(tables(report, request), streams)
    for trouble in report.troubles[:WORST_TROUBLES]:
        streams.complain(trouble)
    if len(report.troubles) > WORST_TROUBLES:
        streams.complain(f"… and {len(report.troubles) - WORST_TROUBLES} more pages")
    return ExitCode.UNREADABLE if report.troubles else ExitCode.ARTICLE


def check(request: Request) -> None:
    """Raise UsageError for options that do not go together."""
    if request.folds == 1:
        raise UsageError("--cross-validate needs at least 2 folds: one to score on, the others to train on")
    if request.folds and (request.weights or request.pred):
        raise UsageError("--cross-validate trains weights of its own and cleans the pages: no PRED, no --weights")
    if request.pred and request.weights:
        raise UsageError("--weights is for cleaning, and the texts of PRED are there already")
    if request.lines and not request.worst:
        raise UsageError("--lines shows the lines of the worst pages: say how many with --worst N")


def measured(request: Request, progress: Progress) -> Iterable[Measured]:
    """The pages, cleaned or looked up, and measured."""
    from cleaner.learn.gold import sets
    from cleaner.measure.run import run_cleaner, run_predictions, tasks_of

    folders = sets(request.gold)
    if request.pred:
        return run_predictions(folders, request.pred, progress)
    jobs, evidence = request.jobs, request.lines
    if request.folds:
        from cleaner.measure.cross_validation import cross_validated

        return cross_validated(folders, request.folds, jobs=jobs, evidence=evidence, progress=progress)
    return run_cleaner(tasks_of(folders), weights=request.weights, jobs=jobs, evidence=evidence, progress=progress)
