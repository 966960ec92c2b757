"""What one page costs from a shell: the wall time of whole commands, in turns."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from rich.table import Table

from tests.benchmarks.pages import ROOT

BARE = "a bare interpreter"
TRAFILATURA = "trafilatura"


def commands(page: Path, interpreters: Sequence[str] = ()) -> dict[str, list[str]]:
    """The commands by what a table calls them; trafilatura reads the page from standard input."""
    found = {BARE: [sys.executable, "-c", "pass"], "clean, this checkout": [sys.executable, "-m", "cleaner", str(page)]}
    for python in interpreters:
        program = Path(python).parent / "clean"
        found[f"clean of {python}"] = (
            [str(program), str(page)] if program.exists() else [python, "-m", "cleaner", str(page)]
        )
    beside = Path(sys.executable).parent / TRAFILATURA
    peer = str(beside) if beside.exists() else shutil.which(TRAFILATURA)
    return found | ({TRAFILATURA: [peer]} if peer else {})


def timed(commands: Mapping[str, list[str]], page: Path, rounds: int) -> dict[str, list[float]]:
    """The wall times of each command in milliseconds, one a round; bytecode is cached, as it is for a user."""
    dropped = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")
    environment = {key: value for key, value in os.environ.items() if key not in dropped}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for round_number in range(rounds + 1):
        for name, command in commands.items():
            with page.open("rb") as source:
                began = time.perf_counter()
                subprocess.run(command, stdin=source, capture_output=True, cwd=ROOT, env=environment, check=True)
            if round_number:  # the first fills the caches
                taken[name].append((time.perf_counter() - began) * 1000)
    return taken


def table(taken: Mapping[str, Sequence[float]]) -> Table:
    """Medians and minima, each also as a share of trafilatura's and as a multiple of the bare interpreter's."""
    shown = Table(title="One page from a shell, wall time")
    shown.add_column("command")
    for heading in ("median ms", "least ms", "of trafilatura's", "by least", "times a bare interpreter's", "by least"):
        shown.add_column(heading, justify="right")
    for name, times in taken.items():
        row = [f"{median(times):.0f}", f"{min(times):.0f}"]
        for other in (TRAFILATURA, BARE):
            for measure in (median, min):
                row.append(f"{measure(times) / measure(taken[other]):.2f}" if other in taken else "")
        shown.add_row(name, *row)
    return shown
