"""Frames that are opened and not closed, and what would be lost behind them."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.read.frames import frames_closed

STORY = "".join(f"<p>The ferry left the quay for the {word} time, and nobody waved.</p>" for word in ("first", "last"))


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<noscript><iframe src=a /></noscript><p>x", "<noscript><iframe src=a /></iframe></noscript><p>x"),
        ("<noscript><iframe src=a></noscript><p>x", "<noscript><iframe src=a></iframe></noscript><p>x"),
        ("<iframe><p>a<iframe>b</iframe>", "<iframe></iframe><p>a<iframe>b</iframe>"),
        ("<p>a<iframe>", "<p>a<iframe></iframe>"),
    ],
)
def test_open_frame_is_closed(page: str, expected: str) -> None:
    """Where it is opened: what follows is the page's text again."""
    assert frames_closed(page) == expected


@pytest.mark.parametrize(
    "page", ["<p>no frame</p>", "<iframe src=a>No frames? <a href=b>This way.</a></iframe><p>x</p>", "<iframe", ""]
)
def test_page_without_open_frame_is_untouched(page: str) -> None:
    """The same object comes back, with what a frame says to browsers that have none."""
    assert frames_closed(page) is page


def test_article_behind_an_open_frame_is_found() -> None:
    """A tag manager's frame at the top does not swallow the page."""
    page = f"<body><noscript><iframe src='https://tags.example/ns' /></noscript><article>{STORY}</article></body>"
    assert clean(page).text.count("ferry") == 2


def test_many_open_frames_take_linear_time() -> None:
    """No frame is searched for to the page's end."""
    assert frames_closed("<iframe>" * 100_000).count("</iframe>") == 100_000
