"""A shard on a storage that fails in the middle of it: no half of it passes for whole, and a later call finishes it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFile, MemoryFileSystem

from cleaner.batch.files import open_binary
from cleaner.batch.shard import clean_shard
from cleaner.batch.storage import StorageError
from tests.batch.archive import write_pages
from tests.batch.mischief import PROSE

NOISE = random.Random(5)
# More than is read at once, also when they are packed.
PAGES = {f"{number:02}": f"<!--{NOISE.randbytes(4_000).hex()}--><p>{PROSE}".encode() for number in range(50)}
clean = partial(clean_shard, filters=())  # what is found on the pages is not the point

FORMS = ["pages.warc", "pages.warc.gz", "pages.jsonl", "pages.jsonl.zst", "pages.parquet"]


class PayloadError(Exception):
    """What an HTTP library raises when a connection is lost: no OSError."""


FAILURES = [OSError(5, "Input/output error"), PayloadError("not enough data"), TimeoutError("timed out")]


@pytest.fixture
def storage() -> Iterator[MemoryFileSystem]:
    """A storage that is empty."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    yield system
    system.store.clear()


@contextmanager
def failing(does: str, after: int, error: Exception) -> Iterator[None]:
    """While it lasts, the storage's files fail in the middle: they `read` or `write` so many bytes and no more."""
    well = getattr(BytesIO, does)

    def ill(file: MemoryFile, what: Any = -1) -> Any:
        if file.tell() + (what if isinstance(what, int) else len(what)) > after:
            raise error
        return well(file, what)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MemoryFile, does, ill, raising=False)
        yield


def put(storage: MemoryFileSystem, folder: Path, name: str) -> str:
    """A shard on the storage, by its address."""
    storage.pipe_file(f"/in/{name}", write_pages(folder / name, PAGES).read_bytes())
    return f"memory://in/{name}"


def finished(storage: MemoryFileSystem, source: str, out: str) -> None:
    """Clean a shard: all its pages are in it, and only its rows and its manifest are there."""
    report = clean(source, out)
    assert (report.outcomes, report.skipped) == ({"ok": len(PAGES)}, False)
    path = out.removeprefix("memory:/")
    assert storage.find("/out") == [path, f"{path}.manifest.jsonl"]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("error", FAILURES, ids=lambda error: type(error).__name__)
def test_reading_fails_in_the_middle(storage: MemoryFileSystem, tmp_path: Path, name: str, error: Exception) -> None:
    """There are no rows, the error names the file and what was wrong, and the same call finishes it afterwards."""
    source = put(storage, tmp_path, name)
    said = rf"^{source}: reading failed after [\d,]+ bytes: .*{error.args[-1][1:]}"
    with failing("read", storage.size(f"/in/{name}") // 2, error), pytest.raises(StorageError, match=said):
        clean(source, "memory://out/rows.jsonl")
    assert not storage.find("/out")
    finished(storage, source, "memory://out/rows.jsonl")


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.zst", "rows.parquet"])
@pytest.mark.parametrize("after", [0, 2_000])
def test_writing_fails_in_the_middle(storage: MemoryFileSystem, tmp_path: Path, name: str, after: int) -> None:
    """No more than after reading: nothing stands under the name of the rows, and nothing is left beside it."""
    source = put(storage, tmp_path, "pages.warc.gz")
    full = OSError(28, "No space left on device")
    said = f"^cannot write memory://out/{name}: no space left on device"
    with failing("write", after, full), pytest.raises(StorageError, match=said):
        clean(source, f"memory://out/{name}")
    assert not storage.find("/out")
    finished(storage, source, f"memory://out/{name}")


def test_a_source_that_cannot_be_opened_is_no_finished_shard(storage: MemoryFileSystem, tmp_path: Path) -> None:
    """It may be there the next time: a row that says it is not would keep the next call from looking."""
    with pytest.raises(StorageError, match=r"^memory://in/pages.jsonl: no such file"):
        clean("memory://in/pages.jsonl", "memory://out/rows.jsonl")
    finished(storage, put(storage, tmp_path, "pages.jsonl"), "memory://out/rows.jsonl")


def test_damage_is_no_failure_of_the_storage(storage: MemoryFileSystem, tmp_path: Path) -> None:
    """A file that was stored half is as good as it will ever be: its pages are cleaned, one more row tells of the rest."""
    whole = write_pages(tmp_path / "pages.warc.gz", PAGES).read_bytes()
    storage.pipe_file("/in/pages.warc.gz", whole[: len(whole) // 2])
    outcomes = clean("memory://in/pages.warc.gz", "memory://out/rows.jsonl").outcomes
    assert outcomes["unreadable"] == 1
    assert outcomes["ok"] > 10


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    """By lines, in pieces, from any place; a pipe's end is an end."""
    path = tmp_path / "lines"
    path.write_bytes(b"one\ntwo\nthree")
    with open_binary(str(path)) as file:
        assert (file.readline(), file.tell(), file.read(2), file.seek(-5, 2), file.read()) == (
            b"one\n",
            4,
            b"tw",
            8,
            b"three",
        )
        assert file.failure == ""
