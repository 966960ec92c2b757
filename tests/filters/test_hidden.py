"""What a browser does not show goes, unless it is the article waiting for a script."""

from __future__ import annotations

from uuid import UUID

import pytest

from cleaner.filters.hidden import Hidden
from cleaner.model import Block, Drop, Element, Kind, Page, Strictness
from tests.factory import block, element, page, tree

PARAGRAPH = (
    "The ferry to the outer islands will run twice a day from April, the harbour board decided on Tuesday after a long "
    "debate about fuel, fares and the state of the old pier."
)
SHORT_PARAGRAPH = "The board meets again in the second week of May to decide on the winter timetable and the fares."


def body() -> Element:
    """A fresh body below a fresh root."""
    return element("body", element("html"))


def hidden(root: Element, why: str, *texts: str, tag: str = "div") -> list[Block]:
    """Paragraphs in one hidden container."""
    box = element(tag, root, hidden=why)
    return [block(text, element=element("p", box, hidden=why)) for text in texts]


def shown(root: Element, *texts: str) -> list[Block]:
    """Paragraphs that a browser shows."""
    return [block(text, element=element("p", root)) for text in texts]


def dropped(made: Page) -> list[str]:
    """The texts that the filter drops."""
    return [drop.block.text for drop in Hidden()(made, made.blocks)]


def test_hidden_menu_goes_with_its_cause() -> None:
    """A menu that opens on a click is dropped, and the evidence says how it was hidden."""
    root = body()
    made = tree(*hidden(root, "display:none", "Timetables", "Fares"), *shown(root, PARAGRAPH))
    assert [(drop.block.text, drop.reason, str(drop.evidence)) for drop in Hidden()(made, made.blocks)] == [
        ("Timetables", "hidden", "display:none"),
        ("Fares", "hidden", "display:none"),
    ]


@pytest.mark.parametrize("why", ["display:none", "visibility:hidden", "hidden attribute", "aria-hidden"])
def test_hidden_running_text_is_left_to_the_content_filter(why: str) -> None:
    """An accordion's answer, or a part that a script moves into place, may be article."""
    root = body()
    assert dropped(tree(*shown(root, PARAGRAPH), *hidden(root, why, "Why now?", PARAGRAPH))) == []


def test_hidden_chinese_running_text_is_left_too() -> None:
    """Forty characters of Chinese are a paragraph, though fewer than a line of English."""
    root = body()
    text = "港口管理委员会周二决定,从四月起开往外岛的渡轮每天往返两次,票价则要等到五月的会议再作决定。"
    assert dropped(tree(*shown(root, PARAGRAPH), *hidden(root, "display:none", text))) == []


def test_strict_drops_short_hidden_text() -> None:
    """Strict takes a hidden sentence or two, but no hidden page."""
    root = body()
    blocks = [*shown(root, PARAGRAPH), *hidden(root, "display:none", SHORT_PARAGRAPH)]
    assert dropped(tree(*blocks)) == []
    assert dropped(tree(*blocks, strictness=Strictness.STRICT)) == [SHORT_PARAGRAPH]
    long = [*shown(root, PARAGRAPH), *hidden(root, "display:none", PARAGRAPH, PARAGRAPH)]
    assert dropped(tree(*long, strictness=Strictness.STRICT)) == []


def test_page_hidden_until_a_script_has_run_stays() -> None:
    """A body with display:none holds the whole article."""
    html = element("html")
    cover = element("body", html, hidden="display:none")
    made = tree(*(block(text, element=element("p", cover, hidden="display:none")) for text in (PARAGRAPH, "Home")))
    assert dropped(made) == []


def test_page_without_running_text_keeps_what_is_hidden() -> None:
    """A list whose entries a script reveals: nothing says that what is shown is the article."""
    root = body()
    assert dropped(tree(*shown(root, "Ferries", "Piers"), *hidden(root, "display:none", "Fares", "Timetables"))) == []


def test_article_in_noscript_stays_when_nothing_else_is_shown() -> None:
    """Some sites give the text only to those who run no scripts."""
    root = body()
    assert dropped(tree(*shown(root, "Loading"), *hidden(root, "noscript", PARAGRAPH, tag="noscript"))) == []


def test_closed_dialog_goes_with_its_text() -> None:
    """A dialog is no article however much it says, as long as the page says more."""
    root = body()
    terms = hidden(root, "closed dialog", SHORT_PARAGRAPH, "Close", tag="dialog")
    assert dropped(tree(*shown(root, PARAGRAPH, PARAGRAPH), *terms)) == [SHORT_PARAGRAPH, "Close"]


def test_closed_dialog_with_most_of_the_text_stays() -> None:
    """A page whose text is in a dialog does not come out empty."""
    root = body()
    assert dropped(tree(*shown(root, SHORT_PARAGRAPH), *hidden(root, "closed dialog", PARAGRAPH, tag="dialog"))) == []


def test_containers_within_a_hidden_container_count_once() -> None:
    """A region is judged as a whole: a heading inside hidden running text is not dropped on its own."""
    root = body()
    box = element("div", root, hidden="hidden attribute")
    inner = element("section", box, hidden="hidden attribute")
    made = tree(*shown(root, PARAGRAPH), block("What changes", element=inner), block(PARAGRAPH, element=box))
    assert dropped(made) == []


def test_only_standing_blocks_are_dropped() -> None:
    """What an earlier filter took is neither dropped again nor counted."""
    root = body()
    made = tree(*hidden(root, "display:none", "Fares", PARAGRAPH), *shown(root, PARAGRAPH))
    left = [made.blocks[0], made.blocks[2]]
    assert [drop.block for drop in Hidden()(made, left) if isinstance(drop, Drop)] == [made.blocks[0]]


def test_page_without_hidden_elements_is_left_alone() -> None:
    """Nothing is hidden in scraped text."""
    assert dropped(page(PARAGRAPH, "Home")) == []


def identifiers(number: int) -> list[str]:
    """So many random identifiers, the same every time."""
    return [str(UUID(int=pow(3, 70 + at, 1 << 128))) for at in range(number)]


def test_label_with_identifiers_between_its_letters_goes() -> None:
    """A browser shows "Sponsored" there; the rest is hidden by a class that only the style sheet knows."""
    text = "".join(letter + hidden for letter, hidden in zip("Sponsored", identifiers(9), strict=True))
    root = body()
    made = tree(*shown(root, PARAGRAPH, text))
    assert [(drop.block.text, drop.reason) for drop in Hidden()(made, made.blocks)] == [(text, "identifiers")]


@pytest.mark.parametrize("kind", [Kind.CODE, Kind.ROW])
def test_identifiers_in_code_and_tables_are_data(kind: Kind) -> None:
    """A listing of keys is what its page is about."""
    assert dropped(tree(block("\n".join(identifiers(9)), kind=kind))) == []


def test_prose_about_identifiers_stays() -> None:
    """Words outweigh the few that they speak of; so do three in a row."""
    first, second, third, fourth = identifiers(4)
    text = (
        f"The ferry was booked under {first} at noon, under {second} at one, and then {third} and {fourth} were lost."
    )
    assert dropped(tree(*shown(body(), text, f"{first} {second} {third}"))) == []
