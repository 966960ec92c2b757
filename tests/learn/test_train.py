"""Training on a made-up set."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cleaner.errors import DataError
from cleaner.filters.content import Content
from cleaner.learn import train as training
from cleaner.learn.train import MissingExtraError, encoded, load_all, train
from cleaner.model import Drop
from cleaner.read.html import read_html
from cleaner.scoring.model import Model
from tests.gold import gold_set, html, paragraphs, train_quickly

PAGES = 40  # some 700 blocks: trees need 60 on each side of a question


def test_weights_tell_article_from_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the same bytes; read back, they find the story of a page never seen."""
    train_quickly(monkeypatch)
    folder = gold_set(tmp_path / "made-up", PAGES)
    text = encoded(train(load_all([folder])))
    assert text == encoded(train(load_all([folder])))
    file = tmp_path / "weights.json"
    file.write_text(text, "utf-8")
    page = read_html(html(PAGES + 1))
    dropped = {found.block for found in Content(model=Model.read(file))(page, page.blocks) if isinstance(found, Drop)}
    assert [block.text for block in page.blocks if block not in dropped] == paragraphs(PAGES + 1)


def test_html_and_text_are_trained_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One model for both would be good at neither."""
    train_quickly(monkeypatch)
    pages = load_all([gold_set(tmp_path / "a", 2), gold_set(tmp_path / "b", 2, scraped=True)])
    with pytest.raises(DataError, match="train them apart"):
        train(pages)


def test_too_little_to_learn_from_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence, not an error from inside a library."""
    train_quickly(monkeypatch)
    with pytest.raises(DataError, match="too few sites"):
        train(load_all([gold_set(tmp_path / "one", 1)]))
    with pytest.raises(DataError, match="too few sites"):
        train([])


def test_the_extra_is_named_when_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has installed the cleaner alone learns what to install."""
    monkeypatch.setitem(sys.modules, "lightgbm", None)
    with pytest.raises(MissingExtraError, match=r"needs lightgbm, .*article-cleaner\[train\]"):
        train([])


def test_a_library_that_the_system_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """LightGBM is there, and what it is linked with is not."""

    def broken(name: str) -> None:
        raise OSError("libgomp.so.1: cannot open shared object file")

    monkeypatch.setattr(training, "import_module", broken)
    with pytest.raises(MissingExtraError, match=r"cannot be loaded: libgomp"):
        train([])
