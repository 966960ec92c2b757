"""What is HTML and what is text."""

from __future__ import annotations

import time

import pytest

from cleaner.read.markup import looks_like_html

ARTICLE_ABOUT_HTML = """How paragraphs work

Every page is made of elements. The <p> tag begins a paragraph, and </p> ends it; the <div> tag has no meaning at all.
If you forget the end tag, browsers add it. A list is made of <ul> and <li>:

<ul>
<li>milk</li>
</ul>

Above all, do not put a <div> into a <p>. Browsers close the paragraph when they meet it, and the page looks other than
you meant it to. This has been so since the first version of the language, and it will stay so.
"""

MARKDOWN = """<p align="center"><img src="logo.png" alt="Logo"></p>

# Tidy

Tidy is a small tool that keeps a **desk** in order. It was written over three winters, and it shows in places.

- it counts <kbd>pens</kbd>
- it finds the key

```html
<!DOCTYPE html>
<html><head><title>Desk</title></head><body><p>Here is an example of a page, and it is a long one.</p></body></html>
```

See <https://example.org> for more, or write to <help@example.org>.
"""


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><title>x</title><p>y",
        '\ufeff\n<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">\n<html>',
        "<!-- saved from a disk -->\n<!-- twice -->\n<HTML>\n<BODY>\nHello there\n",
        "<html><body>Hello there, this is a page",
        "<style>p { color: red }</style>\n<p>text</p>",
        '<nav class="top"><a href="/">Home</a></nav>',
        "<p>One paragraph.</p><p>Another one.</p>",
        "<p>Old pages\n<p>close no paragraph,\nwhich is allowed,\n<p>and read well.",
        "<div>\n  A text that stands\n  on several lines\n  inside one element\n</div>",
        "A line<br>and another one<br><br>and a third.",
        'A sentence with <b>bold type</b>, a <a href="/x">link</a> and more.<p>A second paragraph.<p>And a third.',
        "<ul><li>one<li>two</ul>",
        "<table><tr><td>1<td>2</table>",
        "<my-story><p>Text</p></my-story>",
        "Notice: undefined index in page.php\n<!DOCTYPE html>\n<html lang='en'><head></head><body>"
        + "<p>A paragraph of a page that a server wrote a notice before.</p>" * 3
        + "</body></html>",
        '<div class="page">' + "<p>Many words of text.</p>" * 3000,
    ],
)
def test_html_is_told(text: str) -> None:
    """Documents and fragments, old ones and broken ones."""
    assert looks_like_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A plain sentence.",
        "If a < b and c > d, then swap them.",
        "From: Ann <ann@example.org>\nTo: John <john@example.org>\n\nSee <https://example.org/a>.",
        "The <p> tag makes a paragraph, the <br> tag breaks a line, and <div> makes a box.",
        "<html> is the root element of every page.\nInside it stand <head> and <body>, in this order.\nThat is all.",
        "<!DOCTYPE html> is the first line of a page and tells the browser how to read it",
        ARTICLE_ABOUT_HTML,
        MARKDOWN,
        "template<class T> std::vector<T> f(List<String> a, Map<A, B> b);",
        "def bold(text):\n    return '<b>' + text + '</b>'\n\n\nfor word in "
        "words:\n    print(bold(word))\n    count += 1\n",
        "We <3 this place, and <all> of you.",
        "# Heading\n\nSome *words* and a [link](https://example.org).\n\n> A quote\n",
    ],
)
def test_text_is_told(text: str) -> None:
    """Prose that names tags, mail addresses, code and Markdown."""
    assert not looks_like_html(text)


@pytest.mark.parametrize(
    "piece", ["<p ", "<", "<!--", "<div>", "<p>", "a<br>", " ", "```\n", "</b>", "<b>x</b>", "<a b='"]
)
def test_it_is_quick_on_hostile_input(piece: str) -> None:
    """Only the beginning is looked at, and in one pass."""
    text = piece * (2_000_000 // len(piece))
    started = time.perf_counter()
    looks_like_html(text)
    assert time.perf_counter() - started < 2
