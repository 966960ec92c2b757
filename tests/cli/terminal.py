"""A command on a terminal of a given width, for a test: what stood in its lines, and what stands there at the end."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.cli.command import environment

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
ERASED = re.compile(r"\r?(?:\x1b\[(?:1A|2K))+")  # what takes drawn lines away


class Shown(NamedTuple):
    """What came on standard error, and the exit code."""

    code: int
    raw: str

    @property
    def drawings(self) -> list[list[str]]:
        """The lines of each drawing of a bar, and at last those that stayed."""
        return [ESCAPE.sub("", part).replace("\r", "").split("\n") for part in ERASED.split(self.raw)]


def on_terminal(
    *arguments: str,
    width: int,
    folder: Path,
    module: str = "cleaner",
    on_output: Callable[[int, str], None] | None = None,
) -> Shown:
    """Run a command of the package whose standard error is a terminal; `on_output` is told what came so far, and the pid."""
    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    given = {name: value for name, value in environment().items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=there,
        cwd=folder,
        env={**given, "TERM": "xterm"},
    )
    os.close(there)
    raw = b""
    while True:
        try:
            piece = os.read(here, 1 << 16)
        except OSError:  # so Linux says that the other side is closed
            break
        if not piece:
            break
        raw += piece
        if on_output:
            on_output(process.pid, raw.decode("utf-8", "replace"))
    os.close(here)
    return Shown(process.wait(), raw.decode("utf-8"))
