"""The guard against pages that nest without end."""

from __future__ import annotations

import pytest

from cleaner.read.nesting import MAX_DEPTH, deep_in_python, flattened


def test_ordinary_page_is_untouched() -> None:
    """The same object comes back, however many tags it has."""
    page = "<div><p>text</p></div>" * 5_000
    assert flattened(page) is page


def test_deep_tags_go_and_their_text_stays() -> None:
    """No word is lost and none is run into the next."""
    page = "<div>word" * 7_000 + "</div>" * 7_000
    flat = flattened(page)
    assert flat.count("<div>") == MAX_DEPTH
    assert flat.replace("<div>", " ").replace("</div>", " ").split() == ["word"] * 7_000


def test_page_after_the_deep_part_keeps_its_tags() -> None:
    """What closes what is kept stays balanced."""
    page = "<div>" * 7_000 + "x" + "</div>" * 7_000 + "<section>y</section>"
    flat = flattened(page)
    assert flat.count("<div>") == flat.count("</div>")
    assert flat.endswith("<section>y</section>")


@pytest.mark.parametrize("tag", ["div", "menu", "details", "label", "ins", "x-story-card"])
def test_whatever_nests_in_the_parser_counts(tag: str) -> None:
    """Elements that only an end tag of their own closes are counted, a page's own ones too."""
    page = f"<{tag} class='a'>word" * 13_000
    assert flattened(page).count(f"<{tag}") == MAX_DEPTH  # type: ignore[arg-type]


@pytest.mark.parametrize("tag", ["p", "li", "img", "br", "option", "svg:g"])
def test_what_another_tag_closes_does_not_count(tag: str) -> None:
    """A long list whose items are never closed is no deep page."""
    page = f"<{tag} class='a'>word" * 13_000
    assert not deep_in_python(page, MAX_DEPTH)
    assert flattened(page) is page
