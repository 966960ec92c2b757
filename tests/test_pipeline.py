"""The pipeline: one decision a block, the order of filters, the two guards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

import pytest

from cleaner import Block, Decision, Drop, Kind, Outcome, Page, Strictness, Vouch
from cleaner.pipeline import PHRASE_BUDGET, run
from tests.factory import block, page

LONG = "A sentence that is long enough to be most of what the page has to say to those who read it. " * 3


@dataclass(frozen=True, slots=True)
class Saying:
    """Drops the blocks that hold a word."""

    word: str
    reason: str = "says-it"

    name: ClassVar[str] = "saying"
    by_phrase: ClassVar[bool] = True

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        """A drop for each block with the word."""
        for each in blocks:
            if self.word in each.text:
                yield Drop(each, self.reason, f"has {self.word!r}")


@dataclass(frozen=True, slots=True)
class Placed:
    """Drops the blocks that hold a word, as a filter that judges by place does."""

    word: str

    name: ClassVar[str] = "placed"
    by_phrase: ClassVar[bool] = False

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        """A drop for each block with the word."""
        for each in blocks:
            if self.word in each.text:
                yield Drop(each, "stands-there", "")


@dataclass(frozen=True, slots=True)
class Vouching:
    """Vouches for the blocks that hold a word."""

    word: str

    name: ClassVar[str] = "vouching"
    by_phrase: ClassVar[bool] = False

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        """A vouch for each block with the word."""
        for each in blocks:
            if self.word in each.text:
                yield Vouch(each, "it is the article")


@dataclass(frozen=True, slots=True)
class Noting:
    """Keeps the texts that it was shown, for the test; drops nothing."""

    seen: list[str]

    name: ClassVar[str] = "noting"
    by_phrase: ClassVar[bool] = False

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        """No drops."""
        self.seen.extend(each.text for each in blocks)
        return iter(())


def outcomes(decisions: Sequence[Decision]) -> list[str]:
    """What became of each block, and by which filter."""
    return [f"{decision.outcome} {decision.filter}".strip() for decision in decisions]


def test_one_decision_a_block_in_order() -> None:
    """Every block of the page has one decision, at its place, whoever asked for it and however often."""
    made = page(LONG, "log in", "home", LONG + "more")
    standing, decisions = run(made, (Saying("log in"), Saying("log in"), Placed("home")))
    assert [decision.block for decision in decisions] == list(made.blocks)
    assert outcomes(decisions) == ["kept", "dropped saying", "dropped placed", "kept"]
    assert standing == (made.blocks[0], made.blocks[3])


def test_page_without_blocks() -> None:
    """Nothing in, nothing out, nothing decided."""
    assert run(page(), (Placed("x"), Saying("x"))) == ((), ())


def test_no_filters() -> None:
    """Without filters all stands, and each block is decided on."""
    made = page("one", "two")
    standing, decisions = run(made, ())
    assert standing == made.blocks
    assert outcomes(decisions) == ["kept", "kept"]


def test_later_filters_see_what_still_stands() -> None:
    """A filter is not shown what one before it has dropped."""
    seen: list[str] = []
    run(page("home", LONG), (Placed("home"), Noting(seen)))
    assert seen == [LONG]


def test_first_filter_keeps_the_credit() -> None:
    """A block goes once: the filter that asked first, and its reason, stand in the decision."""
    _, decisions = run(page("log in here", LONG), (Saying("log in", "first"), Placed("here")))
    assert (decisions[0].filter, decisions[0].reason) == ("saying", "first")


def test_first_reason_of_a_filter_stands() -> None:
    """Where a filter yields two drops for one block, the first stands."""

    @dataclass(frozen=True, slots=True)
    class Twice:
        """Drops the first block for two reasons."""

        name: ClassVar[str] = "twice"
        by_phrase: ClassVar[bool] = False

        def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
            """Two drops."""
            yield Drop(blocks[0], "one")
            yield Drop(blocks[0], "two")

    _, decisions = run(page("a", LONG), (Twice(),))
    assert decisions[0].reason == "one"


@pytest.mark.parametrize("kind", [Kind.CODE, Kind.ROW])
def test_code_and_data_are_spared_by_wording(kind: Kind) -> None:
    """A phrase inside code or a data table drops nothing; the decision says who asked and why the block stayed."""
    made = page(LONG, block("log in", kind))
    standing, decisions = run(made, (Saying("log in"),))
    assert standing == made.blocks
    spared = decisions[1]
    assert (spared.outcome, spared.filter, spared.reason) == (Outcome.SPARED, "saying", "says-it")
    assert "has 'log in'" in spared.evidence
    assert kind.value in spared.evidence


@pytest.mark.parametrize("kind", [Kind.CODE, Kind.ROW])
def test_code_and_data_go_by_place(kind: Kind) -> None:
    """The spare guard is for wording alone: code and tables outside the article go with what is around them."""
    standing, _ = run(page(LONG, block("home", kind)), (Placed("home"),))
    assert [each.text for each in standing] == [LONG]


def test_vouched_block_is_spared_by_wording() -> None:
    """What one filter knows to be article, no phrase takes out afterwards."""
    made = page(LONG, "how to log in safely", "log in")
    standing, decisions = run(made, (Vouching("safely"), Saying("log in")))
    assert [each.text for each in standing] == [LONG, "how to log in safely"]
    assert outcomes(decisions) == ["kept", "spared saying", "dropped saying"]
    assert "it is the article" in decisions[1].evidence


def test_vouch_does_not_hold_between_two_that_go() -> None:
    """A paragraph of a box with another before and behind it goes with them; not one at its end, or of another reason."""
    steps = (Vouching("safely"), Saying("log in"), Saying("sign in", "signs-in"))
    standing, decisions = run(page(LONG, "log in", "log in safely", "log in now", LONG), steps)
    assert [each.text for each in standing] == [LONG, LONG]
    assert decisions[2].reason == "says-it"
    standing, _ = run(page(LONG, "log in", "log in safely", LONG), steps)
    assert [each.text for each in standing] == [LONG, "log in safely", LONG]
    standing, _ = run(page(LONG, "log in", "log in safely", "sign in", LONG), steps)
    assert [each.text for each in standing] == [LONG, "log in safely", LONG]
    standing, _ = run(page(LONG, "log in", "log in safely", "log in safely", "log in", LONG), steps)
    assert len(standing) == 4


def test_vouch_counts_for_later_filters_only() -> None:
    """A vouch does not bring back what went before it."""
    standing, _ = run(page(LONG, "log in safely"), (Saying("log in"), Vouching("safely")))
    assert [each.text for each in standing] == [LONG]


def test_kept_block_shows_who_vouched() -> None:
    """The decision on a kept block carries the evidence for it."""
    _, decisions = run(page(LONG), (Vouching("sentence"),))
    assert (decisions[0].outcome, decisions[0].evidence) == (Outcome.KEPT, "it is the article")


@pytest.mark.parametrize("strictness", list(Strictness))
def test_budget_refuses_all_drops_of_one_filter(strictness: Strictness) -> None:
    """Wording that would take more than its share of the text takes nothing; each refusal is recorded."""
    share = PHRASE_BUDGET[strictness]
    taken = "x" * (int(1000 * share) + 10)
    made = page("log in" + taken[6:], "y" * (1000 - len(taken)), strictness=strictness)
    standing, decisions = run(made, (Saying("log in"),))
    assert standing == made.blocks
    assert outcomes(decisions) == ["spared saying", "kept"]
    assert "budget" in decisions[0].evidence


@pytest.mark.parametrize("strictness", list(Strictness))
def test_budget_allows_its_share(strictness: Strictness) -> None:
    """Up to its share of the text a filter may take."""
    taken = "log in" + "x" * (int(1000 * PHRASE_BUDGET[strictness]) - 16)
    made = page(taken, "y" * (1000 - len(taken)), strictness=strictness)
    standing, _ = run(made, (Saying("log in"),))
    assert standing == made.blocks[1:]


def test_phrases_leave_no_empty_page() -> None:
    """However much of a page reads like a prompt, wording alone does not take all of it."""
    made = page("log in", "log in again")
    standing, decisions = run(made, (Saying("log in"),))
    assert standing == made.blocks
    assert outcomes(decisions) == ["spared saying", "spared saying"]


def test_refused_block_may_go_later() -> None:
    """A drop that one guard refused does not shield the block from a filter with better grounds."""
    made = page("log in here", "ok")
    standing, decisions = run(made, (Saying("log in"), Placed("here")))
    assert [each.text for each in standing] == ["ok"]
    assert outcomes(decisions) == ["dropped placed", "kept"]


def test_evidence_is_worded_only_when_read() -> None:
    """Running a page words no evidence: it costs nothing until somebody asks."""

    class Costly:
        """Evidence that may not be worded."""

        def __str__(self) -> str:
            raise AssertionError("worded")

    @dataclass(frozen=True, slots=True)
    class Quiet:
        """Drops the first block on costly evidence."""

        name: ClassVar[str] = "quiet"
        by_phrase: ClassVar[bool] = True

        def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
            """One drop."""
            yield Drop(blocks[0], "quietly", Costly())

    for made in (page("a", LONG), page(block("a", Kind.CODE), LONG), page(LONG, "a")):
        run(made, (Quiet(),))
