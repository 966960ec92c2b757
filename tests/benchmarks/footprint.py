"""What cleaning costs the process that does it, told by that process itself. Linux, for it reads /proc.

Run as a script by the interpreter of any environment, so it imports nothing but the standard library and the program.
`page KIND`: the cost of the page on standard input. `many NUMBER`: the resident size of the process, now and then, while
it cleans so many pages, those of the JSON list of paths on standard input again and again.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import suppress
from pathlib import Path

POINTS = 40  # of the line that a run's resident size draws

SMALL = {
    "html": "<html><title>Rain</title><body><p>It rained all day, and the ferry stayed where it was.</p></body></html>",
    "text": "It rained all day.\nThe ferry stayed where it was.\n",
}


def resident(field: str) -> float:
    """This process' memory in millions of bytes: `VmRSS` now, `VmHWM` at its largest.

    Not `ru_maxrss`, which a process inherits from the one that started it.
    """
    status = Path("/proc/self/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith(f"{field}:"))
    return int(line.split()[1]) * 1024 / 1e6


def page(kind: str) -> None:
    """Say the page's size, its CPU time when everything is loaded, the largest size of the process, and its blocks."""
    from cleaner import clean

    clean(SMALL[kind], kind=kind)
    source = sys.stdin.buffer.read()
    began = time.process_time()
    article = clean(source, kind=kind)
    spent = time.process_time() - began
    print(json.dumps([len(source) / 1e6, spent, resident("VmHWM"), len(article.decisions)]))


def many(number: int) -> None:
    """Say, now and then, how many pages are cleaned and how large the process is."""
    from cleaner import CleanerError, clean

    paths = [Path(path) for path in json.load(sys.stdin)]
    step = max(1, number // POINTS)
    for cleaned in range(1, number + 1):
        with suppress(CleanerError):  # an unreadable page is a page as well
            clean(paths[cleaned % len(paths)])
        if cleaned % step == 0:
            print(json.dumps([cleaned, resident("VmRSS")]), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "page":
        page(sys.argv[2])
    else:
        many(int(sys.argv[2]))
