"""Words of texts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cleaner.text import is_squashed, parted, split


def words(text: str, *joined: str) -> list[str]:
    """The words of a text, as they are compared."""
    return [word.text for word in split(text, frozenset(joined))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sign up, please!", ["sign", "up", "please"]),
        ("Don’t miss l'heure", ["don", "t", "miss", "l", "heure"]),
        ("2h ago, 10:15", ["2", "h", "ago", "10", "15"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("© 2031 Harbour_Times", ["©", "2031", "harbour", "times"]),
        ("Подпишитесь сейчас", ["подпишитесь", "сейчас"]),
        ("港が開く", ["港", "が", "開", "く"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """Case, apostrophes and punctuation do not count; digits and unspaced scripts part by themselves."""
    assert words(text) == expected


def test_squashed_words_are_parted() -> None:
    """Two texts that a page ran together come apart, names with a capital inside only when they are not known."""
    assert words("logged inPlease wait") == ["logged", "in", "please", "wait"]
    assert words("YouTube", "youtube") == ["youtube"]
    assert words("on XShare") == ["on", "x", "share"]


@pytest.mark.parametrize(("word", "expected"), [("inPlease", True), ("Please", False), ("USA", False), ("港", False)])
def test_is_squashed(word: str, expected: bool) -> None:
    """Only small letters before a capital make a squashed word."""
    assert is_squashed(word) is expected


def test_words_know_their_place() -> None:
    """A word says where it stands, whether it has a capital, and whether a colon follows it."""
    photo, name = split("Photo : Jane")
    assert (photo.start, photo.end, photo.capital, photo.colon) == (0, 5, True, True)
    assert (name.start, name.end, name.colon) == (8, 12, False)


def test_split_stops_early() -> None:
    """No more words are made than are asked for."""
    assert len(split("one two three four", most=2)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Subscribe. Share", True),
        ("Subscribe | Share", True),
        ("Subscribe – Share", True),
        ("Subscribe\nShare", True),
        ("SubscribeShare", True),
        ("注册。分享", True),
        ("ألديك حساب؟ سجل", True),
        ("Subscribe Share", False),
        ("Subscribe, share", False),
        ("subscribe 2h", False),
    ],
)
def test_parted(text: str, expected: bool) -> None:
    """Sentences and fields end at their marks, and where two texts were run together."""
    found = split(text)
    assert any(parted(text, before, after) for before, after in pairwise(found)) is expected
