"""Shards on a real Ray with two workers: what a bad page, a dead worker and a lost shard cost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner.batch.on_ray import TRIES, RayError, Tried, connected, run_shards
from cleaner.batch.shards import Shard, shards_of
from tests.batch.lost_shard import clean_mischief, work
from tests.batch.mischief import page

BAD = {"RAISE": "crashed", "EXIT": "crashed", "LOOP": "timeout"}


@pytest.fixture(scope="module")
def two_workers() -> Iterator[None]:
    """A Ray of two workers on this machine."""
    pytest.importorskip("ray")
    with connected(cpus=2):
        yield


def write_shard(path: Path, *words: str) -> None:
    """A shard of pages that do these things."""
    rows = ({"id": f"{path.stem}-{number}", "html": page(word, number)} for number, word in enumerate(words))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def shards(folder: Path) -> list[Shard]:
    """The shards of a test's folder."""
    return shards_of([str(folder / "in")], str(folder / "out"), ".jsonl")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an empty folder `in`."""
    (tmp_path / "in").mkdir()
    return tmp_path


@pytest.mark.usefixtures("two_workers")
def test_a_bad_page_costs_one_page(folder: Path) -> None:
    """A page that raises, one that kills its worker, one that hangs: all other rows arrive, in order."""
    for word in BAD:
        write_shard(folder / "in" / f"{word}.jsonl", "Good", word, "Good", "Good")
    ends = list(run_shards(shards(folder), clean_mischief))
    assert sorted(Path(end.shard.source).stem for end in ends if end.report) == sorted(BAD)
    for word, outcome in BAD.items():
        rows = [json.loads(line) for line in (folder / "out" / f"{word}.jsonl").read_text().splitlines()]
        assert [row["id"] for row in rows] == [f"{word}-{number}" for number in range(4)]
        assert [row["outcome"] for row in rows] == ["ok", outcome, "ok", "ok"]
        assert all(row["text"] for row in rows if row["outcome"] == "ok")


@pytest.mark.usefixtures("two_workers")
def test_a_lost_shard_stops_no_other(folder: Path) -> None:
    """One whose process dies each time or that raises is tried again, then given up; one that was unlucky arrives."""
    names = ["broken", "fine", "killer", "plain", "unlucky"]
    for name in names:
        write_shard(folder / "in" / f"{name}.jsonl", "Good")
    ends = list(run_shards(shards(folder), work))
    assert outcomes(ends) == {
        "broken": ["again"] * (TRIES - 1) + ["lost"],
        "fine": ["done"],
        "killer": ["again"] * (TRIES - 1) + ["lost"],
        "plain": ["done"],
        "unlucky": ["again", "done"],
    }
    troubles = {Path(end.shard.source).stem: end.trouble for end in ends if not end.report}
    assert troubles["broken"] == "ZeroDivisionError: on purpose"
    assert "died" in troubles["killer"]
    assert sorted(path.name for path in (folder / "out").glob("*l")) == sorted(
        f"{name}.jsonl{end}" for name in ("fine", "plain", "unlucky") for end in ("", ".manifest.jsonl")
    )


def outcomes(ends: list[Tried]) -> dict[str, list[str]]:
    """What came of each shard's tasks, by its name."""
    found: dict[str, list[str]] = {}
    for end in sorted(ends, key=lambda end: end.shard.source):
        said = "done" if end.report else "again" if end.again else "lost"
        found.setdefault(Path(end.shard.source).stem, []).append(said)
    return found


@pytest.mark.usefixtures("two_workers")
def test_a_rerun_skips_what_is_finished(folder: Path) -> None:
    """And does what was lost: here a shard that comes late, which is no finished shard while it is missing."""
    write_shard(folder / "in" / "early.jsonl", "Good", "RAISE")
    late = Shard(str(folder / "in" / "late.jsonl"), str(folder / "out" / "late.jsonl"))
    ends = list(run_shards([*shards(folder), late], clean_mischief))
    assert outcomes(ends) == {"early": ["done"], "late": ["again"] * (TRIES - 1) + ["lost"]}
    assert {end.trouble for end in ends} == {"", "no such file"}
    before = (folder / "out" / "early.jsonl").stat()
    write_shard(folder / "in" / "late.jsonl", "Good")
    again = {Path(end.shard.source).stem: end.report for end in run_shards(shards(folder), clean_mischief)}
    assert {name: report and (report.skipped, report.outcomes) for name, report in again.items()} == {
        "early": (True, {"ok": 1, "crashed": 1}),
        "late": (False, {"ok": 1}),
    }
    assert (folder / "out" / "early.jsonl").stat() == before


@pytest.mark.usefixtures("two_workers")
def test_no_more_at_once_than_asked(folder: Path) -> None:
    """With one at a time they end in their order."""
    for name in "abcd":
        write_shard(folder / "in" / f"{name}.jsonl", "Good")
    ends = run_shards(shards(folder), clean_mischief, at_once=1)
    assert [Path(end.shard.source).stem for end in ends] == list("abcd")


def test_a_cluster_that_is_not_there_is_told() -> None:
    """At once, where Ray itself would try for minutes."""
    pytest.importorskip("ray")
    with pytest.raises(RayError, match=r"'127\.0\.0\.1:9' cannot be reached"), connected("127.0.0.1:9"):
        pass
