"""Grids, directories and lines of links go; lists of links that are the article stay."""

from __future__ import annotations

import pytest

from cleaner.filters.links import Links
from cleaner.model import Block, Kind, Page, Strictness
from tests.factory import block, page

PARAGRAPH = (
    "The old tram depot will become a library with a reading room under the glass roof, the city council decided last "
    "night after nine years of argument over cost, noise and the future of the tracks that still lead into the hall. "
    "Work is to begin in the autumn and to last three years, and the tracks stay where they are, under glass."
)
TEASERS = [
    "Tram line 4 returns to the harbour",
    "What the new swimming pool will cost",
    "Cyclists protest against the bridge plan",
    "Night buses run every half hour from May",
]
TOWNS = [f"Depots in the county of {chr(letter)}shire" for letter in range(ord("A"), ord("U") + 1)]


def link(text: str, kind: Kind = Kind.PARAGRAPH, *, links: int = 1, chars: int | None = None) -> Block:
    """A block that is one link, or holds so many characters in so many links."""
    return block(text, kind, links=links, link_chars=len(text) if chars is None else chars)


def article(*blocks: str | Block, strictness: Strictness = Strictness.BALANCED) -> Page:
    """A page with an article of some length before these blocks."""
    return page(PARAGRAPH, PARAGRAPH, PARAGRAPH, PARAGRAPH, *blocks, strictness=strictness)


def dropped(made: Page) -> list[str]:
    """The texts that the filter drops."""
    return [drop.block.text for drop in Links()(made, made.blocks)]


def test_grid_of_teasers_goes() -> None:
    """Four headlines of other stories in a row; the evidence says how many and how far they are links."""
    made = article(*map(link, TEASERS))
    drops = list(Links()(made, made.blocks))
    assert [drop.block.text for drop in drops] == TEASERS
    assert {(drop.reason, str(drop.evidence)) for drop in drops} == {("link-list", "one of 4 in a row, 100% links")}


def test_three_teasers_go_under_strict_only() -> None:
    """The dial moves the length of a grid."""
    grid = list(map(link, TEASERS[:3]))
    assert dropped(article(*grid)) == []
    assert dropped(article(*grid, strictness=Strictness.STRICT)) == TEASERS[:3]


def test_lenient_leaves_a_short_grid() -> None:
    """What may be a reading list stays."""
    assert dropped(article(*map(link, TEASERS), strictness=Strictness.LENIENT)) == []


def test_list_introduced_by_a_sentence_stays() -> None:
    """The author recommends these."""
    assert dropped(article("For more on the depot, these are worth reading:", *map(link, TEASERS))) == []


def test_list_items_that_are_links_stay() -> None:
    """Steps, tools and sources are listed as links in half of all articles that list any."""
    assert dropped(article(*(link(text, Kind.ITEM) for text in TEASERS))) == []


def test_directory_goes() -> None:
    """A list of towns is no list of the article's own."""
    assert dropped(article("More of our pages", *(link(town, Kind.ITEM) for town in TOWNS))) == TOWNS


def test_bibliography_stays() -> None:
    """Linked titles of sources are longer than names of towns."""
    titles = [f"Report of the tramways, volume {number}, with a plan" for number in range(22)]
    assert dropped(article("Sources", *(link(title, Kind.ITEM) for title in titles))) == []


def test_links_under_a_short_text_stay() -> None:
    """A note of three sentences may be there for the sake of its links."""
    assert dropped(page(PARAGRAPH, *map(link, TEASERS))) == []


def test_page_that_is_a_list_of_links_stays() -> None:
    """On a start page or a link collection, the links are what it is about."""
    assert dropped(page("Stories of the week", *map(link, TEASERS * 5))) == []


def test_more_links_than_text_stay() -> None:
    """A collection with a long foreword is still a collection."""
    assert dropped(article(*(link(f"{number}. {text}") for number in range(20) for text in TEASERS))) == []


def test_article_in_a_link_that_was_never_closed_stays() -> None:
    """An open <a> makes a link of every paragraph after it."""
    assert dropped(article(*(link(PARAGRAPH[: 150 + number]) for number in range(6)))) == []


def test_headings_that_are_links_stay() -> None:
    """A heading links to itself; linked rows are data, a linked quotation is a source."""
    kinds = [Kind.HEADING, Kind.ROW, Kind.CODE, Kind.QUOTE]
    assert dropped(article(*(link(text, kind) for text, kind in zip(TEASERS, kinds, strict=True)))) == []


def test_links_within_text_stay() -> None:
    """Paragraphs that are text with links, one after the other."""
    lines = [link(text + ", as we reported in March of last year", links=1, chars=20) for text in TEASERS]
    assert dropped(article(*lines)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Home / City / Transport / Trams",
        "Home › City › Transport",
        "Trams • Libraries • Architecture • Glass",
        "Straßenbahn · Bibliothek · Glas",
    ],
)
def test_breadcrumb_or_tag_line_goes(line: str) -> None:
    """Short links with separators between them."""
    count = sum(line.count(mark) for mark in "/›•·") + 1
    made = article(link(line, links=count, chars=len(line) - 3 * (count - 1)))
    assert [drop.reason for drop in Links()(made, made.blocks)] == ["link-line"]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Mira Holt, Jonas Abel, Priya Nair", 3),  # authors
        ("trams; depots; reading rooms; glass roofs", 4),  # keywords
        ("Best for commuters | Best for families | Best for the night", 3),  # the choices of a guide
        ("Plans of the depot as approved by the council in 1987 | Plans of the depot as rebuilt after the fire", 2),
        (
            "Minutes of the first meeting in the town hall / Minutes of the second meeting / A report",
            3,
        ),
    ],
)
def test_line_of_names_or_titles_stays(line: str, count: int) -> None:
    """Authors, keywords and documents are part of the article."""
    assert dropped(article(link(line, links=count, chars=len(line) - 2 * count))) == []


@pytest.mark.parametrize(("line", "count"), [("Tramways Locomotives Libraries Architecture", 4), ("Trams / Depots", 2)])
def test_few_links_or_links_without_separators_stay(line: str, count: int) -> None:
    """Two links may be alternatives, links that follow one another a sentence."""
    assert dropped(article(link(line, links=count, chars=len(line) - 3))) == []


def test_scraped_text_is_left_alone() -> None:
    """Text without links gives the filter nothing to judge."""
    assert dropped(article(*TEASERS)) == []
