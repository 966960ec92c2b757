"""Whether a text is HTML or plain, by its content."""

from __future__ import annotations

import re
from functools import cache

SAMPLE = 30_000  # characters; what kind a text is shows at its beginning

FIRST_LINE = 1000  # characters of a text without line breaks

# What stands before the first tag of a document: white space, a byte-order mark, comments, processing instructions.
PREAMBLE = r"(?s)(?:[\s\ufeff]+|<!--.*?-->|<\?[^>]*>)*"
# What a document or a large part of one begins with, and Markdown does not: it begins with a centred heading or image.
DOCUMENT = (
    r"<(?:!doctype\s+[a-z]|(?:html|head|body|title|meta|link|base|style|script|noscript|template|svg|article|aside|footer"
    r"|form|header|iframe|main|nav|section|[a-z]+-[a-z-]+)(?=[\s/>]))"
)
DOCTYPE = "<!doctype html"  # of most documents, for which the two expressions need not be made
XML_DECLARATION = re.compile(r"\s*<\?xml\s")

EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta"})
UNCLOSED = frozenset({"p", "li", "dd", "dt", "td", "th", "tr"})  # whose end tags HTML lets one leave out
SEPARATORS = frozenset({"br", "p", "hr"})

# Share of the text that stands inside elements. A fragment of HTML has nearly all of it there, an article about HTML
# its examples at most, Markdown the odd image or table.
INSIDE_SHARE = 0.6


@cache
def document_pattern() -> re.Pattern[str]:
    """What the beginning of a document matches; compiled for one that has not the usual first words."""
    return re.compile(DOCUMENT, re.IGNORECASE)


@cache
def tag_pattern() -> re.Pattern[str]:
    """What an HTML tag matches; compiled for an input that does not begin as a document."""
    return re.compile(
        r"<(/?)(a|abbr|address|article|aside|b|blockquote|body|br|button|caption|center|cite|code|dd|del|details|div|dl|dt"
        r"|em|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link"
        r"|main|mark|meta|nav|noscript|ol|option|p|picture|pre|q|s|script|section|select|small|span|strong|style|sub"
        r"|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|u|ul|video|[a-z]+-[a-z-]+)"
        r"(?=[\s/>])[^<>]*>",
        re.IGNORECASE,
    )


def surely_html(beginning: str) -> bool:
    """Whether a text is HTML, whatever follows its beginning."""
    start = after_preamble(beginning)
    if not begins_document(beginning, start):
        return False
    if "\n" in beginning[start:]:
        return not reads_on(beginning, start)
    return "<" in beginning[start : start + FIRST_LINE].partition(">")[2]


def looks_like_html(text: str) -> bool:
    """Whether a text is HTML (a document or a fragment) rather than plain text or Markdown that may mention tags."""
    start = after_preamble(text)
    if begins_document(text, start) and not reads_on(text, start):
        return True
    if XML_DECLARATION.match(text) and text.startswith("<", start):
        return True
    sample = text[start : start + SAMPLE]
    if "<" not in sample:
        return False
    sample = re.sub(r"^```.*?^```", "", sample, flags=re.DOTALL | re.MULTILINE)  # fenced code
    tags = list(tag_pattern().finditer(sample))
    if not tags:
        return False
    cut = len(text) > start + SAMPLE
    return separated_by_tags(sample, tags) or inside(sample, tags, cut) >= INSIDE_SHARE * visible(sample)


def after_preamble(text: str) -> int:
    """Where the first tag of a document would begin."""
    if is_doctype(text, 0):
        return 0
    begin = re.match(PREAMBLE, text)
    return begin.end() if begin else 0


def begins_document(text: str, start: int) -> bool:
    """Whether a document or a large part of one begins at a place."""
    return is_doctype(text, start) or document_pattern().match(text, start) is not None


def is_doctype(text: str, start: int) -> bool:
    """Whether a document's usual first words stand at a place."""
    return text[start : start + len(DOCTYPE)].lower() == DOCTYPE


def reads_on(text: str, start: int) -> bool:
    """Whether the line that begins with a tag goes on in words and without another tag, as a sentence about it does."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else start + FIRST_LINE]
    rest = line.partition(">")[2]
    return "<" not in rest and len(rest.split()) > 2


def separated_by_tags(sample: str, tags: list[re.Match[str]]) -> bool:
    """Whether lines and paragraphs end by `<br>` and `<p>` rather than by line breaks."""
    separators = 0
    for tag in tags:
        if tag[2].lower() in SEPARATORS and not tag[1]:
            # A sentence that names the tag has a space, a bracket or a quotation mark before it and goes on after it.
            before = sample[max(0, tag.start() - 1) : tag.start()] or "\n"
            after = sample[tag.end() : tag.end() + 1] or "\n"
            separators += before.isalnum() or before in ".,;:!?>\n" or after in "\r\n"
    lines = sum(1 for line in sample.split("\n") if line.strip())
    return separators >= 2 and separators >= lines / 2


def inside(sample: str, tags: list[re.Match[str]], cut: bool) -> int:
    """How many visible characters stand inside elements. `cut`: the sample is the beginning of a longer text."""
    spans: list[tuple[int, int]] = []
    still_open: list[re.Match[str]] = []
    for tag in tags:
        name = tag[2].lower()
        if tag[1]:
            for depth in range(len(still_open) - 1, -1, -1):
                if still_open[depth][2].lower() == name:
                    spans.append((still_open[depth].start(), tag.end()))
                    del still_open[depth:]
                    break
        elif name not in EMPTY:
            if name in UNCLOSED and still_open and still_open[-1][2].lower() == name:
                before = still_open.pop()
                if opens_text(before):
                    spans.append((before.start(), tag.start()))
            still_open.append(tag)
    for tag in still_open:
        wraps = cut and (tag.start() == 0 or ("=" in tag[0] and begins_line(tag)))  # its end lies past the sample
        if wraps or (tag[2].lower() in UNCLOSED and opens_text(tag)):
            spans.append((tag.start(), len(sample)))
    return covered(sample, spans)


def begins_line(tag: re.Match[str]) -> bool:
    """Whether a tag begins its line or follows another tag."""
    return tag.string[max(0, tag.start() - 40) : tag.start()].rstrip(" \t")[-1:] in ("", "\n", "\r", ">")


def opens_text(tag: re.Match[str]) -> bool:
    """Whether a tag begins its line, or follows another tag, and words begin after it."""
    after = tag.string[tag.end() : tag.end() + 40].lstrip("\r\n\t")[:1]
    return begins_line(tag) and (after.isalnum() or after in "<\"'“„«(")


def covered(sample: str, spans: list[tuple[int, int]]) -> int:
    """How many visible characters the spans hold together."""
    total = reached = 0
    for start, end in sorted(spans):
        if end > reached:
            total += visible(sample[max(start, reached) : end])
            reached = end
    return total


def visible(sample: str) -> int:
    """How many characters of the text are neither white space nor part of a tag."""
    return sum(map(len, tag_pattern().sub(" ", sample).split()))
