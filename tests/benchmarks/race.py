"""Extractors over the same pages in one run, in turns, so that a noisy machine is noisy for all of them.

Each is a process that stays. The pages are cut into slices; the extractors take turns at each slice, and all of that
several times over. The least time of a slice counts: noise only ever adds.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any

from tests.benchmarks.contestant import EXTRACTORS
from tests.benchmarks.launch import script

OURS = "article-cleaner"
MODULES = {"article-cleaner": "cleaner", "readability-lxml": "readability"}
PEERS = ("trafilatura", "resiliparse", "readability-lxml")  # those that ratios are given to
SLICE = 15  # pages


class ContestantError(Exception):
    """An extractor's process ended; the message has the last line that it wrote."""


def present() -> list[str]:
    """The extractors that are installed here."""
    return [name for name in EXTRACTORS if find_spec(MODULES.get(name, name))]


class Contestant:
    """An extractor's process. `python` is the interpreter of an environment; its own package is used, else the checkout's."""

    def __init__(self, name: str, pages: Sequence[Path], python: str | None = None) -> None:
        self.name = name
        self.errors = TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115  # closed at the end
        self.process = subprocess.Popen(
            **script("contestant", name, python=python),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
        )
        self.label = str(self.ask([str(page.resolve()) for page in pages]))

    def ask(self, request: list[Any]) -> Any:
        """The answer to one request."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        answer = self.process.stdout.readline()
        if not answer:
            self.errors.seek(0)
            last = self.errors.read().strip().rpartition("\n")[2]
            raise ContestantError(f"{self.name} ended: {last or 'it said nothing'}")
        return json.loads(answer)

    def __enter__(self) -> Contestant:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.communicate()
        self.errors.close()


def least_seconds(contestants: Sequence[Contestant], pages: int, rounds: int) -> dict[str, float]:
    """The CPU seconds of all pages by contestant's label: of each slice the least of the rounds."""
    slices = [(first, min(first + SLICE, pages)) for first in range(0, pages, SLICE)]
    least: dict[tuple[str, int], float] = {}
    for _ in range(rounds):
        for first, last in slices:
            for contestant in contestants:
                spent = contestant.ask(["seconds", first, last])
                key = (contestant.label, first)
                least[key] = min(spent, least.get(key, spent))
    return {each.label: sum(least[each.label, first] for first, _ in slices) for each in contestants}


def ratios(seconds: Mapping[str, float], peer: str) -> dict[str, float | None]:
    """Each time as a share of a peer's, whose label begins with its name; None where the peer took no part."""
    whole = next((spent for name, spent in seconds.items() if name.split(" ")[0] == peer), None)
    return {name: spent / whole if whole else None for name, spent in seconds.items()}
