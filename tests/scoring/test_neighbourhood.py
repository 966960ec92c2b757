"""What stands around a block, in figures."""

from __future__ import annotations

from math import log

from cleaner.scoring.neighbourhood import masses_apart


def test_comments_are_weighed_apart() -> None:
    """A short article over many comments is still the article: the comments do not count to what is outside them."""
    scores, sizes = [0.9, 0.9, 0.9, 0.1], [100.0, 400.0, 500.0, 10.0]
    masses = [score * chars for score, chars in zip(scores, sizes, strict=True)]
    outside, share, outside_sure, sure, largest, likely = masses_apart(
        scores, sizes, masses, [False, True, True, False]
    )
    assert outside == log(1.0 + 91.0)
    assert round(share, 2) == 0.90
    assert (outside_sure, sure) == (log(101.0), log(1001.0))
    assert round(largest, 3) == 0.999
    assert likely == 3.0


def test_a_page_without_text_has_no_masses() -> None:
    """Nothing is divided by nothing."""
    assert masses_apart([], [], [], []) == (0.0,) * 6
