"""What a measurement found, gathered: figures of groups of pages, the ledger of the filters, the worst pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from heapq import nsmallest

from cleaner.measure.figures import Figures, PageScore, summary
from cleaner.measure.ledger import Ledger
from cleaner.measure.page import Measured

ALL = "all"


class Group(StrEnum):
    """What the pages of a set can be told apart by."""

    KIND = "kind"
    LANGUAGE = "language"


@dataclass(slots=True)
class Report:
    """All that was measured."""

    pages: list[Measured] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)

    @classmethod
    def of(cls, pages: Iterable[Measured]) -> Report:
        """The report on some pages."""
        made = cls()
        for page in pages:
            made.pages.append(page)
            made.ledger.add(page.entries)
        return made

    @property
    def sets(self) -> list[str]:
        """The names of the sets, in the order in which they were met."""
        return list(dict.fromkeys(page.score.set for page in self.pages))

    @property
    def troubles(self) -> list[str]:
        """What was wrong with pages that could not be read."""
        return [page.trouble for page in self.pages if page.trouble]

    def figures(self, name: str, by: Group | None = None) -> dict[str, Figures]:
        """The figures of a set: of all its pages, or of each group by name, the largest first."""
        pages = [page.score for page in self.pages if page.score.set == name]
        if by is None:
            return {ALL: summary(pages)}
        groups: dict[str, list[PageScore]] = {}
        for page in pages:
            groups.setdefault(page.kind if by is Group.KIND else page.language, []).append(page)
        return {group: summary(groups[group]) for group in sorted(groups, key=lambda each: (-len(groups[each]), each))}

    def worst(self, number: int) -> list[Measured]:
        """The pages that agree least with their labels, the worst first."""
        return nsmallest(number, self.pages, key=lambda page: (page.score.worth, page.score.set, page.score.id))


def as_data(report: Report, worst: int, lines: bool) -> dict[str, object]:
    """A report as values that JSON knows."""
    return {
        "sets": {
            name: {ALL: report.figures(name)[ALL], **{f"by_{by}": report.figures(name, by) for by in Group}}
            for name in report.sets
        },
        "filters": [
            {"filter": name, "reason": reason, **asdict(entry)}
            for (name, reason), entry in sorted(report.ledger.entries.items())
        ],
        "worst": [page_data(page, lines) for page in report.worst(worst)],
        "unread": report.troubles,
    }


def page_data(page: Measured, lines: bool) -> dict[str, object]:
    """One page as values that JSON knows."""
    data = {**asdict(page.score), "worth": page.score.worth, "trouble": page.trouble}
    return data | ({"faults": fault_data(page)} if lines else {})


def fault_data(page: Measured) -> Sequence[dict[str, object]]:
    """The blocks of a page that came out against their labels, as values that JSON knows."""
    return [asdict(fault) for fault in page.faults]
