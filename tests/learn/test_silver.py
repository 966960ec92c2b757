"""Articles for texts of pages that are labelled by snippets."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from cleaner.learn.silver import agree, write

LEAD = "The ferry ran aground at dawn near the old lighthouse, and nobody on board was hurt, the harbour master said."
BODY = (
    "Divers will look at the hull on Wednesday; until then the islanders have to take the mail boat, he told reporters."
)
PAGE = f"<html><body><nav>Home</nav><article><h1>Ferry</h1><p>{LEAD}</p><p>{BODY}</p></article></body></html>"


def folders(tmp_path: Path, **row: object) -> tuple[Path, Path]:
    """A gold folder with one page, and one with the text scraped from it."""
    gold, texts = tmp_path / "gold", tmp_path / "texts"
    (gold / "html").mkdir(parents=True)
    (texts / "text").mkdir(parents=True)
    (gold / "html" / "a.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (texts / "text" / "a.txt.gz").write_bytes(gzip.compress(f"Home\n{LEAD}\n{BODY}".encode()))
    (gold / "gold.jsonl").write_text(json.dumps({"id": "a", "text": None, "without": [], **row}) + "\n", "utf-8")
    return gold, texts


def test_page_whose_snippets_agree_becomes_silver(tmp_path: Path) -> None:
    """The model's article is taken where it has what it should have; the row says where it comes from."""
    gold, texts = folders(tmp_path, **{"with": ["the harbour master said"]})
    assert write(gold, texts, tmp_path / "out") == 1
    row = json.loads((tmp_path / "out" / "gold.jsonl").read_text("utf-8"))
    assert row["silver"] is True
    assert LEAD in row["text"]
    assert (tmp_path / "out" / "text" / "a.txt.gz").exists()


def test_page_with_gold_stays_out(tmp_path: Path) -> None:
    """Where a person has labelled the article, the model's is not asked."""
    gold, texts = folders(tmp_path, text=LEAD, **{"with": []})
    assert write(gold, texts, tmp_path / "out") == 0


def test_article_with_an_unwanted_snippet_does_not_agree() -> None:
    """One wrong snippet is enough; white space does not count."""
    assert agree("The  ferry\nsailed", ["The ferry sailed"], ["Cookies"])
    assert not agree("The ferry sailed. Cookies", ["The ferry sailed"], ["Cookies"])
    assert not agree("The ferry", ["The ferry sailed"], [])
