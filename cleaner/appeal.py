"""Appeals for money in running prose: paragraphs in which a newsroom speaks of itself and asks its readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.lexicon import lexicon
from cleaner.model import Block

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# What a newsroom says when it asks: for support, in the first person, of its journalism. A paragraph is an appeal when
# it does all three; one of these alone is everyday prose.
ASK, WE, PRESS = "appeal-ask", "appeal-we", "appeal-press"
CUES: Final = frozenset({ASK, WE, PRESS})

# An article about the trade itself speaks so throughout: past this share of the text it is no appeal.
MAX_SHARE: Final = 0.4

# Longer paragraphs are not read: an appeal is written to be taken in at a glance.
LONGEST: Final = 1500  # characters
SHORTEST: Final = 10  # three cues are longer


def appeals(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """The blocks that are appeals, each with its evidence: sure ones, and those beside them that lead up to them."""
    stems = lexicon().stems
    said = {
        at: cues(block.text)
        for at, block in enumerate(blocks)
        if SHORTEST < len(block.text) <= LONGEST and stems.all_in(block.text)
    }
    found = {at for at, cue in said.items() if cue.keys() >= CUES}
    if not found:
        return
    for at in sorted(found):
        for step in (-1, 1):
            beside = at + step
            while 0 <= beside < len(blocks) and beside not in found:
                said[beside] = cues(blocks[beside].text)
                if not leads_up(said[beside]):
                    break
                found.add(beside)
                beside += step
    if sum(len(blocks[at].text) for at in found) <= MAX_SHARE * sum(len(block.text) for block in blocks):
        for at in sorted(found):
            yield blocks[at], "asks for support: " + ", ".join(f'"{phrase}"' for phrase in said[at].values())


def cues(text: str) -> dict[str, str]:
    """What an appeal says, each kind of cue with the first phrase for it."""
    found: dict[str, str] = {}
    if len(text) <= LONGEST:
        for match in lexicon().cues(text):
            if match.category in CUES:
                found.setdefault(match.category, match.phrase)
    return found


def leads_up(said: dict[str, str]) -> bool:
    """True for a paragraph that is an appeal only beside one: it asks, or speaks of its own journalism."""
    return ASK in said or (WE in said and PRESS in said)
