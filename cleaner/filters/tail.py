"""What follows an article's end: author boxes, contact lines, tag lists."""

from __future__ import annotations

from cleaner.lexicon import lexicon
from cleaner.members import LENIENT, STRICT
from cleaner.model import Block, Drop, Page, Strictness, Vouch
from cleaner.phrase import Match
from cleaner.prose import MIN_PROSE, is_prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar, Final

REASONS: Final = frozenset({"author-box", "contact-line", "tag-list", "more-on-story"})

# Labels after which the rest of the tail belongs to them.
LABELS: Final = REASONS - {"contact-line"}


class Tail:
    """Author boxes, contact lines and tag lists below an article's end, up to the last paragraph of its prose."""

    name: ClassVar[str] = "tail"
    by_phrase: ClassVar[bool] = True

    def __init__(self, *, max_share: float = 0.2, max_blocks: int = 20, cues: int = 2) -> None:
        self.max_share = max_share  # of the standing text; what takes more is no tail
        self.max_blocks = max_blocks
        self.cues = cues  # phrases of an author's life that make a paragraph at the end an author box

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        room = int(self.max_share * sum(len(block.text) for block in blocks))
        drops: list[Drop] = []
        unsure: list[Block] = []
        for block in reversed(blocks[-self.max_blocks :]):
            found = self.judge(block, page.strictness)
            if found is None:
                if is_prose(block.text):
                    break
                unsure.append(block)
                continue
            if found.category in LABELS and len(block.text) < MIN_PROSE:
                drops += (Drop(below, found.category, f'stands under "{found.phrase}"') for below in unsure)
                unsure.clear()
            drops.append(Drop(block, found.category, found))
            room -= len(block.text)
            if room < 0:
                return
        yield from reversed(drops)

    def judge(self, block: Block, strictness: Strictness) -> Match | None:
        """The phrase by which a block belongs to a tail."""
        table = lexicon()
        if match := table.find(block.text, REASONS, strictness):
            return match
        if strictness is LENIENT or len(block.text) > 1200:
            return None
        cues = [match for match in table.cues(block.text) if match.category == "author-cue"]
        ends = {match.start + len(match.phrase) for match in cues}
        if len(ends) >= self.cues or (cues and cues[0].start == 0 and strictness is STRICT):
            return Match("author-box", cues[0].language, cues[0].phrase, cues[0].start)
        return None
