"""Texts with other pages' lines behind their article."""

from __future__ import annotations

from cleaner.learn.gold import GoldPage
from cleaner.learn.joined import MIN_DONORS, Donors, Draw, put_in, sentences, title_of
from cleaner.model import InputKind
from tests.factory import page


def gold(number: int, *, kind: str = "article", site: str = "") -> GoldPage:
    """A page with a title, two lines of article and a footer."""
    text = page(
        f"The story number {number} has a title", f"Story {number} begins with a sentence of some length, as they do.",
        f"It goes on to say more of number {number}. And more.", "Contact us", kind=InputKind.TEXT,
    )  # fmt: skip
    labels = (False, True, True, False)
    row = {"id": f"p{number}", "set": "made-up", "kind": kind}
    return GoldPage(row, text, (0, 1, 2, 3), labels, 30, site or f"site{number}.example")


def test_what_is_put_in_stands_behind_the_article_and_is_none() -> None:
    """The page's own lines keep their order and their labels; each new one is another page's and no article."""
    pages = [gold(number) for number in range(12)]
    donors = Donors(pages, [0] * 12)
    added = []
    for own in pages:
        joined = donors.joined(own, 0)
        assert joined is not None
        texts = [block.text for block in joined.page.blocks]
        assert [block.index for block in joined.page.blocks] == list(joined.standing)
        assert [text for text, label in zip(texts, joined.labels, strict=True) if label] == [
            own.page.blocks[1].text, own.page.blocks[2].text,
        ]  # fmt: skip
        assert texts[:3] == [block.text for block in own.page.blocks[:3]]
        added += [text for text in texts if text not in {block.text for block in own.page.blocks}]
    assert any(text.startswith("It goes on") for text in added)  # a whole story
    assert any(text.endswith("title") for text in added)  # a teaser


def test_articles_of_another_fold_or_of_the_site_itself_are_not_taken() -> None:
    """A text must not be an article where trees are judged and none where they are trained."""
    pages = [gold(number) for number in range(MIN_DONORS + 1)]
    assert Donors(pages, [0] * len(pages)).joined(pages[0], 0) is not None
    assert Donors(pages, [0, *[1] * MIN_DONORS]).joined(pages[0], 0) is None
    same_site = [gold(number, site="one.example") for number in range(MIN_DONORS + 1)]
    assert Donors(same_site, [0] * len(same_site)).joined(same_site[0], 0) is None


def test_listings_are_left_as_they_are() -> None:
    """On a listing or a forum, one more entry is no less the article than those that it has."""
    pages = [gold(number, kind="listing") for number in range(9)]
    assert Donors(pages, [0] * 9).joined(pages[0], 0) is None


def test_title_is_that_of_the_labels_or_the_line_above() -> None:
    """A page whose labels give no title mostly has it above its article."""
    own = gold(1)
    assert title_of(own) == "The story number 1 has a title"
    own.row["title"] = "Another title"
    assert title_of(own) == "Another title"


def test_sentences_that_fit() -> None:
    """A teaser does not stop in a sentence, unless it is cut short on purpose."""
    assert sentences("One of them. Two of them. Three.", 27) == "One of them. Two of them."
    assert sentences("No end within reach of it", 10) == ""


def test_draws_follow_from_the_key() -> None:
    """The same copies on every machine."""
    first, again, other = Draw("a"), Draw("a"), Draw("b")
    numbers = [first.below(1000) for _ in range(5)]
    assert numbers == [again.below(1000) for _ in range(5)]
    assert numbers != [other.below(1000) for _ in range(5)]


def test_lines_are_put_in_before_the_line_named() -> None:
    """At the end as well."""
    assert [block.text for block in put_in(gold(1), ["New"], 4).page.blocks][-1] == "New"
