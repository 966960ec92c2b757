"""What lines share with the likely article."""

from __future__ import annotations

from cleaner.scoring.cohesion import NAMES, Cohesion
from cleaner.scoring.vocabulary import Vocabulary, lines_with, worth


def cohesion_of(scores: list[float], words: list[tuple[str, ...]]) -> Cohesion:
    """The cohesion of lines with these words."""
    lines = lines_with(words)
    nothing = [0] * len(words)
    return Cohesion(
        scores, Vocabulary(words, [""] * len(words), nothing, [0.0] * len(words), lines, worth(lines, len(words)))
    )


def test_line_with_the_articles_words_coheres() -> None:
    """A doubtful line with words of likely lines is told from one with those of unlikely lines."""
    words = [("ferry", "harbour"), ("ferry", "captain"), ("goalkeeper", "contract"), ("goalkeeper", "stadium")]
    words += [(each,) for each in ("home", "news", "sport", "weather", "shop", "help")]
    cohesion = cohesion_of([0.9, 0.4, 0.4, 0.1, *[0.0] * 6], words)
    rows = [dict(zip(NAMES, cohesion.row(at), strict=True)) for at in range(4)]
    assert rows[1]["cohesion"] > 0.8
    assert rows[2]["cohesion"] < 0.2
    assert rows[1]["cohesion-rare"] == 0.5
    assert rows[3]["before8-cohesion"] > rows[3]["cohesion"]


def test_words_that_stand_nowhere_else_say_nothing() -> None:
    """A line that shares no word has no share, and beyond the text's edge there is none."""
    cohesion = cohesion_of([0.9, 0.1], [("ferry",), ("contract",)])
    assert cohesion.row(0) == [-1.0, 0.0, -1.0, -1.0, -1.0, -1.0]


def test_a_words_own_line_does_not_speak_for_it() -> None:
    """Of a word in two lines, only the other line's score counts."""
    cohesion = cohesion_of([1.0, 0.0], [("ferry",), ("ferry",)])
    assert (cohesion.row(0)[0], cohesion.row(1)[0]) == (0.0, 1.0)
