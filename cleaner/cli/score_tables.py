"""The tables of `cleaner score`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.cli.table import Table
from cleaner.filters import DEFAULT
from cleaner.measure.ledger import KEPT, Entry
from cleaner.measure.report import Group, Report

if TYPE_CHECKING:
    from cleaner.cli.score import Request

COUNTS = ("pages", "empty")  # the figures that are numbers of pages
FIGURES = (*COUNTS, "word", "shingle", "precision", "recall", "exact", "keep", "drop", "snippet")

ORDER = [KEPT, *(step.name for step in DEFAULT)]


def tables(report: Report, request: Request) -> list[Table]:
    """All that was asked for."""
    made = [figures_table(report, None), *(figures_table(report, by) for by in dict.fromkeys(request.by))]
    if report.ledger.entries:
        made.append(filters_table(report, reasons=request.reasons))
    if request.worst:
        made.append(worst_table(report, request.worst))
    if request.lines:
        made += line_tables(report, request.worst)
    return made


def figures_table(report: Report, by: Group | None) -> Table:
    """A row a set, or a row a group of each set; figures that no set has are left out."""
    found = {(name, group): row for name in report.sets for group, row in report.figures(name, by).items()}
    shown = [figure for figure in FIGURES if any(figure in row for row in found.values())]
    rows = [
        [name, *([group] if by else []), *(cell(row.get(figure), whole=figure in COUNTS) for figure in shown)]
        for (name, group), row in found.items()
    ]
    return Table("", ["set", *([by.value] if by else []), *shown], rows, names=2 if by else 1)


def cell(value: float | None, *, whole: bool) -> str:
    """A figure; a dash where the labels do not ask for it."""
    if value is None:
        return "-"
    return str(int(value)) if whole else f"{value:.4f}"


def filters_table(report: Report, *, reasons: bool) -> Table:
    """What each filter took, in the order in which they run; with `reasons`, a row for each."""
    entries: dict[tuple[str, ...], Entry] = {(name,): entry for name, entry in report.ledger.by_filter().items()}
    if reasons:
        entries = {(*key,): entry for key, entry in report.ledger.entries.items()}
    rows = [
        [*key, *map(str, (entry.right_blocks, entry.right_chars, entry.wrong_blocks, entry.wrong_chars)), share(entry)]
        for key, entry in sorted(entries.items(), key=lambda item: (place(item[0][0]), item[0]))
    ]
    heads = ["filter", *(["reason"] if reasons else []), "rightly", "characters", "wrongly", "characters", "wrong"]
    return Table("Blocks dropped rightly and wrongly, by the labels:", heads, rows, names=2 if reasons else 1)


def place(name: str) -> int:
    """Where a filter stands in the order."""
    return ORDER.index(name) if name in ORDER else len(ORDER)


def share(entry: Entry) -> str:
    """The share of the characters with which a filter was wrong."""
    return f"{entry.wrong_chars / ((entry.right_chars + entry.wrong_chars) or 1):.1%}"


def worst_table(report: Report, number: int) -> Table:
    """The worst pages, with what is worst about them."""
    rows = []
    for page in report.worst(number):
        score, text = page.score, page.score.text
        figures = [text.word, text.precision, text.recall] if text else [None, None, None]
        snippets = f"{score.wanted_found}/{score.wanted}", f"{score.unwanted_found}/{score.unwanted}"
        rows.append(
            [score.set, score.id, score.kind, score.language, *(cell(each, whole=False) for each in figures), *snippets]
        )
    heads = ["set", "page", "kind", "language", "word", "precision", "recall", "wanted", "unwanted"]
    return Table("The worst pages, and the snippets found in them:", heads, rows, names=4)


def line_tables(report: Report, number: int) -> Iterator[Table]:
    """For each of the worst pages, the article that was lost (-) and the boilerplate that was kept (+)."""
    for page in report.worst(number):
        rows = []
        for fault in page.faults:
            why = " ".join(filter(None, (fault.filter, fault.reason)))
            rows.append(["-" if fault.lost else "+", why, fault.text])
            if fault.evidence:
                rows.append(["", "", f"    {fault.evidence}"])
        yield Table(
            f"{page.score.set} {page.score.id}: lost (-) and kept (+) wrongly",
            ["", "filter and reason", "text"],
            rows or [["", "", "nothing that the labels tell"]],
            names=2,
            last_is_text=True,
        )
