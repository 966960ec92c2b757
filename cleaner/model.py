"""The types that flow through the cleaner: Page, Block, Drop, Decision, Article. Standard library only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Protocol, TypeVar, runtime_checkable

from cleaner.errors import UnknownNameError

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


@dataclass(slots=True, eq=False)
class Element:
    """A container of the page: a block-level element of HTML, or the whole of a text input.

    Built by the reader and not changed afterwards. Its blocks are contiguous: `page.blocks[first:last]`.
    `hidden` is empty when the element is shown, else the reason that a browser would not show it
    (its own or an ancestor's), for example `display:none`.
    """

    tag: str
    parent: Element | None
    depth: int
    index: int
    id: str = ""
    classes: str = ""
    role: str = ""
    itemprop: str = ""
    hidden: str = ""
    kind: Kind = Kind.PARAGRAPH  # what text that stands directly in it is
    first: int = 0
    last: int = 0

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


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One visible run of text between block-level tags, or one paragraph of a text input.

    Compared by identity. `text` is white-space folded, except that a line break of the page (`<br>`) stays
    as a newline and code keeps its white space; it holds no control characters.
    """

    index: int  # place in page.blocks
    text: str
    kind: Kind
    element: Element  # the nearest block-level element
    level: int = 0  # heading: 1 to 6; item: nesting from 1; else 0
    links: int = 0  # links that begin in the block
    link_chars: int = 0  # characters inside links, white space folded
    strong_chars: int = 0  # characters in bold type
    marks: str = ""  # class names and rel values of the inline elements around its text
    line: int = 0  # text input: the line it begins on, from 1; HTML: 0
    start: int = -1  # text input: character offsets in the decoded source; HTML: -1
    end: int = -1

    @property
    def link_share(self) -> float:
        """Share of the block's characters that stand inside links, 0 to 1."""
        return min(1.0, self.link_chars / len(self.text)) if self.text else 0.0

    @property
    def where(self) -> str:
        """Where the block stands, for a person: a line number or the path in the tree."""
        return f"line {self.line}" if self.line else self.element.path


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of itself, each None where it says nothing."""

    title: str | None = None
    byline: str | None = None
    date: str | None = None  # as the page gives it, ISO 8601 where the page does
    language: str | None = None  # a primary language subtag in lower case: `en`
    site: str | None = None
    url: str | None = None  # canonical
    description: str | None = None
    article_body: str | None = None  # schema.org articleBody, markup removed


def no_opinion() -> str | None:
    """Nobody else to ask."""
    return None


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page read into blocks, in document order, with the containers that they stand in."""

    kind: InputKind  # HTML or TEXT, never AUTO
    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]  # in document order; elements[0] is the root
    metadata: Metadata = field(default_factory=Metadata)
    url: str | None = None  # as the caller gave it, else the canonical one
    strictness: Strictness = Strictness.BALANCED
    opinion: Callable[[], str | None] = no_opinion  # asks another extractor for the article's text; slow, rarely asked


@dataclass(frozen=True, slots=True, eq=False)
class Drop:
    """What a filter yields for a block that should go.

    `reason` is a stable name (`login-prompt`); `evidence` is a short fact that a person can check: a string, or
    an object whose `str()` is one (so that its wording costs nothing until somebody asks).
    """

    block: Block
    reason: str
    evidence: object = ""


@dataclass(frozen=True, slots=True, eq=False)
class Vouch:
    """What a filter yields for a block that it knows to be article: no phrase drops it afterwards."""

    block: Block
    evidence: object = ""


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """What became of one block, by which filter (empty: no filter asked for it), why, on what evidence."""

    block: Block
    outcome: Outcome
    filter: str = ""
    reason: str = ""
    fact: object = ""

    @property
    def evidence(self) -> str:
        """The fact behind the decision, in words."""
        return str(self.fact)


@runtime_checkable
class Filter(Protocol):
    """A step of the pipeline: sees the page and what still stands of it, yields drops and vouches, changes nothing."""

    name: ClassVar[str]
    by_phrase: ClassVar[bool]  # True: judges by wording, so the pipeline's spare guard applies

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterable[Drop | Vouch]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """The article of a page: its kept blocks in document order, and one decision for every block of the page."""

    text: str  # plain text, paragraphs apart by a blank line, no newline at the end
    metadata: Metadata
    blocks: tuple[Block, ...]
    decisions: tuple[Decision, ...]
    url: str | None = None

    @property
    def title(self) -> str | None:
        return self.metadata.title

    @property
    def byline(self) -> str | None:
        return self.metadata.byline

    @property
    def date(self) -> str | None:
        return self.metadata.date

    @property
    def language(self) -> str | None:
        return self.metadata.language


def named(kind: type[Choice], name: str) -> Choice:
    """The member of an enum by its value; an unknown name raises UnknownNameError with the list of those known."""
    try:
        return kind(name)
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        raise UnknownNameError(f"unknown {kind.__name__.lower()} {name!r}; known: {known}") from None
