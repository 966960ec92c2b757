"""Texts in made-up languages."""

from __future__ import annotations

import pytest

from cleaner.learn.made_up import LANGUAGES, cased, caseless, translated, unspaced
from cleaner.model import InputKind
from cleaner.scoring.vocabulary import vocabulary
from tests.factory import page

LINES = (
    "The ferry from Oslo was late on Tuesday, and the harbourmaster waited.",
    "The harbourmaster said: “We are sorry.”",
    "12 comments",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_stay_lines_and_shared_words_shared(language: object) -> None:
    """What does not depend on a language is left, and no letter of the page's own."""
    assert callable(language)
    own = page(*LINES, kind=InputKind.TEXT)
    new = translated(own, language)
    assert len(new.blocks) == len(own.blocks)
    assert not any(letter.isascii() and letter.isalpha() for block in new.blocks for letter in block.text)
    assert new.blocks[2].text.startswith("12")
    assert set(vocabulary(new.blocks).words[0]) & set(vocabulary(new.blocks).words[1])
    assert translated(own, language).blocks[0].text == new.blocks[0].text


def test_capitals_stay_where_there_are_any() -> None:
    """One alphabet has them, as most do, and one has none."""
    assert [word[0].isupper() for word in cased(LINES[0]).split()[:4]] == [True, False, False, True]
    assert not any(letter.isupper() for letter in caseless(LINES[0]))


def test_scripts_without_spaces_have_their_own_punctuation() -> None:
    """Some two letters become a character, and sentences end as they do in Chinese and Japanese."""
    for kana in (True, False):
        text = unspaced(LINES[0], kana=kana)
        assert " " not in text
        assert text.endswith("\u3002")
        assert text.count("\u3001") == 1
        assert len(LINES[0]) / 4 < len(text) < len(LINES[0]) / 1.5
    assert any("\u3040" <= letter <= "\u30ff" for letter in unspaced(LINES[0], kana=True))
    assert not any("\u3040" <= letter <= "\u30ff" for letter in unspaced(LINES[0], kana=False))
