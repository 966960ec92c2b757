"""A run over many pages: reads, has them cleaned, writes in order, and can go on where it was stopped."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Generator, Mapping
from contextlib import closing

from cleaner.batch.guard import Guard
from cleaner.batch.journal import Journal, ResumeError
from cleaner.batch.manifest import Tally, manifest_line
from cleaner.batch.output import Output
from cleaner.batch.record import Record, Result
from cleaner.batch.settings import Settings
from cleaner.batch.sources import Sources
from cleaner.errors import CleanerError, trouble

# What a killed run loses at most, against what a checkpoint costs: some 10 ms.
CHECKPOINT_SECONDS = 2.0
CHECKPOINT_BYTES = 8_000_000

OnResult = Callable[[Record, Result, Tally], None]


class OutputError(CleanerError):
    """The output cannot be written; nothing half-written stands in its place."""


class Run:
    """One run. `tally` and `left_out` tell what it has done, also when it is interrupted."""

    def __init__(self, sources: Sources, settings: Settings, jobs: int) -> None:
        self.sources = sources
        self.settings = settings
        self.jobs = jobs
        self.tally = Tally()
        self.left_out: Counter[str] = Counter()
        self.began = time.monotonic()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    def stream(self, on_result: OnResult) -> None:
        """Tell each result in the order of the inputs, and write nothing."""
        with Guard(self.settings, self.jobs) as guard:
            for record, result in guard.results(self.sources.records(self.left_out)):
                self.tally.add(result.outcome, result.bytes_in, result.bytes_out)
                on_result(record, result, self.tally)

    def write(
        self, out: str, output: Output, options: Mapping[str, object], on_result: OnResult, *, resume: bool = False
    ) -> None:
        """Write to `output` and keep a journal beside `out`; with `resume`, go on where the last run stopped.

        `options` are those that change what is written: a run is not resumed under others. Raises OutputError,
        ResumeError, WorkerError. On any of these, and when interrupted, all that was done is kept for the next run.
        """
        journal = Journal(out, output, options)
        try:
            journal.open(resume=resume)
            self.write_all(journal, output, on_result)
            journal.finish()
        except OSError as error:
            raise OutputError(f"cannot write {error.filename or out}: {trouble(error)}") from error
        finally:
            journal.close()

    def write_all(self, journal: Journal, output: Output, on_result: OnResult) -> None:
        """Clean what is left to be cleaned, with a checkpoint now and then, and one when something ends the run."""
        last = time.monotonic()
        with Guard(self.settings, self.jobs) as guard, closing(self.pending(journal, output)) as pending:
            try:
                for record, result in guard.results(pending):
                    name = output.take(record, result)
                    journal.add(record, result, manifest_line(record, result, name))
                    self.tally.add(result.outcome, result.bytes_in, result.bytes_out)
                    on_result(record, result, self.tally)
                    if time.monotonic() - last > CHECKPOINT_SECONDS or journal.held_bytes > CHECKPOINT_BYTES:
                        journal.checkpoint()
                        last = time.monotonic()
            except (KeyboardInterrupt, CleanerError):
                journal.checkpoint()
                raise

    def pending(self, journal: Journal, output: Output) -> Generator[Record, None, None]:
        """The inputs that are left, once those of the journal have turned out to be the first ones."""
        records = self.sources.records(self.left_out)
        for line in journal.earlier_lines() if journal.state.done else ():
            row = json.loads(line)
            record = next(records, None)
            if record is None or record.id != row["id"]:
                raise ResumeError(
                    f"the inputs have changed: {row['id']} is not where it was; without --resume it begins anew"
                )
            output.skip(record)
            self.tally.add_line(row)
            self.tally.resumed += 1
        for record in records:
            if journal.state.finished:
                raise ResumeError(f"the run is finished, and {record.id} is new; without --resume it begins anew")
            yield record
