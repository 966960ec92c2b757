"""Runs filters in order over a page and records one decision for every block, with the two guards: spare and budget."""

from __future__ import annotations

from cleaner.model import Block, Decision, Drop, Kind, Outcome, Page, Strictness, Vouch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Final

    from cleaner.protocol import Filter

# A filter that judges by wording may take at most this share of the characters then standing; past it, all its
# drops are refused. A page whose boilerplate passes this share is one for the content filter, not for phrases.
PHRASE_BUDGET: Final = {Strictness.LENIENT: 0.3, Strictness.BALANCED: 0.5, Strictness.STRICT: 0.7}

# What no phrase drops: a wording inside code or data says nothing about the page around it.
SPARED_KINDS: Final = frozenset({Kind.CODE, Kind.ROW})


def run(page: Page, filters: Iterable[Filter]) -> tuple[tuple[Block, ...], tuple[Decision, ...]]:
    """The blocks that every filter lets stand, and one decision a block of the page, both in document order."""
    standing: Sequence[Block] = page.blocks
    decisions: dict[int, Decision] = {}
    vouched: dict[int, object] = {}
    for step in filters:
        drops: dict[int, Drop] = {}
        for found in step(page, standing):
            if isinstance(found, Vouch):
                vouched.setdefault(found.block.index, found.evidence)
            else:
                drops.setdefault(found.block.index, found)
        if not drops:
            continue
        if step.by_phrase:
            for index in [i for i in drops if i in vouched or drops[i].block.kind in SPARED_KINDS]:
                drop = drops.pop(index)
                why = vouched.get(index, f"{drop.block.kind} is not judged by wording")
                decisions[index] = Decision(
                    drop.block, Outcome.SPARED, step.name, drop.reason, Refusal(drop.evidence, why)
                )
        refusal = over_budget(page, step, standing, drops)
        if refusal:
            for index, drop in drops.items():
                decisions[index] = Decision(
                    drop.block, Outcome.SPARED, step.name, drop.reason, Refusal(drop.evidence, refusal)
                )
            continue
        for index, drop in drops.items():
            decisions[index] = Decision(drop.block, Outcome.DROPPED, step.name, drop.reason, drop.evidence)
        standing = [block for block in standing if block.index not in drops]
    for block in standing:
        if block.index not in decisions:
            decisions[block.index] = Decision(block, Outcome.KEPT, fact=vouched.get(block.index, ""))
    return tuple(standing), tuple(decisions[block.index] for block in page.blocks)


class Refusal:
    """The evidence of a refused drop: what the filter saw, and why the pipeline kept the block all the same."""

    __slots__ = ("seen", "why")

    def __init__(self, seen: object, why: object) -> None:
        self.seen = seen
        self.why = why

    def __str__(self) -> str:
        return f"{self.seen}; kept: {self.why}" if str(self.seen) else f"kept: {self.why}"


def over_budget(page: Page, step: Filter, standing: Sequence[Block], drops: dict[int, Drop]) -> str:
    """Why this filter's drops are refused as a whole; empty when they stand."""
    if not step.by_phrase:
        return ""
    total = sum(len(block.text) for block in standing)
    taken = sum(len(drop.block.text) for drop in drops.values())
    share = taken / total if total else 0.0
    budget = PHRASE_BUDGET[page.strictness]
    return f"budget: {share:.0%} of the text at once, at most {budget:.0%} may go by wording" if share > budget else ""
