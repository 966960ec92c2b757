"""`cleaner train`: weights for the content filter from labelled pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli.errand import run
from cleaner.cli.exit_codes import ExitCode
from cleaner.cli.streams import Streams

HELP = """Train the content filter on labelled pages and write its weights.

GOLD is a folder with gold.jsonl and the pages in html/ or text/, or a folder of such folders. The same pages, named in
the same order, give the same weights, byte for byte. Needs the extra “train”: pip install 'article-cleaner[train]'."""

EPILOG = """\b
Examples:
  cleaner train gold/news gold/blogs -o html-weights.json
  clean --weights html-weights.json page.html
  cleaner score gold --cross-validate 4      what such weights are worth"""


def command(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD", help="Folders of labelled pages.", show_default=False)],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="WEIGHTS",
            help="The weights file to write; - for standard output.",
            show_default=False,
        ),
    ],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
) -> None:
    """Hand the options to the errand."""
    raise typer.Exit(run("train", lambda streams: train(gold, output, streams, quiet=quiet)))


def train(gold: list[Path], output: str, streams: Streams, *, quiet: bool = False) -> ExitCode:
    """Train on the pages and write the weights, or nothing at all."""
    from cleaner.cli.output import open_output
    from cleaner.cli.progress import shown
    from cleaner.learn import train as learning
    from cleaner.learn.gold import rows, sets

    learning.require_extra()
    folders = [folder for path in gold for folder in sets(path)]
    with shown(streams, quiet=quiet) as progress:
        pages = learning.load_all(folders, progress)
        text = learning.encoded(learning.train(pages, progress))
    target = open_output(output, streams)
    try:
        target.write(text)
        target.commit()
    finally:
        target.discard()
    if not quiet:
        sites = len({page.site for page in pages})
        unread = sum(len(rows(folder)) for folder in folders) - len(pages)
        streams.note(
            f"{target.name}: {len(text.encode()) // 1000} kB, from {len(pages)} pages of {sites} sites"
            + (f"; pages without a text that can be read: {unread}" if unread else "")
        )
    return ExitCode.ARTICLE
