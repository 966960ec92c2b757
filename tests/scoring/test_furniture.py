"""What the phrases of the trade say of a text's lines."""

from __future__ import annotations

from math import log

from cleaner.model import InputKind
from cleaner.scoring.furniture import CODES, NAMES, PROMPT, Furniture, phrase_codes, steps
from tests.factory import page

PROSE = "The harbour master said on Tuesday that the ferry would sail again once its engine had been repaired in full."


def figures(*lines: str) -> list[dict[str, float]]:
    """The named figures of all lines."""
    text = page(*lines, kind=InputKind.TEXT)
    furniture = Furniture(phrase_codes(text.blocks))
    return [dict(zip(NAMES, furniture.row(block.index), strict=True)) for block in text.blocks]


def test_line_below_the_comments_heading_knows_how_far_it_is() -> None:
    """What readers wrote reads like prose: what tells it is the heading over it."""
    rows = figures(PROSE, "Leave a comment", "A lovely boat, I took it with my aunt.", "So did I.")
    assert rows[1]["phrase"] == CODES["comment-prompt"]
    assert rows[0]["since-comments"] == -1.0
    assert (rows[2]["since-comments"], rows[3]["since-comments"]) == (log(1), log(2))
    assert rows[0]["until-comments"] == log(1)


def test_prompts_are_of_one_group_and_prose_of_none() -> None:
    """A paragraph has no phrase, and knows of those around it."""
    rows = figures("Log in to continue reading", PROSE, "Sign up for our newsletter")
    assert [row["phrase"] for row in rows] == [PROMPT, 0.0, PROMPT]
    assert (rows[1]["phrase-1"], rows[1]["phrase+1"], rows[1]["phrase+2"]) == (PROMPT, PROMPT, -1.0)
    assert (rows[1]["before25-phrases"], rows[1]["after25-phrases"]) == (1.0, 1.0)
    assert rows[0]["before25-phrases"] == -1.0


def test_steps_count_from_the_nearest_of_the_group() -> None:
    """The log of the lines since the last one; another group's lines change nothing."""
    assert steps([2.0, 0.0, 1.0, 2.0, 0.0], 2.0) == [-1.0, log(1), log(2), log(3), log(1)]
