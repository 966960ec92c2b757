"""What follows an article's end."""

from __future__ import annotations

from cleaner.filters.tail import Tail
from cleaner.model import Strictness
from tests.factory import page

PROSE = [
    f"Paragraph {number} of the report tells how the ferry came to lie at the quay for so long, and who paid for it."
    for number in range(10)
]
BIO = "Jane Doe is a reporter at the Harbour Times. She previously worked in Oslo and lives in Westhaven with two dogs."


def reasons(*texts: str, strictness: Strictness = Strictness.BALANCED) -> dict[str, str]:
    """What goes, and why."""
    made = page(*texts, strictness=strictness)
    return {drop.block.text: drop.reason for drop in Tail()(made, made.blocks)}


def test_author_box() -> None:
    """A paragraph with two facts of an author's life goes, with its heading and its links."""
    assert reasons(*PROSE, "About the author", BIO) == {"About the author": "author-box", BIO: "author-box"}
    german = "Jana Muster ist Redakteurin im Ressort Hafen. Sie lebt in Kiel."
    assert reasons(*PROSE, german) == {german: "author-box"}
    japanese = "港町で暮らすフリーライター。著書に『船を待つ人』がある。"
    assert reasons(*PROSE, japanese) == {japanese: "author-box"}
    chinese = "作者系自由撰稿人，著有《等船的人》。"
    assert reasons(*PROSE, chinese) == {chinese: "author-box"}


def test_tags_and_contacts() -> None:
    """Tag lists and contact lines go, and what stands under a label."""
    assert reasons(*PROSE, "Tags: harbour, ferries") == {"Tags: harbour, ferries": "tag-list"}
    assert reasons(*PROSE, "Filed under", "Harbour", "Ferries") == {
        "Filed under": "tag-list", "Harbour": "tag-list", "Ferries": "tag-list",
    }  # fmt: skip
    assert reasons(*PROSE, "タグ：港、船") == {"タグ：港、船": "tag-list"}
    assert reasons(*PROSE, "標籤：港口、船") == {"標籤：港口、船": "tag-list"}
    assert reasons(*PROSE, "Contact: desk@harbour.example") == {"Contact: desk@harbour.example": "contact-line"}


def test_only_below_the_last_paragraph() -> None:
    """The walk up from the end stops at prose, so that nothing amid the article goes."""
    assert reasons(*PROSE[:5], "Filed under", BIO, *PROSE[5:]) == {}


def test_people_of_the_article_stand() -> None:
    """A last paragraph about somebody is the article's, as long as it does not read like an author's life."""
    assert (
        reasons(*PROSE, "Ann Lee is a nurse in Westhaven, and it was she who had called the boat back in the night.")
        == {}
    )


def test_short_line_at_the_end_stands() -> None:
    """A closing line without a label is left alone."""
    assert reasons(*PROSE, "The ferry sails at nine.") == {}


def test_never_a_large_share() -> None:
    """What would take more than a fifth of the text is no tail."""
    assert reasons(PROSE[0], PROSE[1], "About the author", BIO) == {}


def test_strictness() -> None:
    """Lenient knows lines only; strict takes an author's one fact at the beginning of a paragraph."""
    one_fact = "Jane Doe covers the port, and has for as long as anybody in the newsroom can remember it being there."
    assert reasons(*PROSE, BIO, strictness=Strictness.LENIENT) == {}
    assert reasons(*PROSE, one_fact) == {}
    assert reasons(*PROSE, one_fact, strictness=Strictness.STRICT) == {one_fact: "author-box"}
