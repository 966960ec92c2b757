"""The types that flow through the cleaner: Page, Block, Drop, Decision, Article. Standard library only.

Plain classes with slots, not dataclasses: blocks are made by the hundred for every page, and building a dataclass takes
a millisecond of every cold start. Nobody changes one once it is built, save the reader its own elements and blocks.
All compare by identity and can be pickled.
"""

from __future__ import annotations

from enum import StrEnum

from cleaner.errors import UnknownNameError

TYPE_CHECKING = False  # as type checkers know the name; importing it would cost every cold start 3 ms
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    Choice = TypeVar("Choice", bound=StrEnum)


class Kind(StrEnum):
    """What a block is on the page. Values are stable names, used in `--explain=json`."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"  # the first block of a list item; what follows in the same item is a paragraph
    QUOTE = "quote"
    CODE = "code"  # white space is kept
    ROW = "row"  # one row of a data table, cells joined by " | "
    CAPTION = "caption"
    LABEL = "label"  # a button's, summary's or form label's text


class InputKind(StrEnum):
    """What the input is; `AUTO` decides by content."""

    AUTO = "auto"
    HTML = "html"
    TEXT = "text"


class Strictness(StrEnum):
    """One dial for all filters: `LENIENT` keeps what is doubtful, `STRICT` drops it."""

    LENIENT = "lenient"
    BALANCED = "balanced"
    STRICT = "strict"


class Outcome(StrEnum):
    """What became of a block. `SPARED`: a filter wanted it, a guard of the pipeline kept it."""

    KEPT = "kept"
    DROPPED = "dropped"
    SPARED = "spared"


class Element:
    """A container of the page: a block-level element of HTML, or the whole of a text input.

    Built by the reader and not changed afterwards. Its blocks are contiguous: `page.blocks[first:last]`.
    `hidden` is empty when the element is shown, else the reason that a browser would not show it
    (its own or an ancestor's), for example `display:none`.
    """

    __slots__ = (
        "tag", "parent", "depth", "index", "id", "classes", "role", "itemprop", "hidden", "kind", "first", "last",
    )  # fmt: skip

    def __init__(
        self, tag: str, parent: Element | None, depth: int, index: int, id: str = "", classes: str = "",
        role: str = "", itemprop: str = "", hidden: str = "", kind: Kind = Kind.PARAGRAPH, first: int = 0,
        last: int = 0,
    ) -> None:  # fmt: skip
        self.tag = tag
        self.parent = parent
        self.depth = depth
        self.index = index
        self.id = id
        self.classes = classes
        self.role = role
        self.itemprop = itemprop
        self.hidden = hidden
        self.kind = kind  # what text that stands directly in it is
        self.first = first
        self.last = last

    def __reduce__(self) -> tuple[object, ...]:
        return Element, (
            self.tag, self.parent, self.depth, self.index, self.id, self.classes, self.role, self.itemprop,
            self.hidden, self.kind, self.first, self.last,
        )  # fmt: skip

    def __repr__(self) -> str:
        return f"Element({self.path!r}, blocks {self.first}:{self.last})"

    @property
    def path(self) -> str:
        """The way from the root to here, for a person: `body/main/article#story/p.lead`."""
        parts: list[str] = []
        at: Element | None = self
        while at is not None:
            mark = f"#{at.id}" if at.id else f".{at.classes.split()[0]}" if at.classes.strip() else ""
            parts.append(at.tag + mark)
            at = at.parent
        return "/".join(reversed(parts))

    def ancestors(self) -> Iterator[Element]:
        """This element, its parent, and so on up to the root."""
        at: Element | None = self
        while at is not None:
            yield at
            at = at.parent


class Block:
    """One visible run of text between block-level tags, or one paragraph of a text input.

    `text` is white-space folded, except that a line break of the page (`<br>`) stays as a newline and code keeps its
    white space; it holds no control characters.
    """

    __slots__ = (
        "index", "text", "kind", "element", "level", "links", "link_chars", "strong_chars", "marks", "line", "start",
        "end",
    )  # fmt: skip

    def __init__(
        self, index: int, text: str, kind: Kind, element: Element, level: int = 0, links: int = 0,
        link_chars: int = 0, strong_chars: int = 0, marks: str = "", line: int = 0, start: int = -1, end: int = -1,
    ) -> None:  # fmt: skip
        self.index = index  # place in page.blocks
        self.text = text
        self.kind = kind
        self.element = element  # the nearest block-level element
        self.level = level  # heading: 1 to 6; item: nesting from 1; else 0
        self.links = links  # links that begin in the block
        self.link_chars = link_chars  # characters inside links, white space folded
        self.strong_chars = strong_chars  # characters in bold type
        self.marks = marks  # class names and rel values of the inline elements around its text
        self.line = line  # text input: the line it begins on, from 1; HTML: 0
        self.start = start  # text input: character offsets in the decoded source; HTML: -1
        self.end = end

    def __reduce__(self) -> tuple[object, ...]:
        return Block, (
            self.index, self.text, self.kind, self.element, self.level, self.links, self.link_chars,
            self.strong_chars, self.marks, self.line, self.start, self.end,
        )  # fmt: skip

    def __repr__(self) -> str:
        return f"Block({self.index}, {self.kind.value}, {self.text!r})"

    @property
    def link_share(self) -> float:
        """Share of the block's characters that stand inside links, 0 to 1."""
        return min(1.0, self.link_chars / len(self.text)) if self.text else 0.0

    @property
    def where(self) -> str:
        """Where the block stands, for a person: a line number or the path in the tree."""
        return f"line {self.line}" if self.line else self.element.path


class Metadata:
    """What the page says of itself, each None where it says nothing."""

    __slots__ = (
        "title", "byline", "date", "language", "site", "url", "description", "article_body", "types",
        "path",
    )  # fmt: skip

    def __init__(
        self, title: str | None = None, byline: str | None = None, date: str | None = None,
        language: str | None = None, site: str | None = None, url: str | None = None, description: str | None = None,
        article_body: str | None = None, types: tuple[str, ...] = (), path: str | None = None,
    ) -> None:  # fmt: skip
        self.title = title
        self.byline = byline
        self.date = date  # as the page gives it, ISO 8601 where the page does
        self.language = language  # a primary language subtag in lower case: `en`
        self.site = site
        self.url = url  # canonical
        self.description = description
        self.article_body = article_body  # schema.org articleBody, markup removed
        self.types = types  # what it says it is: `og:article` (Open Graph), `NewsArticle` (schema.org, by JSON-LD)
        self.path = path  # of the canonical address, as the page writes it

    def __reduce__(self) -> tuple[object, ...]:
        return Metadata, (
            self.title, self.byline, self.date, self.language, self.site, self.url, self.description,
            self.article_body, self.types, self.path,
        )  # fmt: skip

    def __repr__(self) -> str:
        return f"Metadata(title={self.title!r}, byline={self.byline!r}, date={self.date!r}, language={self.language!r})"


def no_opinion() -> str | None:
    """Nobody else to ask."""
    return None


class Page:
    """A page read into blocks, in document order, with the containers that they stand in."""

    __slots__ = ("kind", "blocks", "elements", "metadata", "url", "strictness", "opinion")

    def __init__(
        self,
        kind: InputKind,
        blocks: tuple[Block, ...],
        elements: tuple[Element, ...],
        metadata: Metadata | None = None,
        url: str | None = None,
        strictness: Strictness = Strictness.BALANCED,
        opinion: Callable[[], str | None] = no_opinion,
    ) -> None:
        self.kind = kind  # HTML or TEXT, never AUTO
        self.blocks = blocks
        self.elements = elements  # in document order; elements[0] is the root
        self.metadata = metadata or Metadata()
        self.url = url  # as the caller gave it, else the canonical one
        self.strictness = strictness
        self.opinion = opinion  # asks another extractor for the article's text; slow, rarely asked

    def __reduce__(self) -> tuple[object, ...]:
        return Page, (self.kind, self.blocks, self.elements, self.metadata, self.url, self.strictness, self.opinion)

    def __repr__(self) -> str:
        return f"Page({self.kind.value}, {len(self.blocks)} blocks, title {self.metadata.title!r})"


class Drop:
    """What a filter yields for a block that should go.

    `reason` is a stable name (`login-prompt`); `evidence` is a short fact that a person can check: a string, or
    an object whose `str()` is one (so that its wording costs nothing until somebody asks).
    """

    __slots__ = ("block", "reason", "evidence")

    def __init__(self, block: Block, reason: str, evidence: object = "") -> None:
        self.block = block
        self.reason = reason
        self.evidence = evidence

    def __repr__(self) -> str:
        return f"Drop({self.block!r}, {self.reason!r}, {str(self.evidence)!r})"


class Vouch:
    """What a filter yields for a block that it knows to be article: no phrase drops it afterwards."""

    __slots__ = ("block", "evidence")

    def __init__(self, block: Block, evidence: object = "") -> None:
        self.block = block
        self.evidence = evidence

    def __repr__(self) -> str:
        return f"Vouch({self.block!r}, {str(self.evidence)!r})"


class Decision:
    """What became of one block, by which filter (empty: no filter asked for it), why, on what evidence."""

    __slots__ = ("block", "outcome", "filter", "reason", "fact")

    def __init__(self, block: Block, outcome: Outcome, filter: str = "", reason: str = "", fact: object = "") -> None:
        self.block = block
        self.outcome = outcome
        self.filter = filter
        self.reason = reason
        self.fact = fact

    def __reduce__(self) -> tuple[object, ...]:
        return Decision, (self.block, self.outcome, self.filter, self.reason, self.evidence)

    def __repr__(self) -> str:
        return f"Decision({self.block!r}, {self.outcome.value}, {self.filter!r}, {self.reason!r}, {self.evidence!r})"

    @property
    def evidence(self) -> str:
        """The fact behind the decision, in words."""
        return str(self.fact)


class Article:
    """The article of a page: its kept blocks in document order, and one decision for every block of the page."""

    __slots__ = ("text", "metadata", "blocks", "decisions", "url")

    def __init__(
        self,
        text: str,
        metadata: Metadata,
        blocks: tuple[Block, ...],
        decisions: tuple[Decision, ...],
        url: str | None = None,
    ) -> None:
        self.text = text  # plain text, paragraphs apart by a blank line, no newline at the end
        self.metadata = metadata
        self.blocks = blocks
        self.decisions = decisions
        self.url = url

    def __reduce__(self) -> tuple[object, ...]:
        return Article, (self.text, self.metadata, self.blocks, self.decisions, self.url)

    def __repr__(self) -> str:
        return f"Article(title={self.title!r}, {len(self.text)} characters, {len(self.blocks)} blocks kept)"

    @property
    def title(self) -> str | None:
        """The page's title, without the site's name."""
        return self.metadata.title

    @property
    def byline(self) -> str | None:
        """Who wrote it, as the page says."""
        return self.metadata.byline

    @property
    def date(self) -> str | None:
        """When it was published, as the page says."""
        return self.metadata.date

    @property
    def language(self) -> str | None:
        """The primary language subtag: `en`."""
        return self.metadata.language


def named(kind: type[Choice], name: str) -> Choice:
    """The member of an enum by its value; an unknown name raises UnknownNameError with the list of those known."""
    try:
        return kind(name)
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        raise UnknownNameError(f"unknown {kind.__name__.lower()} {name!r}; known: {known}") from None
