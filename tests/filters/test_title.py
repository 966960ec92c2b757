"""The page's title over the article."""

from __future__ import annotations

import pytest

from cleaner.filters.title import Title
from cleaner.model import Kind, Metadata, Page
from tests.factory import block, page

PARAGRAPH = (
    "The harbour was closed on Tuesday because a barge had drifted against the lock, and nobody could say why. " * 3
)


def dropped(made: Page) -> list[str]:
    """The texts that the filter drops."""
    return [drop.block.text for drop in Title()(made, made.blocks)]


@pytest.mark.parametrize("heading", ["Barge Closes Harbour", "barge closes  harbour"])
def test_title_over_the_article_goes(heading: str) -> None:
    """Case and white space aside; a kicker may stand before it."""
    made = page("Local", block(heading, Kind.HEADING), PARAGRAPH, metadata=Metadata(title="Barge closes harbour"))
    assert dropped(made) == [heading]


def test_quotes_and_dashes_are_printed_in_more_than_one_way() -> None:
    """The head has straight quotes where the page has curly ones."""
    made = page(block("“Drift” – a report", Kind.HEADING), PARAGRAPH, metadata=Metadata(title='"Drift" - a report'))
    assert dropped(made) == ["“Drift” – a report"]


@pytest.mark.parametrize(
    "blocks",
    [
        (PARAGRAPH, block("Barge closes harbour", Kind.HEADING)),
        ("Barge closes harbour", PARAGRAPH),
        (block("Barge closes harbour again", Kind.HEADING), PARAGRAPH),
        (block("Barge closes harbour", Kind.HEADING),),
    ],
)
def test_what_is_not_the_title_over_an_article_stays(blocks: tuple) -> None:  # type: ignore[type-arg]
    """A section of the same name, a sentence, another heading, a title with nothing under it."""
    assert dropped(page(*blocks, metadata=Metadata(title="Barge closes harbour"))) == []


def test_page_without_a_title_loses_none() -> None:
    """Nothing to compare with, nothing dropped."""
    assert dropped(page(block("Barge closes harbour", Kind.HEADING), PARAGRAPH)) == []
