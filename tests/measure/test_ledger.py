"""What the filters took rightly and wrongly."""

from __future__ import annotations

from cleaner.measure.ledger import KEPT, Entry, Ledger, judged
from cleaner.model import Decision, Outcome
from tests.factory import page

PAGE = page("Menu", "The ferry was late.", "Share", "Nobody waited.", "Ad")


def decisions(*outcomes: Outcome) -> list[Decision]:
    """Decisions on the blocks of the page; what is dropped, the links filter drops."""
    return [
        Decision(block, outcome, *(("links", "mostly-links", "88% links") if outcome is Outcome.DROPPED else ()))
        for block, outcome in zip(PAGE.blocks, outcomes, strict=True)
    ]


K, D, S = Outcome.KEPT, Outcome.DROPPED, Outcome.SPARED


def test_blocks_and_characters_are_counted_by_filter_and_reason() -> None:
    """Dropped boilerplate and kept article are right; what has no label is passed over."""
    entries, faults = judged(decisions(D, K, S, D, D), [False, True, False, True, None])
    assert entries[("links", "mostly-links")] == Entry(1, 4, 1, 14)
    assert entries[(KEPT, "")] == Entry(1, 19, 1, 5)
    assert [(fault.lost, fault.text) for fault in faults] == [(False, "Share"), (True, "Nobody waited.")]


def test_evidence_is_put_into_words_only_when_asked_for() -> None:
    """It is what takes time."""
    labels = [False, True, False, True, None]
    assert {fault.evidence for fault in judged(decisions(D, K, S, D, D), labels)[1]} == {""}
    assert "88% links" in {fault.evidence for fault in judged(decisions(D, K, S, D, D), labels, evidence=True)[1]}


def test_the_other_copy_is_as_good() -> None:
    """Labels choose one of two copies; whoever keeps the other one loses nothing."""
    twice = page("The ferry was late.", "The ferry was late.")
    first, second = twice.blocks
    made = [Decision(first, D, "repeated", "repeat"), Decision(second, K)]
    entries, faults = judged(made, [True, False])
    assert not faults
    assert entries[("repeated", "repeat")] == Entry(1, 19, 0, 0)
    assert len(judged([Decision(first, D, "repeated", "repeat"), Decision(second, D, "x", "y")], [True, False])[1]) == 1


def test_pages_add_up() -> None:
    """The ledger is the sum of its pages, by filter if wanted."""
    ledger = Ledger()
    for reason in ("menu", "grid", "menu"):
        ledger.add({("links", reason): Entry(1, 10, 0, 0)})
    assert ledger.entries[("links", "menu")] == Entry(2, 20, 0, 0)
    assert ledger.by_filter() == {"links": Entry(3, 30, 0, 0)}
