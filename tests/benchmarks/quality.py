"""How well each extractor finds the article of labelled pages: the mean word F1, as `cleaner score` has it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import mean

from cleaner.learn.gold import rows, source_of
from cleaner.measure.figures import text_score
from tests.benchmarks.pages import by_hash
from tests.benchmarks.race import Contestant

Labelled = tuple[Path, str]  # a page and its article


def labelled(folder: Path, number: int, kind: str = "") -> list[Labelled]:
    """At most `number` pages of a labelled set that have their article written down, of one kind if it is named."""
    found = [row for row in rows(folder) if row.get("text") and (not kind or row.get("kind") == kind)]
    return [
        (source_of(folder, row)[0], row["text"]) for row in sorted(found, key=lambda row: by_hash(row["id"]))[:number]
    ]


def word_f1(name: str, pages: Sequence[Labelled]) -> float:
    """An extractor's mean over the pages."""
    with Contestant(name, [path for path, _ in pages]) as contestant:
        texts = contestant.ask(["texts", 0, len(pages)])
    return mean(text_score(gold, text).word for (_, gold), text in zip(pages, texts, strict=True))
