"""Counting tags before a page is parsed."""

from __future__ import annotations

import pytest

from cleaner.read.tag_counts import tag_counts

HEADS = ("iframe", "/iframe", 'template id="B:', "b", "")


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<",
        "<<iframe><iframe ></iframe><iframes",
        'é <template id="B:0"></template><b><br><ifram',
        "日本語 <iframe>は</iframe> <b",
        "🚢<iframe><b>🚢</b><",
        "IFRAME <IFRAME> iframe",
    ],
)
def test_each_head_is_counted(page: str) -> None:
    """Whatever the width of the characters, and at the page's end."""
    expected = tuple(page.count(f"<{head}") for head in HEADS)
    assert tag_counts(page, HEADS) == expected
    assert tag_counts(page.encode(), HEADS) == expected
