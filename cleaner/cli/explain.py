"""The decisions on a page for a person, as a table; rich is loaded for nothing else."""

from __future__ import annotations

from collections import Counter

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cleaner.cli.streams import Streams, abandon
from cleaner.model import Article, Decision, Outcome
from cleaner.write.control import one_line

COLOURS = {Outcome.KEPT: "green", Outcome.DROPPED: "red", Outcome.SPARED: "yellow"}

BEGINNING = 200  # characters of a block: more than a wide terminal shows in one line
WHERE = 24  # characters of a path: what its column holds at 80 columns; the end tells more than the beginning


def print_table(label: str, article: Article, streams: Streams) -> None:
    """Print the table on standard error, coloured where that is a terminal."""
    if streams.stderr is None:
        return
    console = Console(file=streams.stderr, highlight=False, markup=False, emoji=False)
    try:
        console.print(table(label, article))
    except OSError:
        abandon(streams.stderr)


def table(label: str, article: Article) -> Table:
    """A row a block of the page. No text of the page is read as markup."""
    title = Text(f"{label}: {counts(article)}")
    made = Table(
        title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, expand=True, collapse_padding=True
    )
    made.add_column("#", justify="right", no_wrap=True)
    made.add_column("outcome", no_wrap=True)
    made.add_column("filter", no_wrap=True)
    made.add_column("reason and evidence", ratio=4, overflow="fold")
    made.add_column("block and where", ratio=5, no_wrap=True, overflow="ellipsis")
    for decision in article.decisions:
        made.add_row(
            Text(str(decision.block.index)),
            Text(decision.outcome.value, style=COLOURS[decision.outcome]),
            Text(decision.filter),
            two_lines(decision.reason, decision.evidence),
            two_lines(decision.block.text[:BEGINNING], where(decision)),
        )
    return made


def counts(article: Article) -> str:
    """How many blocks were kept, dropped, spared."""
    found = Counter(decision.outcome for decision in article.decisions)
    return ", ".join(f"{found[outcome]} {outcome.value}" for outcome in Outcome if found[outcome]) or "no blocks"


def where(decision: Decision) -> str:
    """Where the block stands; of a long path the end."""
    place = decision.block.where
    return place if len(place) <= WHERE else "…" + place[1 - WHERE :]


def two_lines(first: str, second: str) -> Text:
    """Two texts below each other, the second dimmed; an empty one takes no line."""
    lines = [Text(one_line(first)), Text(one_line(second), style="dim")]
    return Text("\n").join([line for line in lines if line])
