"""When one text is another slightly edited, and when it says another thing."""

from __future__ import annotations

import pytest

from cleaner.likeness import is_respelling, likeness
from cleaner.text import words_of as words

TEXT = (
    "The observatory on the hill will open its dome to visitors on every clear night of the summer, the university "
    "said, and students will explain what can be seen through the old telescope and how the mirrors are kept clean."
)


def alike(first: str, second: str, least: float = 0.9) -> float:
    """How alike two texts are."""
    return likeness(words(first), words(second), least)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("visitors", "visitor"),
        ("students", "studenst"),
        ("telescope", "teleskope"),
        ("every clear night", "every night"),
        ("the summer", "the coming summer"),
        ("the university said, ", ""),
        ("explain", "show"),
    ],
)
def test_slight_edits(old: str, new: str) -> None:
    """A letter, a word left out or put in, one word for another in a long text: either way round."""
    edited = TEXT.replace(old, new)
    assert 0.9 < alike(TEXT, edited) < 1
    assert alike(TEXT, edited) == alike(edited, TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("every clear night", "3 nights"),
        ("visitors", "12 visitors"),
        ("will open", "will not open"),
        ("can be seen", "cannot be seen"),
        ("The observatory", "The Museum"),
        ("dome to visitors", "visitors to dome"),
        ("students will explain", "guards will watch"),
    ],
)
def test_other_statements(old: str, new: str) -> None:
    """A number, a negation, another name, words in another order, too many words exchanged."""
    name = TEXT.replace("observatory", "Observatory") if "Museum" in new else TEXT
    assert alike(name, name.replace(old.replace("observatory", "Observatory") if name != TEXT else old, new)) == 0


def test_one_word_for_another_in_a_short_text() -> None:
    """In a sentence, the one word that differs is the point of it."""
    first = "Visitors may look through the old telescope on every clear night of the summer if they come before ten."
    assert alike(first, first.replace("old", "new")) == 0


def test_edits_in_many_places_are_found_in_order() -> None:
    """Insertions far apart, with the same words between them."""
    assert (
        alike(TEXT, TEXT.replace("every clear night", "every very clear night").replace("mirrors", "big mirrors")) > 0.9
    )


@pytest.mark.parametrize(("least", "found"), [(0.95, False), (0.85, True)])
def test_least_share(least: float, found: bool) -> None:
    """How much may differ is for the caller to say."""
    shorter = TEXT.replace("the university said, and ", "and ")
    assert (alike(shorter, TEXT, least) > 0) is found


def test_nothing_is_like_nothing_in_common() -> None:
    """Texts of the same length about other things."""
    assert alike(TEXT, "one two three four five six seven eight nine ten " * 4) == 0
    assert alike(TEXT, "") == 0


def test_long_texts_cost_no_more_than_their_length() -> None:
    """Two long texts with nothing in common are told apart without comparing all words with all words."""
    first, second = ["a", "b"] * 50_000, ["b", "c"] * 50_000
    assert likeness(first, second, 0.9) == 0


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("contacts", "contact", True),
        ("Contact", "contact", True),
        ("color", "colour", True),
        ("midnight", "midnigth", True),
        ("teh", "the", False),
        ("can", "cane", False),
        ("typical", "atypical", False),
        ("left", "right", False),
        ("north", "south", False),
        ("contacts", "contract", False),
    ],
)
def test_respelling(word: str, other: str, same: bool) -> None:
    """One slip in a word of some length, its first letter unchanged."""
    assert is_respelling(word, other) is same
    assert is_respelling(other, word) is same


def test_texts_without_words_are_not_compared() -> None:
    """Two rows of stars, of lines, of full stops."""
    assert alike("* * *", "—— ——") == 0
