"""Words and shapes that the lines of a text share."""

from __future__ import annotations

from cleaner.scoring.vocabulary import shape, vocabulary, word_pairs
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
    assert found.words == [("ferry", "captai")]


def test_chinese_has_topic_words_too() -> None:
    """Of a script without spaces every two characters in a row count, wherever a word begins; Japanese endings do not."""
    assert vocabulary(page("渡轮停运").blocks).words == [("渡轮", "轮停", "停运")]
    assert vocabulary(page("フェリーは休む").blocks).words == [("フェ", "ェリ", "リー")]


def test_endings_do_not_part_words() -> None:
    """In languages that inflect, a word comes again with another ending; Korean words are short."""
    assert vocabulary(page("Fischerboote", "des Fischerbootes").blocks).words == [("fische",), ("fische",)]
    assert vocabulary(page("항구 여객선").blocks).words == [("항구", "여객선")]


def test_wide_characters_count_as_two_letters() -> None:
    """A paragraph of Chinese is as long as one that says the same in an alphabet."""
    assert vocabulary(page("渡轮停运", "ferry").blocks).widths == [8, 5]


def test_rare_words_say_more() -> None:
    """A word in every line says little of what one is about."""
    says = vocabulary(page("ferry harbour", "ferry captain", "ferry").blocks).says
    assert says["captai"] == says["harbou"] > says["ferry"] > 0.0


def test_pairs_are_words_in_a_row_with_the_first_and_the_last() -> None:
    """Where a line begins and ends says what it is; figures are alike."""
    assert word_pairs("Posted 3 hours ago") == {"^posted", "posted_0", "0_hours", "hours_ago", "ago$"}
    assert word_pairs("…") == set()


def test_last_word_of_a_long_line_is_that_of_its_end() -> None:
    """Pairs are those of the beginning, however long the line."""
    pairs = word_pairs("one " * 40 + "two three")
    assert "three$" in pairs
    assert "two_three" not in pairs
