"""Parts of a page that come last in its source and belong elsewhere."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.read.streamed import in_place


def part(number: int | str, content: str, call: str) -> str:
    """A streamed part with the script that moves it."""
    return f'<div hidden id="S:{number}">{content}</div><script>{call}</script>'


def place(name: str, fallback: str = "") -> str:
    """Where a part is awaited."""
    return f'<!--$?--><template id="{name}"></template>{fallback}<!--/$-->'


def test_parts_go_where_their_scripts_put_them() -> None:
    """A part of a part as well; what stood in its place until then stays behind it."""
    page = (
        f"<main>{place('B:0', '<p>wait</p>')}</main><footer>foot</footer>"
        + part(0, f"<p>one</p>{place('B:1')}<p>three</p>", '$RC=function(){};$RC("B:0","S:0")')
        + part(1, "<p>two</p>", '$RC("B:1","S:1")')
    )
    found = in_place(page)
    order = [found.index(word) for word in ("one", "two", "three", "wait", "foot")]
    assert order == sorted(order)
    assert len(found) == len(page)


def test_part_of_a_segment_is_moved() -> None:
    """Its call names the part first."""
    page = '<p>a</p><template id="P:1"></template><p>c</p>' + part(1, "<p>b</p>", '$RS("S:1","P:1")')
    assert '<template id="P:1"></template><p>b</p><p>c</p>' in in_place(page)


@pytest.mark.parametrize(
    "page",
    [
        "<p>$RC() is not called here</p>",
        '<p>a</p><script>$RC("B:0","S:0")</script>',
        '<template id="B:0"></template><script>$RC("B:0","S:0")</script>',
        part(0, "<p>a</p>", '$RC("B:0","S:0")'),
        '<template id="B:0"></template><div hidden id="S:0"><p>a</p>',
    ],
)
def test_page_without_a_whole_move_is_untouched(page: str) -> None:
    """The same object comes back."""
    assert in_place(page) is page


@pytest.mark.parametrize(
    "page",
    [
        part(0, f"<p>own</p>{place('B:0')}", '$RC("B:0","S:0")'),
        part(0, f"<p>own</p>{place('B:1')}", '$RC("B:0","S:0")') + part(1, place("B:0"), '$RC("B:1","S:1")'),
        place("B:0") + part(0, "<p>own</p>", '$RC("B:0","S:0");$RC("B:0","S:0")'),
    ],
)
def test_part_that_would_stand_in_itself_is_not_lost(page: str) -> None:
    """Nor is it written twice."""
    found = in_place(page)
    assert found.count("own") == 1
    assert len(found) == len(page)


def test_many_parts_take_linear_time() -> None:
    """Each is written once, whether it stands in the one before it or beside it."""
    many = 20_000
    nested = place("B:0") + "".join(
        part(f"{at:x}", place(f"B:{at + 1:x}"), f'$RC("B:{at:x}","S:{at:x}")') for at in range(many)
    )
    beside = "".join(place(f"B:{at:x}") for at in range(many)) + "".join(
        part(f"{at:x}", "<p>x</p>", f'$RC("B:{at:x}","S:{at:x}")') for at in range(many)
    )
    assert len(in_place(nested)) == len(nested)
    assert len(in_place(beside)) == len(beside)


def test_streamed_article_is_in_its_place() -> None:
    """It comes out although it was hidden, and in its order."""
    said = [f"<p>The {word} night the lamp burned until the boats were in.</p>" for word in ("first", "second")]
    page = (
        f"<html><body><nav>Menu</nav><main><h1>The lamp</h1>{said[0]}{place('B:0')}</main><footer>Imprint</footer>"
        + part(0, said[1], '$RC("B:0","S:0")')
        + "</body></html>"
    )
    text = clean(page).text
    assert 0 < text.index("first night") < text.index("second night")
