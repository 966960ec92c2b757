"""The inline content of one block: raw pieces with marks, to folded text and its figures."""

from __future__ import annotations

import re

from cleaner.native import native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# Marks that the walk puts among the text. HTML text holds none of them: the parser drops or replaces them.
BREAK: Final = "\x00"
LINK_ON: Final = "\x01"
LINK_OFF: Final = "\x02"
STRONG_ON: Final = "\x03"
STRONG_OFF: Final = "\x04"

PARAGRAPH_BREAK: Final = re.compile(r"\x00(?:[\x01-\x04\s]*\x00)+")

# What no text of a page needs: C0 and C1 controls, soft hyphens, zero-width spaces, directional overrides and
# embeddings (which can reorder a terminal's line), byte-order marks, the interlinear and tag characters.
# Compiled for the first text that has any, or that is code.
INVISIBLE: Final = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff]"
)


class Run:
    """A paragraph's text with its figures, in characters."""

    __slots__ = ("text", "links", "link_chars", "strong_chars")

    def __init__(self, text: str, links: int = 0, link_chars: int = 0, strong_chars: int = 0) -> None:
        self.text = text
        self.links = links
        self.link_chars = link_chars
        self.strong_chars = strong_chars


def folded(text: str) -> str:
    """White space folded to single spaces, invisible characters gone."""
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join(re.sub(INVISIBLE, "", text).split())


def runs(raw: str, *, in_link: bool = False, in_strong: bool = False) -> list[Run]:
    """The paragraphs of one stretch of inline content; two line breaks in a row part paragraphs, one stays a newline.

    `in_link` and `in_strong` say that the stretch begins inside a link or bold type.
    """
    if BREAK not in raw:
        run = measured(raw, in_link, in_strong)
        return [run] if run.text else []
    found = []
    for part in PARAGRAPH_BREAK.split(raw):
        run = measured(part, in_link, in_strong)
        if run.text:
            found.append(run)
        in_link = still_open(part, in_link, LINK_ON, LINK_OFF)
        in_strong = still_open(part, in_strong, STRONG_ON, STRONG_OFF)
    return found


def still_open(part: str, before: bool, on: str, off: str) -> bool:
    """Whether a mark that was open before a part, or opened in it, is open at its end."""
    opened, closed = part.rfind(on), part.rfind(off)
    return before if opened == closed else opened > closed


def insides(raw: str, on: str, off: str) -> list[str]:
    """What stands between marks; one that is not closed reaches to the end."""
    found = []
    at = raw.find(on)
    while at >= 0:
        end = raw.find(off, at)
        if end < 0:
            end = len(raw)
        found.append(raw[at + 1 : end])
        at = raw.find(on, end)
    return found


def unmarked(raw: str) -> str:
    """A stretch of inline content without the marks of links and bold type."""
    return raw.replace(LINK_ON, "").replace(LINK_OFF, "").replace(STRONG_ON, "").replace(STRONG_OFF, "")


def measured(raw: str, in_link: bool, in_strong: bool) -> Run:
    """One paragraph's text and figures."""
    if native is not None:
        return Run(*native.measured(raw, in_link, in_strong))
    return measured_in_python(raw, in_link, in_strong)


def measured_in_python(raw: str, in_link: bool, in_strong: bool) -> Run:
    """The same where nothing is built in C."""
    links = link_chars = strong_chars = 0
    if in_link:
        raw = LINK_ON + raw
    if in_strong:
        raw = STRONG_ON + raw
    if LINK_ON in raw:
        for inside in insides(raw, LINK_ON, LINK_OFF):
            chars = len(folded(unmarked(inside)))
            if chars:
                links += 1
                link_chars += chars
        raw = raw.replace(LINK_OFF + LINK_ON, " ")  # links side by side are apart on screen
    if STRONG_ON in raw:
        strong_chars = sum([len(folded(unmarked(inside))) for inside in insides(raw, STRONG_ON, STRONG_OFF)])
    raw = unmarked(raw)
    if BREAK in raw:
        text = "\n".join(line for line in map(folded, raw.split(BREAK)) if line)
    else:
        text = folded(raw)
    return Run(text, links, link_chars, strong_chars)


def preformatted(raw: str) -> str:
    """Code with its white space; line ends and tabs stay, blank lines at both ends go."""
    text = unmarked(raw.replace(BREAK, "\n")).replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    lines = [re.sub(INVISIBLE, "", line).rstrip() for line in text.split("\n")]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return "\n".join(lines)
