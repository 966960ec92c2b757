"""The step in a real datatrove: articles come out, and a bad page costs itself alone."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet
import pytest

from cleaner import clean
from tests.batch.mischief import PROSE, Mischief, page
from tests.golden import folders, source

pytest.importorskip("datatrove")

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.writers import ParquetWriter

from cleaner.batch.on_datatrove import ArticleExtractor

PAGES = {folder.name: source(folder).read_text("utf-8") for folder in folders() if folder.name.startswith("short-")}


def test_a_pipeline_of_articles(tmp_path: Path) -> None:
    """A writer gets of each page the article that the library finds; a page without one is dropped."""
    documents = [Document(text, id) for id, text in {**PAGES, "none": "<p>Log in</p>"}.items()]
    pipeline = [documents, ArticleExtractor(), ParquetWriter(str(tmp_path / "out"))]
    LocalPipelineExecutor(pipeline, logging_dir=str(tmp_path / "log")).run()
    rows = pyarrow.parquet.read_table(tmp_path / "out").to_pylist()
    assert {row["id"]: row["text"] for row in rows} == {id: clean(text).text for id, text in PAGES.items()}


@pytest.mark.parametrize(
    ("word", "counted"), [("RAISE", "clean_error"), ("EXIT", "broken_process"), ("LOOP", "timeout")]
)
def test_a_bad_page_costs_itself_alone(word: str, counted: str) -> None:
    """One that raises, one that ends its process, one that hangs: the others come out, and it is counted."""
    step = ArticleExtractor(timeout=1.0, kind="text", filters=(Mischief(),))
    documents = [Document(page(each, number), str(number)) for number, each in enumerate(["Good", word, "Good"])]
    found = {document.id: document.text for document in step(iter(documents))}
    assert found == {number: f"Good number {number}.\n\n{PROSE}" for number in "02"}
    assert step.stats[counted].total == 1
