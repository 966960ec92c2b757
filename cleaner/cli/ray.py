"""`cleaner ray`: files of many pages cleaned by the machines of a Ray cluster, a shard a task."""

from __future__ import annotations

import time
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cleaner.batch.formats import ROWS
from cleaner.cli.errand import UsageError, run
from cleaner.cli.exit_codes import ExitCode
from cleaner.cli.many import cores
from cleaner.cli.streams import Streams
from cleaner.model import InputKind, Strictness

if TYPE_CHECKING:
    from cleaner.batch.shard import ShardReport

HELP = """Clean files of many pages on the machines of a Ray cluster, or on this one.

SOURCES are shards: WARC, JSONL or Parquet files, or folders of such, by path or by an address that fsspec knows
(s3://...). Each is a task of its own and becomes a file of rows of the same name in OUT, with a manifest beside it.
Shards that OUT holds already are skipped, so the same command goes on where a run was stopped. A task that fails is
tried again, 3 times in all; a shard that is lost for good is named at the end and stops no other. Needs the extra
“ray”: pip install 'article-cleaner[ray,batch]'."""

EPILOG = """\b
Examples:
  cleaner ray shards/ -o rows/                   on this machine
  cleaner ray --address auto s3://crawl/warc/ -o s3://crawl/rows/
  cleaner ray --files0-from - -o rows/ < names   a NUL after each name"""


class Request(NamedTuple):
    """What was asked for."""

    sources: tuple[str, ...]
    output: str
    address: str | None = None
    jobs: int | None = None
    suffix: str = ".jsonl.zst"
    files0_from: str | None = None
    kind: InputKind = InputKind.AUTO
    strictness: Strictness = Strictness.BALANCED
    html_field: str = "html"
    id_field: str = "id"
    url_field: str = "url"
    decisions: bool = False
    timeout: float | None = None
    max_memory: str | None = None
    max_bytes: str | None = None
    quiet: bool = False


DEFAULTS = Request((), "")


def command(
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="OUT", help="The folder of rows, by path or address.", show_default=False
        ),
    ],
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCES", help="Shards, or folders of them.", show_default=False)
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(envvar="RAY_ADDRESS", metavar="ADDRESS", help="The cluster: auto, HOST:PORT. None: this machine."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", metavar="N", min=1, help="Shards at once. Default: as many as there are cores."),
    ] = None,
    form: Annotated[str, typer.Option("--rows", metavar="FORM", help=f"{', '.join(ROWS)}.")] = DEFAULTS.suffix,
    files0_from: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Shards named in FILE, a NUL after each; - is standard input."),
    ] = None,
    kind: Annotated[InputKind, typer.Option(help="What the pages are; auto tells by content.")] = DEFAULTS.kind,
    strictness: Annotated[Strictness, typer.Option(help="Keep what is doubtful, or drop it.")] = DEFAULTS.strictness,
    html_field: Annotated[
        str, typer.Option(metavar="NAME", help="The field or column of the page.")
    ] = DEFAULTS.html_field,
    id_field: Annotated[str, typer.Option(metavar="NAME", help="That of its id.")] = DEFAULTS.id_field,
    url_field: Annotated[str, typer.Option(metavar="NAME", help="That of its address.")] = DEFAULTS.url_field,
    decisions: Annotated[bool, typer.Option("--decisions", help="Put every decision on a page in its row.")] = False,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", min=0.001, help="What a page may take. Default: 30.")
    ] = None,
    max_memory: Annotated[
        str | None, typer.Option(metavar="BYTES", help="What a worker may take, 0 for no limit. Default: 2G.")
    ] = None,
    max_bytes: Annotated[
        str | None, typer.Option(metavar="BYTES", help="How big a page may be, unpacked. Default: 20M.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
) -> None:
    """Hand the options to the errand."""
    request = Request(
        tuple(sources or ()),
        output,
        address or None,
        jobs,
        form if form.startswith(".") else f".{form}",
        files0_from,
        kind,
        strictness,
        html_field,
        id_field,
        url_field,
        decisions,
        timeout,
        max_memory,
        max_bytes,
        quiet,
    )
    raise typer.Exit(run("ray", partial(on_ray, request)))


def on_ray(request: Request, streams: Streams) -> ExitCode:
    """List the shards, have them cleaned, say what came of them."""
    from cleaner.batch.on_ray import LOCAL, connected, run_shards
    from cleaner.batch.shards import shards_of
    from cleaner.cli.ray_progress import Progress

    names = named(request, streams)
    work = work_of(request)
    left_out: Counter[str] = Counter()
    shards = shards_of(names, request.output, request.suffix, left_out)
    if not shards:
        streams.complain(f"{', '.join(names[:3]) or 'the list'}: no file of many pages in it")
        return ExitCode.UNREADABLE
    began = time.monotonic()
    address = request.address or LOCAL
    try:
        with (
            Progress(streams, quiet=request.quiet) as progress,
            connected(address, request.jobs or cores()),
        ):
            progress.begin(len(shards))
            for tried in run_shards(shards, work, request.jobs):
                progress.tell(tried)
    except KeyboardInterrupt:
        streams.complain("interrupted; the same command goes on with the shards that are left")
        return ExitCode.INTERRUPTED
    return progress.ended(time.monotonic() - began, left_out)


def named(request: Request, streams: Streams) -> list[str]:
    """The names of the sources. UsageError where there are none, or two ways of naming them."""
    from cleaner.cli.batch import listed

    if request.files0_from is None:
        if not request.sources:
            raise UsageError("no shard: name files or folders, or give their names with --files0-from")
        return list(request.sources)
    if request.sources:
        raise UsageError(f"--files0-from names the shards, so {request.sources[0]!r} has no place")
    return listed(request.files0_from, streams)


def work_of(request: Request) -> partial[ShardReport]:
    """`clean_shard` with the options that were given. UsageError for a size or a form that is none."""
    from cleaner.batch.shard import clean_shard
    from cleaner.cli.batch import limits

    if request.suffix not in ROWS:
        raise UsageError(f"{request.suffix!r} is no form of rows: {', '.join(ROWS)}")
    try:
        asked = limits(request.timeout, request.max_memory, request.max_bytes)
    except ValueError as error:
        raise UsageError(str(error)) from None
    return partial(
        clean_shard,
        kind=request.kind,
        strictness=request.strictness,
        html_field=request.html_field,
        id_field=request.id_field,
        url_field=request.url_field,
        decisions=request.decisions,
        **asked,
    )
