"""The quality gate: figures on labelled pages against floors that may be raised and not lowered."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.quality import FLOORS, GOLD, PARTS, ROOT, Part, floors, measured

has_gold = pytest.mark.skipif(
    not (GOLD / "score.py").exists(), reason="no labelled pages here; CLEANER_GOLD names their folder"
)


@has_gold
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_figures_stand_on_their_floors(part: Part, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No figure falls below its floor.

    The pages are among those that the weights were trained on: this guards against getting worse, no more.
    """
    found = measured(part, tmp_path_factory.mktemp("text-inputs"))
    low = {
        name: (value, floors()[part.name][name]) for name, value in found.items() if value < floors()[part.name][name]
    }
    assert low == {}, f"{part.name}: below the floor (figure, floor)"


def test_every_figure_has_a_floor() -> None:
    """What is measured is pinned, and nothing else is."""
    assert {part.name: set(part.figures) for part in PARTS} == {name: set(each) for name, each in floors().items()}
    assert all(0.5 < floor <= 1 for each in floors().values() for floor in each.values())


@pytest.mark.parametrize("revision", ["HEAD", "HEAD~1"])
def test_floors_do_not_sink(revision: str) -> None:
    """No floor is lower than it was in the last commits, and none has gone."""
    git = ["git", "-C", str(ROOT), "show", f"{revision}:{FLOORS.relative_to(ROOT).as_posix()}"]
    try:
        done = subprocess.run(git, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("no git here")
    if done.returncode:
        pytest.skip(f"no floors in {revision}")
    now = floors()
    for part, figures in json.loads(done.stdout).items():
        for name, floor in figures.items():
            assert now.get(part, {}).get(name, 0.0) >= floor, f"{part} {name} was {floor}"
