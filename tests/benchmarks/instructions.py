"""How much work the pure-Python program does on the fixtures, counted: a figure that no noise moves.

Bytecode instructions a page by part of the package, in a process of its own: the number of one version of Python is
the same on every machine and at every run. `python -m tests.benchmarks count --pin` writes the pinned ones.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from tests.benchmarks.pages import ROOT

PINNED = Path(__file__).with_name("instructions.json")
MARGIN = 1.2  # times the pinned number: what an honest change may cost before somebody must look
OTHER_MARGIN = 1.5  # on a version of Python that is not pinned; some count a fifth more or less

Counts = dict[str, float]


def version() -> str:
    """The version of Python that numbers are pinned for."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def counted() -> Counts:
    """Instructions a page by part of the package, counted in a fresh process."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.instructions"],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
        check=True,
    )
    counts: Counts = json.loads(done.stdout)
    return counts


def limits(pinned: dict[str, Counts], running: str) -> Counts:
    """The most that each part may take: by the numbers of the running version of Python, else by the largest."""
    if running in pinned:
        return {part: number * MARGIN for part, number in pinned[running].items()}
    most: Counts = {}
    for counts in pinned.values():
        for part, number in counts.items():
            most[part] = max(number * OTHER_MARGIN, most.get(part, 0.0))
    return most


def pinned() -> dict[str, Counts]:
    """The pinned numbers by version of Python."""
    found: dict[str, Counts] = json.loads(PINNED.read_text("utf-8")) if PINNED.exists() else {}
    return found


def pin(counts: Counts) -> None:
    """Pin the numbers of the running version of Python."""
    PINNED.write_text(json.dumps({**pinned(), version(): counts}, indent=2, sort_keys=True) + "\n", "utf-8")


class PartCounter:
    """Counts the instructions of the package's functions, by its folders; what stands in none is the `rest`."""

    def __init__(self, package: Path) -> None:
        self.package = str(package) + os.sep
        self.folders = {path.name for path in package.iterdir() if path.is_dir()}
        self.counts: Counter[str] = Counter()
        self.part_of: dict[CodeType, str] = {}
        self.tracers: dict[str, Any] = {}

    def __call__(self, frame: FrameType, event: str, argument: object) -> Any:
        """A function is entered."""
        part = self.part_of.get(frame.f_code)
        if part is None:
            part = self.part_of[frame.f_code] = self.part(frame.f_code.co_filename)
        if not part:
            return None
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        return self.tracers[part]

    def part(self, file: str) -> str:
        """The part of the package that a file belongs to; empty for files of others."""
        if not file.startswith(self.package):
            return ""
        first = file[len(self.package) :].split(os.sep, maxsplit=1)[0]
        part = first if first in self.folders else "rest"
        self.tracers.setdefault(part, self.tracer(part))
        return part

    def tracer(self, part: str) -> Any:
        """What counts the instructions of one part."""
        counts = self.counts

        def local(frame: FrameType, event: str, argument: object) -> Any:
            if event == "opcode":
                counts[part] += 1
            return local

        return local


def of(sources: Sequence[str | bytes]) -> Counts:
    """Instructions by part of the package that some pages take together, with everything loaded."""
    import cleaner
    from cleaner import clean

    for source in sources[:2]:
        clean(source)
    counter = PartCounter(Path(cleaner.__file__).parent)
    before = sys.gettrace()
    sys.settrace(counter)
    try:
        for source in sources:
            clean(source)
    finally:
        sys.settrace(before)
    return {part: float(number) for part, number in sorted(counter.counts.items())}


def main() -> None:
    """Count the fixtures, and print the numbers."""
    pages = [page.read_bytes() for page in sorted((ROOT / "fixtures").glob("*/page.*"))]
    print(json.dumps({part: round(number / len(pages), 1) for part, number in of(pages).items()}))


if __name__ == "__main__":
    main()
