"""The list of a run's inputs with what became of each: a line of JSON an input, in the order of the inputs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cleaner.batch.record import FAILURES, PageOutcome, Record, Result
from cleaner.batch.rows import line


def manifest_line(record: Record, result: Result, written: str = "") -> bytes:
    """The line of one input; `output` is the file that its text stands in, where each has its own."""
    return line(
        {
            "id": record.id,
            "source": record.source,
            "outcome": result.outcome.value,
            "reason": result.reason,
            "seconds": round(result.seconds, 4),
            "bytes_in": result.bytes_in,
            "bytes_out": result.bytes_out,
            **({"output": written} if written else {}),
        }
    )


@dataclass
class Tally:
    """What became of the inputs so far."""

    outcomes: Counter[PageOutcome] = field(default_factory=Counter)
    bytes_in: int = 0
    bytes_out: int = 0
    resumed: int = 0  # of the inputs, those that an earlier run has dealt with

    @property
    def inputs(self) -> int:
        return self.outcomes.total()

    @property
    def failures(self) -> int:
        return sum(self.outcomes[outcome] for outcome in FAILURES)

    def add(self, outcome: PageOutcome, bytes_in: int, bytes_out: int) -> None:
        """Count one input."""
        self.outcomes[outcome] += 1
        self.bytes_in += bytes_in
        self.bytes_out += bytes_out

    def add_line(self, row: dict[str, Any]) -> None:
        """Count one line of a manifest."""
        self.add(PageOutcome(row["outcome"]), row["bytes_in"], row["bytes_out"])


def tally_of(lines: Iterable[bytes]) -> Tally:
    """What a manifest says, in sum."""
    tally = Tally()
    for each in lines:
        tally.add_line(json.loads(each))
    return tally
