"""Where a sequence of texts repeats itself."""

from __future__ import annotations

import pytest

from cleaner import repetition
from cleaner.repetition import Run, key, latest_copies, near_copies, runs

TEXT = "The potter throws forty bowls a day, glazes them on Fridays, and breaks those that do not ring when struck."


def near(*texts: str) -> list[tuple[int, int]]:
    """The pairs of texts that are near copies."""
    found = near_copies(texts, [key(text) for text in texts], range(len(texts)), 0.9)
    return [(pair.earlier, pair.later) for pair in found]


def test_key_leaves_out_case_and_edges() -> None:
    """Quotation marks, bullets and full stops are not what a text says; what is within stays."""
    assert key("• “Forty Bowls.”") == key("forty bowls") == "forty bowls"
    assert key("「四十の器。」") == "四十の器"
    assert key("It rings; it is good!") == "it rings; it is good"


def test_latest_copies() -> None:
    """Each text points to the one before it that is the same."""
    assert latest_copies(["a", "b", "a", "a"]) == [-1, -1, 0, 2]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("abcabc", [(3, 6, 3)]),
        ("abcxabc", [(4, 7, 4)]),
        ("abcabcabc", [(3, 9, 3)]),
        ("aaaa", [(1, 4, 1)]),
        ("abxaycbza", [(3, 4, 3), (6, 7, 5), (8, 9, 5)]),
        ("abc", []),
    ],
)
def test_runs(keys: str, expected: list[tuple[int, int, int]]) -> None:
    """The longest stretches that stand again, none twice."""
    before = latest_copies(keys)
    found = runs(keys, before, [place for place, earlier in enumerate(before) if earlier >= 0])
    assert [(run.start, run.stop, run.offset) for run in found] == expected


def test_run_reaches_back_before_its_seed() -> None:
    """A region that begins with a short text is found by its first long one."""
    keys = ["x", "long", "y", "x", "long", "y"]
    (run,) = runs(keys, latest_copies(keys), [4])
    assert (run.start, run.stop, run.offset) == (3, 6, 3)


def test_part_of_a_run() -> None:
    """Three copies in a row are two copies of the first."""
    assert Run(3, 9, 3).part == range(3, 6)
    assert Run(4, 6, 4).part == range(4, 6)


@pytest.mark.parametrize(
    "edited",
    [
        TEXT.replace("The potter", "The old potter"),
        TEXT.replace("bowls a day", "small bowls a day"),
        TEXT.replace("on Fridays", "only on Fridays"),
        TEXT.replace("when struck", "when they are struck"),
        TEXT.replace("ring", "rings"),
    ],
    ids=["beginning", "before the first comma", "between commas", "end", "letter"],
)
def test_near_copy_is_found_wherever_it_was_edited(edited: str) -> None:
    """One anchor is as before."""
    assert near(TEXT, "Something else stands between the two of them, of about the same length.", edited) == [(0, 2)]


def test_near_copy_edited_at_both_ends() -> None:
    """What follows the first comma, or comes before the last one, is as before."""
    assert near(TEXT, TEXT.replace("The potter", "The old potter").replace("when struck", "when they are struck")) == []
    longer = f"{TEXT} Her daughter, who keeps the books, hears it too."
    assert near(longer, longer.replace("The potter", "The old potter").replace("it too", "it all too")) == [(0, 1)]


def test_texts_without_commas_have_anchors_too() -> None:
    """Edited at both ends, the rarest word still stands in the same words."""
    first = "When the kiln is opened the potter whistles because the bowls must get used to being looked at by people."
    edited = first.replace("When the kiln", "When the big kiln").replace("by people", "by many people")
    assert near(first, edited) == [(0, 1)]


def test_equal_texts_are_no_near_copies() -> None:
    """Those are copies, and found as such."""
    assert near(TEXT, TEXT.upper()) == []


def test_share_says_how_alike() -> None:
    """One word of twenty-one put in."""
    texts = [TEXT, TEXT.replace("forty", "some forty")]
    (copy,) = near_copies(texts, [key(text) for text in texts], range(2), 0.9)
    assert (copy.earlier, copy.later, copy.share) == (0, 1, 1 - 1 / 21)


def test_comparisons_do_not_grow_with_the_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many texts share their beginning and end, each is compared with a few."""
    made = 0

    def counted(first: list[str], second: list[str], least: float) -> float:
        """Nothing is alike, so that no search ends early."""
        nonlocal made
        made += 1
        return 0.0

    monkeypatch.setattr(repetition, "likeness", counted)
    texts = [TEXT.replace("forty", str(number)) for number in range(1000)]
    near(*texts)
    assert made <= 1000 * 3 * 4
