"""The second opinion on where a page's article is: readability-lxml's pick. Its only importer."""

from __future__ import annotations

from threading import local
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# Characters and tags; the largest article of 2,144 pages looked at has 21,646 tags. Readability's time grows with the
# square of the number of elements side by side, to 2 s at 100,000. Depth needs no limit: its parser stops at 256.
LARGEST, MOST_TAGS = 2_000_000, 40_000

BREAKS = frozenset(
    (
        "address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table td th tr ul"
    ).split()
)
NOT_TEXT = frozenset({"script", "style", "noscript", "template", "head", "title"})

ASKED = local()  # whether this thread is asking just now


def second_opinion(source: str) -> str | None:
    """The plain text of the article that readability-lxml picks out of an HTML page, a line a block.

    None when it fails, finds nothing, or is not asked because the page has more than `LARGEST` characters or
    `MOST_TAGS` tags. Never raises, and logs and prints nothing. Costs 30 to 120 ms a page.
    """
    if len(source) > LARGEST or source.count("<") > MOST_TAGS or not source.strip():
        return None
    try:
        from lxml.html import document_fromstring
        from readability import Document  # type: ignore[import-untyped]

        silence()
        ASKED.now = True
        summary = Document(source).summary()
        text = plain_text(document_fromstring(summary)) if summary else ""
    except Exception:  # whatever a foreign parser does with a broken page, there is no second opinion then
        return None
    finally:
        ASKED.now = False
    return text or None


def silence() -> None:
    """Keeps what readability logs while this thread asks it out of every log. Doing it again changes nothing."""
    import logging

    logging.getLogger("readability.readability").addFilter(is_wanted)


def is_wanted(record: object) -> bool:
    """Whether a log record comes from a thread that is not asking for a second opinion: from some other user."""
    return not getattr(ASKED, "now", False)


def plain_text(root: HtmlElement) -> str:
    """The visible text under an element, a line a block, white space folded. No recursion."""
    pieces: list[str] = []
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        if done:
            if node.tag in BREAKS:
                pieces.append("\n")
            pieces.append(one_line(node.tail))
            continue
        if isinstance(node.tag, str) and node.tag not in NOT_TEXT:
            if node.tag in BREAKS:
                pieces.append("\n")
            pieces.append(one_line(node.text))
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
        else:
            pieces.append(one_line(node.tail))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str | None) -> str:
    """A text without its line breaks, which mean nothing in HTML."""
    return text.replace("\n", " ").replace("\r", " ") if text else ""
