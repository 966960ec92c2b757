"""What becomes of an errand that goes wrong."""

from __future__ import annotations

import io

import pytest

from cleaner.cli.errand import UsageError, run
from cleaner.cli.exit_codes import ExitCode
from cleaner.cli.streams import Streams
from cleaner.errors import DataError


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UsageError("these two do not go together"), ExitCode.USAGE, "these two do not go together"),
        (DataError("gold.jsonl:3: not JSON"), ExitCode.UNREADABLE, "gold.jsonl:3: not JSON"),
        (
            FileNotFoundError(2, "No such file or directory", "x/y"),
            ExitCode.UNREADABLE,
            "x/y: no such file or directory",
        ),
        (
            ZeroDivisionError("oh"),
            ExitCode.UNREADABLE,
            "a bug in cleaner (CLEANER_DEBUG=1 shows where): ZeroDivisionError: oh",
        ),
        (KeyboardInterrupt(), ExitCode.INTERRUPTED, ""),
    ],
)
def test_a_failure_is_a_line_and_a_code(
    error: BaseException, code: ExitCode, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never a traceback."""
    monkeypatch.delenv("CLEANER_DEBUG", raising=False)
    out = io.StringIO()

    def errand(streams: Streams) -> ExitCode:
        raise error

    assert run("score", errand, Streams(None, None, out, "cleaner score")) is code
    assert out.getvalue() == (f"cleaner score: {said}\n" if said else "")


def test_a_bug_shows_where_it_is_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """CLEANER_DEBUG lets it raise."""
    monkeypatch.setenv("CLEANER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("score", lambda streams: ExitCode(1 // 0))
