"""Runs filters in order over a page and records one decision for every block, with the two guards: spare and budget."""

from __future__ import annotations

from cleaner.members import BALANCED, CODE, DROPPED, KEPT, LENIENT, ROW, SPARED, STRICT
from cleaner.model import Block, Decision, Drop, Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Final

    from cleaner.protocol import Filter

# A filter that judges by wording may take at most this share of the characters then standing; past it, all its
# drops are refused. A page whose boilerplate passes this share is one for the content filter, not for phrases.
PHRASE_BUDGET: Final = {LENIENT: 0.3, BALANCED: 0.5, STRICT: 0.7}

# What no phrase drops: a wording inside code or data says nothing about the page around it.
SPARED_KINDS: Final = frozenset({CODE, ROW})


def run(page: Page, filters: Iterable[Filter]) -> tuple[tuple[Block, ...], tuple[Decision, ...]]:
    """The blocks that every filter lets stand, and one decision a block of the page, both in document order."""
    standing: Sequence[Block] = page.blocks
    decisions: list[Decision | None] = [None] * len(standing)
    vouched: dict[int, object] = {}
    for step in filters:
        name, by_phrase = step.name, step.by_phrase
        drops: list[Drop] = []  # of wordings, which are weighed together; other drops are not kept, however many
        found_any = False
        for found in step(page, standing):
            if not isinstance(found, Drop):
                vouched.setdefault(found.block.index, found.evidence)
                continue
            found_any = True
            if by_phrase:
                drops.append(found)
            else:
                decide(found, name, decisions)
        if not found_any:
            continue
        if by_phrase:
            for drop in unrefused(page, name, standing, drops, vouched, decisions):
                decide(drop, name, decisions)
        standing = [block for block in standing if still_stands(decisions[block.index])]
    for block in standing:
        if decisions[block.index] is None:
            decisions[block.index] = Decision(block, KEPT, fact=vouched.get(block.index, ""))
    return tuple(standing), tuple([each for each in decisions if each is not None])


def decide(drop: Drop, name: str, decisions: list[Decision | None]) -> None:
    """Record a filter's drop; of several reasons the first counts."""
    before = decisions[drop.block.index]
    if before is None or before.outcome is not DROPPED:
        decisions[drop.block.index] = Decision(drop.block, DROPPED, name, drop.reason, drop.evidence)


def still_stands(decision: Decision | None) -> bool:
    """Whether a block with this decision, if any, is not dropped."""
    return decision is None or decision.outcome is not DROPPED


def unrefused(
    page: Page, name: str, standing: Sequence[Block], drops: Sequence[Drop], vouched: Mapping[int, object],
    decisions: list[Decision | None],
) -> list[Drop]:  # fmt: skip
    """The drops of a filter that judges by wording which no guard refuses; of the others the decision is that."""
    first: dict[int, Drop] = {}
    for drop in drops:
        first.setdefault(drop.block.index, drop)
    taken: list[Drop] = []
    company = surrounded(standing, first, vouched) if not vouched.keys().isdisjoint(first) else set()
    for index, drop in first.items():
        if (index in vouched and index not in company) or drop.block.kind in SPARED_KINDS:
            why = vouched.get(index, f"{drop.block.kind} is not judged by wording")
            decisions[index] = Decision(drop.block, SPARED, name, drop.reason, Refusal(drop.evidence, why))
        else:
            taken.append(drop)
    refusal = over_budget(page, standing, taken)
    if refusal:
        for drop in taken:
            evidence = Refusal(drop.evidence, refusal)
            decisions[drop.block.index] = Decision(drop.block, SPARED, name, drop.reason, evidence)
        return []
    return taken


def surrounded(standing: Sequence[Block], drops: Mapping[int, Drop], vouched: Mapping[int, object]) -> set[int]:
    """The vouched blocks, by index, right between two others that go for the same reason: a paragraph of one appeal."""
    going = {index: drop.reason for index, drop in drops.items() if index not in vouched}
    found = set()
    for above, block, below in zip(standing, standing[1:], standing[2:], strict=False):
        drop = drops.get(block.index)
        if drop and block.index in vouched and going.get(above.index) == drop.reason == going.get(below.index):
            found.add(block.index)
    return found


class Refusal:
    """The evidence of a refused drop: what the filter saw, and why the pipeline kept the block all the same."""

    __slots__ = ("seen", "why")

    def __init__(self, seen: object, why: object) -> None:
        self.seen = seen
        self.why = why

    def __str__(self) -> str:
        return f"{self.seen}; kept: {self.why}" if str(self.seen) else f"kept: {self.why}"


def over_budget(page: Page, standing: Sequence[Block], drops: Sequence[Drop]) -> str:
    """Why a filter's drops by wording are refused as a whole; empty when they stand."""
    total = taken = 0
    for block in standing:
        total += len(block.text)
    for drop in drops:
        taken += len(drop.block.text)
    share = taken / total if total else 0.0
    budget = PHRASE_BUDGET[page.strictness]
    return f"budget: {share:.0%} of the text at once, at most {budget:.0%} may go by wording" if share > budget else ""
