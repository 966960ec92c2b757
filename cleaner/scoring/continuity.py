"""How the lines around one go on: long paragraphs or single sentences, in prose or in turns, with the same words.

An article goes on in paragraphs that take up one another's words. Teasers are a headline and a sentence in turns, and
none has words of the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from cleaner.scoring.regions import distances, mean, sums

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

LONG: Final = 220  # characters of a paragraph that no teaser has
FAR: Final = 40.0  # lines
MOST: Final = 20.0  # long paragraphs that are counted
LAST_PROSE: Final = 6  # paragraphs before a line, of which the mean size is taken
NO_PROSE: Final = 9.0  # stands for a line's size beside that of paragraphs where there are none before it
WIDTH: Final = 8  # lines to either side
NEAR: Final = 4
REACH: Final = 6  # lines back in which a word of the line may stand
NONE: Final = -1.0

NAMES: tuple[str, ...] = (
    "long-back", "long-ahead", "long-after", "size-to-prose", "before8-ends", "after8-ends", "before8-turns",
    "after8-turns", "tied-back", "tied-ahead", "tied4", "before8-tied", "after8-tied",
)  # fmt: skip


class Continuity:
    """What is worked out for all lines of a text; from it a row for any of them, in the order of NAMES."""

    __slots__ = ("ahead", "back", "counted", "ends", "long", "long_places", "to_prose", "tied", "turns")

    def __init__(
        self, widths: Sequence[int], ends: Sequence[float], closes: Sequence[bool], prose: Sequence[bool],
        words: Sequence[Sequence[str]], says: Mapping[str, float],
    ) -> None:  # fmt: skip
        """By line: its width, its sentence ends, whether it closes as a sentence does, whether it is prose, its words.

        `says`: how much a word says of a subject.
        """
        is_long = [width >= LONG and closed for width, closed in zip(widths, closes, strict=True)]
        self.long_places = distances(is_long, FAR), distances(is_long[::-1], FAR)[::-1]
        self.long = sums(map(float, is_long))
        self.to_prose = sizes_to_prose(widths, prose)
        self.ends = sums(ends)
        self.turns = sums([float(at > 0 and closes[at] != closes[at - 1]) for at in range(len(closes))])
        self.back, self.ahead = ties(words, says), ties(words[::-1], says)[::-1]
        tied = [max(pair) for pair in zip(self.back, self.ahead, strict=True)]
        self.tied = sums([max(share, 0.0) for share in tied])
        self.counted = sums([float(share >= 0.0) for share in tied])

    def row(self, index: int) -> list[float]:
        """The row of one line."""
        total = len(self.back)
        low, after, high = max(0, index - WIDTH), index + 1, min(total, index + 1 + WIDTH)
        return [
            self.long_places[0][index],
            self.long_places[1][index],
            min(self.long[total] - self.long[after], MOST),
            self.to_prose[index],
            mean(self.ends, low, index),
            mean(self.ends, after, high),
            mean(self.turns, low, index),
            mean(self.turns, after, high),
            self.back[index],
            self.ahead[index],
            self.tie(max(0, index - NEAR), min(total, after + NEAR)),
            self.tie(low, index),
            self.tie(after, high),
        ]

    def tie(self, first: int, last: int) -> float:
        """The mean tie of some lines that have words."""
        counted = self.counted[last] - self.counted[first]
        return (self.tied[last] - self.tied[first]) / counted if counted else NONE


def sizes_to_prose(widths: Sequence[int], prose: Sequence[bool]) -> list[float]:
    """For every line, the log of its size over the mean size of the last paragraphs before it."""
    found = []
    sizes: list[int] = []
    for width, is_prose in zip(widths, prose, strict=True):
        last = sizes[-LAST_PROSE:]
        found.append(log(width * len(last) / sum(last)) if last else NO_PROSE)
        if is_prose:
            sizes.append(width)
    return found


def ties(words: Sequence[Sequence[str]], says: Mapping[str, float]) -> list[float]:
    """For every line, how much of its words stands in the few lines before it; NONE for a line without words."""
    last: dict[str, int] = {}
    found = []
    for at, each in enumerate(words):
        tied = whole = 0.0
        for word in each:
            whole += says[word]
            if at - last.get(word, -REACH - 1) <= REACH:
                tied += says[word]
            last[word] = at
        found.append(tied / whole if whole else NONE)
    return found
