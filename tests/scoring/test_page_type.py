"""What kind of page a page says it is, in figures."""

from __future__ import annotations

import pytest

from cleaner.model import Metadata
from cleaner.scoring.page_type import NAMES, page_type


def figures(**facts: object) -> dict[str, float]:
    """The figures that are not nought, by name."""
    row = page_type(Metadata(**facts))  # type: ignore[arg-type]
    return {name: figure for name, figure in zip(NAMES, row, strict=True) if figure}


def test_a_page_that_says_nothing() -> None:
    """Its address is unknown, which is not the same as short."""
    assert set(figures().values()) == {-1.0}


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("BlogPosting", "article"),
        ("NewsArticle", "article"),
        ("AggregateOffer", "product"),
        ("CollectionPage", "list"),
        ("DiscussionForumPosting", "questions"),
        ("Recipe", "guide"),
    ],
)
def test_types_are_sorted(name: str, sort: str) -> None:
    """A sort of page has many names."""
    assert figures(types=(name,))[f"says-{sort}"] == 1.0


def test_open_graph_types_have_codes() -> None:
    """A type with a part behind a point is of that type; a type of its own is a further one."""
    codes = [figures(types=(f"og:{name}",))["og-type"] for name in ("article", "product", "product.item", "recipe")]
    assert codes[1] == codes[2]
    assert len(set(codes)) == 3


def test_an_article_and_a_front_page_have_other_addresses() -> None:
    """Deep, long and hyphenated against short."""
    article = figures(path="/news/2024/03/ferry-runs-again.html")
    front = figures(path="/news/")
    assert (article["path-parts"], article["path-hyphens"], article["path-file"]) == (4.0, 2.0, 1.0)
    assert article["path-digits"] > 0.1
    assert (front["path-parts"], front["path-slash"]) == (1.0, 1.0)
    assert "path-file" not in front
