"""The table of wordings against the figures that there are."""

from __future__ import annotations

from math import inf

from cleaner.scoring.html_view import HTML
from cleaner.scoring.text_view import TEXT
from cleaner.scoring.wordings import PAGE_WIDE, WORDINGS
from cleaner.scoring.wordings_of_text import TEXT_WORDINGS


def test_every_figure_has_a_wording_for_every_value() -> None:
    """None is called by its name: who adds a figure says what it means."""
    assert [name for name in HTML.names if name not in WORDINGS] == []
    assert [name for name in HTML.names if WORDINGS[name][-1][0] != inf] == []
    both = WORDINGS | TEXT_WORDINGS
    assert [name for name in TEXT.names if name not in both] == []
    assert [name for name in TEXT.names if both[name][-1][0] != inf] == []


def test_nothing_is_worded_that_does_not_exist() -> None:
    """Who removes a figure removes its wording, except that regions and neighbours are worded in rows."""
    made_in_rows = ("region", "landmark-", "before", "after", "score")
    assert [name for name in WORDINGS if name not in HTML.names and not name.startswith(made_in_rows)] == []
    assert PAGE_WIDE - set(HTML.names) == set()


def test_bounds_rise() -> None:
    """The first range that holds a value is the right one."""
    for name, ranges in (WORDINGS | TEXT_WORDINGS).items():
        bounds = [bound for bound, _ in ranges]
        assert bounds == sorted(set(bounds)), name
