"""The figures, on texts small enough to count by hand."""

from __future__ import annotations

import pytest

from cleaner.measure.figures import PageScore, overlap, score, shingles, summary, text_score


def scored(gold: str | None, text: str, **row: object) -> PageScore:
    """The score of a text against a gold row."""
    return score("hand-made", {"id": "a", "kind": "article", "text": gold, **row}, text)


def test_the_same_words_are_exact() -> None:
    """Punctuation and line breaks do not count, capitals do."""
    assert text_score("One, two: three.\n\nFour five", "One two three four five").exact == 0
    found = text_score("One, two: three.\n\nFour five", "One two\nthree Four five!")
    assert (found.exact, found.word, found.precision, found.recall) == (1, 1, 1, 1)


def test_word_f1_is_of_bags_of_folded_words() -> None:
    """Four of five words shared: precision 4/5, recall 4/4."""
    assert text_score("a b c D", "d c b a x").word == pytest.approx(2 * 0.8 * 1 / 1.8)


def test_shingles_are_runs_of_four_words() -> None:
    """Five words make two runs, three words one, none none."""
    assert shingles(list("abcde")) == [("a", "b", "c", "d"), ("b", "c", "d", "e")]
    assert shingles(list("abc")) == [("a", "b", "c")]
    assert shingles([]) == []
    found = text_score("a b c d e", "a b c d x")
    assert (found.precision, found.recall) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("gold", "text", "both"),
    [("", "", (1.0, 1.0)), ("a", "", (0.0, 0.0)), ("", "a", (0.0, 0.0)), ("aab", "ab", (1.0, 2 / 3))],
)
def test_bags_count_what_stands_twice(gold: str, text: str, both: tuple[float, float]) -> None:
    """Nothing for nothing is right, nothing for something is wrong."""
    assert overlap(gold, text) == both


def test_snippets_are_looked_for_with_white_space_folded() -> None:
    """Line breaks in the text or in the snippet do not matter."""
    found = scored(None, "One\n two three", **{"with": ["one", "two  three"], "without": ["four", "One two"]})
    assert (found.wanted_found, found.unwanted_found) == (1, 1)
    assert found.worth == 0.5


def test_summary_takes_the_means_over_pages() -> None:
    """Shingle is the F1 of mean precision and mean recall, not the mean F1."""
    pages = [scored("a b c d", "a b c d"), scored("a b c d", "")]
    found = summary(pages)
    assert found == {"pages": 2, "empty": 1, "word": 0.5, "shingle": 0.5, "precision": 0.5, "recall": 0.5, "exact": 0.5}


def test_summary_of_snippets_pools_them() -> None:
    """Keep 2/3, drop 1/2; snippet counts unwanted ones found as false positives."""
    pages = [
        scored(None, "a b", **{"with": ["a", "b"], "without": ["c"]}),
        scored(None, "d", **{"with": ["a"], "without": ["d"]}),
    ]
    found = summary(pages)
    assert (found["keep"], found["drop"]) == (pytest.approx(2 / 3), 0.5)
    assert found["snippet"] == pytest.approx(2 / 3)
    assert "word" not in found


def test_a_page_without_an_article_may_be_empty() -> None:
    """Empty counts only where there was something to find."""
    assert not scored("", "").empty
    assert scored("a", " \n").empty
    assert scored(None, "", **{"with": ["a"], "without": []}).empty


def test_the_language_is_that_of_the_gold() -> None:
    """Whatever came out, pages are grouped by what should have."""
    gold = "Die Brücke ist seit Montag gesperrt, und niemand weiß, wann sie wieder geöffnet wird oder wer sie bezahlt."
    assert scored(gold, "nothing").language == "de"
    assert scored("12 34", "").language == "unknown"
