"""The content filter on made-up pages."""

from __future__ import annotations

from cleaner.filters.content import Content
from cleaner.model import Block, Drop, InputKind, Page, Vouch
from cleaner.read.html import read_html
from cleaner.read.plain import read_text
from tests.factory import STORY

MENU = ["Home", "News", "Sport", "Weather", "Contact"]


def page() -> Page:
    """A page with a menu, a story and related links, in elements without telling names."""
    menu = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in MENU)
    story = "".join(f"<p>{text}</p>" for text in STORY)
    more = "".join(f"<div><a href=/{n}>Another story about number {n}</a></div>" for n in range(8))
    return read_html(f"<body><ul>{menu}</ul><div><h1>Night bus stays</h1>{story}</div><div>{more}</div></body>")


def test_story_stays_and_menu_and_links_go() -> None:
    """Every paragraph of the story stands, no link list does."""
    made = page()
    dropped = {found.block.text for found in Content()(made, made.blocks) if isinstance(found, Drop)}
    assert dropped.isdisjoint(STORY)
    assert dropped.issuperset(MENU)


def test_sure_paragraphs_are_vouched_for() -> None:
    """What is surely article is told to the pipeline, so that no wording takes it out."""
    text = " ".join(STORY[:2])
    made = read_html(
        "<article>" + f"<p>{text}</p>" * 1 + "".join(f"<p>{s} {t}</p>" for s in STORY for t in STORY[:2]) + "</article>"
    )
    assert any(isinstance(found, Vouch) for found in Content(sure=0.5)(made, made.blocks))


COMMENTS = ["I drive the second bus, and the heater in it is louder than the engine.", "My aunt signed it twice."]


def thread(story: list[str]) -> tuple[Page, list[tuple[Block, float]]]:
    """A page of a story and comments, the story surely article, of the comments the first half likely."""
    answers = "".join(f"<p>{text}</p>" for text in COMMENTS)
    made = read_html("".join(f"<p>{text}</p>" for text in story) + f"<div class=comment-list>{answers}</div>")
    chances = [0.99] * len(story) + [0.45, 0.7]
    return made, list(zip(made.blocks, chances, strict=True))


def test_doubtful_comments_under_an_article_go() -> None:
    """A low cut keeps doubtful lines of the article, and no comment that is less likely than not."""
    made, standing = thread(STORY)
    found = Content().doubtful_comments(made, standing, 0.4)
    assert [made.blocks[index].text for index in found] == COMMENTS[:1]


def test_a_thread_that_is_the_article_stays() -> None:
    """Where next to nothing stands beside the comments, a discussion like this one is what the page is about."""
    made, standing = thread(["Is the night bus warm?"])
    assert Content().doubtful_comments(made, standing, 0.4) == set()


def test_doubtful_lines_of_the_article_stay() -> None:
    """A story that speaks of its readers' comments is none: the names of the containers tell, not the words."""
    text = "The comments came in by the sack, and the clerk read every reply aloud in the canteen."
    made = read_html("".join(f"<p>{each}</p>" for each in [*STORY, text]))
    standing = [(block, 0.45 if block.text == text else 0.99) for block in made.blocks]
    assert Content().doubtful_comments(made, standing, 0.4) == set()


def test_a_few_unlikely_lines_are_no_article() -> None:
    """Three lines of a log-in form, each perhaps article, are none; a short notice that is surely one stands."""
    made = read_html("<p>Forgotten your number?<p>New to the library? Join today<p>Keep me signed in")
    assert Content().is_hopeless(made, [(block, 0.6) for block in made.blocks], 0.3)
    assert not Content().is_hopeless(made, [(block, 0.9) for block in made.blocks], 0.3)


def test_second_opinion_is_asked_only_where_unsure() -> None:
    """A clear page costs no second extractor; with the bar at 1, every page asks."""
    asked: list[int] = []

    def opinion() -> str:
        asked.append(1)
        return " ".join(STORY)

    made = page()
    made.opinion = opinion
    list(Content(unsure=0.0)(made, made.blocks))
    assert not asked
    drops = [found for found in Content(unsure=1.0)(made, made.blocks) if isinstance(found, Drop)]
    assert asked == [1]
    assert "readability-lxml leaves it out" in str(drops[0].evidence)


def test_scraped_text_is_told_from_its_furniture() -> None:
    """Only words, lengths and neighbours speak, and the headline stays."""
    made = read_text(
        "\n".join(["Sign in", "Menu", "Night bus stays on the road through the winter", *STORY, "Share", "More news"])
    )
    assert made.kind is InputKind.TEXT
    kept = [
        b.text for b in made.blocks if b not in {f.block for f in Content()(made, made.blocks) if isinstance(f, Drop)}
    ]
    assert [text for text in kept if text in STORY] == STORY
    assert not {"Sign in", "Menu", "Share", "More news"} & set(kept)


def test_scores_do_not_depend_on_other_pages() -> None:
    """A hundred pages later, with the trees compiled, the same page gets the same decisions."""
    made = page()
    before = [(found.block.index, str(found.evidence)) for found in Content()(made, made.blocks)]
    for _ in range(100):
        list(Content()(made, made.blocks))
    assert [(found.block.index, str(found.evidence)) for found in Content()(made, made.blocks)] == before


WALL = "We use cookies and other data to show you what you like and to measure how this site is used by its readers."


def test_page_that_is_a_notice_of_consent_has_no_article() -> None:
    """The likeliest block of a cookie wall is the notice; beside an article such a notice is one block of many."""
    made = read_html(f"<p>{WALL}<p>More options<p>If you reject all, we will measure nothing.")
    assert Content().is_hopeless(made, [(block, 0.8) for block in made.blocks], 0.4)
    made = read_html("".join(f"<p>{text}</p>" for text in (WALL, *STORY)))
    assert not Content().is_hopeless(made, [(block, 0.8) for block in made.blocks], 0.4)
