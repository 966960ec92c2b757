"""Control characters are taken out of a text, and nothing else is."""

from __future__ import annotations

import unicodedata

from cleaner.write.control import one_line, without_control


def test_no_control_character_passes() -> None:
    """Of Unicode's control characters tab and newline alone pass."""
    controls = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cc"]
    left = without_control("a".join(controls))
    assert {sign for sign in left if unicodedata.category(sign) == "Cc"} == {"\t", "\n"}
    assert left.count("a") == len(controls) - 1


def test_overrides_of_direction_do_not_pass() -> None:
    """A line reads in the order of its characters; the marks that right-to-left prose needs stay."""
    assert without_control("\u202egpj.exe\u202c and \u2067x\u2069") == "gpj.exe and x"
    assert without_control("שלום\u200f!") == "שלום\u200f!"


def test_line_ends_of_other_systems() -> None:
    """A carriage return before a newline goes; alone, and like other space, it keeps words apart."""
    assert without_control("one\r\ntwo\rthree\x0cfour\x85five") == "one\ntwo three four five"


def test_clean_text_is_the_same() -> None:
    """Text without control characters comes back as it is."""
    text = "naïve\u00a0café\t— \U0001f6a2\n[31m"
    assert without_control(text) == text


def test_one_line_folds_white_space() -> None:
    """Names and titles stand on one line."""
    assert one_line(" A\n\tferry\x1b[0m \r\n late ") == "A ferry[0m late"
