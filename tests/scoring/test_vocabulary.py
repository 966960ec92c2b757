"""Words and shapes that the lines of a text share."""

from __future__ import annotations

from cleaner.scoring.vocabulary import shape, vocabulary
from tests.factory import page


def test_dates_of_comments_have_one_shape() -> None:
    """Lines made from one pattern are alike, whatever their words and figures."""
    assert shape("March 3, 2018 at 9:05 pm") == shape("October 12, 2021 at 11:40 am") == "A 0, 0 a 0:0 a"


def test_prose_has_no_shape() -> None:
    """A paragraph is not told by its shape."""
    assert shape("The boat came in late. " * 8) == ""


def test_topic_words_are_long_ones_once_each_in_order() -> None:
    """Short words say nothing of the subject; a repeated word counts once."""
    found = vocabulary(page("The ferry and the ferry captain").blocks)
    assert found.words == [("ferry", "captain")]


def test_chinese_has_topic_words_too() -> None:
    """A script without spaces is cut into pairs of characters."""
    assert vocabulary(page("渡轮停运").blocks).words == [("渡轮", "停运")]
