"""The same pages as a folder, an archive, rows and a table give the same texts, those of the single-page command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner import clean
from cleaner.batch.shard import clean_shard
from cleaner.errors import UnreadableError
from tests.batch.archive import write_pages
from tests.cli.command import run_clean
from tests.golden import folders, source

# In UTF-8, since rows of JSON hold text; pages whose bytes are none are what tests/read/ is for.
PAGES = {folder.name: source(folder).read_bytes() for folder in folders() if source(folder).suffix == ".html"}


def text_of(page: bytes) -> str | None:
    """The article of a page by the library; None when it cannot be read."""
    try:
        return clean(page).text
    except UnreadableError:
        return None


@pytest.fixture(scope="module")
def wanted() -> dict[str, str | None]:
    """The texts of the pages, one by one."""
    return {id: text_of(page) for id, page in PAGES.items()}


@pytest.mark.parametrize("name", ["pages.warc.gz", "pages.warc.zst", "pages.jsonl", "pages.jsonl.zst", "pages.parquet"])
def test_rows_of_any_form(tmp_path: Path, wanted: dict[str, str | None], name: str) -> None:
    """A file of many pages gives each page's text, under its id, in order."""
    file = write_pages(tmp_path / name, PAGES)
    clean_shard(file, tmp_path / "out.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert {row["id"].removeprefix("urn:uuid:"): row["text"] for row in rows} == wanted
    assert [row["id"].removeprefix("urn:uuid:") for row in rows] == list(PAGES)


def test_a_folder_of_texts(tmp_path: Path, wanted: dict[str, str | None]) -> None:
    """A folder gives a folder, a text a page, and what the command prints for one page is what its file holds."""
    write_pages(tmp_path / "pages", PAGES)
    done = run_clean("-j", "2", "-o", "texts/", "pages", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    texts = {path.stem: path.read_text("utf-8") for path in (tmp_path / "texts").rglob("*.txt")}
    assert texts == {id: f"{text}\n" for id, text in wanted.items() if text}
    single = run_clean(tmp_path / "pages" / "short-news.html")
    assert single.stdout.decode() == texts["short-news"]
