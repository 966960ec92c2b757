"""Standard streams, also those that are closed or broken."""

from __future__ import annotations

import io

import pytest

from cleaner.cli.streams import Streams


def test_what_utf_8_cannot_hold_is_replaced() -> None:
    """Half a surrogate pair, as some pages hold, does not stop the output."""
    stdout = io.BytesIO()
    Streams(None, stdout, None).write("a\ud83dz")
    assert stdout.getvalue() == b"a?z"


def test_a_message_is_one_line() -> None:
    """No message reaches the terminal with more lines or with escapes."""
    stderr = io.StringIO()
    Streams(None, None, stderr).complain("a\x1b[2J\nb")
    assert stderr.getvalue() == "clean: a[2J b\n"


def test_a_closed_standard_error_is_no_failure() -> None:
    """Who closes standard error wants no messages."""
    Streams(None, None, None).complain("nobody hears")


def test_a_broken_standard_error_is_no_failure() -> None:
    """A message that cannot be delivered does not stop the work."""

    class Broken(io.StringIO):
        """A stream whose reader has gone."""

        def write(self, text: str) -> int:
            """Fail as a pipe does."""
            raise BrokenPipeError

    Streams(None, None, Broken()).complain("nobody hears")


def test_closed_streams_raise_what_the_command_reports() -> None:
    """Reading and writing closed streams fail with a reason."""
    closed = Streams(None, None, None)
    with pytest.raises(OSError, match="closed"):
        closed.read()
    with pytest.raises(OSError, match="closed"):
        closed.write("text")
    assert closed.is_typed()
