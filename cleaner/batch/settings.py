"""What a guarded worker is told once, before the first page."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from cleaner.filters import DEFAULT
from cleaner.model import InputKind, Strictness
from cleaner.protocol import Filter

TIMEOUT = 30.0  # seconds; the slowest of 2,149 pages looked at takes 2
MAX_BYTES = 20_000_000  # of a page, unpacked; the largest of those has 5 MB
MAX_MEMORY = 2_000_000_000  # bytes of a worker; the largest of those pages takes it to 0.4 GB


class Form(StrEnum):
    """What a worker makes of an article."""

    TEXT = "text"  # what `clean page.html` prints
    ROW = "row"  # one line of JSON


class Settings(NamedTuple):
    """How pages are cleaned, within which limits, and what is made of them. Pickled into every worker."""

    kind: InputKind = InputKind.AUTO
    strictness: Strictness = Strictness.BALANCED
    filters: tuple[Filter, ...] = DEFAULT
    form: Form = Form.ROW
    title: bool = False  # texts begin with the title
    decisions: bool = False  # rows hold every decision
    timeout: float = TIMEOUT
    max_bytes: int = MAX_BYTES
    max_memory: int | None = MAX_MEMORY  # None: as much as there is
