"""Parts of a page that React streams: they come last in the source, hidden, and a script moves each into its place.

A server that renders with React sends what is ready, with a `<template id="B:0">` where something is still awaited, and
sends that later as `<div hidden id="S:0">` behind all else, with a call of `$RC("B:0","S:0")` (`$RS` for a part of a
part, its ids the other way round). Left there, the article is hidden text below the page's footer.
"""

from __future__ import annotations

import re
from bisect import bisect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

CALL: Final = r"""\$R[CRS]\(["']([BPS]:[0-9a-f]+)["'],\s*["']([BPS]:[0-9a-f]+)["']"""
PART: Final = r"""<div hidden(?:="")? id="(S:[0-9a-f]+)">"""
PLACE: Final = r"""<template id="([BP]:[0-9a-f]+)"></template>"""


def in_place(text: str) -> str:
    """The same HTML with the streamed parts where their scripts put them; no text is lost."""
    ends = part_ends(text)
    places = {found[1]: found.end() for found in re.finditer(PLACE, text)}
    moved: dict[int, tuple[int, int]] = {}  # by where it goes: where a part begins and ends
    for first, second in re.findall(CALL, text):
        place, part = (first, second) if first in places else (second, first)
        if place in places and part in ends:
            moved[places.pop(place)] = ends.pop(part)
    return "".join(pieces(text, moved)) if moved else text


def part_ends(text: str) -> dict[str, tuple[int, int]]:
    """Where the content of each streamed part begins and ends: at the last end of a div before its script."""
    begun = list(re.finditer(PART, text))
    calls = [found.start() for found in re.finditer(CALL, text)]
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for number, part in enumerate(begun):
        while at < len(calls) and calls[at] < part.end():
            at += 1
        last = calls[at] if at < len(calls) else part.end()
        if number + 1 < len(begun):
            last = min(last, begun[number + 1].start())
        end = text.rfind("</div", part.end(), last)
        if end >= 0:
            found.setdefault(part[1], (part.end(), end))
    return found


def pieces(text: str, moved: dict[int, tuple[int, int]]) -> list[str]:
    """A text in the order that its moves give; parts that would stand in one another come last."""
    ends = dict(moved.values())
    stops = sorted([*moved, *ends])
    found: list[str] = []
    left = set(ends)
    waiting = [(0, len(text))]  # what is still to be written, the next last
    while waiting:
        at, last = waiting.pop()
        number = bisect(stops, at)
        stop = stops[number] if number < len(stops) else last + 1
        found.append(text[at : min(stop, last)])
        if stop > last:
            continue
        # A place is written on behind; a part, when it is met where it was sent, is passed over.
        waiting.append((ends.get(stop, stop), last))
        first = moved[stop][0] if stop in moved else -1
        if first in left:
            left.remove(first)
            waiting.append((first, ends[first]))
    return found + [text[first : ends[first]] for first in sorted(left)]
