"""Cross-validation on a made-up set."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.errors import DataError
from cleaner.measure import cross_validation
from cleaner.measure.cross_validation import cross_validated
from cleaner.measure.figures import summary
from tests.gold import gold_set, train_quickly


def test_every_page_is_scored_once_by_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is cleaned with weights that have seen its site."""
    train_quickly(monkeypatch)
    folder = gold_set(tmp_path / "made-up", 40)
    seen: list[set[str]] = []
    train = cross_validation.train

    def spying(pages, progress):  # type: ignore[no-untyped-def]
        seen.append({gold.row["id"] for gold in pages})
        return train(pages, progress)

    monkeypatch.setattr(cross_validation, "train", spying)
    found = list(cross_validated([folder], 2))
    assert sorted(page.score.id for page in found) == sorted(f"p{number}" for number in range(40))
    first, second = seen
    assert first.isdisjoint(second)
    assert [page.score.id in first for page in found] == sorted(page.score.id in first for page in found)
    assert summary([page.score for page in found])["word"] > 0.9


def test_more_folds_than_sites_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty fold would be no fold."""
    train_quickly(monkeypatch)
    with pytest.raises(DataError, match="too few sites for 9 folds"):
        list(cross_validated([gold_set(tmp_path / "made-up", 3)], 9))
