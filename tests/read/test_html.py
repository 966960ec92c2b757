"""HTML to blocks: what stands where, what kind it is, what is hidden, and that nothing is lost or squashed."""

from __future__ import annotations

import time

import pytest

from cleaner.model import Block, Kind
from cleaner.read.html import read_html


def blocks(html: str) -> tuple[Block, ...]:
    """The blocks of some HTML."""
    return read_html(html).blocks


def texts(html: str) -> list[str]:
    """The texts of the blocks of some HTML."""
    return [block.text for block in blocks(html)]


def test_paragraphs_headings_and_items_are_told_apart() -> None:
    """Each block has its kind, a heading its level, an item its nesting."""
    found = blocks(
        "<h2>Title</h2><p>One.</p><ul><li>a<ul><li>b</li></ul></li></ul><blockquote><p>Said.</p></blockquote>"
    )
    assert [(block.kind, block.level, block.text) for block in found] == [
        (Kind.HEADING, 2, "Title"),
        (Kind.PARAGRAPH, 0, "One."),
        (Kind.ITEM, 1, "a"),
        (Kind.ITEM, 2, "b"),
        (Kind.QUOTE, 0, "Said."),
    ]


def test_only_the_first_block_of_an_item_is_the_item() -> None:
    """Paragraphs that follow in the same list item are paragraphs."""
    found = blocks("<ul><li><p>First.</p><p>Second.</p></li></ul>")
    assert [block.kind for block in found] == [Kind.ITEM, Kind.PARAGRAPH]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a <b>bold</b> word</p>", ["a bold word"]),
        ("<p>H<sub>2</sub>O</p>", ["H2O"]),
        ("<p><a href=x>one</a><a href=y>two</a></p>", ["one two"]),
        ("<p><span>Jane Doe</span><span>Reporter</span></p>", ["Jane Doe Reporter"]),
        ("<p>one<br>two</p>", ["one\ntwo"]),
        ("<div>one<br><br>two<br/> <br/>three</div>", ["one", "two", "three"]),
        ("<div>before<p>inside</p>after</div>", ["before", "inside", "after"]),
        ("<p>a\n  b\t c&nbsp;d</p>", ["a b c d"]),
        ("<p>soft&shy;hyphen zero&#8203;width</p>", ["softhyphen zerowidth"]),
        ("<p>bell&#7; and escape&#27;[31m</p>", ["bell and escape[31m"]),
    ],
)
def test_inline_text_is_joined_as_a_reader_sees_it(html: str, expected: list[str]) -> None:
    """No word is squashed into another, none is torn, and control characters are gone."""
    assert texts(html) == expected


def test_code_keeps_its_white_space() -> None:
    """A pre element is one block, indents and blank lines and all."""
    (block,) = blocks("<pre><code>  def f():\n\n      return 1\n</code></pre>")
    assert (block.kind, block.text) == (Kind.CODE, "  def f():\n\n      return 1")


def test_code_in_divs_keeps_its_lines() -> None:
    """Highlighters put a div around each line of a pre element."""
    (block,) = blocks("<pre><div>a = 1</div><div>b = 2</div></pre>")
    assert [line for line in block.text.split("\n") if line] == ["a = 1", "b = 2"]


def test_row_of_a_data_table_is_one_block() -> None:
    """Cells are joined; the row's links are counted."""
    found = blocks(
        "<table><tr><th>City</th><th>People</th></tr><tr><td><a href=x>Ulm</a></td><td>126,000</td></tr></table>"
    )
    assert [(block.kind, block.text, block.links) for block in found] == [
        (Kind.ROW, "City | People", 0),
        (Kind.ROW, "Ulm | 126,000", 1),
    ]


def test_table_that_lays_out_the_page_is_not_data() -> None:
    """Cells with paragraphs in them are columns of the page."""
    found = blocks("<table><tr><td><p>Menu</p></td><td><p>Story.</p><p>More.</p></td></tr></table>")
    assert [(block.kind, block.text) for block in found] == [
        (Kind.PARAGRAPH, "Menu"),
        (Kind.PARAGRAPH, "Story."),
        (Kind.PARAGRAPH, "More."),
    ]


def test_links_are_counted_in_characters() -> None:
    """A link that goes on over several blocks counts in each."""
    found = blocks("<p>See <a href=x>this page</a> now</p><a href=y><h3>Card</h3><p>Teaser</p></a>")
    assert [(block.text, block.links, block.link_chars) for block in found] == [
        ("See this page now", 1, 9),
        ("Card", 1, 4),
        ("Teaser", 1, 6),
    ]


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div hidden>x</div>", "hidden attribute"),
        ("<div style='color:red; display : none'>x</div>", "display:none"),
        ("<div style='visibility:hidden'>x</div>", "visibility:hidden"),
        ("<div aria-hidden=true>x</div>", "aria-hidden"),
        ("<p class='sr-only'>x</p>", "screen readers only"),
        ("<body><noscript><p>x</p></noscript>", "noscript"),
        ("<dialog><p>x</p></dialog>", "closed dialog"),
        ("<div hidden><section><p>x</p></section></div>", "hidden attribute"),
        ("<dialog open><p>x</p></dialog>", ""),
        ("<div popover>x</div>", "closed popover"),
        ("<div popover=Manual><p>x</p></div>", "closed popover"),
        ("<div popover='Opens on Monday'>x</div>", ""),
        ("<div popover hidden>x</div>", "hidden attribute"),
        ("<div hidden=Until-Found>x</div>", ""),
        ("<div hidden=until>x</div>", "hidden attribute"),
        ("<div style='display:block'>x</div>", ""),
    ],
)
def test_hidden_text_is_a_block_with_its_reason(html: str, reason: str) -> None:
    """Hidden text is not lost in reading: filters decide, and can say why."""
    (block,) = blocks(html)
    assert block.element.hidden == reason


def test_hidden_inline_text_does_not_tear_the_sentence() -> None:
    """It becomes a block of its own; the sentence around it stays whole."""
    assert texts("<p>Read <span class='sr-only'>opens a new window</span> the rest.</p>") == [
        "opens a new window",
        "Read the rest.",
    ]


def test_scripts_and_form_values_are_no_text() -> None:
    """Only what a page shows as text becomes blocks."""
    html = "<style>p{}</style><script>var a</script><select><option>NL</option></select><svg><title>i</title></svg><p>x</p>"
    assert texts(html) == ["x"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>one<p>two<div>three",
        "<b><p>one</b><p>two</i><div>three",
        "<table><div>one</div><tr>two<td>three",
        "</div></p>one<li>two</li></ul>three",
    ],
)
def test_broken_html_loses_nothing(html: str) -> None:
    """Every word of a page with wrong nesting is there, once."""
    assert sorted(" ".join(texts(html)).split()) == ["one", "three", "two"]


def test_elements_hold_their_blocks() -> None:
    """An element's range is exactly the blocks inside it, after rows have been joined as well."""
    page = read_html("<main><p>a</p><table><tr><td>b<i></i></td><td>c</td></tr></table></main><p>d</p>")
    for element in page.elements:
        inside = [block.index for block in page.blocks if element in set(block.element.ancestors())]
        if inside:
            assert (element.first, element.last) == (inside[0], inside[-1] + 1)
        assert 0 <= element.first <= element.last <= len(page.blocks)


@pytest.mark.parametrize("piece", ["<div>x ", "<ul><li>x ", "<b><p>x ", "<div><p>x ", "<a><p>x ", "<table><tr><td>x "])
def test_endless_nesting_is_read_in_no_time(piece: str) -> None:
    """No recursion, no quadratic time, no word lost."""
    start = time.process_time()
    words = " ".join(texts(piece * 20_000)).split()
    assert time.process_time() - start < 5
    assert len(words) == 20_000


@pytest.mark.parametrize("html", ["", " ", "<!-- only a comment -->", "<html></html>", "<p></p>"])
def test_page_without_text_has_no_blocks(html: str) -> None:
    """An empty shell is a page without blocks."""
    assert texts(html) == []


def test_what_the_page_says_of_itself() -> None:
    """Title, language and address come with the blocks."""
    page = read_html(
        "<html lang=de-AT><head><title>Der Titel</title><link rel=canonical href='https://example.org/a'></head>"
        "<body><h1>Der Titel</h1><p>Text.</p>"
    )
    assert (page.metadata.title, page.metadata.language, page.url) == ("Der Titel", "de", "https://example.org/a")
