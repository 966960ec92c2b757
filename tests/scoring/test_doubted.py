"""Which blocks below the cut stay for where they stand, on made-up pages with made-up scores."""

from __future__ import annotations

from cleaner.model import Block, Page
from cleaner.read.html import read_html
from cleaner.read.plain import read_text
from cleaner.scoring import doubted
from tests.factory import STORY

LEAD = "Nobody in Lower Tarrow had asked for a night bus, and now nobody there can imagine the winter without it."


def scored(page: Page, *scores: float) -> list[tuple[Block, float]]:
    """The page's blocks with these scores, the last one for all that follow."""
    more = [scores[-1]] * (len(page.blocks) - len(scores))
    return list(zip(page.blocks, [*scores, *more], strict=True))


def paragraphs(*texts: str) -> str:
    """Paragraphs of HTML."""
    return "".join(f"<p>{text}</p>" for text in texts)


def test_heading_between_likely_paragraphs_stays() -> None:
    """In one container, right above the second; not one between an article and what stands below it."""
    page = read_html(f"<div><p>{STORY[0]}</p><h2>What the town says</h2><p>{STORY[1]}</p></div>")
    assert doubted.spared(page, scored(page, 0.95, 0.25, 0.95), 0.5) == {1}
    assert doubted.spared(page, scored(page, 0.95, 0.15, 0.95), 0.5) == set()
    assert doubted.spared(page, scored(page, 0.95, 0.25, 0.4), 0.5) == set()
    assert doubted.spared(page, scored(page, 0.4, 0.25, 0.95), 0.5) == set()
    page = read_html(f"<div><p>{STORY[0]}</p></div><h2>What the town says</h2><p>{STORY[1]}</p>")
    assert doubted.spared(page, scored(page, 0.95, 0.35, 0.95), 0.5) == set()
    page = read_html(f"<div><p>{STORY[0]}</p><h2>What the town says</h2></div>")
    assert doubted.spared(page, scored(page, 0.95, 0.35), 0.5) == set()


def test_heading_below_an_advertisement_stays() -> None:
    """A few lines that go may stand between the paragraph and the heading of the next; not a screen of them."""
    for between, stays in ((1, True), (3, True), (4, False)):
        page = read_html(f"<p>{STORY[0]}</p>{'<p>Buy!</p>' * between}<h2>What the town says</h2><p>{STORY[1]}</p>")
        scores = [0.95, *[0.05] * between, 0.25, 0.95]
        assert doubted.spared(page, scored(page, *scores), 0.5) == ({between + 1} if stays else set())


def test_standfirst_under_the_title_stays() -> None:
    """A heading or a paragraph, above the first paragraph that is kept; not what is hardly likely, or too short."""
    page = read_html(f"<h1>Night bus stays</h1><h2>{LEAD}</h2><p>By Maren Holt</p>{paragraphs(*STORY)}")
    assert doubted.spared(page, scored(page, 0.9, 0.25, 0.25, 0.95), 0.5) == {1}
    assert doubted.spared(page, scored(page, 0.9, 0.15, 0.25, 0.95), 0.5) == set()


def test_what_stands_above_the_title_is_no_standfirst() -> None:
    """Nor is anything on a page without a title, or of which nothing is kept."""
    page = read_html(f"<p>{LEAD}</p><h1>Night bus stays</h1>{paragraphs(*STORY)}")
    assert doubted.spared(page, scored(page, 0.4, 0.9, 0.95), 0.5) == set()
    page = read_html(paragraphs(LEAD, *STORY))
    assert doubted.spared(page, scored(page, 0.4, 0.95), 0.5) == set()
    page = read_html(f"<h1>Night bus stays</h1>{paragraphs(LEAD)}")
    assert doubted.spared(page, scored(page, 0.9, 0.4), 0.5) == set()
    assert doubted.spared(page, scored(page, 0.9, 0.4), 1.0) == set()


def test_captions_links_and_lists_under_the_title_are_no_standfirst() -> None:
    """A caption speaks of a picture, a link of another page; of many texts under a title none is the one."""
    for around in ("<figcaption>{}</figcaption>", "<div class=image-caption>{}</div>", "<p><a href=/other>{}</a></p>"):
        page = read_html(f"<h1>Night bus stays</h1>{around.format(LEAD)}{paragraphs(*STORY)}")
        assert doubted.spared(page, scored(page, 0.9, 0.3, 0.95), 0.5) == set()
    points = [f"{number} {LEAD}" for number in range(5)]
    page = read_html(f"<h1>Night bus stays</h1>{paragraphs(*points)}{paragraphs(*STORY)}")
    assert doubted.spared(page, scored(page, 0.9, *[0.3] * 5, 0.95), 0.5) == set()
    assert doubted.spared(page, scored(page, 0.9, 0.1, *[0.3] * 4, 0.95), 0.5) == {2, 3, 4, 5}


def test_lead_of_a_scraped_text_stays() -> None:
    """A sentence right above the text is its lead, though the model doubts it; a label in its place is none."""
    page = read_text("\n".join(["Share", LEAD, *STORY]))
    assert doubted.spared(page, scored(page, 0.01, 0.15, 0.99), 0.5) == {1}
    assert doubted.spared(page, scored(page, 0.01, 0.05, 0.99), 0.5) == set()
    page = read_text("\n".join(["Share this story with your friends", *STORY]))
    assert doubted.spared(page, scored(page, 0.15, 0.99), 0.5) == set()


def test_headline_of_a_scraped_text_stays() -> None:
    """Five words or more right above the text; a label there is no headline, however likely."""
    page = read_text("\n".join(["Night bus stays on the road through the winter", *STORY]))
    assert doubted.spared(page, scored(page, 0.3, 0.99), 0.5) == {0}
    page = read_text("\n".join(["More news", *STORY]))
    assert doubted.spared(page, scored(page, 0.3, 0.99), 0.5) == set()


def test_standfirst_of_a_scraped_text_stays() -> None:
    """Its long lines above the first kept paragraph, though a date stands between; not a page's worth of teasers."""
    standfirst = "After a winter of signatures Lower Tarrow keeps its night bus, and two drivers share the last shift"
    page = read_text("\n".join([standfirst, "Monday, 3 March", *STORY]))
    assert doubted.spared(page, scored(page, 0.3, 0.3, 0.99), 0.5) == {0}
    assert doubted.spared(page, scored(page, 0.2, 0.3, 0.99), 0.5) == set()
    page = read_text("\n".join([*(f"{standfirst} {number}" for number in range(5)), "Monday, 3 March", *STORY]))
    assert doubted.spared(page, scored(page, *[0.3] * 6, 0.99), 0.5) == set()


def test_sentence_beside_the_article_of_a_text_stays() -> None:
    """A paragraph that speaks of comments is doubted for its words; what stands apart, or is no sentence, is dropped."""
    speaks = (
        "Leave a comment if you took the bus last winter, wrote the drivers, and four hundred people did so by noon."
    )
    apart = "Sign up for our newsletter and never miss a story about the night bus or the harbour again this winter."
    page = read_text("\n".join([*STORY, speaks, "Leave a comment", apart]))
    scores = [*[0.99] * len(STORY), 0.3]
    assert doubted.spared(page, scored(page, *scores), 0.5) == {len(STORY)}
    assert doubted.spared(page, scored(page, *scores[:-1], 0.15), 0.5) == set()
