"""Labelled sets on disk."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from cleaner.errors import DataError
from cleaner.learn.gold import checked, fold_of, load, rows, sets, site_of, source_of
from cleaner.model import InputKind
from tests.gold import gold_set, html


def test_a_folder_is_a_set_or_holds_sets(tmp_path: Path) -> None:
    """Both can be named on the command line."""
    first, second = gold_set(tmp_path / "a", 2), gold_set(tmp_path / "b", 2)
    assert sets(first) == [first]
    assert sets(tmp_path) == [first, second]


@pytest.mark.parametrize(("name", "message"), [("empty", "holds no gold.jsonl"), ("nowhere", "no such folder")])
def test_a_folder_without_labels_is_refused(name: str, message: str, tmp_path: Path) -> None:
    """The message says what is missing."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match=message):
        sets(tmp_path / name)


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "{}", '{"id": 3}', '{"id": "a", "text": 1}', '{"id": "a", "with": "a"}', '{"id": "a", "without": [1]}'],
)
def test_a_bad_line_is_named(line: str) -> None:
    """Not a traceback from the middle of a training."""
    with pytest.raises(DataError, match=r"^gold\.jsonl:7: "):
        checked(line, "gold.jsonl:7")


def test_pages_are_found_as_they_lie(tmp_path: Path) -> None:
    """HTML or text, gzipped or not."""
    folder = gold_set(tmp_path / "a", 2)
    (folder / "html" / "p0.html.gz").write_bytes(gzip.compress(html(0).encode()))
    assert source_of(folder, {"id": "p0"}) == (folder / "html" / "p0.html.gz", InputKind.HTML)
    assert source_of(folder, {"id": "p1"}) == (folder / "html" / "p1.html", InputKind.HTML)
    scraped = gold_set(tmp_path / "b", 1, scraped=True)
    assert source_of(scraped, {"id": "p0"}) == (scraped / "text" / "p0.txt", InputKind.TEXT)


def test_a_page_is_loaded_with_its_labels(tmp_path: Path) -> None:
    """The story's paragraphs are article, the menu is not; snippets label the blocks that hold them."""
    folder = gold_set(tmp_path / "a", 4)
    whole, *_, snippets = (load(folder, row) for row in rows(folder))
    assert whole is not None
    assert [label for block, label in zip(whole.page.blocks, whole.labels, strict=True) if len(block.text) > 60] == [
        True
    ] * 4
    assert sum(map(bool, whole.labels)) == 4
    assert snippets is not None
    assert snippets.words is None
    assert sorted(map(str, set(snippets.labels))) == ["False", "None", "True"]


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.news.example.org/a", "example.org"),
        ("https://shop.example.co.uk/", "example.co.uk"),
        ("https://web.archive.org/web/2020/http://blog.example.net/x", "example.net"),
        ("http://[bad/", "the-id"),
        (None, "the-id"),
    ],
)
def test_pages_of_a_site_belong_together(url: str | None, site: str) -> None:
    """Subdomains are one site, archived pages are of the site that was archived; without an address it is the page."""
    assert site_of({"id": "the-id", "url": url}) == site


def test_folds_are_the_same_everywhere() -> None:
    """They depend on the site's name and nothing else."""
    assert {fold_of(f"site{number}.example", 4) for number in range(60)} == {0, 1, 2, 3}
    assert fold_of("example.org", 4) == 1
