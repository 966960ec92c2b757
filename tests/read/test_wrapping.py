"""Whether lines are paragraphs or cut at a width."""

from __future__ import annotations

from cleaner.read.wrapping import Wrapping, joined

CUT = [
    ("The ferry to the island runs again. After a winter of repairs", "it left the harbour on Monday morning"),
    ("it left the harbour on Monday morning with some forty people,", "most of them islanders who had waited"),
    ("most of them islanders who had waited on the quay since well", "before dawn, and it was not a smooth start."),
]


def test_the_width_is_that_of_the_usual_long_line() -> None:
    """One overlong line does not count."""
    assert Wrapping(CUT).width == 61
    assert Wrapping([*CUT * 10, ("x" * 110, "and so on")]).width == 61


def test_lines_that_end_sentences_are_not_cut() -> None:
    """Headlines are as long as cut lines, but each is whole."""
    headlines = [
        ("Island ferry runs again after a winter of long repairs here", "Council votes on second boat"),
        ("Council votes on second boat before the long summer break is", "Harbour master retires"),
    ]
    assert Wrapping(headlines).width == 0


def test_nothing_to_judge_by_means_not_cut() -> None:
    """A text without two lines in a row, or with none but paragraphs."""
    assert Wrapping([]).width == 0
    assert Wrapping([("A paragraph that goes on. " * 10, "another one")] * 5).width == 0


def test_a_line_joins_the_next_when_its_first_word_had_no_room() -> None:
    """Not after a short line, and not after one that is longer than any cut line."""
    wrapping = Wrapping(CUT)
    assert wrapping.joins("most of them islanders who had waited on the quay since well", "before dawn.")
    assert not wrapping.joins("It was over by ten.", "The next day it rained, and nobody came.")
    assert not wrapping.joins("A paragraph that goes on and on. " * 10, "Another one that is not part of it.")


def test_no_width_joins_nothing() -> None:
    """A text with a paragraph a line is left as it is."""
    assert not Wrapping([]).joins("most of them islanders who had waited on the quay since well", "before dawn.")


def test_spaces_go_between_words_only() -> None:
    """Chinese and Japanese are set without; Korean with."""
    assert joined(["two", "words"]) == "two words"
    assert joined(["昨天", "晚上"]) == "昨天晚上"
    assert joined(["어제", "저녁"]) == "어제 저녁"
    assert joined(["昨天", "bus"]) == "昨天 bus"
