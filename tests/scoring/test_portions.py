"""Long pages are scored in portions, and rows are made again when somebody asks why."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import Article, clean
from cleaner.scoring import model

HTML = Path("fixtures/live-blog-page/page.html")
TEXT = Path("fixtures/live-blog-text/page.txt")


def told(article: Article) -> list[tuple[str, str, str]]:
    """All that is said of a page's blocks."""
    return [(each.block.text, each.outcome.value, each.evidence) for each in article.decisions]


@pytest.mark.parametrize("path", [HTML, TEXT], ids=["html", "text"])
@pytest.mark.parametrize("size", [1, 7])
def test_portions_change_nothing(path: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few rows there are at once, scores and reasons are the same bit by bit."""
    page = Path(__file__).parents[2] / path
    whole = clean(page)
    monkeypatch.setattr(model, "PORTION", size)
    assert told(clean(page)) == told(whole)


def test_an_article_keeps_no_rows_until_asked() -> None:
    """Articles are kept by the thousand; their rows would take most of the memory."""
    article = clean(Path(__file__).parents[2] / HTML)
    facts = [each.fact for each in article.decisions if each.filter == "content"]
    assert facts
    assert all(fact.scores.look is None for fact in facts)
    assert "first look" in str(facts[0]) or ":" in str(facts[0])
    assert facts[0].scores.look is not None
