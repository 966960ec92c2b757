"""How the parser's trees lie in memory, for the walk in C: learnt from a known tree, or not used.

The walk in C reads lexbor's own nodes, many times as fast as through the parser's Python objects. What it expects of
them is compared, once a process, with what those objects say of each node of a made-up page. Where anything disagrees
(another version of the parser), the walk in Python does the same.
"""

from __future__ import annotations

from functools import cache

from selectolax.lexbor import LexborHTMLParser

from cleaner.model import Kind
from cleaner.native import native
from cleaner.read import tags
from cleaner.read.hiding import for_readers, style_hides
from cleaner.read.inline import folded, preformatted
from cleaner.read.metadata import WANTED
from cleaner.read.walk import made_block, made_element

TYPE_CHECKING = False
if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from cleaner._native import Layout

# Each attribute that the walk asks for, names of one to more letters than lexbor keeps in place, and no value at all.
ATTRIBUTES = (
    "id=v1 class='v2 é' role=v3 itemprop=v4 rel=v5 hidden=v6 style=v7 aria-hidden=v8 open=v9 datetime=v10 "
    "lang=v11 property=v12 name=v13 http-equiv=v14 content=v15 href=v16 type=v17 x=v18 data-sixteen-lon=v19 "
    "data-seventeen-lo=v20 data-empty data-much-longer-than-any-that-is-kept-in-place=v21 popover=v22"
)

# The tags that pages have, each where it may stand; the last takes all text that follows.
IN_HEAD = "title meta link base style script noscript template"
IN_BODY = (
    "a abbr acronym address applet area article aside audio b basefont bdi bdo bgsound big blink blockquote br "
    "button canvas center cite code data datalist dd del desc details dfn dialog dir div dl dt em embed fieldset "
    "figcaption figure font footer foreignobject form h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins "
    "isindex kbd keygen label legend li listing main malignmark map mark marquee menu menuitem meter mglyph "
    "multicol nav nextid nobr noembed noframes object ol optgroup option output p param picture pre progress q rb "
    "rp rt rtc ruby s samp search section select selectedcontent slot small source spacer span strike strong sub "
    "summary sup textarea time track tt u ul var video wbr x-a x-b x-much-longer-than-this x-seventeen-longs "
    "x-sixteen-long-s xmp"
)
TABLE = (
    "<table><caption></caption><colgroup><col></colgroup><thead><tr><th></th></tr></thead><tbody><tr><td></td></tr>"
    "</tbody><tfoot></tfoot></table>"
)
FOREIGN = (
    "<math><mi xlink:href=v1 definitionurl=v2></mi><mo></mo><mn></mn><ms></ms><mtext></mtext><frameset></frameset>"
    "<frame></frame><image></image><annotation-xml></annotation-xml></math>"
    "<svg><path></path><foreignObject></foreignObject></svg>"
)


def page() -> str:
    """The made-up page."""
    head, body = ("".join(f"<{tag}></{tag}>" for tag in names.split()) for names in (IN_HEAD, IN_BODY))
    words = f"one<!-- - --> <p {ATTRIBUTES}>two é<x-a class=v1>three</x-a>four</p><p data-none>five &amp; six</p>"
    return f"<!doctype html><html><head>{head}</head><body class=v1>{words}{body}{TABLE}{FOREIGN}<plaintext>seven"


# What is told of each node: its address, those of the next and of its first child (0: there is none), tag, text,
# attributes.
Fact = tuple[int, int, int, str, str | None, dict[str, str | None]]


def facts(root: LexborNode) -> list[Fact]:
    """What the parser says of each node of a tree."""
    found: list[Fact] = []
    left = [(root, root.mem_id)]
    while left:
        node, address = left.pop()
        around = (None if node is root else node.next, node.first_child)
        others = [(other, other.mem_id) for other in around if other is not None]
        next_to, first = [0 if other is None else other.mem_id for other in around]
        tag = node.tag or "-"
        is_element = tag[0] != "-"
        text = None if is_element else node.text_content
        found.append((address, next_to, first, tag, text, node.attributes if is_element else {}))
        left += others
    return found


# What a tag may mean to the walk: a bit each, in the order of native/lexbor.h.
SETS = (
    tags.BLOCKS, tags.LISTS, tags.SKIPPED, tags.DETACHED, tags.STRONG, tags.CELLS, ("br",), ("a",), ("time",), ("tr",),
    ("li",), ("title",), ("meta",), ("link",), ("script",), ("noscript",), ("dialog",), ("h1",),
)  # fmt: skip
KIND, LEVEL = 20, 24  # the bits where the kind of its text begins, from 1, and the level of a heading


def meanings() -> dict[str, int]:
    """What each tag means that means something."""
    found: dict[str, int] = {}
    for place, names in enumerate(SETS):
        for tag in names:
            found[tag] = found.get(tag, 0) | 1 << place
    kinds = {kind: number << KIND for number, kind in enumerate(Kind, 1)}
    for tag, kind in tags.KINDS.items():
        found[tag] |= kinds[kind]
    for tag, level in tags.LEVELS.items():
        found[tag] |= level << LEVEL
    return found


@cache
def learnt() -> Layout | None:
    """The layout of the parser's trees; None where it is not the expected one."""
    root = LexborHTMLParser(page()).root
    if native is None or root is None:
        return None
    told = facts(root)
    made: Layout | None = native.layout(told, needs(as_written=any("xlink:href" in fact[-1] for fact in told)))
    return made


def needs(*, as_written: bool) -> tuple[object, ...]:
    """What the walk in C needs of Python, in the order of native/lexbor.h.

    `as_written`: whether the parser tells attributes by the name as it was written, prefix and all.
    """
    return (
        made_element, made_block, tuple(Kind), meanings(), WANTED, tuple(sorted(tags.SCREEN_READER_CLASSES)),
        "".join(tags.PERMALINKS), folded, preformatted, style_hides, for_readers, as_written,
    )  # fmt: skip
