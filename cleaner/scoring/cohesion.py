"""How much a line, and the lines around it, speak of what the likely article does; rare words say more than common."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.scoring.regions import sums
from cleaner.scoring.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

RARE: Final = 10  # a word in fewer than one line of so many is rare
HALF: Final = 0.5  # of a line that is likely article, elsewhere: enough for a rare word to be the article's
WINDOWS: Final = ((-3, 4), (-10, 11), (-8, 0), (1, 9))  # lines around one: from, up to
NOTHING_SHARED: Final = -1.0

NAMES: tuple[str, ...] = ("cohesion", "cohesion-rare", "cohesion3", "cohesion10", "before8-cohesion", "after8-cohesion")


class Cohesion:
    """What the lines of a text share with its likely article; from it a row for any of them, in the order of NAMES."""

    __slots__ = ("all", "rare", "shared")

    def __init__(self, scores: Sequence[float], vocabulary: Vocabulary) -> None:
        """`scores`: how likely each line is article."""
        words, lines, says = vocabulary.words, vocabulary.lines, vocabulary.says
        inside: dict[str, float] = {}
        for score, each in zip(scores, words, strict=True):
            for word in each:
                inside[word] = inside.get(word, 0.0) + score
        total = len(scores)
        shared, everything, self.rare = [], [], []
        for score, each in zip(scores, words, strict=True):
            of_article = of_all = 0.0
            rare = 0
            for word in each:
                count = lines[word]
                if count > 1:
                    others = inside[word] - score
                    of_article += says[word] * others / (count - 1)
                    of_all += says[word]
                    rare += count * RARE <= total + RARE and others > HALF
            shared.append(of_article)
            everything.append(of_all)
            self.rare.append(rare / (len(each) or 1))
        self.shared, self.all = sums(shared), sums(everything)

    def row(self, index: int) -> list[float]:
        """The row of one line."""
        return [
            self.share(index, index + 1),
            self.rare[index],
            *[self.share(index + first, index + last) for first, last in WINDOWS],
        ]

    def share(self, first: int, last: int) -> float:
        """How much of what some lines share with others they share with likely article."""
        first, last = max(0, first), min(len(self.rare), last)
        whole = self.all[last] - self.all[first] if last > first else 0.0
        return (self.shared[last] - self.shared[first]) / whole if whole > 1e-9 else NOTHING_SHARED
