"""What the program may cost, in counts that no noise moves; and that the benchmarks measure what they say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.scoring.model import shipped
from tests.benchmarks import instructions, memory
from tests.benchmarks.made_up import hostile, ordinary
from tests.benchmarks.pages import NoPagesError, chosen
from tests.benchmarks.race import ratios
from tests.benchmarks.speed import raced
from tests.benchmarks.stages import measured
from tests.readme import ROOT

SMALL = 20_000  # bytes


@pytest.fixture(autouse=True)
def walked_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trees are walked node by node however many pages have been cleaned: compiling them in the midst is work as well."""
    monkeypatch.setattr("cleaner.scoring.forest.ROWS_TO_COMPILE", 1e9)
    shipped.cache_clear()  # other tests may have had them compiled


def work(page: str) -> float:
    """Bytecode instructions for a byte of a page."""
    return sum(instructions.of([page]).values()) / len(page)


def test_no_part_does_more_work_than_is_pinned() -> None:
    """A change that makes a part of the program do more is looked at: `python -m tests.benchmarks count --pin`."""
    most = instructions.limits(instructions.pinned(), instructions.version())
    found = instructions.counted()
    assert most
    assert {part: number for part, number in found.items() if number > most.get(part, 0.0)} == {}


def test_work_grows_as_the_page_does() -> None:
    """A byte of a page ten times as large takes no more work."""
    assert work(ordinary(10 * SMALL)) < 1.2 * work(ordinary(SMALL))


@pytest.mark.parametrize("name", sorted(hostile(0.01)))
def test_hard_pages_are_no_traps(name: str) -> None:
    """A byte of a page made to be slow takes no more work where the page is twice as large."""
    scale = 0.0125 if name == "links" else 0.0025  # with fewer links, fewer of the model's trees are asked
    assert work(hostile(2 * scale)[name]) < 1.2 * work(hostile(scale)[name])


def test_limits_of_another_version() -> None:
    """A Python that nothing is pinned for may take somewhat more than the largest pinned number."""
    pinned = {"3.11": {"read": 100.0}, "3.12": {"read": 120.0, "write": 10.0}}
    assert instructions.limits(pinned, "3.11") == {"read": pytest.approx(120.0)}
    assert instructions.limits(pinned, "3.99") == {"read": pytest.approx(180.0), "write": pytest.approx(15.0)}


def test_the_race_measures_this_program() -> None:
    """A process of its own cleans the pages, and says which program it is."""
    found = raced(chosen(None, 3), rounds=1, only=["article-cleaner"])
    assert [name.partition(",")[0] for name in found] == ["article-cleaner"]
    assert all(spent > 0 for spent in found.values())
    assert ratios({"a 1": 2.0, "b 2": 4.0}, "b") == {"a 1": 0.5, "b 2": 1.0}
    assert ratios({"a 1": 2.0}, "b") == {"a 1": None}


def test_stages_name_each_filter() -> None:
    """The table of stages has the reading, every filter and the writing."""
    found = measured(chosen(None, 2), rounds=1)
    assert {"decode", "parse", "walk into blocks", "filter content", "filter tail", "write"} <= set(found)


def test_slope_of_a_run() -> None:
    """Kilobytes for each thousand pages, of the second half of a run."""
    assert memory.slope([(1000, 1.0), (2000, 5.0), (3000, 10.0), (4000, 10.1)]) == pytest.approx(100.0)


def test_a_folder_without_pages(tmp_path: Path) -> None:
    """It is said in a sentence, with an exit code of its own."""
    with pytest.raises(NoPagesError, match="no page in it"):
        chosen(tmp_path, 5)
    call = [sys.executable, "-m", "tests.benchmarks", "stages", str(tmp_path)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no page in it" in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr
