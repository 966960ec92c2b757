"""The choice of the article's title among what a page offers."""

from __future__ import annotations

import pytest

from cleaner.read.title import choose, without_site

SITES = ["The Harbour Post", "harbourpost.example", "harbourpost"]


def title(*, headings: list[str] | None = None, share: str = "", headline: str = "", title: str = "") -> str:
    """The choice on a page of the Harbour Post."""
    return choose(headings or [], share, headline, title, SITES)


def test_the_heading_that_another_source_confirms_wins() -> None:
    """The site's name, set as a first heading, and a newsletter's heading lose."""
    assert (
        title(
            headings=["The Harbour Post", "Ferry runs again", "Get our newsletter"],
            share="Ferry runs again",
            title="Ferry runs again | The Harbour Post",
        )
        == "Ferry runs again"
    )


def test_a_heading_that_is_part_of_the_title_wins() -> None:
    """Other sites are told more than the reader of the page."""
    assert (
        title(headings=["Ferry runs again"], title="Ferry runs again: what you must know - Island - The Harbour Post")
        == "Ferry runs again"
    )


def test_two_sources_that_agree_win_over_a_shorter_heading() -> None:
    """Newspapers set a kicker apart from the heading."""
    kicker = "After ten years: Ferry runs again"
    assert title(headings=["Ferry runs again"], share=kicker, headline=kicker) == kicker


def test_the_case_and_marks_of_the_heading_are_kept() -> None:
    """Comparing ignores them; the answer does not."""
    assert title(headings=["Ferry “runs” again ¶"], title="FERRY RUNS AGAIN") == "Ferry “runs” again"


def test_the_only_heading_wins_where_nothing_agrees() -> None:
    """Titles are written for search engines, headings for readers."""
    heading = "What the winter did to our ferry"
    assert title(headings=[heading], share="Island boats 2024", title="Island boats 2024: timetable") == heading


def test_without_headings_the_shared_title_loses_the_site() -> None:
    """First og:title, then the title."""
    assert title(share="Ferry runs again - The Harbour Post", title="Ferry") == "Ferry runs again"
    assert title(title="harbourpost.example: Ferry") == "harbourpost.example: Ferry"
    assert title(title="The Harbour Post | Ferry runs again") == "Ferry runs again"


def test_nothing_gives_nothing() -> None:
    """A page without any title."""
    assert title() == ""
    assert title(headings=["", "  "]) == ""


def test_the_sites_name_alone_is_better_than_nothing() -> None:
    """A front page has no other title."""
    assert title(headings=["The Harbour Post"], title="The Harbour Post") == "The Harbour Post"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Ferry runs again | The Harbour Post", "Ferry runs again"),
        ("Ferry runs again – harbourpost", "Ferry runs again"),
        ("Ferry runs again • Island | The Harbour Post", "Ferry runs again"),
        ("渡轮恢复通航｜港口邮报", "渡轮恢复通航"),
        ("渡轮｜十年之后终于恢复通航了", "渡轮｜十年之后终于恢复通航了"),
        ("Half-price tickets: who gets them", "Half-price tickets: who gets them"),
        (
            "Ferry - a long history of how the island came to have a boat",
            "Ferry - a long history of how the island came to have a boat",
        ),
    ],
)
def test_the_site_is_taken_off_at_a_separator(text: str, rest: str) -> None:
    """Only a part that stands apart goes: the site's name, or a short last part."""
    assert without_site(text, {"theharbourpost", "harbourpost"}) == rest
