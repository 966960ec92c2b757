"""The plain text form."""

from __future__ import annotations

import pytest

from cleaner.model import Kind
from cleaner.write.plain import render
from tests.factory import block, element


def test_paragraphs_and_headings_stand_apart() -> None:
    """Paragraphs, headings, captions and labels are a blank line apart, with no newline at the end."""
    blocks = [
        block("A harbour town", Kind.HEADING, level=1),
        block("It rains there."),
        block("The quay in May", Kind.CAPTION),
        block("It still rains."),
    ]
    assert render(blocks) == "A harbour town\n\nIt rains there.\n\nThe quay in May\n\nIt still rains."


def test_a_heading_is_one_line() -> None:
    """A line break inside a heading is a space."""
    assert render([block("A harbour\ntown", Kind.HEADING, level=2)]) == "A harbour town"


def test_line_breaks_of_the_page_stay() -> None:
    """The lines of a poem are lines, without white space at their ends and without empty ones."""
    assert render([block("Grey sea, \n grey sky,\n \n\n grey gull.")]) == "Grey sea,\ngrey sky,\ngrey gull."


def test_list_items_stand_on_consecutive_lines_by_level() -> None:
    """Items have a dash, and two spaces of indent a level; the paragraph after the list stands apart."""
    blocks = [
        block("Bring:"),
        block("boots", Kind.ITEM, level=1),
        block("of rubber", Kind.ITEM, level=2),
        block("and old", Kind.ITEM, level=3),
        block("a hat", Kind.ITEM, level=1),
        block("Be there at six."),
    ]
    assert render(blocks) == "Bring:\n\n- boots\n  - of rubber\n    - and old\n- a hat\n\nBe there at six."


def test_an_items_further_lines_stand_under_its_text() -> None:
    """A line break in an item does not look like the end of the list."""
    assert render([block("Quay 4\nopen on Sundays", Kind.ITEM, level=2)]) == "  - Quay 4\n    open on Sundays"


def test_a_paragraph_that_continues_an_item_is_a_paragraph() -> None:
    """The second paragraph of an item is plain, and the next item begins anew."""
    blocks = [block("First.", Kind.ITEM, level=1), block("More of it."), block("Second.", Kind.ITEM, level=1)]
    assert render(blocks) == "- First.\n\nMore of it.\n\n- Second."


def test_an_item_without_a_level_is_an_outer_one() -> None:
    """Scraped text knows no nesting."""
    assert render([block("boots", Kind.ITEM), block("hat", Kind.ITEM)]) == "- boots\n- hat"


def test_rows_of_one_table_stand_on_consecutive_lines() -> None:
    """A table is row by row; the next table stands apart."""
    first, second = element("table"), element("table")
    blocks = [
        block("Boat | Built", Kind.ROW, element=element("tr", element("thead", first))),
        block("Alma | 1962", Kind.ROW, element=element("tr", element("tbody", first))),
        block("Port | Depth\nin metres", Kind.ROW, element=element("tr", second)),
    ]
    assert render(blocks) == "Boat | Built\nAlma | 1962\n\nPort | Depth in metres"


def test_quotes_are_marked_on_each_line() -> None:
    """Each line of a quote begins with its mark; two paragraphs of a quote stand apart."""
    blocks = [block("We wait.\nWe always did.", Kind.QUOTE), block("And we shall.", Kind.QUOTE), block("So she said.")]
    assert render(blocks) == "> We wait.\n> We always did.\n\n> And we shall.\n\nSo she said."


def test_code_keeps_its_white_space() -> None:
    """Indents, blank lines and tabs of code stay; two listings stand apart."""
    listing = "def tide():\n\n\n\n    return [\n\t1,\n    ]"
    blocks = [block("So:"), block(f"\n{listing}\n\n", Kind.CODE), block("    tide()", Kind.CODE), block("Done.")]
    assert render(blocks) == f"So:\n\n{listing}\n\n    tide()\n\nDone."


@pytest.mark.parametrize("kind", list(Kind))
def test_a_block_without_visible_text_leaves_no_gap(kind: Kind) -> None:
    """A blank block of any kind makes neither a line nor a bare mark."""
    assert render([block("One."), block(" \n\x07 ", kind), block("Two.")]) == "One.\n\nTwo."


@pytest.mark.parametrize("kind", list(Kind))
def test_control_characters_do_not_pass(kind: Kind) -> None:
    """Whatever a reader lets through, no kind of block brings a control character out."""
    text = render([block("red \x1b[31malert\x1b[0m\x07 \x9d0;x\x00\x7f", kind)])
    assert "red [31malert[0m" in text
    assert text.isprintable()


def test_text_is_not_changed() -> None:
    """Brackets, stars, accents and emoji come out as they went in."""
    words = "In [bold]bold[/bold] and *stars*, naïve — 日本語 🚢 &amp; <b>"
    assert render([block(words)]) == words


def test_no_blocks_give_no_text() -> None:
    """A page without an article is an empty text."""
    assert render([]) == ""
