"""Prompts to the reader and the labels of a page's furniture, by their wording."""

from __future__ import annotations

from cleaner.appeal import appeals
from cleaner.lexicon import lexicon
from cleaner.members import ITEM, LENIENT, QUOTE, STRICT
from cleaner.model import Block, Drop, Page, Vouch
from cleaner.phrase import Match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar, Final

REASONS: Final = frozenset({
    "login-prompt", "registration-prompt", "subscription-prompt", "donation-appeal", "newsletter-prompt",
    "consent-notice", "cookie-notice", "notification-prompt", "app-prompt", "share-prompt", "follow-prompt",
    "comment-prompt", "advertisement-label", "read-more", "poll-prompt", "survey-prompt", "bot-check",
    "javascript-notice", "feedback-prompt", "media-control", "page-control", "site-menu", "form-label",
    "call-to-action",
})  # fmt: skip


class Prompts:
    """Prompts to the reader: log in, subscribe, donate, share, comment, cookies; advertisement and page labels."""

    name: ClassVar[str] = "prompts"
    by_phrase: ClassVar[bool] = True

    def __init__(self, *, company: int = 4) -> None:
        # A word like "Services" is a menu entry among prompts and a heading elsewhere. No gold text of wcxb-dev or
        # fundus-dev has so many of them in a row with a sure prompt among them.
        self.company = company

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        table, strict = lexicon(), page.strictness is STRICT
        reach = LENIENT if page.strictness is LENIENT else STRICT
        run: list[tuple[Block, Match]] = []
        for block in blocks:
            match = table.find(block.text, REASONS, reach)
            if match is not None and not is_spared(block, match):
                run.append((block, match))
            elif run:
                yield from self.sure(run, strict)
                run.clear()
        yield from self.sure(run, strict)
        if page.strictness is not LENIENT:
            for block, evidence in appeals(blocks):
                yield Drop(block, "donation-appeal", evidence)

    def sure(self, run: Sequence[tuple[Block, Match]], strict: bool) -> Iterator[Drop]:
        """The drops among neighbouring matches: all in company or under the strict setting, else the sure ones."""
        together = strict or (len(run) >= self.company and not all(match.weak for _, match in run))
        for block, match in run:
            if together or not match.weak:
                yield Drop(block, match.category, match)


def is_spared(block: Block, match: Match) -> bool:
    """True where the wording is the article's own: a step of instructions ("Log in to your account"), a quotation."""
    if block.kind is ITEM:
        return any(element.tag == "ol" for element in block.element.ancestors())
    return block.kind is QUOTE and match.category != "media-control"
