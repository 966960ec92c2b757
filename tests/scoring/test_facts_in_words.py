"""Figures in words."""

from __future__ import annotations

import pytest

from cleaner.model import Block, InputKind, Kind
from cleaner.scoring.containers import TAG_CODE
from cleaner.scoring.facts_in_words import in_words
from cleaner.scoring.model import shipped
from cleaner.scoring.wordings import WORDINGS
from tests.factory import block, element

MODEL = shipped(InputKind.HTML)

SAMPLES = (-2.0, -1.0, -0.3, 0.0, 0.05, 0.5, 1.0, 2.0, 50.0)


def made() -> Block:
    """A block whose words and names are those of a subscription box."""
    box = element("div", element("body"), classes="newsletter subscribe")
    return block("Subscribe to our newsletter", element=element("p", box))


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("link-share", 0.88, "links make up 88% of its text"),
        ("link-share", 0.0, "no links in its text"),
        ("tag", TAG_CODE["aside"], "stands in <aside>"),
        ("kind", float(list(Kind).index(Kind.CAPTION)), "its kind: caption"),
        ("score-1", 0.02, "the block before it looks like boilerplate, 2%"),
        ("score+2", -1.0, "the page ends here"),
        ("region1-score", 0.97, "the text of its container looks like article, 97%"),
        ("sure-after", 1.0, "right before what is surely article"),
        ("a-figure-of-tomorrow", 0.25, "a-figure-of-tomorrow 0.25"),
    ],
)
def test_a_figure_is_said_in_words(name: str, value: float, said: str) -> None:
    """Shares as percentages, tags and kinds by name, scores as what they look like; the unknown as it is."""
    assert in_words(name, {name: value}, made(), MODEL) == said


def test_words_and_names_are_quoted() -> None:
    """The words that weigh most are named, wherever they stand."""
    assert "“newsletter”" in in_words("text-words", {"text-words": -4.0}, made(), MODEL)
    assert "“newsletter”" in in_words("parent-names", {"parent-names": -2.0}, made(), MODEL)
    assert "“subscribe”" in in_words("chain-names", {"chain-names": -2.0}, made(), MODEL)


def test_the_side_of_the_article_is_told() -> None:
    """A figure of the article's container says whether the block stands in it."""
    for inside, side in ((1.0, "in"), (0.0, "outside")):
        said = in_words("best-mass", {"best-mass": 0.7, "in-best": inside}, made(), MODEL)
        assert said == f"{side} the container that holds 70% of what looks like article"


def test_every_wording_can_be_filled() -> None:
    """No range of any figure asks for a field that there is not."""
    for name in WORDINGS:
        for value in SAMPLES:
            if not (name.endswith("kind") and not 0 <= value < len(Kind)):
                assert "{" not in in_words(name, {name: value, "in-best": 1.0} | {name: value}, made(), MODEL)
