"""The segments that a text's likely lines fall into, and how each stands to the main one, the likeliest article.

A comment thread, the next story and a column of teasers read like an article, line by line. What tells them is that
they are segments of their own: after the main one has ended, behind lines of furniture, on another subject.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log
from typing import NamedTuple

from cleaner.scoring.furniture import CODES_OF_GROUPS
from cleaner.scoring.regions import mean, sums
from cleaner.scoring.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

LIKELY: Final = 0.5  # probability of a line from which on it makes a segment
BRIDGED: Final = 2  # less likely lines in a row, which a subheading or a caption is, do not end a segment
PARTING: Final = 3  # so many do
FAR: Final = 60.0  # lines
CEILING: Final = 1000  # characters of a line that count
ARTICLE: Final = 300.0  # characters of likely article before a mark: from there on, it is the article that it follows
NONE: Final = -1.0  # where there is nothing to measure

OWN_NAMES = (
    "segment-in", "segment-mass", "segment-score", "segment-lines", "segment-place", "segment-size", "segment-words",
)  # fmt: skip
MAIN_NAMES = (
    "main-words", "main-mass", "main-chars", "main-offset", "main-unlikely", "main-phrases", "main-comments",
    "main-more", "main-time",
)  # fmt: skip
BEFORE_NAMES = ("gap-mass", "gap-lines", "comments-mass", "comments-since", "more-mass", "tail-mass")
NAMES: tuple[str, ...] = (*OWN_NAMES, *MAIN_NAMES, *BEFORE_NAMES)

OUTSIDE: Final = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, NONE)  # OWN_NAMES of a line in no segment
COMMENTS, MORE, TAIL, TIME = (CODES_OF_GROUPS[group] for group in ("comments", "more", "tail", "time"))


class Span(NamedTuple):
    """Lines from `first` up to, not including, `last`."""

    first: int
    last: int


class Segments:
    """The segments of a whole text; from it a row for any of its lines, in the order of NAMES."""

    __slots__ = ("before", "own", "to_main", "words_in_main")

    def __init__(self, scores: Sequence[float], shared: Vocabulary) -> None:
        """`scores` are the first pass's probabilities, one for every line."""
        sizes = [float(min(width, CEILING)) for width in shared.widths]
        mass = sums([score * size for score, size in zip(scores, sizes, strict=True)])
        size, score = sums(sizes), sums(scores)
        spans = segments(scores)
        span = max(spans, key=lambda each: mass[each.last] - mass[each.first], default=Span(len(scores), len(scores)))
        words = Subject(scores, shared, span)
        whole = mass[-1] or 1.0
        main_mass = mass[span.last] - mass[span.first]
        main_size = mean(size, *span)
        self.own: list[tuple[float, ...]] = [OUTSIDE] * len(scores)
        for each in spans:
            lines = each.last - each.first
            of_all = (mass[each.last] - mass[each.first]) / whole
            facts = (log(lines), log(mean(size, *each) / main_size), words.share_of(each, scores))
            own_score = mean(score, *each)
            for at in range(each.first, each.last):
                self.own[at] = (1.0, of_all, own_score, facts[0], (at - each.first) / lines, facts[1], facts[2])
        self.words_in_main = [words.share(at, scores) for at in range(len(scores))]
        self.to_main = distance_to(span, scores, shared.codes, (main_mass / whole, log(1.0 + main_mass)))
        self.before = what_came_before(scores, mass, shared.codes)

    def row(self, index: int) -> list[float]:
        """The row of one line."""
        return [*self.own[index], self.words_in_main[index], *self.to_main(index), *self.before[index]]


def segments(scores: Sequence[float]) -> list[Span]:
    """The runs of likely lines, with the few less likely ones that they bridge."""
    found: list[Span] = []
    for at, score in enumerate(scores):
        if score < LIKELY:
            continue
        if found and at - found[-1].last <= BRIDGED:
            found[-1] = Span(found[-1].first, at + 1)
        else:
            found.append(Span(at, at + 1))
    return found


class Subject:
    """The words of the main segment's likely lines: how many of these lines have each."""

    __slots__ = ("lines", "main", "says", "words")

    def __init__(self, scores: Sequence[float], shared: Vocabulary, main: Span) -> None:
        self.words, self.says, self.main = shared.words, shared.says, main
        self.lines = self.counted(main, scores)

    def counted(self, span: Span, scores: Sequence[float]) -> dict[str, int]:
        """In how many likely lines of a span each word stands."""
        found: dict[str, int] = {}
        for at in range(span.first, span.last):
            if scores[at] >= LIKELY:
                for word in self.words[at]:
                    found[word] = found.get(word, 0) + 1
        return found

    def share_of(self, span: Span, scores: Sequence[float]) -> float:
        """How much of a segment's words the main one has as well; of the main one's own, what two of its lines have."""
        shared = whole = 0.0
        for word, count in self.counted(span, scores).items():
            whole += self.says[word]
            if count > 1 if span == self.main else word in self.lines:
                shared += self.says[word]
        return shared / whole if whole else NONE

    def share(self, at: int, scores: Sequence[float]) -> float:
        """How much of a line's words the main segment has, in other lines than this."""
        own = 1 if self.main.first <= at < self.main.last and scores[at] >= LIKELY else 0
        shared = whole = 0.0
        for word in self.words[at]:
            whole += self.says[word]
            if self.lines.get(word, 0) > own:
                shared += self.says[word]
        return shared / whole if whole else NONE


def distance_to(
    main: Span, scores: Sequence[float], codes: Sequence[float], about: tuple[float, float]
) -> Callable[[int], tuple[float, ...]]:
    """What lies between a line and the main segment: lines, unlikely ones, phrases of the trade, by kind."""
    unlikely = sums([1.0 if score < LIKELY else 0.0 for score in scores])
    phrases = sums([1.0 if code else 0.0 for code in codes])
    kinds = [sums([1.0 if code == kind else 0.0 for code in codes]) for kind in (COMMENTS, MORE, TIME)]

    def row(at: int) -> tuple[float, ...]:
        if main.first <= at < main.last:
            return (*about, 0.0, 0.0, 0.0, NONE, NONE, NONE)
        first, last = (main.last, at) if at >= main.last else (at + 1, main.first)
        offset = float(at - main.last + 1 if at >= main.last else at - main.first)
        between = [counts[last] - counts[first] if last > first else NONE for counts in kinds]
        return (
            *about,
            max(-FAR, min(FAR, offset)),
            log(1.0 + unlikely[last] - unlikely[first]),
            log(1.0 + phrases[last] - phrases[first]),
            *between,
        )

    return row


def what_came_before(scores: Sequence[float], mass: Sequence[float], codes: Sequence[float]) -> list[tuple[float, ...]]:
    """For every line, how much of the likely article came before the last gap and before the marks of its end."""
    whole = mass[-1] or 1.0
    gap_mass, gap_lines, run = NONE, 0.0, 0
    since = comments = more = tail = NONE
    found: list[tuple[float, ...]] = []
    for at, (score, code) in enumerate(zip(scores, codes, strict=True)):
        found.append((gap_mass, gap_lines, comments, log(1.0 + at - since) if since >= 0.0 else NONE, more, tail))
        here = mass[at] / whole
        if code == COMMENTS and (since < 0.0 or comments * whole <= ARTICLE):
            comments, since = here, float(at)
        elif code == MORE:
            more = here
        elif code == TAIL:
            tail = here
        run = run + 1 if score < LIKELY else 0
        if run >= PARTING:
            gap_mass, gap_lines = here, float(run)
    return found
