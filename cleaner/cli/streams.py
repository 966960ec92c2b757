"""The three standard streams, as the command uses them: bytes in, UTF-8 out, one line a message."""

from __future__ import annotations

import os
import sys

from cleaner.write.control import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO, TextIO

COMMAND = "clean"


class Streams:
    """Where a call of the command reads and writes; None is a stream that is closed. Tests put their own in."""

    __slots__ = ("stdin", "stdout", "stderr", "command")

    def __init__(
        self, stdin: BinaryIO | None, stdout: BinaryIO | None, stderr: TextIO | None, command: str = COMMAND
    ) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.command = command  # who speaks on standard error

    @classmethod
    def of_process(cls, command: str = COMMAND) -> Streams:
        """The streams of this process. They are None where the caller closed them (`clean page >&-`)."""
        stdin = sys.stdin.buffer if sys.stdin else None
        stdout = sys.stdout.buffer if sys.stdout else None
        return cls(stdin, stdout, sys.stderr, command)

    def is_typed(self) -> bool:
        """Whether standard input is a keyboard, or closed: nobody pipes a page in."""
        return self.stdin is None or self.stdin.isatty()

    def read(self) -> bytes:
        """All of standard input; OSError when it is closed."""
        if self.stdin is None:
            raise OSError("it is closed")
        return self.stdin.read()

    def write(self, text: str) -> None:
        """Write a text to standard output at once, as UTF-8 whatever the locale.

        OSError when it is closed or full, BrokenPipeError when its reader has gone.
        """
        if self.stdout is None:
            raise OSError("it is closed")
        self.stdout.write(text.encode("utf-8", "replace"))
        self.stdout.flush()

    def complain(self, message: str) -> None:
        """One line on standard error; nothing happens when nobody can read it."""
        self.note(f"{self.command}: {one_line(message)}")

    def note(self, line: str) -> None:
        """A line on standard error as it is; nothing happens when nobody can read it."""
        if self.stderr is None:
            return
        try:
            self.stderr.write(line + "\n")
            self.stderr.flush()
        except OSError:
            abandon(self.stderr)

    def abandon_stdout(self) -> None:
        """Forget what standard output could not take, or Python complains about it when the program ends."""
        if self.stdout is not None:
            abandon(self.stdout)


def abandon(stream: BinaryIO | TextIO) -> None:
    """Point a stream whose reader has gone at the null device, so that the flush at the program's end succeeds."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
    except (OSError, ValueError):
        return  # a stream of a test: no descriptor behind it
