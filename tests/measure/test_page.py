"""One labelled page measured."""

from __future__ import annotations

from pathlib import Path

from cleaner.filters import DEFAULT
from cleaner.measure.page import cleaned, line_faults
from tests.gold import gold_set, row


def test_the_cleaner_is_measured_on_a_page(tmp_path: Path) -> None:
    """The score says how good the text is, the entries who took what."""
    folder = gold_set(tmp_path / "made-up")
    found = cleaned(folder, row(0, "made-up"), DEFAULT)
    assert (found.score.set, found.score.id) == ("made-up", "p0")
    assert found.score.text is not None
    assert found.score.text.word > 0.9
    assert found.entries
    assert found.trouble == ""


def test_a_page_that_is_not_there_counts_as_empty(tmp_path: Path) -> None:
    """It says so, and the measurement goes on."""
    folder = gold_set(tmp_path / "made-up")
    (folder / "html" / "p0.html").unlink()
    found = cleaned(folder, row(0, "made-up"), DEFAULT)
    assert found.score.empty
    assert found.trouble.count("p0.html") == 1


def test_lines_of_another_program_are_compared() -> None:
    """Gold lines that are missing are lost, lines that the gold lacks were kept wrongly."""
    gold = "The ferry ran aground at dawn near the lighthouse.\n\nNobody was hurt, said the harbour master."
    faults = line_faults(
        {"text": gold}, "The ferry ran aground at dawn near the lighthouse.\nSubscribe to our weekly newsletter now."
    )
    assert [(fault.lost, fault.text.split()[0]) for fault in faults] == [(True, "Nobody"), (False, "Subscribe")]


def test_snippets_of_another_program_are_compared() -> None:
    """Where only snippets are labelled, they are what is lost or kept."""
    faults = line_faults(
        {"text": None, "with": ["ran  aground", "a tow"], "without": ["Subscribe"]}, "It ran aground. Subscribe!"
    )
    assert [(fault.lost, fault.text) for fault in faults] == [(True, "a tow"), (False, "Subscribe")]
