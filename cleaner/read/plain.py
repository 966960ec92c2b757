"""Text that a scraper has pulled out of a page, or a person's text file, to a Page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cleaner.model import Block, Element, InputKind, Kind, Metadata, Page, Strictness
from cleaner.read.inline import folded
from cleaner.read.language import guess
from cleaner.read.leftovers import leftovers
from cleaner.read.wrapping import Wrapping, joined

HEADING = re.compile(r"(#{1,6})[ \t]+(?=[^\s#])")
# A dash alone opens speech in many languages (–, —): it is no bullet.
ITEM = re.compile(r"(?:[-*][ \t]+|[•‣◦▪▸●○∙·][ \t]*)(?=\S*\w|[^\w\n]*\w)")
QUOTE = re.compile(r"(?!>>>)(?:>[ \t]?)+")
UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
CLOSING_MARK = re.compile(r"[ \t]+#+$")
ESCAPE_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])")
TAB = 4  # columns
SCRIPT = "a script or style sheet that was taken for text"
NOT_IN_CODE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Line:
    """A line that is not blank: its number from 1, where its text begins and ends in the source, mark and text."""

    __slots__ = ("number", "start", "end", "indent", "kind", "level", "text", "blank_before")

    def __init__(
        self, number: int, start: int, end: int, indent: int, kind: Kind, level: int, text: str, blank_before: bool
    ) -> None:
        self.number = number
        self.start = start
        self.end = end
        self.indent = indent  # columns
        self.kind = kind  # by its mark
        self.level = level  # of a heading
        self.text = text  # without indent and mark
        self.blank_before = blank_before


def read_text(text: str, *, url: str | None = None, strictness: Strictness = Strictness.BALANCED) -> Page:
    """The page of a text: a block a paragraph, list item, heading, quoted paragraph or fenced piece of code.

    Paragraphs are lines, or what stands between blank lines when the lines are cut at a width, whichever the text uses.
    Scripts and style sheets of the page that a scraper took for text are blocks of code in hidden elements. Each block
    says on which line it begins and from where to where it stands in `text`. `metadata` holds the language that the
    words show, and nothing else.
    """
    elements = [Element("text", None, 0, 0)]
    lines = lines_of(text)
    fences = fenced(lines)
    scripts = scripts_in(text, lines, fences) if "{" in text else {}
    blocks = tuple(blocks_of(text, lines, fences, scripts, elements))
    elements[0].last = len(blocks)
    words = "\n".join([block.text for block in blocks if not block.element.hidden]) if scripts else text
    return Page(InputKind.TEXT, blocks, tuple(elements), Metadata(language=guess(words)), url, strictness=strictness)


def scripts_in(source: str, lines: Sequence[Line], fences: Mapping[int, int]) -> dict[int, int]:
    """The lines of the page's scripts that a scraper took for text: of each run the first, and that past the last."""
    return dict(leftovers([folded(source[line.start : line.end]) for line in lines], covered(fences)))


def covered(runs: Mapping[int, int]) -> frozenset[int]:
    """All lines of some runs, each given by its first and that past its last."""
    return frozenset([at for first, last in runs.items() for at in range(first, last)])


def blocks_of(
    source: str, lines: Sequence[Line], fences: Mapping[int, int], scripts: Mapping[int, int], elements: list[Element]
) -> Iterator[Block]:
    """The blocks of a text, in order; `elements`, of which the first is the text, get one for each script."""
    root = elements[0]
    in_scripts = covered(scripts)
    running = [(at, line, after) for at, (line, after) in enumerate(pairs(lines)) if runs_on(line, after)]
    wrapping = Wrapping([(line.text, after.text) for at, line, after in running if in_scripts.isdisjoint((at, at + 1))])
    indents: list[int] = []
    index = at = 0
    while at < len(lines):
        first = lines[at]
        kind, level = first.kind, first.level
        element = root
        if at in scripts:
            end, kind, level = scripts[at], Kind.CODE, 0
            text = code(source, lines[at:end])
            element = Element("script", root, 1, len(elements), hidden=SCRIPT, kind=kind, first=index, last=index + 1)
        elif at in fences:
            end, kind, level = fences[at], Kind.CODE, 0
            text = code(source, lines[at + 1 : end - 1])
        elif underlined(lines, at):
            end, kind, level = at + 2, Kind.HEADING, 1 if lines[at + 1].text[0] == "=" else 2
            text = shown(first.text)
        else:
            end = paragraph_end(lines, at, wrapping, scripts)
            text = shown(first.text if end == at + 1 else joined([line.text for line in lines[at:end]]))
        if kind is Kind.ITEM:
            level = nesting(indents, first.indent)
        else:
            indents.clear()
        if text:
            if element is not root:
                elements.append(element)
            start, stop = first.start, lines[end - 1].end
            yield Block(index, text, kind, element, level=level, line=first.number, start=start, end=stop)
            index += 1
        at = end


def lines_of(source: str) -> list[Line]:
    """The lines that hold text. Lines end by LF, CRLF, CR or a Unicode separator; they are numbered as editors do."""
    lines: list[Line] = []
    offset, number, blank = 0, 1, True
    for raw in source.splitlines(keepends=True):
        text = raw.strip()
        if text:
            lead = len(raw) - len(raw.lstrip())
            start = offset + lead
            kind, level, content = marked(text)
            indent = len(raw[:lead].expandtabs(TAB)) if lead else 0
            lines.append(Line(number, start, start + len(text), indent, kind, level, content, blank))
        blank = not text
        offset += len(raw)
        number += raw.endswith(("\n", "\r"))
    return lines


def marked(text: str) -> tuple[Kind, int, str]:
    """What a line is by the mark that it begins with, the level of a heading, and the text without the mark."""
    if text[0] in "#>-*•‣◦▪▸●○∙·":
        found = HEADING.match(text)
        if found:
            return Kind.HEADING, len(found[1]), CLOSING_MARK.sub("", text[found.end() :])
        found = ITEM.match(text)
        if found:
            return Kind.ITEM, 0, text[found.end() :]
        found = QUOTE.match(text)
        if found:
            return Kind.QUOTE, 0, text[found.end() :]
    return Kind.PARAGRAPH, 0, text


def pairs(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Each line with the one after it."""
    return pairwise(lines)


def runs_on(line: Line, after: Line) -> bool:
    """Whether the next line may go on with the paragraph of this one, by blank lines, marks and indents."""
    if after.blank_before or not line.text or not after.text:
        return False
    if after.kind is Kind.QUOTE:
        return line.kind is Kind.QUOTE
    return after.kind is Kind.PARAGRAPH and (
        line.kind is Kind.PARAGRAPH or (line.kind is Kind.ITEM and after.indent > line.indent)
    )


def paragraph_end(lines: Sequence[Line], at: int, wrapping: Wrapping, scripts: Mapping[int, int]) -> int:
    """The index past the last line of the paragraph that begins with line `at`."""
    end = at + 1
    if not wrapping.width:
        return end
    in_item = lines[at].kind is Kind.ITEM
    while end < len(lines) and end not in scripts and wrapping.joins(lines[end - 1].text, lines[end].text):
        after = lines[end]
        if not runs_on(lines[at] if in_item else lines[end - 1], after):
            break
        end += 1
    return end


def underlined(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at` stands alone with a line of `===` or `---` under it: a heading."""
    if at + 1 >= len(lines) or not lines[at].blank_before or lines[at].kind is not Kind.PARAGRAPH:
        return False
    return not lines[at + 1].blank_before and UNDERLINE.match(lines[at + 1].text) is not None


def fenced(lines: Sequence[Line]) -> dict[int, int]:
    """The pieces of code between fences (``` or ~~~): from the index of an opening fence to that past the closing."""
    found: dict[int, int] = {}
    opened = -1
    for at, line in enumerate(lines):
        if line.text[:3] not in ("```", "~~~"):
            continue
        if opened < 0:
            opened = at
        elif line.text.strip(line.text[0]) == "" and line.text.startswith(lines[opened].text[:3]):
            found[opened] = at + 1
            opened = -1
    return found


def code(source: str, lines: Sequence[Line]) -> str:
    """The lines of a piece of code with their white space, without control characters."""
    if not lines:
        return ""
    start = lines[0].start
    begin = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
    text = NOT_IN_CODE.sub("", "\n".join(source[begin : lines[-1].end].splitlines()))
    return text.expandtabs(TAB)


def shown(text: str) -> str:
    """A paragraph's text: white space folded, without control characters and terminal escape sequences."""
    return folded(ESCAPE_SEQUENCE.sub("", text) if "\x1b" in text else text)


def nesting(indents: list[int], indent: int) -> int:
    """How deep an item stands, from 1. `indents`, of the items that it may stand in, are brought up to date."""
    while indents and indents[-1] >= indent:
        indents.pop()
    indents.append(indent)
    return len(indents)
