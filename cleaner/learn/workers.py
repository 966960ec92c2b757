"""Processes that work on pages side by side."""

from __future__ import annotations

import signal
from concurrent.futures import ProcessPoolExecutor


def pool(processes: int) -> ProcessPoolExecutor:
    """A pool of processes. Ctrl-C is the parent's to answer: the workers finish their page and are sent home."""
    return ProcessPoolExecutor(processes, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
