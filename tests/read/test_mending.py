"""What is mended before a page is parsed."""

from __future__ import annotations

import pytest

from cleaner.read.mending import mended
from cleaner.read.nesting import MAX_DEPTH

PLACE = '<template id="B:0"></template>'
PART = '<div hidden id="S:0"><p>late</p></div><script>$RC("B:0","S:0")</script>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>é<iframe />", "<p>é<iframe /></iframe>"),
        ("é<template shadowrootmode=open>a</template>", "é<shadow-root>a</shadow-root>"),
        (PLACE + PART, f"{PLACE}<p>late</p>{PART.replace('<p>late</p>', '')}"),
    ],
)
def test_page_is_mended(page: str, expected: str) -> None:
    """As text and as UTF-8."""
    assert mended(page) == mended(page.encode()) == expected


@pytest.mark.parametrize("page", ["", "<p>text</p>", f"<iframe></iframe>{PART}", "<template id=x></template>"])
def test_whole_page_is_untouched(page: str) -> None:
    """The same object comes back, text or bytes."""
    assert mended(page) is page
    data = page.encode()
    assert mended(data) is data


def test_only_a_page_of_many_tags_is_too_deep() -> None:
    """It loses the deepest of them, and a frame among them is closed all the same; a small page keeps all."""
    small = "<div>" * 2 * MAX_DEPTH
    assert mended(small) is small
    large = mended("<div>" * 13_000 + "<iframe>")
    assert isinstance(large, str)
    assert large.count("<div>") == MAX_DEPTH
    assert large.endswith("<iframe></iframe>")
