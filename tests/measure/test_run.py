"""Many pages measured: by the cleaner in processes, and of another program from its files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.errors import DataError
from cleaner.measure.run import run_cleaner, run_predictions, tasks_of
from tests.gold import gold_set, paragraphs


def write_texts(file: Path, **texts: str | None) -> Path:
    """A file of predictions."""
    file.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()), "utf-8")
    return file


def test_processes_change_nothing(tmp_path: Path) -> None:
    """Two processes give what one gives, in the same order."""
    tasks = tasks_of([gold_set(tmp_path / "made-up", 5)])
    assert list(run_cleaner(tasks, jobs=2)) == list(run_cleaner(tasks))


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    """The last word on a piece of work has both numbers the same."""
    told: list[tuple[str, int, int]] = []
    tasks = tasks_of([gold_set(tmp_path / "made-up", 3)])
    list(run_cleaner(tasks, progress=lambda *each: told.append(each)))
    assert told == [("cleaning", done, 3) for done in range(4)]


def test_predictions_are_scored_by_page(tmp_path: Path) -> None:
    """A page without a text counts as empty and says so."""
    folder = gold_set(tmp_path / "made-up", 3)
    write_texts(tmp_path / "made-up.jsonl", p0="\n".join(paragraphs(0)), p1=None)
    found = list(run_predictions([folder], tmp_path))
    assert [page.score.worth for page in found] == [1.0, 0.0, 0.0]
    assert [bool(page.trouble) for page in found] == [False, False, True]


def test_one_file_is_for_one_set(tmp_path: Path) -> None:
    """A file of any name does where there is one set to take it for."""
    folder, other = gold_set(tmp_path / "made-up", 2), gold_set(tmp_path / "other", 2)
    file = write_texts(tmp_path / "texts.jsonl", p0="", p1="")
    assert len(list(run_predictions([folder], file))) == 2
    with pytest.raises(DataError, match="one file of texts, but 2 labelled sets"):
        list(run_predictions([folder, other], file))


@pytest.mark.parametrize("line", ["no JSON", "[1]", '{"text": "no id"}', '{"id": "p0", "text": 1}'])
def test_a_file_that_is_no_predictions_is_refused(line: str, tmp_path: Path) -> None:
    """The message names the file."""
    folder = gold_set(tmp_path / "made-up", 2)
    (tmp_path / "made-up.jsonl").write_text(line + "\n", "utf-8")
    with pytest.raises(DataError, match=r"made-up\.jsonl"):
        list(run_predictions([folder], tmp_path))


def test_no_predictions_at_all_are_refused(tmp_path: Path) -> None:
    """Not a table of zeros."""
    with pytest.raises(DataError, match=r"no made-up\.jsonl"):
        list(run_predictions([gold_set(tmp_path / "made-up", 2)], tmp_path))
