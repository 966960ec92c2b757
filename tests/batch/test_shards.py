"""Which shards there are, and what they become."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import fsspec
import pytest

from cleaner.batch.shards import Shard, ShardError, shards_of


def test_folders_are_listed_and_files_taken_as_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are mirrored; what holds no pages or one page, and what a run leaves behind, is left out and counted."""
    names = ["b/x.warc.gz", "a.parquet", "page.html", "a.jsonl.manifest.jsonl", ".0123.a.jsonl"]
    for name in names:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    left_out: Counter[str] = Counter()
    assert shards_of(["in", "gone/y.warc"], "out/", ".parquet", left_out) == [
        Shard(f"{tmp_path}/in/a.parquet", f"{tmp_path}/out/a.parquet"),
        Shard(f"{tmp_path}/in/b/x.warc.gz", f"{tmp_path}/out/b/x.parquet"),
        Shard(f"{tmp_path}/gone/y.warc", f"{tmp_path}/out/y.parquet"),
    ]
    assert left_out.total() == 3


def test_addresses(tmp_path: Path) -> None:
    """A folder on object storage is listed, a file by its address is taken as it is."""
    system = fsspec.filesystem("memory")
    for name in ("b/x.warc.gz", "a.jsonl", "a.css"):
        system.pipe(f"/{tmp_path.name}/{name}", b"")
    root = f"memory://{tmp_path.name}"
    assert shards_of([root, "s3://bucket/y.warc.zst"], "memory://bucket/rows", ".jsonl.zst") == [
        Shard(f"memory:///{tmp_path.name}/a.jsonl", "memory://bucket/rows/a.jsonl.zst"),
        Shard(f"memory:///{tmp_path.name}/b/x.warc.gz", "memory://bucket/rows/b/x.jsonl.zst"),
        Shard("s3://bucket/y.warc.zst", "memory://bucket/rows/y.jsonl.zst"),
    ]


def test_no_two_shards_share_an_output() -> None:
    """One would be taken for the other, finished."""
    with pytest.raises(ShardError, match=r"a/x\.warc and .*b/x\.jsonl\.gz would both become"):
        shards_of(["a/x.warc", "b/x.jsonl.gz"], "out", ".jsonl")


def test_a_single_page_is_no_shard() -> None:
    """A list of addresses, or a misspelt name, is not taken for a page."""
    with pytest.raises(ShardError, match=r"warc\.paths\.gz is no file of many pages"):
        shards_of(["warc.paths.gz"], "out", ".jsonl")


def test_the_output_is_no_source(tmp_path: Path) -> None:
    """Rows of an earlier run, in a folder among the shards, are no shards; no shard is taken for its own rows."""
    for name in ("a.jsonl", "rows/a.jsonl", "rows.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = shards_of([str(tmp_path)], str(tmp_path / "rows"), ".jsonl")
    assert [Path(shard.source).relative_to(tmp_path).name for shard in found] == ["a.jsonl", "rows.jsonl"]
    with pytest.raises(ShardError, match=r"a\.jsonl would become itself"):
        shards_of([str(tmp_path)], str(tmp_path), ".jsonl")


@pytest.mark.parametrize("where", [(["gone://x/"], "out"), (["a.warc"], "gone://x")])
def test_an_address_that_nobody_knows_is_told(where: tuple[list[str], str]) -> None:
    """Once, and not by each task."""
    with pytest.raises(ShardError, match=r"gone://x.*gone"):
        shards_of(*where, ".jsonl")
