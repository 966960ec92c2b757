"""Hand-built pages and blocks for unit tests."""

from __future__ import annotations

from cleaner.model import Block, Element, InputKind, Kind, Metadata, Page, Strictness

# The paragraphs of an article.
STORY = [
    "The council voted on Monday to keep the night bus running through the winter, after drivers had offered to share shifts.",
    "Passengers had collected four thousand signatures, most of them at the last stop, where the bus turns at two in the morning.",
    "“We did not expect anybody to count us,” said Maren Holt, who cleans offices on the quay and takes the bus home.",
    "The line costs the town about ninety thousand a year, which the treasurer called a rounding error in a difficult budget.",
    "A decision about the summer timetable is expected in March, when the drivers’ agreement has to be renewed.",
]


def element(tag: str = "body", parent: Element | None = None, **fields: str) -> Element:
    """An element below `parent`, with any of its string fields set."""
    made = Element(tag, parent, parent.depth + 1 if parent else 0, 0)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def page(
    *parts: str | Block,
    kind: InputKind = InputKind.HTML,
    strictness: Strictness = Strictness.BALANCED,
    metadata: Metadata | None = None,
) -> Page:
    """A page of these blocks; a bare string is a paragraph in the body. Blocks are renumbered in order."""
    root = element("body" if kind is InputKind.HTML else "text")
    blocks = []
    for index, part in enumerate(parts):
        made = part if isinstance(part, Block) else block(part, element=root)
        for field, value in (("index", index), ("line", 0 if kind is InputKind.HTML else index + 1)):
            object.__setattr__(made, field, value)
        blocks.append(made)
    root.last = len(blocks)
    return Page(kind, tuple(blocks), (root,), metadata or Metadata(), strictness=strictness)


def block(text: str, kind: Kind = Kind.PARAGRAPH, *, element: Element | None = None, **fields: int) -> Block:
    """One block; numeric fields (`link_chars`, `level` …) by name."""
    return Block(0, text, kind, element or Element("p", None, 0, 0), **fields)


def tree(*blocks: Block, strictness: Strictness = Strictness.BALANCED) -> Page:
    """A page of these blocks in the containers that they were made with; both are numbered in document order."""
    containers: dict[int, Element] = {}
    for index, made in enumerate(blocks):
        object.__setattr__(made, "index", index)
        for container in reversed(list(made.element.ancestors())):
            if id(container) not in containers:
                container.index, container.first = len(containers), index
                containers[id(container)] = container
            container.last = index + 1
    return Page(InputKind.HTML, tuple(blocks), tuple(containers.values()), strictness=strictness)
