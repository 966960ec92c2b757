"""Where a sequence of texts repeats itself, exactly or nearly; the work is linear in the length of the texts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from cleaner.likeness import likeness
from cleaner.text import folded_case, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

EDGES: Final = " .,;:!?…\"'“”„‟«»‹›‘’‚–—-·•*#()[]{}|。、，！？「」『』"

ANCHOR: Final = (
    20  # characters: shorter ones are shared by texts on the same subject, longer ones are more often edited
)
COMMAS: Final = (", ", "、", "，", "، ")
MAX_SHARING: Final = 3  # texts compared for one anchor: more share it only where they are made from one pattern

# Signs of code, addresses and prices, and a full stop or colon within a name ("reply.php").
SIGNS: Final = r"[/_=(){}\[\]<>$£€¥#@\\+*|&%~`^]|[^\W\d]{2}[.:]\w"


class Run:
    """Texts that stand again in the same order: `texts[start:stop]` are those that stand `offset` places before."""

    __slots__ = ("start", "stop", "offset")

    def __init__(self, start: int, stop: int, offset: int) -> None:
        self.start = start
        self.stop = stop
        self.offset = offset

    @property
    def part(self) -> range:
        """The places of one copy: a run that goes on beyond its offset is several copies."""
        return range(self.start, min(self.stop, self.start + self.offset))


class NearCopy:
    """Two texts of which one is the other slightly edited; `share` of their words agree."""

    __slots__ = ("earlier", "later", "share")

    def __init__(self, earlier: int, later: int, share: float) -> None:
        self.earlier = earlier
        self.later = later
        self.share = share


def key(text: str) -> str:
    """What makes two texts the same: case and the punctuation around them do not count."""
    return folded_case(text).strip(EDGES)


def latest_copies(keys: Sequence[str]) -> list[int]:
    """For every key, the place where it stood last before, or -1."""
    last: dict[str, int] = {}
    before = []
    for place, each in enumerate(keys):
        before.append(last.get(each, -1))
        last[each] = place
    return before


def runs(keys: Sequence[str], before: Sequence[int], seeds: Iterable[int]) -> Iterator[Run]:
    """The longest run around each of these places, given in order, whose keys stood before; no two overlap."""
    end = 0
    for seed in seeds:
        if seed < end:
            continue
        offset = seed - before[seed]
        start, stop = seed, seed + 1
        while start > max(end, offset) and keys[start - 1] == keys[start - 1 - offset]:
            start -= 1
        while stop < len(keys) and keys[stop] == keys[stop - offset]:
            stop += 1
        end = stop
        yield Run(start, stop, offset)


def near_copies(texts: Sequence[str], keys: Sequence[str], places: Iterable[int], least: float) -> Iterator[NearCopy]:
    """Pairs among these places, given in order, whose texts differ slightly; at most one pair for each later text.

    They are looked for by anchors: a text that was edited in one place has at least one of its anchors as before.
    """
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    known: dict[int, list[str]] = {}
    for place in places:
        each = keys[place]
        anchors = anchors_of(each)
        for other in sorted({other for anchor in anchors if anchor in sharing for other in sharing[anchor]}):
            if keys[other] == each:
                continue
            for needed in (place, other):
                if needed not in known:
                    known[needed] = words_of(texts[needed])
            share = likeness(known[other], known[place], least)
            if share:
                yield NearCopy(other, place, share)
                break
        for anchor in anchors:
            found = sharing[anchor]
            if len(found) == MAX_SHARING:
                del found[1]  # so that the first one and the latest stay
            found.append(place)


def says_another_thing(text: str, other: str) -> bool:
    """Whether what two nearly equal texts have apart is a piece of code, a file's name, an address or a price.

    The steps and examples of a manual are alike but for those. Of near copies on the labelled pages that are apart by
    such a piece the gold has both in 22 cases of 34; of the others in 28 of 62.
    """
    ours, theirs = Counter(text.split()), Counter(other.split())
    return any(signs().search(word.strip(EDGES)) for word in [*(ours - theirs), *(theirs - ours)])


@cache
def signs() -> re.Pattern[str]:
    """The expression for SIGNS; most pages have no near copies."""
    return re.compile(SIGNS)


def anchors_of(key: str) -> tuple[str, ...]:
    """The beginning of a text, its end, what follows its first comma, and what comes before its last one.

    Where there is no comma, what stands around the word that is last in the alphabet, which is a rare one.
    """
    for comma in COMMAS:
        first = key.find(comma, ANCHOR)
        if first >= 0:
            last = key.rfind(comma)
            return key[:ANCHOR], key[first : first + ANCHOR], key[last - ANCHOR : last], key[-ANCHOR:]
    rare = key.find(max(key.split()))
    return key[:ANCHOR], key[max(0, rare - ANCHOR // 2) : rare + ANCHOR], key[-ANCHOR:]
