"""Exit codes."""

from __future__ import annotations

from itertools import pairwise, permutations

from cleaner.cli.exit_codes import MEANINGS, SEVERITY, ExitCode, worst


def test_the_numbers_are_promised() -> None:
    """Scripts compare these numbers."""
    promised = {"ARTICLE": 0, "UNREADABLE": 1, "USAGE": 2, "NO_ARTICLE": 3, "SOME_FAILED": 4, "INTERRUPTED": 130}
    assert {code.name: code.value for code in ExitCode} == promised


def test_every_code_has_a_meaning_and_a_rank() -> None:
    """None is left out of the help or of the order."""
    assert set(MEANINGS) == set(SEVERITY) == set(ExitCode)
    assert all(MEANINGS.values())


def test_the_worst_wins_in_any_order() -> None:
    """A failure is worse than a page without an article, which is worse than an article."""
    assert worst([]) is ExitCode.ARTICLE
    for better, worse in pairwise(SEVERITY):
        for codes in permutations([better, worse, ExitCode.ARTICLE]):
            assert worst(codes) is worse
