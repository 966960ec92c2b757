"""One walk over the tree of an HTML document, without recursion: its blocks, their containers, what its head says.

The walk in C (native/walk.c) is its twin.
"""

from __future__ import annotations

from itertools import pairwise

from cleaner.model import Block, Element, Kind
from cleaner.read import tags
from cleaner.read.hiding import NOTHING_SAID, Attributes, Said, hiding, said
from cleaner.read.inline import (
    BREAK,
    LINK_OFF,
    LINK_ON,
    STRONG_OFF,
    STRONG_ON,
    Run,
    folded,
    preformatted,
    runs,
)
from cleaner.read.metadata import WANTED, Head

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from selectolax.lexbor import LexborNode

# What has to be undone when an element ends.
NOTHING: Final = 0
INLINE: Final = 1
LINK: Final = 2
BOLD: Final = 3
BOX: Final = 4
BLOCK: Final = 5
LIST: Final = 6

# Members of the enumeration that are asked for at every node: to get one from its class costs as much as the rest.
CODE: Final = Kind.CODE

MAX_MARKS: Final = 8  # a block: more names around a text say nothing new
NAME_CHARS: Final = 200  # of a byline, a class attribute, a heading kept for the title: longer is not a name

MAX_CELL: Final = 500  # characters: a table cell with more is a column of the layout, not data


class Walk:
    """One walk over a tree: collects the blocks, their containers, and what the head says."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.at = Element("html", None, 0, 0)
        self.elements: list[Element] = [self.at]
        self.head = Head()
        self.pieces: list[str] = []  # the inline content being collected
        self.filled = False  # whether it has any text yet
        self.around: list[tuple[list[str], bool]] = []  # the same of the sentence around a detached box
        self.marks: list[str] = []
        self.links = 0  # open links
        self.bolds = 0  # open bold elements
        self.lists = 0  # open lists
        self.bullet = False  # a list item has begun and has no text yet
        self.abuts = False  # an inline element has just ended and nothing has come since

    def over(self, root: LexborNode) -> None:
        """Visit every node in document order; the tree may be of any depth."""
        stack: list[tuple[LexborNode, int]] = []
        self.head.language = (root.attributes.get("lang") or "") if root.tag == "html" else ""
        node = root.child
        while True:
            if node is None:
                if not stack:
                    break
                node, undo = stack.pop()
                self.leave(undo)
            else:
                tag = node.tag
                if tag == "-text":
                    if not self.filled and node.is_empty_text_node and self.at.kind is not CODE:
                        node = node.next  # white space between tags: most text nodes, not worth decoding
                        continue
                    text = node.text_content
                    if text:
                        self.text(text)
                elif tag is not None and tag[0] != "-":
                    undo = self.enter(node, tag)
                    if undo:
                        inside = node.child
                        if inside is not None:
                            stack.append((node, undo))
                            node = inside
                            continue
                        self.leave(undo)
            node = node.next
        self.flush()
        self.elements[0].last = len(self.blocks)

    def text(self, text: str) -> None:
        """Take up a text node."""
        if not self.filled:
            if text.isspace() and self.at.kind is not CODE:
                return
            self.filled = not text.isspace()
        elif self.abuts and text[0].isupper():
            before = self.pieces[-1][-1]
            if before.islower() or before in ".!?:;,)":
                self.pieces.append(" ")  # `<span>Author</span><span>Date</span>`: apart on screen by style alone
        self.abuts = False
        self.pieces.append(text)

    def enter_block(self, node: LexborNode, tag: str) -> int:
        """Begin a block-level element; what has to be undone at its end."""
        if self.filled or self.pieces or self.marks:
            self.flush()
        self.open(tag, node.attributes)
        if tag in tags.LISTS:
            self.lists += 1
            return LIST
        return BLOCK

    def enter(self, node: LexborNode, tag: str) -> int:
        """Begin an element; what has to be undone at its end, NOTHING for one whose content is no text."""
        if tag in tags.BLOCKS:
            if self.at.kind is not CODE:
                return self.enter_block(node, tag)
            self.pieces.append(BREAK)  # a line of code in a box of its own
            return INLINE
        if tag == "br":
            self.pieces.append(BREAK)
            return NOTHING
        if tag in tags.SKIPPED:
            if tag in tags.SAYING:
                self.note(node, tag)
            return NOTHING
        return self.enter_inline(node, tag)

    def enter_inline(self, node: LexborNode, tag: str) -> int:
        """Begin an inline element."""
        attributes: Attributes = node.attributes
        known = said(attributes) if attributes else NOTHING_SAID
        if tag in tags.DETACHED or hiding(tag, attributes, known):
            self.around.append((self.pieces, self.filled))
            self.pieces, self.filled = self.fresh(), False
            self.open(tag, attributes)
            return BOX
        undo = INLINE
        if tag == "a":
            self.links += 1
            self.pieces.append(LINK_ON)
            undo = LINK
        elif tag in tags.STRONG:
            self.bolds += 1
            self.pieces.append(STRONG_ON)
            undo = BOLD
        elif "-" in tag:
            self.pieces.append(" ")  # a custom element: most are boxes
        if attributes:
            self.remark(node, tag, known)
        return undo

    def remark(self, node: LexborNode, tag: str, known: Said) -> None:
        """Keep what an inline element's attributes say of its text."""
        _, classes, _, item, rel, _ = known
        for value in (classes, rel, item):
            if value and len(self.marks) < MAX_MARKS:
                self.marks.append(value[:NAME_CHARS])
        if tag == "time":
            self.head.dates.append(node.attributes.get("datetime") or "")
        if rel == "author" or item == "author":
            self.head.bylines.append(folded(node.text())[:NAME_CHARS])

    def leave(self, undo: int) -> None:
        """End an element that was begun."""
        if undo == INLINE:
            self.abuts = True
        elif undo == BLOCK:
            self.close()
        elif undo == LINK:
            self.links -= 1
            self.pieces.append(LINK_OFF)
        elif undo == BOLD:
            self.bolds -= 1
            self.pieces.append(STRONG_OFF)
        elif undo == LIST:
            self.close()
            self.lists -= 1
        else:
            self.close()
            self.pieces, self.filled = self.around.pop()
            self.pieces.append(" ")

    def open(self, tag: str, attributes: Attributes) -> None:
        """A container begins."""
        above = self.at
        kind = tags.KINDS.get(tag, above.kind)
        if tag == "li":
            self.bullet = True
        known = said(attributes) if attributes else NOTHING_SAID
        name, classes, role, item, _, _ = known
        hidden = above.hidden or hiding(tag, attributes, known)
        made = Element(
            tag, above, above.depth + 1, len(self.elements), name, classes, role, item, hidden, kind, len(self.blocks)
        )
        self.elements.append(made)
        self.at = made

    def close(self) -> None:
        """The innermost container ends."""
        if self.filled or self.pieces or self.marks:
            self.flush()
        done = self.at
        done.last = len(self.blocks)
        if done.parent is not None:
            self.at = done.parent
        if done.tag == "tr":
            self.join_row(done)
        elif done.tag == "li":
            self.bullet = False
        elif done.tag == "h1" and done.first < done.last and len(self.head.headings) < 3:
            self.head.headings.append(self.blocks[done.first].text)

    def flush(self) -> None:
        """Make blocks of the inline content collected so far."""
        if self.filled:
            raw = "".join(self.pieces)
            if self.at.kind is CODE:
                text = preformatted(raw)
                found = [Run(text)] if text else []
            else:
                found = runs(raw)
            marks = " ".join(self.marks)
            for run in found:
                self.add(run, marks)
            self.filled = False
        if self.pieces:
            self.pieces = self.fresh()
        if self.marks:
            self.marks = []
        self.abuts = False

    def fresh(self) -> list[str]:
        """The beginning of a new stretch of inline content: what is open stays open."""
        pieces = [LINK_ON] if self.links else []
        if self.bolds:
            pieces.append(STRONG_ON)
        return pieces

    def add(self, run: Run, marks: str) -> None:
        """Append one block."""
        at = self.at
        kind, level, text = at.kind, 0, run.text
        if kind is Kind.HEADING:
            level = tags.LEVELS.get(at.tag, 0)
            text = text.replace("\n", " ")
            if run.links and text[-1] in tags.PERMALINKS:
                text = text[:-1].rstrip() or text
            self.bullet = False
        elif self.bullet:
            self.bullet = False
            if kind is Kind.PARAGRAPH:
                kind, level = Kind.ITEM, max(1, self.lists)
        self.blocks.append(
            Block(len(self.blocks), text, kind, at, level, run.links, run.link_chars, run.strong_chars, marks)
        )

    def join_row(self, row: Element) -> None:
        """Make one block of a data table's row; a row of the page's layout stays as it is."""
        cells = self.blocks[row.first :]
        if len(cells) < 2 or any(len(cell.text) > MAX_CELL for cell in cells):
            return
        boxes = [cell_of(cell.element, row) for cell in cells]
        if not all(boxes) or any(one is other for one, other in pairwise(boxes)):
            return
        for inside in self.elements[row.index + 1 :]:
            inside.first, inside.last = row.first, row.first + 1
        self.blocks[row.first :] = [
            Block(
                row.first,
                " | ".join(cell.text.replace("\n", " ") for cell in cells),
                Kind.ROW,
                row,
                0,
                sum(cell.links for cell in cells),
                sum(cell.link_chars for cell in cells),
                sum(cell.strong_chars for cell in cells),
                " ".join(cell.marks for cell in cells if cell.marks),
            )
        ]
        row.last = row.first + 1

    def note(self, node: LexborNode, tag: str) -> None:
        """Keep what an element of the head says of the page (some pages have them in the body)."""
        head = self.head
        attributes: Attributes = node.attributes
        if tag == "title":
            head.title = head.title or folded(node.text())
        elif tag == "meta":
            for key in ("property", "name", "itemprop", "http-equiv"):
                name = attributes.get(key)
                if name and name.lower() in WANTED:
                    head.metas.append((name.lower(), attributes.get("content") or ""))
        elif tag == "link":
            if (attributes.get("rel") or "").lower() == "canonical":
                head.canonical = head.canonical or (attributes.get("href") or "")
        elif "ld+json" in (attributes.get("type") or ""):
            head.json_ld.append(node.text())


def cell_of(element: Element, row: Element) -> Element | None:
    """The row's cell that an element is, or is the only wrapper in; None in anything deeper."""
    for at in (element, element.parent):
        if at is not None and at.parent is row and at.tag in tags.CELLS:
            return at
    return None


def made_element(
    tag: str, parent: Element | None, depth: int, index: int, id: str, classes: str, role: str, itemprop: str,
    hidden: str, kind: Kind, first: int, last: int,
) -> Element:  # fmt: skip
    """An element, for the walk in C: to call a compiled function costs less than to call a class."""
    return Element(tag, parent, depth, index, id, classes, role, itemprop, hidden, kind, first, last)


def made_block(
    index: int, text: str, kind: Kind, element: Element, level: int, links: int, link_chars: int, strong_chars: int,
    marks: str,
) -> Block:  # fmt: skip
    """A block, for the same."""
    return Block(index, text, kind, element, level, links, link_chars, strong_chars, marks)
