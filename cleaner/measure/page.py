"""One labelled page: what the cleaner, or another program, makes of it, measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from cleaner import pipeline
from cleaner.errors import CleanerError
from cleaner.filters import DEFAULT, with_model
from cleaner.learn.gold import Row, labels_of, source_of
from cleaner.learn.labels import aligned
from cleaner.measure.figures import PageScore, folded, score
from cleaner.measure.ledger import Entry, Fault, Key, judged
from cleaner.protocol import Filter
from cleaner.read.page import read
from cleaner.scoring.model import Model
from cleaner.write.plain import render


@dataclass(frozen=True, slots=True)
class Measured:
    """A page's score, what the filters took of it, and what went wrong with it."""

    score: PageScore
    entries: dict[Key, Entry] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    trouble: str = ""  # why the page could not be read; it counts as empty then


def cleaned(folder: Path, row: Row, filters: tuple[Filter, ...], *, evidence: bool = False) -> Measured:
    """What the cleaner makes of a labelled page; with `evidence`, faults say what spoke for the filter's decision."""
    path, kind = source_of(folder, row)
    name = folder.resolve().name
    try:
        page = read(path, url=row.get("url"), kind=kind)
    except CleanerError as error:
        said = str(error)
        return Measured(score(name, row, ""), trouble=said if str(path) in said else f"{path}: {said}")
    blocks, decisions = pipeline.run(page, filters)
    entries, faults = judged(decisions, labels_of(row, page.blocks), evidence=evidence)
    return Measured(score(name, row, render(blocks)), entries, tuple(faults))


def predicted(folder: Path, row: Row, text: str) -> Measured:
    """What another program made of a labelled page, as a text."""
    return Measured(score(folder.resolve().name, row, text), faults=tuple(line_faults(row, text)))


def line_faults(row: Row, text: str) -> list[Fault]:
    """The lines of the gold that a text lacks, and those of the text that the gold lacks; else the same of snippets."""
    gold = row.get("text")
    if gold is None:
        flat = folded(text)
        lost = [snippet for snippet in row.get("with") or [] if folded(snippet) not in flat]
        extra = [snippet for snippet in row.get("without") or [] if folded(snippet) in flat]
    else:
        expected, found = lines(gold), lines(text)
        lost = [line for line, there in zip(expected, aligned(text, expected), strict=True) if not there]
        extra = [line for line, there in zip(found, aligned(gold, found), strict=True) if not there]
    return [Fault(True, "", "", line) for line in lost] + [Fault(False, "", "", line) for line in extra]


def lines(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line for line in map(str.strip, text.splitlines()) if line]


def filters_with(weights: Path | None) -> tuple[Filter, ...]:
    """The default filters, with the content model of a weights file if there is one."""
    return DEFAULT if weights is None else with_model(DEFAULT, Model.read(weights))
