"""The guard against pages that nest without end."""

from __future__ import annotations

from cleaner.read.nesting import MAX_DEPTH, flattened


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
