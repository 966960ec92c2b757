"""One guarded process, seen from the process that it protects."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import NamedTuple

from cleaner.batch.record import OUT_OF_MEMORY, Record, Result
from cleaner.batch.settings import Settings

START = 120.0  # seconds within which a process must be ready; it takes a fifth of one on a free machine
# A process that was killed with this share of its memory in use has run out of it, whatever killed it.
NEARLY_ALL = 0.8


class Job(NamedTuple):
    """A record and its place in the run."""

    number: int
    record: Record


class Guarded:
    """A process that cleans records, a few at a time, and may die of any of them.

    It is sent more only when it has answered for all, since a process that is busy does not read: whoever writes to it
    would wait for ever.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.hand: deque[Job] = deque()  # sent and not answered for; the first is being cleaned
        self.is_ready = False
        self.since = time.monotonic()  # when it began with what it does
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        here, there = socket.socketpair()
        with there:
            self.process = subprocess.Popen(
                # -P: no module of the folder that the caller stands in is taken for one of the library's
                [sys.executable, "-P", "-m", "cleaner.batch.worker", str(there.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self.errors,
                pass_fds=[there.fileno()],
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)},
            )
        self.connection = Connection(here.detach())
        self.send(settings)

    @property
    def is_busy(self) -> bool:
        """Whether it is starting or cleaning."""
        return bool(self.hand) or not self.is_ready

    @property
    def deadline(self) -> float:
        """When a busy one must have answered, on the monotonic clock."""
        return self.since + (self.settings.timeout if self.is_ready else START)

    def give(self, jobs: Sequence[Job]) -> None:
        """Let it clean these."""
        self.hand.extend(jobs)
        self.since = time.monotonic()
        self.send([job.record for job in jobs])

    def send(self, message: object) -> None:
        """Write a message; when it is dead, who reads the answer will find out."""
        try:
            self.connection.send_bytes(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
        except OSError:
            return

    def answer(self) -> tuple[Job, Result] | None:
        """What it has sent: what became of a record, or None: it is ready. EOFError or OSError when it is dead."""
        message = self.connection.recv_bytes()
        self.since = time.monotonic()
        if not message:
            self.is_ready = True
            return None
        return self.hand.popleft(), Result(*pickle.loads(message))

    def end(self) -> str:
        """End it, if it has not ended, and say how it ended."""
        self.connection.close()
        os.kill(self.process.pid, signal.SIGKILL)  # no harm to one that has ended: nobody has asked how yet
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = code = os.waitstatus_to_exitcode(status)
        self.errors.close()
        limit = self.settings.max_memory
        peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        if code and limit and peak > NEARLY_ALL * limit:
            return OUT_OF_MEMORY
        if code < 0:
            return f"the worker was ended by {signal.Signals(-code).name}"
        return f"the worker ended with code {code}"

    def last_words(self) -> str:
        """What it wrote on standard error before it was ready, of that the last line."""
        self.errors.seek(0)
        lines = self.errors.read().decode("utf-8", "replace").split("\n")
        return next((line for line in reversed(lines) if line.strip()), "it said nothing")
