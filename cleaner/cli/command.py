"""The `clean` command line: its options, its help, its completions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from cleaner.cli.clean import is_many
from cleaner.cli.exit_codes import MEANINGS, ExitCode
from cleaner.cli.many import Many, is_for_many
from cleaner.cli.options import DEFAULTS, Explain, Options
from cleaner.cli.pages import print_text, run
from cleaner.cli.selection import listing
from cleaner.cli.streams import COMMAND
from cleaner.filters import DEFAULT
from cleaner.model import InputKind, Strictness

HELP = """Print the article of each PAGE, without the boilerplate around it.

A page is a file of HTML, or of text that a scraper has already pulled out of one; gzipped files are opened as they are.
Standard input is read for the name - and when no page is named. A PAGE may also be a folder of pages, or a WARC, JSONL
or Parquet file: then, and with -j or an option below it, worker processes clean them, and one bad page costs one page.

Standard output holds article text and nothing else, in UTF-8; messages go to standard error. Several pages stand under
their names, as head(1) prints files."""

EPILOG = """\b
Examples:
  clean page.html > article.txt
  curl -s https://example.org/story | clean
  clean --explain page.html > /dev/null     why each block went or stayed
  clean --title -o articles.txt *.html.gz   many pages into one file
  clean --without captions page.html        keep what one filter drops
  clean -o texts/ pages/                    a folder into a folder
  clean -o texts.parquet *.warc.gz          archives into a table
  clean --resume -o texts.parquet *.warc.gz go on after a crash

\b
Exit codes; of several pages, the worst:
""" + "\n".join(f"  {code:>3}  {MEANINGS[code]}" for code in ExitCode)

# Plain help: rich's would take the `[` of a text for markup, and loading it takes longer than cleaning a page.
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


def filter_names(incomplete: str) -> list[str]:
    """The names of filters that begin so, for the shell's completion."""
    return [step.name for step in DEFAULT if step.name.startswith(incomplete)]


@app.command(help=HELP, epilog=EPILOG)
def clean(
    pages: Annotated[
        list[str] | None,
        typer.Argument(metavar="PAGE", help="Files, folders, archives; - is standard input.", show_default=False),
    ] = None,
    kind: Annotated[InputKind, typer.Option(help="What the pages are; auto tells by content.")] = DEFAULTS.kind,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address that the page came from.")] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write there; nothing is touched when nothing comes out. A folder (existing, or with a / at its end) "
            "takes a text a page, a .jsonl, .jsonl.gz, .jsonl.zst or .parquet file a row a page.",
        ),
    ] = None,
    title: Annotated[bool, typer.Option("--title", help="Put the title first.")] = DEFAULTS.title,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No names above several pages, no progress, no table.")
    ] = DEFAULTS.quiet,
    without: Annotated[
        list[str] | None,
        typer.Option(metavar="FILTER", help="Leave a filter out. Repeatable.", autocompletion=filter_names),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="FILTER", help="Run this filter alone. Repeatable.", autocompletion=filter_names),
    ] = None,
    strictness: Annotated[Strictness, typer.Option(help="Keep what is doubtful, or drop it.")] = DEFAULTS.strictness,
    weights: Annotated[
        str | None, typer.Option(metavar="FILE", help="Weights of your own, made by cleaner train.")
    ] = None,
    explain: Annotated[
        Explain | None,
        typer.Option(
            metavar="[=json]",
            help="Say on standard error what became of each block, and why: a table, or with =json an object a page.",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", metavar="N", min=1, help="Worker processes; of many pages, as many as cores."),
    ] = None,
    files0_from: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Clean the pages named in FILE, a NUL after each; - is standard input."),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where a run was stopped or killed.")] = False,
    decisions: Annotated[bool, typer.Option("--decisions", help="Put every decision on a page in its row.")] = False,
    html_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="The field or column of the page. Default: html.")
    ] = None,
    id_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="That of its id. Default: id, else FILE:ROW.")
    ] = None,
    url_field: Annotated[str | None, typer.Option(metavar="NAME", help="That of its address. Default: url.")] = None,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", min=0.001, help="What a page may take. Default: 30.")
    ] = None,
    max_memory: Annotated[
        str | None, typer.Option(metavar="BYTES", help="What a worker may take: 500M, 4G, 0 for no limit. Default: 2G.")
    ] = None,
    max_bytes: Annotated[
        str | None, typer.Option(metavar="BYTES", help="How big a page may be, unpacked. Default: 20M.")
    ] = None,
    list_filters: Annotated[
        bool, typer.Option("--list-filters", help="Print the filters in the order in which they run.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Hand the options to the library's side of the command."""
    if version:
        code = print_text(f"{COMMAND} {installed_version()}\n")
    elif list_filters:
        code = print_text(listing(DEFAULT))
    else:
        options = Options(
            kind=kind,
            url=url,
            output=output,
            title=title,
            quiet=quiet,
            strictness=strictness,
            only=tuple(only or ()),
            without=tuple(without or ()),
            explain=explain,
            weights=weights,
        )
        many = Many(
            jobs=jobs,
            files0_from=files0_from,
            resume=resume,
            decisions=decisions,
            html_field=html_field,
            id_field=id_field,
            url_field=url_field,
            timeout=timeout,
            max_memory=max_memory,
            max_bytes=max_bytes,
        )
        code = run_any(pages or (), options, many)
    raise typer.Exit(code)


def run_any(names: Sequence[str], options: Options, many: Many) -> ExitCode:
    """Clean the pages here, one after another, or as a batch run, where anything named or asked for wants one."""
    if many == Many() and not any(map(is_many, names)) and not (options.output and is_for_many(options.output)):
        return run(names, options)
    from cleaner.cli.batch import run_many

    return run_many(names, options, many)


def parse_and_run(arguments: Sequence[str]) -> NoReturn:
    """Run the command with these arguments; SystemExit carries its code."""
    app(with_explain_form(arguments), prog_name=COMMAND)
    raise SystemExit(ExitCode.ARTICLE)


def with_explain_form(arguments: Sequence[str]) -> list[str]:
    """The arguments with the form of a bare `--explain` filled in: typer has no options with an optional value."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    asked = [f"--explain={Explain.TABLE}" if word == "--explain" else word for word in arguments[:end]]
    return [*asked, *arguments[end:]]


def installed_version() -> str:
    """The version of the installed distribution."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("article-cleaner")
    except PackageNotFoundError:
        return "(run from source, not installed)"
