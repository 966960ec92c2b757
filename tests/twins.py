"""The walk in C beside the walk in Python, for an installation that has both: what differs, as JSON.

Runs as a program with the pages' paths, since the checkout itself is pure Python.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from cleaner.native import native
from cleaner.read import layout
from cleaner.read.html import Made, made, read_html, walked_in_c, walked_in_python
from cleaner.read.nesting import deep_in_python
from cleaner.read.title import NOT_A_WORD, folded_words
from cleaner.text import word_pattern
from cleaner.write.control import CONTROL

BLOCK = "index text kind level links link_chars strong_chars marks line start end".split()
ELEMENT = "tag depth index id classes role itemprop hidden kind first last".split()
HEAD = "title language canonical metas json_ld headings bylines dates".split()

# One of each turn that the walk can take, and of what only a broken page has.
NASTY = [
    "",
    "<p>Plain.",
    "<html lang=de-AT><title> a <title>b</title><title>c</title><h1>one</h1><h1>two<br>lines</h1><h1>3</h1><h1>4</h1>",
    "<p>one<br>two<br> <br>three<a href=x><br><br>four</a><b>bold<br>\u2003<br>still</b> end",
    "<div>a<a>b</a><a>c</a><a> </a><a><b>d</b></a></div><a><div>e</div><div>f</div></a><b><p>g<p>h</b>",
    "<p><span>Jane</span><span>Reporter</span><i>é</i><i>É</i><i>x.</i><i>Ö</i><i>X</i><i>Y</i> Z",
    "<p>soft\u00ad zero\u200bwidth \u202edir \ufeff mark \u00a0 \u3000 \x0b \x1c \x85 &#1; &#2; &#3;&#4; &#0; &#xd800; &#13; \x7f",
    "<pre>\n a\tb\r\n  <div>c</div>  <br>d\n\n</pre><pre> \n </pre><pre>x<h2>y</h2></pre><code>z</code><xmp> <b>w</xmp>",
    "<ul><li>a<ul><li>b<p>c</ul><li><h3>d</h3>e<ol><li><menu><li>f</menu></ol></ul><li>g<dl><dt>h<dd>i</dl>",
    "<table><tr><th>City<th>People<tr><td><a href=x>Ulm</a> <td class=n>1<br>2<tr><td><p>a<p>b<td>c<tr><td>alone",
    "<table><tr><td><div><div>deep</div></div><td>x<tr><td>"
    + "long " * 120
    + "<td>y<tr><td><table><tr><td>p<td>q</table><td>r",
    "<h2>Head <a href=#h>¶</a></h2><h3><a href=#h>#</a></h3><h4>no link ¶</h4><h5><a>🔗 </a></h5><h6>6<h7 hidden>7</h7>",
    "<p>Read <span class='x sr-only'>aloud</span><button>Go<p>on</button>the <label><b>rest</label></b> of it",
    "<div hidden=no>a</div><div style='x:y; DISPLAY : None'>b</div><div style='visibility:hidden'>c</div><div aria-hidden=true>",
    "<p style='xdisplay:none'>a<p style='é;display:none'>b<p style='\u00a0display:none'>c<p style>d<p aria-hidden=TRUE>e<p style=' '>",
    "<dialog>a</dialog><dialog open>b</dialog><noscript><p>c</noscript><p class='é sr-only'>d<p class='sr-only\u00a0e'>e",
    "<p popover>a<p popover=AUTO>b<p popover=manual aria-hidden=true>c<p popover=é>d<p popover=hint class=sr-only>e<p popover=autos>",
    "<p hidden=until-found>a<p hidden=UNTIL-FOUND popover>b<p hidden=until>c<p hidden=until-found style='display:none'>d<dialog popover>e",
    "<p class=a class=b ID=c id=d role='' itemprop rel>x<span class itemprop=author rel=author>By  <b>Me</b></span>",
    "<p><span class='"
    + "k " * 150
    + "' rel=nofollow itemprop=p>marks<i class=1><i class=2><i class=3><i class=4><i class=5><i class=6>x",
    "<time>no date</time><time class=t>none</time><time datetime=2020-01-02 rel=author>a day</time><p>b",
    "<meta name=DESCRIPTION content=' d '><meta property=og:title itemprop=date content><meta name=é><link rel=Canonical href=/c>",
    "<link rel=canonical><link rel=canonical href=/d><script type='application/ld+json; x'>{\"a\": 1}</script><script>no</script>",
    "<x-foo>one</x-foo><x-foo hidden>two</x-foo><x-a-name-longer-than-others>three</x-a-name-longer-than-others><fb:like>f",
    "<math><mi class=m xlink:role=r definitionurl=u>x</mi><mtext><p>y</p></mtext><annotation>z</annotation></math>",
    "<svg><title>i</title><foreignObject><p>no</p></foreignObject></svg><template><p>t</template><select><option>o</select>s",
    "<frameset><frame></frameset><noframes>x</noframes>",
    "<image>a</image><isindex>b<desc>c</desc><plaintext>d</p><p>",
    "<p>漢字かな交じり文</p><p>Ǆ ǅ ß İ ı ſ</p><p>" + "x" * 70_000,
    "<!-- a --><?b?><![CDATA[c]]><p>d<!doctype e>f</p></html>g<html lang=x class=h><body id=i>j",
    b"<p class='\xff'>not \xe9 UTF-8 \xf0\x9f</p>\xc3",
]

TAGS = (
    "p div span a b strong i ul ol li table tr td th br h1 h2 pre code button label time x-foo math mi svg title noscript "
    "dialog section blockquote figcaption dt dd nav script meta link select option textarea caption font summary xmp"
).split()
WORDS = [
    *(
        "Hello",
        "world",
        "Ünï",
        "élan",
        "É",
        "漢字",
        "\u00a0",
        " ",
        "\n",
        "\t",
        "\u200b",
        "\u00ad",
        "a",
        "B",
        "¶",
        "🔗",
        "word.",
    ),
    *(
        "&#1;",
        "&#2;",
        "&#3;",
        "&#4;",
        "&amp;",
        "\x1c",
        "\x85",
        ",",
        "\u202e",
        "\r\n",
        "\u3000",
        "²",
        "<br><br>",
        "<!-- c -->",
    ),
]
ATTRIBUTES = [
    *(
        "id=a",
        "class='b c'",
        "class=sr-only",
        "class",
        "role=nav",
        "itemprop=author",
        "rel=author",
        "hidden",
        "open",
        "style",
    ),
    *(
        "style='display:none'",
        "style='é;visibility: hidden'",
        "aria-hidden=true",
        "hidden=Until-found",
        "popover",
        "popover=manual",
        "datetime=2020",
        "lang=de",
        "name=author",
    ),
    *(
        "content=c",
        "href=/x",
        "type=application/ld+json",
        "rel=canonical",
        "xlink:href=1",
        "data-some-long-attribute=1",
    ),
]


def soup(chance: random.Random) -> str:
    """Tags, attributes and words in no order."""
    pieces: list[str] = []
    for _ in range(chance.randrange(5, 100)):
        tag = chance.choice(TAGS)
        attributes = "".join(f" {chance.choice(ATTRIBUTES)}" for _ in range(chance.choice((0, 0, 1, 2))))
        pieces.append(chance.choice((chance.choice(WORDS), f"<{tag}{attributes}>", f"</{tag}>")))
    return "".join(pieces)


def fields(found: Made) -> list[list[object]]:
    """All that a walk has found, in values that compare."""
    blocks, elements, head = found
    rows: list[list[object]] = [[getattr(block, name) for name in BLOCK] for block in blocks]
    rows += [[getattr(element, name) for name in ELEMENT] for element in elements]
    rows += [[block.element.index, elements[block.element.index] is block.element] for block in blocks]
    rows += [[element.parent is not None and elements.index(element.parent)] for element in elements[:200]]
    return [*rows, *([getattr(head, name)] for name in HEAD)]


def differ(html: str | bytes) -> str:
    """What the two walks over a document say differently; empty where nothing."""
    root = LexborHTMLParser(html).root
    if root is None:
        return ""
    found = walked_in_c(root)
    if found is None:
        return f"not walked in C: {html[:200]!r}"
    pairs = zip(fields(made(found)), fields(made(walked_in_python(root))), strict=False)
    wrong = next((f"{ours} is not {theirs}" for ours, theirs in pairs if ours != theirs), "")
    return f"{wrong} in {html[:200]!r}" if wrong else ""


def is_clean(data: bytes) -> bool:
    """Whether bytes are UTF-8 without NUL and escape characters."""
    try:
        return not set(data.decode()) & {"\0", "\x1b"}
    except UnicodeDecodeError:
        return False


def spoilt(html: str, chance: random.Random) -> bytes:
    """The UTF-8 of a text, one of its bytes another."""
    data = bytearray(html.encode())
    data[chance.randrange(len(data))] = chance.choice((0, 0x1B, 0x80, 0xC0, 0xC3, 0xE0, 0xED, 0xF0, 0xF4, 0xFF, 0x41))
    return bytes(data)


def data_of(soups: list[str], chance: random.Random) -> list[bytes]:
    """Bytes that are UTF-8, and bytes that are hardly any longer."""
    return [html.encode() for html in soups] + [spoilt(html, chance) for html in soups for _ in range(4)]


def texts_of(soups: list[str]) -> list[str]:
    """Texts of one, two and four bytes a character, with all letters whose case is folded in a way of its own."""
    letters = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    stretches = ["".join(letters[at : at + 999]) for at in range(0, len(letters), 999)]
    return [*soups, *(html.encode().decode("latin-1") for html in soups[:200]), *stretches, "", "\ud800", "a\udfff"]


def letters(text: str) -> int:
    """How long a text is in letters, by its UTF-8."""
    size = len(text.encode("utf-8", "surrogatepass"))
    return size if size > 2 * len(text) else len(text)


def without_the_layout(html: str) -> bool:
    """Whether a page is the same where the parser's trees lie in memory otherwise than expected."""
    known = LexborHTMLParser(layout.page()).root  # must live as long as its addresses are looked at
    assert known is not None
    told = layout.facts(known)
    needs = layout.needs(as_written=True)
    assert native is not None
    for place, wrong in ((1, told[3][0] + 8), (3, "q"), (4, "other"), (5, {"id": "other"})):
        lies = [(*fact[:place], wrong, *fact[place + 1 :]) if fact[place] else fact for fact in told]
        if native.layout(lies, needs) is not None:
            return False
    before, layout.learnt = layout.learnt, lambda: None
    page = read_html(html)
    layout.learnt = before
    head = made(walked_in_python(LexborHTMLParser(html).root))[2]
    walk = walked_in_c(LexborHTMLParser(html).root)  # of whose tree nothing is left when its blocks are made
    return walk is not None and fields((page.blocks, page.elements, head)) == fields(made(walk))


def main() -> None:
    """Compare on the named pages, and on made-up ones."""
    chance = random.Random(1)
    soups = [soup(chance) for _ in range(1500)]
    texts = texts_of(soups)
    deep = "<div>x <i>y</i>" * 3_000
    pages = [Path(name).read_bytes() for name in sys.argv[1:]]
    found = {
        "walks": [wrong for html in (*pages, *NASTY, *soups, deep) if (wrong := differ(html))],
        "depth": [html for html in soups if native.deep(html, 4) != deep_in_python(html, 4)],
        "depth of bytes": [html for html in soups if native.deep(html.encode(), 4) != deep_in_python(html, 4)],
        "words": [html for html in soups if folded_words(html) != NOT_A_WORD.sub(" ", html.casefold()).strip()],
        "clean": [str(data) for data in data_of(soups, chance) if native.is_clean_utf8(data) != is_clean(data)],
        "folded": [text for text in texts if native.casefold(text) != text.casefold()],
        "letters": [text for text in texts if native.extent(text) != letters(text)],
        "single words": [text for text in texts if native.words(text) != word_pattern().findall(text)],
        "control": [text for text in texts if native.has_control(text) != bool(re.search(CONTROL, text))],
        "without the layout": [] if all(map(without_the_layout, soups[:20])) else ["differs"],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
