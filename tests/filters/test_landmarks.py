"""Menus, site headers, footers, sidebars and dialogs go by their tags and roles; what belongs to an article stays."""

from __future__ import annotations

import pytest

from cleaner.filters.landmarks import Landmarks
from cleaner.model import Block, Element, Kind, Page
from tests.factory import block, element, page, tree

PARAGRAPH = (
    "Beekeepers in the valley lost a third of their colonies over the winter, a survey by the regional association "
    "found, and many blame a late frost that kept the bees from their first flights."
)
NOTE = "All hives are inspected once a year by the district's veterinary office, which publishes the results in March."


def body() -> Element:
    """A fresh body below a fresh root."""
    return element("body", element("html"))


def inside(container: Element, *texts: str, **fields: int) -> list[Block]:
    """Paragraphs in a container."""
    return [block(text, element=element("p", container), **fields) for text in texts]


def links(container: Element, *texts: str) -> list[Block]:
    """Paragraphs that are one link each."""
    return [block(text, element=element("p", container), links=1, link_chars=len(text)) for text in texts]


def reasons(made: Page) -> dict[str, str]:
    """What the filter drops, and why."""
    return {drop.block.text: drop.reason for drop in Landmarks()(made, made.blocks)}


@pytest.mark.parametrize(
    ("tag", "role", "reason"),
    [
        ("nav", "", "navigation"),
        ("search", "", "navigation"),
        ("div", "navigation", "navigation"),
        ("ul", "menubar", "navigation"),
        ("header", "", "site-header"),
        ("div", "banner", "site-header"),
        ("footer", "", "site-footer"),
        ("div", "contentinfo", "site-footer"),
        ("aside", "", "sidebar"),
        ("div", "complementary", "sidebar"),
        ("dialog", "", "dialog"),
        ("div", "alertdialog", "dialog"),
    ],
)
def test_landmark_of_the_site_goes(tag: str, role: str, reason: str) -> None:
    """Each tag and role has its reason; the article beside it stays."""
    root = body()
    made = tree(*inside(element(tag, root, role=role), "Prices", "Opening hours"), *inside(root, PARAGRAPH))
    assert reasons(made) == {"Prices": reason, "Opening hours": reason}


def test_evidence_is_the_place() -> None:
    """A person can find the landmark on the page."""
    root = body()
    made = tree(*inside(element("footer", root, id="imprint"), "Contact"), *inside(root, PARAGRAPH))
    assert [str(drop.evidence) for drop in Landmarks()(made, made.blocks)] == ["html/body/footer#imprint"]


def test_footer_with_some_text_goes() -> None:
    """A site's footer may hold a sentence about the site."""
    root = body()
    made = tree(*inside(root, PARAGRAPH, PARAGRAPH), *inside(element("footer", root), NOTE))
    assert reasons(made) == {NOTE: "site-footer"}


def test_landmark_within_a_landmark_counts_once() -> None:
    """A footer marked twice holds no more text than one marked once."""
    root = body()
    outer = element("div", root, role="contentinfo")
    made = tree(*inside(root, PARAGRAPH), *inside(element("footer", outer), NOTE))
    assert reasons(made) == {NOTE: "site-footer"}


def test_landmarks_that_hold_most_of_the_text_stay() -> None:
    """Some sites wrap the whole article in an aside, a footer or a dialog; their menu goes all the same."""
    root = body()
    made = tree(
        *links(element("nav", root), "Home"),
        *inside(element("aside", root), PARAGRAPH, PARAGRAPH),
        *inside(root, NOTE),
    )
    assert reasons(made) == {"Home": "navigation"}


@pytest.mark.parametrize("section", ["article", "main", "section", "blockquote"])
@pytest.mark.parametrize("tag", ["header", "footer", "aside", "dialog"])
def test_text_in_a_landmark_of_an_article_stays(section: str, tag: str) -> None:
    """A lead in the article's header, an info box, a correction in its footer, a gloss: left to the content filter."""
    root = body()
    story = element(section, root)
    made = tree(*inside(element(tag, story), NOTE), *inside(story, PARAGRAPH, PARAGRAPH))
    assert reasons(made) == {}


def test_menu_in_an_article_goes() -> None:
    """A contents list marked as navigation is no text wherever it stands."""
    story = element("article", body())
    made = tree(*inside(story, PARAGRAPH), *links(element("nav", story), "The survey", "The frost"))
    assert reasons(made) == {"The survey": "navigation", "The frost": "navigation"}


def test_short_footer_of_an_article_goes_but_not_of_a_quotation() -> None:
    """Dates and tags stand in an article's footer, the source of a quotation in that of a blockquote."""
    story = element("article", body())
    quotation = element("blockquote", story)
    made = tree(
        *inside(story, PARAGRAPH),
        *inside(element("footer", quotation), "A beekeeper from the upper valley"),
        *inside(element("footer", story), "Filed under: insects"),
    )
    assert reasons(made) == {"Filed under: insects": "site-footer"}


def test_aside_of_links_in_an_article_goes_but_not_one_of_figures() -> None:
    """Related stories go; a box with the numbers of the survey is left to the content filter."""
    story = element("article", body())
    made = tree(
        *inside(story, PARAGRAPH),
        *links(element("aside", story), "Honey prices rise again"),
        *inside(element("aside", story), "412 colonies lost", "9 districts asked"),
    )
    assert reasons(made) == {"Honey prices rise again": "sidebar"}


def test_header_over_an_article_stays() -> None:
    """On a page without article or main, a header with the title may hold the lead; a linked logo is the site's."""
    root = body()
    title = block("A hard winter for bees", Kind.HEADING, element=element("header", root), level=1)
    lead = block(NOTE, element=element("p", title.element))
    logo = block("Valley Post", Kind.HEADING, element=element("header", root), level=1, links=1, link_chars=11)
    assert reasons(tree(logo, title, lead, *inside(root, PARAGRAPH))) == {"Valley Post": "site-header"}


def test_long_aside_beside_the_article_stays() -> None:
    """A background piece as long as an article is not a sidebar for sure."""
    root = body()
    background = [PARAGRAPH] * 6
    made = tree(*inside(root, *[PARAGRAPH] * 12), *inside(element("aside", root), *background))
    assert reasons(made) == {}


def test_page_of_nothing_but_landmarks_stays() -> None:
    """A page never comes out empty."""
    root = body()
    assert (
        reasons(tree(*links(element("nav", root), "Hives", "Frames"), *inside(element("footer", root), "Imprint")))
        == {}
    )


def test_text_without_elements_is_left_alone() -> None:
    """Scraped text has no landmarks."""
    assert reasons(page(PARAGRAPH, "Home")) == {}
