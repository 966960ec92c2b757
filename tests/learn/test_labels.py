"""The gold text aligned with a page's blocks."""

from __future__ import annotations

from cleaner.learn.labels import aligned

GOLD = """The ferry ran aground at dawn near the old lighthouse.

Weather

Nobody was hurt, the harbour master said on Tuesday evening.

Yes

The company will pay for the tow and for the lost cargo of apples."""


def test_blocks_of_the_gold_are_labelled() -> None:
    """Paragraphs are found by their words, short lines by standing as lines of the gold."""
    page = [
        "Home",
        "The ferry ran aground at dawn near the old lighthouse.",
        "Weather",
        "Subscribe to our newsletter to read more about ferries.",
        "Nobody was hurt, the harbour master said on Tuesday evening.",
        "Yes",
        "The company will pay for the tow and for the lost cargo of apples.",
        "Weather",
    ]
    assert aligned(GOLD, page) == [False, True, True, False, True, True, True, False]


def test_of_two_copies_one_is_article() -> None:
    """The gold has the text once, so one copy is labelled."""
    paragraph = "Nobody was hurt, the harbour master said on Tuesday evening."
    assert sum(aligned(GOLD, [paragraph, paragraph])) == 1


def test_a_block_with_a_little_of_the_gold_is_not_article() -> None:
    """Half of a block's words must stand in the gold together."""
    teaser = "The ferry ran aground: five more stories that you should not miss this week on our pages"
    assert aligned(GOLD, [teaser]) == [False]


def test_text_without_spaces_is_aligned_by_character() -> None:
    """Chinese and Japanese have no words between spaces."""
    gold = "渡船在黎明时分搁浅。\n没有人受伤。"
    assert aligned(gold, ["首页", "渡船在黎明时分搁浅。", "没有人受伤。", "更多新闻"]) == [False, True, True, False]


def test_block_out_of_order_is_still_article() -> None:
    """A page may show a part of the gold elsewhere than the gold has it."""
    first, *_, last = GOLD.split("\n\n")
    assert aligned(GOLD, [last, first]) == [True, True]
