"""What the phrases of the trade say of a text's lines: prompts, controls, bylines, credits, and where they stand.

The words of a line have weights in the languages of the labelled pages; the phrases speak in some more. A line after
"3 comments" is a reader's, one after "More on this story" another article's, whatever it says itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from cleaner.lexicon import lexicon
from cleaner.model import Block, Strictness
from cleaner.scoring.regions import sums

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# Each group of phrases that say the same of the lines around them; what is in none is a prompt to the reader.
GROUPS: Final = {
    "prompt": (),
    "control": (
        "site-menu", "page-control", "media-control", "share-prompt", "follow-prompt", "advertisement-label",
        "live-blog-control", "form-label",
    ),
    "more": ("read-more", "more-on-story"),
    "comments": ("comment-prompt",),
    "tail": ("author-box", "contact-line", "tag-list", "copyright-line", "affiliate-notice", "correction-policy"),
    "credit": ("photo-credit", "agency-name", "agency-credit"),
    "time": ("byline", "dateline", "entry-time", "reading-time"),
}  # fmt: skip
PROMPT: Final = 1.0
CODES_OF_GROUPS: Final = {group: float(code) for code, group in enumerate(GROUPS, 1)}
CODES: Final = {category: CODES_OF_GROUPS[group] for group, categories in GROUPS.items() for category in categories}
WIDTH: Final = 25  # lines to either side
NEVER: Final = -1.0  # no such line on this side
OUTSIDE: Final = -1.0
NEAR: Final = (-1, 1, 2)

NAMES: tuple[str, ...] = (
    "phrase", *(f"phrase{at:+d}" for at in NEAR), "before25-phrases", "after25-phrases",
    *(f"since-{group}" for group in GROUPS), *(f"until-{group}" for group in GROUPS),
)  # fmt: skip


class Furniture:
    """The groups of a text's lines; from it a row for any of them, in the order of NAMES."""

    __slots__ = ("after", "before", "codes", "counts")

    def __init__(self, codes: Sequence[float]) -> None:
        self.codes = codes
        self.counts = sums([1.0 if code else 0.0 for code in codes])
        groups = range(1, len(GROUPS) + 1)
        self.before = [steps(codes, float(group)) for group in groups]
        self.after = [steps(codes[::-1], float(group))[::-1] for group in groups]

    def row(self, index: int) -> list[float]:
        """The row of one line."""
        codes, counts, total = self.codes, self.counts, len(self.codes)
        row = [codes[index]]
        row += [codes[index + at] if 0 <= index + at < total else OUTSIDE for at in NEAR]
        low, high = max(0, index - WIDTH), min(total, index + 1 + WIDTH)
        row.append((counts[index] - counts[low]) / (index - low) if index > low else OUTSIDE)
        row.append((counts[high] - counts[index + 1]) / (high - index - 1) if high > index + 1 else OUTSIDE)
        row += [found[index] for found in self.before]
        row += [found[index] for found in self.after]
        return row


def phrase_codes(blocks: Sequence[Block]) -> list[float]:
    """For every line the code of the group that its phrase belongs to; 0 for a line that is no phrase of the trade."""
    find = lexicon().find
    matches = [find(block.text, None, Strictness.STRICT) for block in blocks]
    return [CODES.get(match.category, PROMPT) if match else 0.0 for match in matches]


def steps(codes: Sequence[float], group: float) -> list[float]:
    """For every line, the log of how many lines back the nearest of a group stands."""
    found, at = [], 0
    for code in codes:
        found.append(log(at) if at else NEVER)
        if code == group:
            at = 1
        elif at:
            at += 1
    return found
