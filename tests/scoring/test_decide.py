"""From probabilities to a cut."""

from __future__ import annotations

import pytest

from cleaner.model import Strictness
from cleaner.scoring.decide import LOWEST, cut
from tests.factory import block


def test_clear_page_is_cut_near_one_half() -> None:
    """Sure article, sure page: anything doubtful under a half goes."""
    scored = [(block("x" * 900), 0.98), (block("y" * 100), 0.4), (block("z" * 900), 0.01)]
    found = cut(scored, Strictness.BALANCED)
    assert 0.4 < found.least <= 0.5
    assert found.expected > 0.9


def test_unclear_page_keeps_its_best() -> None:
    """Half an article beats none: with nothing over one half, the best still stands."""
    scored = [(block("x" * 900), 0.3), (block("y" * 900), 0.02)]
    assert cut(scored, Strictness.BALANCED).least <= 0.3


@pytest.mark.parametrize("scored", [[], [(block("x"), 0.0)]])
def test_page_without_hope_keeps_nothing(scored: list) -> None:  # type: ignore[type-arg]
    """Nothing likely, nothing kept."""
    assert cut(scored, Strictness.BALANCED).least >= LOWEST


def test_dial_moves_the_cut() -> None:
    """Lenient keeps more, strict keeps less."""
    scored = [(block("x" * 900), 0.98), (block("y" * 100), 0.4)]
    lenient, balanced, strict = (cut(scored, dial).least for dial in Strictness)
    assert lenient < balanced < strict
