"""The cost of one page in a fresh process."""

from __future__ import annotations

import json
import subprocess
from typing import NamedTuple

from tests.benchmarks.launch import script


class Cost(NamedTuple):
    """A page's cost. Megabytes are millions of bytes."""

    megabytes: float  # of the page
    seconds: float  # of CPU time, when everything is loaded
    peak: float  # resident megabytes of the whole process at its largest
    blocks: int


def cost(page: str | bytes, kind: str = "html", python: str | None = None) -> Cost:
    """What a page costs; `python` is another environment's interpreter."""
    source = page.encode() if isinstance(page, str) else page
    done = subprocess.run(
        **script("footprint", "page", kind, python=python), input=source, stdout=subprocess.PIPE, check=True
    )
    return Cost(*json.loads(done.stdout))
