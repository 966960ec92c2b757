"""Which blocks of a page make up its labelled article: the gold text aligned with the blocks, in order.

The gold is one text; a page has many blocks, some standing twice. The alignment looks for the chain of blocks that
covers most words of the gold in the gold's own order, so that of two copies one is labelled article and the other not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

# A word, or one character of a script that puts no space between words.
TOKEN = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\W_]+"
)

SHINGLE = 3  # tokens; a block with at least so many is placed by its shingles, a shorter one by standing as a line
MIN_COVER = 0.5  # share of a block's tokens that must stand in the gold at the place found
MAX_PLACES = 60  # of one shingle in the gold: a more frequent one says nothing of the place
OVERLAP = 3  # tokens that two neighbours in the chain may share


def tokens(text: str) -> list[str]:
    """Case-folded tokens of a text."""
    return TOKEN.findall(text.lower())


def aligned(gold: str, blocks: Sequence[str]) -> list[bool]:
    """For every block's text, whether it is part of the gold."""
    words, edges = gold_words(gold)
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in range(1, SHINGLE + 1):
        for at in range(len(words) - size + 1):
            index[tuple(words[at : at + size])].append(at)
    places = [candidates(tokens(text), words, edges, index) for text in blocks]
    chosen = best_chain(places, len(words))
    labels = [at in chosen for at in range(len(blocks))]
    taken = bytearray(len(words))
    for start, end, _ in chosen.values():
        taken[start:end] = b"\x01" * (end - start)
    for at, found in enumerate(places):  # out of the gold's order, but in a part of it that no other block covers
        if not labels[at]:
            for start, end, weight in found:
                if weight >= 2 * SHINGLE and taken.count(1, start, end) < 0.3 * (end - start):
                    labels[at] = True
                    taken[start:end] = b"\x01" * (end - start)
                    break
    return labels


def gold_words(gold: str) -> tuple[list[str], set[int]]:
    """The gold's tokens, and the places where one of its lines begins (its end counts as one)."""
    words: list[str] = []
    edges = {0}
    for line in gold.splitlines():
        words += tokens(line)
        edges.add(len(words))
    return words, edges


Place = tuple[int, int, float]


def candidates(
    block: list[str], words: list[str], edges: set[int], index: dict[tuple[str, ...], list[int]]
) -> list[Place]:
    """Where in the gold a block may stand: start, end, how many tokens agree; the best few."""
    n = len(block)
    if not n:
        return []
    if n < SHINGLE + 1:
        where = index.get(tuple(block[:SHINGLE]), [])
        if n > SHINGLE:
            where = [at for at in where if words[at : at + n] == block]
        return [(at, at + n, n - 0.5) for at in where if at in edges and at + n in edges][:MAX_PLACES]
    votes: Counter[int] = Counter()
    for at in range(n - SHINGLE + 1):
        where = index.get(tuple(block[at : at + SHINGLE]), [])
        if len(where) <= MAX_PLACES:
            for place in where:
                votes[place - at] += 1
    if not votes:
        return []
    found = []
    for start, _ in votes.most_common(4):
        near = sum(votes.get(start + shift, 0) for shift in range(-6, 7))
        weight = min(n, near + SHINGLE - 1)
        if weight >= MIN_COVER * n:
            found.append((max(0, start), min(len(words), start + n), float(weight)))
    return found


def best_chain(places: Sequence[Sequence[Place]], size: int) -> dict[int, Place]:
    """The heaviest choice of at most one place a block, going forward in the gold; block number to place.

    A running list of (end, weight) kept increasing in both answers «the best chain that ends before here» by bisection.
    """
    ends: list[int] = [-1]
    weights: list[float] = [0.0]
    links: list[int] = [-1]
    made: list[tuple[int, Place, int]] = []  # block, place, the link before
    for block, options in enumerate(places):
        grown = []
        for place in options:
            at = bisect_right(ends, place[0] + OVERLAP) - 1
            # a block that follows its neighbour without a gap is the likelier copy: a small bonus
            bonus = 0.25 if links[at] >= 0 and abs(made[links[at]][1][1] - place[0]) <= OVERLAP else 0.0
            grown.append((place, weights[at] + place[2] + bonus, links[at]))
        for place, weight, link in grown:
            at = bisect_right(ends, place[1])
            if weights[at - 1] >= weight:
                continue
            made.append((block, place, link))
            stop = at
            while stop < len(ends) and weights[stop] <= weight:
                stop += 1
            if ends[at - 1] == place[1]:
                at -= 1
            ends[at:stop] = [place[1]]
            weights[at:stop] = [weight]
            links[at:stop] = [len(made) - 1]
    chain: dict[int, Place] = {}
    link = links[-1]
    while link >= 0:
        block, place, link = made[link]
        chain[block] = place
    return chain
