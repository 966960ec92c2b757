"""The report on a measurement."""

from __future__ import annotations

import json
from pathlib import Path

from cleaner.measure.report import Group, Report, as_data
from cleaner.measure.run import run_cleaner, tasks_of
from tests.gold import gold_set


def report(folder: Path) -> Report:
    """The report on a made-up set of eight pages, two with snippets alone."""
    return Report.of(run_cleaner(tasks_of([gold_set(folder / "made-up", 8)])))


def test_figures_are_by_set_and_group(tmp_path: Path) -> None:
    """The groups of a set have all its pages between them."""
    made = report(tmp_path)
    assert made.sets == ["made-up"]
    assert made.figures("made-up")["all"]["pages"] == 8
    kinds = made.figures("made-up", Group.KIND)
    assert {kind: figures["pages"] for kind, figures in kinds.items()} == {"article": 4, "report": 4}
    assert sum(figures["pages"] for figures in made.figures("made-up", Group.LANGUAGE).values()) == 8


def test_the_worst_come_first(tmp_path: Path) -> None:
    """Whatever their labels are, pages have one order."""
    made = report(tmp_path)
    worths = [page.score.worth for page in made.worst(8)]
    assert worths == sorted(worths)
    assert made.worst(2) == made.worst(8)[:2]


def test_it_is_data_for_programs(tmp_path: Path) -> None:
    """JSON knows all of it; lines are left out unless asked for."""
    made = report(tmp_path)
    data = json.loads(json.dumps(as_data(made, 3, lines=True)))
    assert set(data) == {"sets", "filters", "worst", "unread"}
    assert set(data["sets"]["made-up"]) == {"all", "by_kind", "by_language"}
    assert len(data["worst"]) == 3
    assert "faults" in data["worst"][0]
    assert as_data(made, 1, lines=False)["worst"][0].keys() == data["worst"][0].keys() - {"faults"}  # type: ignore[index]
