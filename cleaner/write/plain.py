"""Plain text: paragraphs apart by a blank line, lists and tables on consecutive lines."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.members import CODE, HEADING, ITEM, QUOTE, ROW
from cleaner.model import Article, Block, Element
from cleaner.write.control import one_line, without_control

INDENT = "  "  # a level of nesting: as wide as an item's mark, so that its further lines stand under its first


def render(blocks: Iterable[Block]) -> str:
    """The blocks as plain text for people and for tools that count words.

    Headings, paragraphs, captions, code and quotes (each line after `> `) stand apart by a blank line; the items of a
    list (after `- `, two spaces a level) and the rows of a table stand on consecutive lines. Code keeps its white
    space; elsewhere no line ends in a space and no two blank lines follow each other. No newline at the end.
    """
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        text = form(block)
        if not text:
            continue
        if before is not None:
            parts.append("\n" if same_run(before, block) else "\n\n")
        parts.append(text)
        before = block
    return "".join(parts)


def with_title(article: Article) -> str:
    """The article's text under its title, unless the text begins with it."""
    title = one_line(article.title or "")
    return f"{title}\n\n{article.text}" if title and title != one_line(article.blocks[0].text) else article.text


def form(block: Block) -> str:
    """One block as it stands in the text, by its kind; empty when nothing of it is visible."""
    kind = block.kind
    text = without_control(block.text)
    if kind is CODE:
        return text.strip("\n") if text.strip() else ""
    lines = [line for line in map(str.strip, text.split("\n")) if line] if "\n" in text else [text.strip()]
    if not any(lines):
        return ""
    if kind is ITEM:
        indent = INDENT * max(block.level - 1, 0)
        return f"{indent}- " + f"\n{indent}{INDENT}".join(lines)
    if kind is QUOTE:
        return "> " + "\n> ".join(lines)
    return (" " if kind is HEADING or kind is ROW else "\n").join(lines)


def same_run(before: Block, block: Block) -> bool:
    """Whether two neighbours stand on consecutive lines: two items, or two rows of one table."""
    if block.kind is not before.kind:
        return False
    return block.kind is ITEM or (block.kind is ROW and table_of(before) is table_of(block))


def table_of(row: Block) -> Element | None:
    """The table that a row stands in; None in a text input."""
    return next((element for element in row.element.ancestors() if element.tag == "table"), None)
