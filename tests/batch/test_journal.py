"""A run may be killed between any two things that it does to its files, and within each."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
import zstandard

from cleaner.batch.journal import Journal, ResumeError
from cleaner.batch.manifest import manifest_line
from cleaner.batch.output import FolderOutput, Output, RowsOutput
from cleaner.batch.record import PageOutcome, Record, Result

INPUTS = 5


class Killed(BaseException):
    """The process is no more."""


def dealt_with() -> Iterator[tuple[Record, Result]]:
    """Five inputs and what became of them."""
    for number in range(INPUTS):
        row = {"id": str(number), "url": None, "title": None, "language": None, "outcome": "ok", "text": "…"}
        body = json.dumps({**row, "dropped": {"links": number}}).encode() + b"\n"
        yield Record(str(number), "test", f"{number}.html"), Result(PageOutcome.OK, body=body)


def run(out: Path, *, resume: bool) -> None:
    """What a run does to its files, with a checkpoint after every second input."""
    output: Output = RowsOutput(str(out)) if out.suffix else FolderOutput(str(out))
    journal = Journal(str(out), output, {})
    try:
        journal.open(resume=resume)
        done = journal.state.done
        for number, (record, result) in enumerate(dealt_with()):
            if number < done:
                output.skip(record)
                continue
            journal.add(record, result, manifest_line(record, result, output.take(record, result)))
            if number % 2:
                journal.checkpoint()
        journal.finish()
    finally:
        journal.close()


def ids(out: Path) -> list[str]:
    """The ids in a finished output, as any reader of its format sees them."""
    if not out.suffix:
        return sorted(path.stem for path in out.iterdir() if not path.name.startswith("."))
    if out.suffix == ".parquet":
        return [str(each) for each in pyarrow.parquet.read_table(out)["id"].to_pylist()]
    data = out.read_bytes()
    if out.suffix == ".gz":
        data = gzip.decompress(data)
    if out.suffix == ".zst":
        data = zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()
    return [json.loads(line)["id"] for line in data.splitlines()]


CALLS = ("open", "write", "ftruncate", "fsync", "replace", "unlink")


def killed_at(monkeypatch: pytest.MonkeyPatch, moment: int) -> Callable[[], bool]:
    """Let the process die at its so manieth call to the system, half of a write done; whether it came so far."""
    count = 0

    def wrapped(name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(*arguments: Any) -> Any:
            nonlocal count
            count += 1
            if count == moment:
                if name == "write":
                    real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
                raise Killed
            if name == "fsync":
                return None  # there is no power cut here, and it takes time
            return real(*arguments)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, wrapped(name))
    return lambda: count >= moment


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.parquet", "out"])
def test_killed_anywhere_and_resumed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Wherever a run dies, `--resume` ends it with each input there once, in order, and in the manifest once."""
    moment = 0
    while True:
        moment += 1
        folder = tmp_path / str(moment)
        folder.mkdir()
        out = folder / name
        with monkeypatch.context() as patch:
            reached = killed_at(patch, moment)
            with suppress(Killed):
                run(out, resume=False)
        if not reached():
            break
        run(out, resume=True)
        wanted = [str(number) for number in range(INPUTS)]
        assert ids(out) == wanted, moment
        manifest = [json.loads(line)["id"] for line in (folder / f"{name}.manifest.jsonl").read_text().splitlines()]
        assert manifest == wanted, moment
        left = {path.name for path in folder.iterdir()} - {name, f"{name}.manifest.jsonl"}
        assert not {each for each in left if not each.endswith(".tmp")}, moment
    assert moment > 20


def test_no_output_before_all_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until a run has finished, what stands under the output's name is what stood there before."""
    out = tmp_path / "out.jsonl"
    out.write_text("of an earlier run")
    with monkeypatch.context() as patch:
        patch.setattr(RowsOutput, "finish", lambda *_: (_ for _ in ()).throw(Killed()))
        with pytest.raises(Killed):
            run(out, resume=False)
    assert out.read_text() == "of an earlier run"


def test_another_run_is_not_resumed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Options that change what is written must be those of the beginning; the message names what differs."""
    out = tmp_path / "out.jsonl"
    with monkeypatch.context() as patch:
        patch.setattr(RowsOutput, "finish", lambda *_: (_ for _ in ()).throw(Killed()))
        with pytest.raises(Killed):
            run(out, resume=False)
    journal = Journal(str(out), RowsOutput(str(out)), {"--strictness": "strict"})
    with pytest.raises(ResumeError, match="other --strictness"):
        journal.open(resume=True)
