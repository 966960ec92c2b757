"""One file of pages into one file of rows, as an engine's task does it."""

from __future__ import annotations

import json
import pickle
from functools import partial
from pathlib import Path

import fsspec
import pytest

from cleaner import CleanerError
from cleaner.batch.shard import clean_shard
from tests.batch.mischief import Mischief, page


@pytest.fixture
def shard(tmp_path: Path) -> Path:
    """A shard with a page that raises and one that ends its process among others."""
    words = ["Good", "RAISE", "Good", "EXIT", "Good"]
    path = tmp_path / "in.jsonl"
    rows = ({"id": f"{number}{word}", "html": page(word, number)} for number, word in enumerate(words))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


OUTCOMES = {"ok": 3, "crashed": 2}


def test_a_bad_page_is_a_row(shard: Path) -> None:
    """Every input is a row and a line of the manifest; call and report pass from process to process."""
    call = partial(clean_shard, shard, shard.with_name("out.jsonl"), kind="text", filters=(Mischief(),))
    report = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(call))()))
    assert (report.outcomes, report.inputs, report.skipped) == (OUTCOMES, 5, False)
    for name in ("out.jsonl", "out.jsonl.manifest.jsonl"):
        rows = [json.loads(line) for line in shard.with_name(name).read_text().splitlines()]
        assert [row["outcome"] for row in rows] == ["ok", "crashed", "ok", "crashed", "ok"]
    assert len(list(shard.parent.iterdir())) == 3


def test_a_finished_shard_is_skipped(shard: Path) -> None:
    """A second call does nothing and reports what the first one did, wherever fsspec keeps the file."""
    out = f"memory://{shard.parent.name}/out.jsonl.gz"
    call = partial(clean_shard, shard, out, kind="text", filters=(Mischief(),))
    first, second = call(), call()
    assert (first.skipped, second.skipped) == (False, True)
    assert first.outcomes == second.outcomes == OUTCOMES
    assert len(fsspec.filesystem("memory").find(f"/{shard.parent.name}")) == 2


def test_a_shard_that_fails_leaves_nothing(shard: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the rows cannot be put in their place, what was written goes, so that the next try begins anew."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cleaner.batch.shard.rename", full)
    with pytest.raises(OSError, match="no space left"):
        clean_shard(shard, shard.with_name("out.jsonl"), kind="text", filters=())
    assert not [path for path in shard.parent.iterdir() if path.name.endswith("out.jsonl")]


def test_an_output_must_hold_rows(tmp_path: Path) -> None:
    """Any other name is refused before anything is read."""
    with pytest.raises(CleanerError, match="no file of rows"):
        clean_shard("in.jsonl", tmp_path / "out.txt")
