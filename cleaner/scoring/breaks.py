"""Where the subject of a text changes: the next story, a column of teasers, comments on something else.

Lexical cohesion, as TextTiling uses it (Hearst, TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages,
1997): between two likely lines of one story, many words that stand before stand behind as well; between two stories few
do. How many there would be, were a text's words strewn over its lines, follows from how often each comes; the quotient
of the two does not depend on a text's length or language.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cleaner.scoring.regions import sums
from cleaner.scoring.segments import LIKELY
from cleaner.scoring.vocabulary import Vocabulary, lines_with

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

LEAST: Final = 3  # likely lines on either side of a break
AROUND: Final = 12  # likely lines on either side that are compared
CEILING: Final = 1000  # characters of a line that count
OPENING: Final = 0.3  # of the likely article: what it is about is said by then
NEAR: Final = 3  # lines to either side that are asked what they speak of
ABOUT: Final = 4  # the same of likely ones, for the article's opening
WHOLE: Final = 1.0  # as many words in common as strewn words would have
MOST_LINES: Final = 10_000  # likely lines; in more, borders are not judged by the whole text, whose words take too long
KEPT: Final = 64  # lines whose words near a break are remembered for the lines beside them
LITTLE: Final = 1e-9  # what is left of a sum that is added to and taken from
NONE: Final = -1.0  # nothing to measure

WHOLE_NAMES = ("cut-here", "cut-best", "cut-mass", "cut-words", "cut-after", "cut-since")
NEAR_NAMES = ("break-here", "break-before", "break-mass", "break-since", "break-after", "break-mass-after")
WORD_NAMES = ("opening-words", "opening-words4", "words-before-break", "words-after-break")
NAMES: tuple[str, ...] = (*WHOLE_NAMES, *NEAR_NAMES, *WORD_NAMES)


class Least(NamedTuple):
    """The least cohesion of some borders, and the border that has it."""

    cohesion: float
    border: int


class Breaks:
    """The borders between a text's likely lines; from it a row for any line, in the order of NAMES.

    Border `j` stands before the `j`th likely line, counted from 0.
    """

    __slots__ = (
        "about", "after", "before", "best", "cohesion", "count", "local", "mass", "of_opening",
        "front", "places", "rear", "said",
    )  # fmt: skip

    def __init__(self, scores: Sequence[float], shared: Vocabulary) -> None:
        """`scores` are the first pass's probabilities, one for every line."""
        likely = [at for at, score in enumerate(scores) if score >= LIKELY]
        words = [shared.words[at] for at in likely]
        weight = {word: says * says for word, says in shared.says.items()}
        self.places = [0]  # for every line, the border before it
        for score in scores:
            self.places.append(self.places[-1] + (score >= LIKELY))
        mass = sums([float(min(shared.widths[at], CEILING)) for at in likely])
        all_mass = mass[-1] or 1.0
        self.mass = [before / all_mass for before in mass]
        first, last = reach(words)
        whole = whole_cohesion(words, weight, first, last)
        self.cohesion = [found / expected if expected else WHOLE for found, expected in whole]
        self.best = min(range(len(mass)), key=self.cohesion.__getitem__)
        self.about = self.cohesion[self.best], self.mass[self.best], whole[self.best][1] / all_mass**0.5
        self.local = local_cohesion(words, weight)
        self.before, self.after = least_before(self.local), least_after(self.local)
        border = bisect_left(self.mass, OPENING)
        self.of_opening = Opening(scores, shared, self.places, border, lines_with(words[:border]))
        self.count = len(words)
        self.said = sums([sum([shared.says[word] for word in each]) for each in shared.words])
        self.front = Side(shared, first)
        self.rear = Side(shared, {word: self.count - 1 - at for word, at in last.items()})  # counted from the end

    def row(self, index: int) -> list[float]:
        """The row of one line."""
        border = self.places[index]
        before, after = self.before[border], self.after[border]
        return [
            self.cohesion[border],
            *self.about,
            1.0 if border >= self.best else 0.0,
            float(border - self.best),
            self.local[border],
            before.cohesion,
            self.mass[before.border],
            float(border - before.border),
            after.cohesion,
            1.0 - self.mass[after.border],
            *self.of_opening.shares(index),
            self.share(index, self.front, before.border),
            self.share(index, self.rear, self.count - after.border),
        ]

    def share(self, index: int, side: Side, likely: int) -> float:
        """How much of the words near a line stand in the first likely lines of a side; NONE where it has none."""
        first, last = max(0, index - NEAR), min(len(self.said) - 1, index + NEAR + 1)
        whole = self.said[last] - self.said[first]
        if not likely or whole <= LITTLE:
            return NONE
        return sum([side.known(line, likely) for line in range(first, last)]) / whole


def reach(words: Sequence[Sequence[str]]) -> tuple[dict[str, int], dict[str, int]]:
    """By word, the first and the last line that has it."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for at, each in enumerate(words):
        for word in each:
            first.setdefault(word, at)
            last[word] = at
    return first, last


def whole_cohesion(
    words: Sequence[Sequence[str]], weight: Mapping[str, float], first: Mapping[str, int], last: Mapping[str, int]
) -> list[tuple[float, float]]:
    """For every border, the weight of the words on both sides, and of those that would be, were they strewn.

    A word that comes in `c` lines is on one side of a border at the share `f` by chance `f**c + (1 - f)**c`.
    """
    count = len(words)
    if count > MOST_LINES:
        return [(0.0, 0.0)] * (count + 1)
    change = [0.0] * (count + 2)
    by_times: dict[int, float] = {}
    for word, often in lines_with(words).items():
        if often > 1:
            change[first[word] + 1] += weight[word]
            change[last[word] + 1] -= weight[word]
            by_times[often] = by_times.get(often, 0.0) + weight[word]
    both = sums(change)
    return [
        (both[border + 1], expected(by_times, border / count) if LEAST <= border <= count - LEAST else 0.0)
        for border in range(count + 1)
    ]


def expected(by_times: Mapping[int, float], share: float) -> float:
    """The weight of the words that stand on both sides of a border when they are strewn, by how often they come."""
    rest = 1.0 - share
    return sum([weight * (1.0 - share**often - rest**often) for often, weight in by_times.items()])


def local_cohesion(words: Sequence[Sequence[str]], weight: Mapping[str, float]) -> list[float]:
    """For every border, the cohesion of the lines around it: of the words on both sides, found over expected."""
    count = len(words)
    found = [WHOLE] * (count + 1)
    window = Window(weight)
    first = last = 0
    for border in range(1, count):
        for at in range(last, min(count, border + AROUND)):
            window.enter(words[at])
        last = min(count, border + AROUND)
        window.cross(words[border - 1])
        if border - AROUND > first:
            window.leave(words[first])
            first += 1
        if LEAST <= border <= count - LEAST:
            chance = expected(window.by_times, (border - first) / (last - first))
            found[border] = window.both / chance if chance > LITTLE else WHOLE
    return found


class Window:
    """The words of the lines around a border that moves on: how often each comes, and how often before the border."""

    __slots__ = ("before", "both", "by_times", "times", "weight")

    def __init__(self, weight: Mapping[str, float]) -> None:
        self.weight = weight
        self.times: dict[str, int] = {}
        self.before: dict[str, int] = {}
        self.both = 0.0  # the weight of the words on both sides
        self.by_times: dict[int, float] = {}  # the weight of the words that come so often

    def enter(self, words: Sequence[str]) -> None:
        """A line's words come into view, behind the border."""
        for word in words:
            times, before = self.times.get(word, 0), self.before.get(word, 0)
            self.times[word] = times + 1
            self.counted(word, times, times + 1)
            if before and before == times:
                self.both += self.weight[word]

    def cross(self, words: Sequence[str]) -> None:
        """The border moves behind a line."""
        for word in words:
            times, before = self.times[word], self.before.get(word, 0) + 1
            self.before[word] = before
            self.both += self.weight[word] * ((before < times) - (before > 1))

    def leave(self, words: Sequence[str]) -> None:
        """A line before the border goes out of view."""
        for word in words:
            times, before = self.times[word], self.before[word]
            self.times[word], self.before[word] = times - 1, before - 1
            self.counted(word, times, times - 1)
            if before == 1 and times > 1:
                self.both -= self.weight[word]

    def counted(self, word: str, before: int, after: int) -> None:
        """A word comes as often as `after`, no longer as `before`."""
        weight = self.weight[word]
        for times, sign in ((before, -1.0), (after, 1.0)):
            if times > 1:
                self.by_times[times] = self.by_times.get(times, 0.0) + sign * weight


def least_before(cohesion: Sequence[float]) -> list[Least]:
    """For every border, the least cohesion up to it."""
    found = [Least(WHOLE, 0)]
    for border in range(1, len(cohesion)):
        least = found[-1]
        found.append(Least(cohesion[border], border) if cohesion[border] < least.cohesion else least)
    return found


def least_after(cohesion: Sequence[float]) -> list[Least]:
    """For every border, the least cohesion of those behind it."""
    last = len(cohesion) - 1
    found = [Least(WHOLE, last)]
    for border in range(last, 0, -1):
        least = found[-1]
        found.append(Least(cohesion[border], border) if cohesion[border] <= least.cohesion else least)
    return found[::-1]


class Opening:
    """What the likely article speaks of at its beginning: how much of a line's words it has, and of those around it."""

    __slots__ = ("around", "own")

    def __init__(
        self, scores: Sequence[float], shared: Vocabulary, places: Sequence[int], border: int, lines: Mapping[str, int]
    ) -> None:
        """The opening is what stands before a border; `lines`: by word, how many of its lines have it."""
        self.own: list[float] = []
        known: list[float] = []
        whole: list[float] = []
        for at, score in enumerate(scores):
            likely = score >= LIKELY
            itself = 1 if likely and places[at] < border else 0
            met = said = 0.0
            for word in shared.words[at]:
                says = shared.says[word]
                said += says
                if lines.get(word, 0) > itself:
                    met += says
            self.own.append(met / said if said else NONE)
            known.append(met if likely else 0.0)
            whole.append(said if likely else 0.0)
        self.around = sums(known), sums(whole)

    def shares(self, at: int) -> tuple[float, float]:
        """Of a line's words, and of those of the likely lines around it."""
        known, whole = self.around
        first, last = max(0, at - ABOUT), min(len(self.own), at + ABOUT + 1)
        all_words = whole[last] - whole[first]
        return self.own[at], (known[last] - known[first]) / all_words if all_words > LITTLE else NONE


class Side:
    """What stands on one side of a border, counted from that end of the text: how much of it a line says again."""

    __slots__ = ("found", "places", "shared")

    def __init__(self, shared: Vocabulary, places: Mapping[str, int]) -> None:
        """`places`: by word, the first likely line from that end that has it."""
        self.shared, self.places = shared, places
        self.found: dict[tuple[int, int], float] = {}  # each line is asked for those beside it, of few borders

    def known(self, line: int, likely: int) -> float:
        """What a line says in words that the first likely lines have."""
        found = self.found.get((line, likely))
        if found is None:
            says, places = self.shared.says, self.places
            found = sum([says[word] for word in self.shared.words[line] if places.get(word, likely) < likely])
            if len(self.found) > KEPT:
                self.found.clear()
            self.found[line, likely] = found
        return found
