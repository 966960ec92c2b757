"""Runs of likely lines beside the main one."""

from __future__ import annotations

from math import log

from cleaner.scoring.furniture import CODES
from cleaner.scoring.segments import NAMES, Segments, Span, segments
from cleaner.scoring.vocabulary import Vocabulary, lines_with, worth

COMMENTS, MORE = CODES["comment-prompt"], CODES["read-more"]


def figures(
    scores: list[float], widths: list[int], words: list[tuple[str, ...]], codes: list[float] | None = None
) -> list[dict[str, float]]:
    """The named figures of all lines."""
    codes = codes or [0.0] * len(scores)
    lines = lines_with(words)
    seen = Vocabulary(words, [""] * len(scores), widths, codes, lines, worth(lines, len(words)))
    found = Segments(scores, seen)
    return [dict(zip(NAMES, found.row(at), strict=True)) for at in range(len(scores))]


def test_a_caption_is_bridged_and_furniture_parts() -> None:
    """Two unlikely lines do not end a segment, three do."""
    assert segments([0.9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.6]) == [Span(0, 4), Span(7, 8)]
    assert segments([0.1, 0.4]) == []


def test_thread_below_the_article_knows_what_parts_it() -> None:
    """Comments read like prose; what tells them is that the article stands above the line that heads them."""
    rows = figures(
        [0.9, 0.9, 0.1, 0.1, 0.1, 0.8],
        [900, 900, 20, 15, 20, 500],
        [("ferry", "harbour"), ("ferry", "captain"), (), (), (), ("weather", "harbour")],
        [0.0, 0.0, MORE, COMMENTS, 0.0, 0.0],
    )
    article, thread = rows[1], rows[5]
    assert article["main-offset"] == 0.0
    assert thread["main-offset"] == 4.0
    assert (article["comments-mass"], article["main-comments"]) == (-1.0, -1.0)
    assert thread["comments-mass"] > 0.75
    assert (thread["main-comments"], thread["main-more"]) == (1.0, 1.0)
    assert thread["comments-since"] == log(1 + 2)
    assert (thread["main-unlikely"], thread["main-phrases"]) == (log(4), log(3))
    assert thread["segment-mass"] < 0.25
    assert article["segment-mass"] == article["main-mass"] > 0.75
    assert 0.0 < thread["segment-words"] < 0.5
    assert thread["gap-lines"] == 3.0 > article["gap-lines"] == 0.0


def test_comments_of_a_thread_begin_at_its_first_head() -> None:
    """Where no article came before, the head of the comments is the page's, and each comment's own moves it."""
    rows = figures([0.1, 0.9, 0.1, 0.9], [10, 100, 10, 500], [()] * 4, [COMMENTS, 0.0, COMMENTS, 0.0])
    assert (rows[1]["comments-mass"], rows[3]["comments-since"]) == (0.0, log(1 + 1))


def test_nothing_likely_has_figures_too() -> None:
    """A page without an article has no main segment, and no figure fails."""
    rows = figures([0.1, 0.2], [10, 20], [("ferry",), ()])
    assert rows[0]["segment-in"] == rows[1]["main-mass"] == 0.0
    assert (rows[0]["main-words"], rows[1]["main-words"]) == (0.0, -1.0)
