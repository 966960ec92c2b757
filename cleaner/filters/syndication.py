"""Copyright, agency, republication, affiliate and correction-policy lines."""

from __future__ import annotations

from cleaner.lexicon import lexicon
from cleaner.members import QUOTE
from cleaner.model import Block, Drop, Page, Vouch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar

REASONS = frozenset({"copyright-line", "agency-credit", "republication-note", "affiliate-notice", "correction-policy"})


class Syndication:
    """Lines about the text's rights and origin: copyright, agencies, republication, affiliates, correction policy."""

    name: ClassVar[str] = "syndication"
    by_phrase: ClassVar[bool] = True

    def __init__(self, *, edge: int = 8) -> None:
        # standing blocks from either end that may name an agency; elsewhere the name is a heading
        self.edge = edge

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        table = lexicon()
        for at, block in enumerate(blocks):
            match = table.find(block.text, REASONS, page.strictness)
            if match is None or block.kind is QUOTE:
                continue
            if match.category != "agency-credit" or min(at, len(blocks) - 1 - at) < self.edge:
                yield Drop(block, match.category, match)
