"""Where the subject of a text changes."""

from __future__ import annotations

from random import Random

import pytest

from cleaner.scoring.breaks import (
    AROUND,
    LEAST,
    MOST_LINES,
    NAMES,
    WHOLE,
    Breaks,
    Least,
    least_after,
    least_before,
    local_cohesion,
)
from cleaner.scoring.vocabulary import Vocabulary, lines_with, worth

FERRY = ("ferry", "harbour", "captain", "storm")
MATCH = ("goalkeeper", "penalty", "league", "stadium")


def story(words: tuple[str, ...], lines: int) -> list[tuple[str, ...]]:
    """Lines that each have all words of a story but one, and one of their own."""
    return [(*(word for word in words if word != words[at % len(words)]), f"{words[0]}{at}") for at in range(lines)]


def figures(words: list[tuple[str, ...]], scores: list[float] | None = None) -> list[dict[str, float]]:
    """The named figures of all lines, each of 100 letters."""
    lines = lines_with(words)
    count = len(words)
    seen = Vocabulary(words, [""] * count, [100] * count, [0.0] * count, lines, worth(lines, count))
    found = Breaks(scores or [0.9] * count, seen)
    return [dict(zip(NAMES, found.row(at), strict=True)) for at in range(count)]


def test_next_story_stands_behind_a_break() -> None:
    """Where it begins, nothing that was said before is said again; within a story much is."""
    rows = figures(story(FERRY, 8) + story(MATCH, 10))
    first, last = rows[0], rows[-1]
    assert [row["cut-after"] for row in rows] == [0.0] * 8 + [1.0] * 10
    assert (first["cut-best"], last["cut-best"], rows[8]["cut-here"]) == pytest.approx((0.0,) * 3)
    assert first["cut-mass"] == pytest.approx(8 / 18)
    assert (rows[7]["cut-since"], rows[9]["cut-since"]) == (-1.0, 1.0)
    assert first["break-before"] == WHOLE
    assert (last["break-before"], first["break-after"], rows[8]["break-here"]) == pytest.approx((0.0,) * 3)
    assert (last["break-mass"], first["break-mass-after"]) == pytest.approx((8 / 18, 10 / 18))
    assert last["break-since"] == 9.0
    assert rows[5]["opening-words"] > 0.5 > last["opening-words"] == 0.0
    assert rows[2]["opening-words4"] > 0.5 > last["opening-words4"] == 0.0
    assert (first["words-before-break"], last["words-after-break"]) == (-1.0, -1.0)
    assert last["words-before-break"] == first["words-after-break"] == 0.0


def test_one_story_has_no_break() -> None:
    """Its words come again from beginning to end."""
    rows = figures(story(FERRY, 18))
    assert all(row["cut-best"] > 0.9 for row in rows)
    assert min(row["break-here"] for row in rows) > 0.9


def test_unlikely_lines_are_no_borders() -> None:
    """A line between has the figures of the border that it stands at."""
    words = [*story(FERRY, 6), ("menu",), *story(MATCH, 6)]
    rows = figures(words, [0.9] * 6 + [0.1] + [0.9] * 6)
    assert (rows[6]["cut-here"], rows[7]["cut-here"]) == pytest.approx((0.0, 0.0))
    assert rows[6]["opening-words"] == 0.0
    assert rows[12]["cut-since"] == 5.0


@pytest.mark.parametrize("lines", [0, 1, 2 * LEAST - 1])
def test_few_lines_have_figures_too(lines: int) -> None:
    """Too few for a break are one story."""
    for row in figures(story(FERRY, lines)):
        assert (row["cut-here"], row["cut-best"], row["break-before"], row["break-after"]) == (WHOLE,) * 4
    for row in figures([()] * lines, [0.1] * lines):
        assert (row["opening-words"], row["words-before-break"], row["cut-mass"]) == (-1.0, -1.0, 0.0)


def test_moving_window_counts_what_stands_in_it() -> None:
    """The same as counting the words of each border's lines anew."""
    draw = Random(1)
    words = [tuple({f"w{min(draw.randrange(40), draw.randrange(40))}" for _ in range(6)}) for _ in range(60)]
    weight = {f"w{number}": 1.0 + number / 10 for number in range(40)}
    found = local_cohesion(words, weight)
    for border in range(LEAST, len(words) - LEAST + 1):
        first, last = max(0, border - AROUND), min(len(words), border + AROUND)
        before, after = words[first:border], words[border:last]
        times = {word: sum(word in each for each in before + after) for word in weight}
        both = sum(weight[word] for word in weight if any(word in a for a in before) and any(word in a for a in after))
        share = len(before) / (last - first)
        chance = sum(
            weight[word] * (1 - share**often - (1 - share) ** often) for word, often in times.items() if often > 1
        )
        assert found[border] == pytest.approx(both / chance)


def test_least_cohesion() -> None:
    """Up to a border, itself among them; behind it, itself not."""
    assert least_before([1.0, 0.5, 0.7, 0.2]) == [Least(1.0, 0), Least(0.5, 1), Least(0.5, 1), Least(0.2, 3)]
    assert least_after([1.0, 0.5, 0.7, 1.0]) == [Least(0.5, 1), Least(0.7, 2), Least(1.0, 3), Least(1.0, 3)]


def test_text_of_many_lines_is_not_judged_as_a_whole() -> None:
    """Its words would take the square of its length; the lines around a border still are."""
    rows = figures(story(FERRY, 40) + story(MATCH, MOST_LINES))
    assert {row["cut-here"] for row in rows} == {WHOLE}
    assert rows[40]["break-here"] == pytest.approx(0.0)
