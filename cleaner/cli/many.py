"""What the user asked of a run over many pages."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import NamedTuple

from cleaner.batch.formats import ROWS

SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?", re.IGNORECASE)
POWERS = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4}


class Many(NamedTuple):
    """The options that only a batch run has; any of them asks for one. None: as the library has it."""

    jobs: int | None = None
    files0_from: str | None = None
    resume: bool = False
    decisions: bool = False
    html_field: str | None = None
    id_field: str | None = None
    url_field: str | None = None
    timeout: float | None = None
    max_memory: str | None = None
    max_bytes: str | None = None


def is_for_many(output: str) -> bool:
    """Whether an output takes many pages: it is a folder, or a file of rows."""
    return is_folder(output) or output.lower().endswith(ROWS)


def is_folder(output: str) -> bool:
    """Whether an output is a folder: it exists as one, or its name ends as one's."""
    return output.endswith(("/", os.sep)) or os.path.isdir(output)


def cores() -> int:
    """The cores that this process may use."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def size_in_bytes(words: str) -> int:
    """`20M` as a number of bytes, thousands to the kilobyte; ValueError for what is no size."""
    found = SIZE.fullmatch(words.strip())
    if not found:
        raise ValueError(f"{words!r} is no size: write 500000, 500k, 20M or 4G")
    return int(float(found[1]) * 1000 ** POWERS[found[2].lower()])
