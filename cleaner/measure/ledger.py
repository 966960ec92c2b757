"""What each filter took rightly and wrongly, by the labels of the blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cleaner.measure.figures import folded
from cleaner.model import Decision, Outcome

KEPT = "(kept)"  # stands for the filter where none took a block

Key = tuple[str, str]  # filter and reason


@dataclass(slots=True)
class Entry:
    """Blocks and characters with which one filter was right, and with which it was wrong."""

    right_blocks: int = 0
    right_chars: int = 0
    wrong_blocks: int = 0
    wrong_chars: int = 0

    def add(self, other: Entry) -> None:
        """Count another entry's blocks as well."""
        self.right_blocks += other.right_blocks
        self.right_chars += other.right_chars
        self.wrong_blocks += other.wrong_blocks
        self.wrong_chars += other.wrong_chars


@dataclass(frozen=True, slots=True)
class Fault:
    """A block that came out against its label: `lost` article, or kept boilerplate."""

    lost: bool
    filter: str  # that took it, or that was refused it; empty where none asked for it
    reason: str
    text: str
    evidence: str = ""


@dataclass(slots=True)
class Ledger:
    """The entries by filter and reason; kept blocks stand under KEPT, where «right» is article."""

    entries: dict[Key, Entry] = field(default_factory=dict)

    def add(self, others: Mapping[Key, Entry]) -> None:
        """Count another page's entries as well."""
        for key, entry in others.items():
            self.entries.setdefault(key, Entry()).add(entry)

    def by_filter(self) -> dict[str, Entry]:
        """The entries with the reasons of a filter taken together."""
        found: dict[str, Entry] = {}
        for (name, _), entry in self.entries.items():
            found.setdefault(name, Entry()).add(entry)
        return found


def judged(
    decisions: Sequence[Decision], labels: Sequence[bool | None], *, evidence: bool = False
) -> tuple[dict[Key, Entry], list[Fault]]:
    """A page's entries, and the blocks that came out against their label; blocks without a label are passed over."""
    entries: dict[Key, Entry] = {}
    faults = []
    for decision, wrong in zip(decisions, verdicts(decisions, labels), strict=True):
        if wrong is None:
            continue
        dropped = decision.outcome is Outcome.DROPPED
        key = (decision.filter, decision.reason) if dropped else (KEPT, "")
        entry = entries.setdefault(key, Entry())
        text = decision.block.text
        if wrong:
            entry.wrong_blocks += 1
            entry.wrong_chars += len(text)
            said = decision.evidence if evidence else ""
            faults.append(Fault(dropped, decision.filter, decision.reason, text, said))
        else:
            entry.right_blocks += 1
            entry.right_chars += len(text)
    return entries, faults


def verdicts(decisions: Iterable[Decision], labels: Iterable[bool | None]) -> list[bool | None]:
    """For every decision whether it goes against the label; None where there is no label.

    Of two blocks with the same text the labels choose one. Where the other one was kept instead, nobody was wrong.
    """
    pairs = [(each, label, each.outcome is Outcome.DROPPED) for each, label in zip(decisions, labels, strict=True)]
    lost = Counter(folded(each.block.text) for each, label, dropped in pairs if dropped and label is True)
    extra = Counter(folded(each.block.text) for each, label, dropped in pairs if not dropped and label is False)
    swapped = {True: lost & extra, False: lost & extra}
    found: list[bool | None] = []
    for decision, label, dropped in pairs:
        wrong = None if label is None else label is dropped
        if wrong:
            text = folded(decision.block.text)
            if swapped[dropped][text] > 0:
                swapped[dropped][text] -= 1
                wrong = False
        found.append(wrong)
    return found
