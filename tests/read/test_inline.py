"""Raw inline content to folded text and figures."""

from __future__ import annotations

import pytest

from cleaner.read.inline import BREAK, LINK_OFF, LINK_ON, STRONG_OFF, STRONG_ON, folded, preformatted, runs


def test_links_and_bold_are_measured_in_folded_characters() -> None:
    """White space inside a link counts once; an empty link is none."""
    raw = f"a {LINK_ON}two\n  words{LINK_OFF} and {STRONG_ON}bold{STRONG_OFF}{LINK_ON} {LINK_OFF}"
    (run,) = runs(raw)
    assert (run.text, run.links, run.link_chars, run.strong_chars) == ("a two words and bold", 1, 9, 4)


def test_link_open_over_a_paragraph_break_counts_on_both_sides() -> None:
    """A link that is not closed before two line breaks goes on after them."""
    found = runs(f"{LINK_ON}one{BREAK}{BREAK}two{LINK_OFF} three")
    assert [(run.text, run.link_chars) for run in found] == [("one", 3), ("two three", 3)]


def test_one_break_stays_a_newline_two_part_paragraphs() -> None:
    """A poem's lines stay together, paragraphs made with breaks come apart."""
    assert [run.text for run in runs(f"a{BREAK}b{BREAK} {BREAK}c")] == ["a\nb", "c"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\ufeffa\u200b b", "a b"),
        ("a\u202eb", "ab"),
        ("na\u200cme", "na\u200cme"),
        ("a\u2028b", "a b"),
        ("\x1b[0m", "[0m"),
    ],
)
def test_invisible_characters_go_and_meaningful_ones_stay(raw: str, expected: str) -> None:
    """A zero-width non-joiner is spelling in Persian; an override can forge a line."""
    assert folded(raw) == expected


def test_preformatted_text_loses_blank_ends_only() -> None:
    """Tabs become spaces, so that no control character is left."""
    assert preformatted("\n\n\tif x:\r\n\t\ty\n\n") == "    if x:\n        y"
