"""The furniture of live blogs."""

from __future__ import annotations

from cleaner.filters.live_blog import LiveBlog
from cleaner.model import Kind
from tests.factory import block, page

ENTRIES = [
    "The first boats left the southern basin at dawn, watched by a crowd that had come to stop them and did not.",
    "The union says that it will not talk before the tugs have gone; the authority says that the tugs are staying.",
    "Fog has closed the strait, so that for an hour at least there is nothing for either side to quarrel about.",
]


def reasons(*parts: object) -> list[tuple[str, str]]:
    """What goes, and why."""
    made = page(*parts)  # type: ignore[arg-type]
    return [(drop.block.text, drop.reason) for drop in LiveBlog()(made, made.blocks)]


def blog(*times: str) -> list[str]:
    """A live blog with these times over its entries."""
    return [text for pair in zip(times, ENTRIES, strict=True) for text in pair]


def test_times_of_entries_go() -> None:
    """Lone times in every common form go when they head the page's paragraphs."""
    for times in (
        ("10:15", "9.05pm", "14h32"),
        ("2h ago", "5 min ago", "10:15 GMT"),
        ("14.32 Uhr", "Vor 5 Minuten", "8:01"),
    ):
        assert reasons(*blog(*times)) == [(time, "entry-time") for time in times]


def test_one_or_two_times_stand() -> None:
    """A page with a time or two is no live blog."""
    assert reasons("10:15", ENTRIES[0], "11:30", *ENTRIES[1:]) == []


def test_timetable_stands() -> None:
    """Times over short lines are a timetable, numbers with a point are prices."""
    assert reasons("09:00", "Registration", "10:00", "The first talk", "11:15", "Coffee", "12:00", "Lunch") == []
    assert reasons(*blog("14.00", "$15.00", "6.50")) == []


def test_labels_go_in_a_live_blog_only() -> None:
    """A word such as `Updates` is a label among timed entries and a heading elsewhere; a sure control always goes."""
    assert ("Pinned", "live-blog-control") in reasons("Pinned", *blog("10:15", "9:05", "8:01"))
    assert reasons("Pinned", "Updates", *ENTRIES) == []
    assert reasons("Load more posts", *ENTRIES) == [("Load more posts", "live-blog-control")]


def test_list_of_key_points_goes() -> None:
    """The pinned list repeats the entries; it ends where the list does."""
    points = [block("Boats leave the basin", Kind.ITEM), block("Fog closes the strait", Kind.ITEM)]
    found = reasons("Key points", *points, "A heading", *blog("10:15", "9:05", "8:01"))
    assert [text for text, reason in found if reason == "live-blog-summary"] == [
        "Key points",
        *(p.text for p in points),
    ]
    assert reasons("Key points", *points, *ENTRIES) == []


def test_entry_lines_with_an_author_mark_a_live_blog() -> None:
    """Lines of author and time need not stand alone to show what the page is."""
    assert ("Pinned", "live-blog-control") in reasons(
        "Pinned", *blog("Petra Quill 10:15", "Sam Oduya 9:05", "Petra Quill 8:01")
    )
