"""Cleans a stream of records in guarded processes, so that one bad page costs one page."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait
from types import TracebackType

from cleaner.batch.guarded import Guarded, Job
from cleaner.batch.page import failed
from cleaner.batch.record import OUT_OF_MEMORY, PageOutcome, Record, Result
from cleaner.batch.settings import Settings
from cleaner.errors import CleanerError, trouble

# What a process is given at once: so much work that handing it over costs little, so little that all end together.
WORK = 0.15  # seconds
MOST = 32  # records
MOST_BYTES = 2_000_000

# How far results may run ahead of one that is still awaited, so that they do not fill the memory.
AHEAD = 4_000  # records
AHEAD_BYTES = 64_000_000

TRIES = 3  # processes that end before they are ready, one after another, until there is no hope


class WorkerError(CleanerError):
    """Guarded processes cannot be started."""


class Guard:
    """Some guarded processes, and the records that they have in hand. A context manager: leaving it ends them all."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self.settings = settings
        self.jobs = jobs
        self.workers: list[Guarded] = []
        self.waiting: deque[Job] = deque()  # read, and given to nobody yet
        self.waiting_bytes = 0
        self.again: deque[Job] = deque()  # given to a process that died of another
        self.done: dict[int, tuple[Record, Result]] = {}  # ahead of one that is awaited
        self.done_bytes = 0
        self.seconds = WORK  # what a record takes, a moving mean
        self.stillborn = 0

    def __enter__(self) -> Guard:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in self.workers:
            worker.end()
        self.workers.clear()

    def results(self, records: Iterable[Record]) -> Iterator[tuple[Record, Result]]:
        """Each record with what became of it, in the order of the records."""
        source = enumerate(records)
        awaited = read = 0
        exhausted = False
        while True:
            while not exhausted and self.wants_more(read - awaited):
                number, record = next(source, (-1, None))
                if record is None:
                    exhausted = True
                    break
                read += 1
                self.take(Job(number, record))
            self.hand_out()
            while awaited in self.done:
                found = self.done.pop(awaited)
                self.done_bytes -= len(found[1].body)
                awaited += 1
                yield found
            if exhausted and awaited == read:
                return
            if any(worker.is_busy for worker in self.workers):
                self.listen()

    def wants_more(self, ahead: int) -> bool:
        """Whether to read another record, while others have been read that many ahead of the one that is awaited."""
        if ahead >= AHEAD or self.done_bytes >= AHEAD_BYTES or self.waiting_bytes >= self.jobs * MOST_BYTES:
            return False
        if len(self.waiting) >= self.batch_size() and any(not worker.is_busy for worker in self.workers):
            return False  # somebody stands idle
        return len(self.waiting) < self.jobs * self.batch_size()

    def take(self, job: Job) -> None:
        """Put a record in the queue, unless there is nothing to clean."""
        record = job.record
        if record.outcome is not None:
            self.keep(job, failed(record, record.outcome, record.reason, self.settings))
        else:
            self.waiting.append(job)
            self.waiting_bytes += len(record.data or b"")

    def keep(self, job: Job, result: Result) -> None:
        """Hold a result until its turn comes."""
        self.done[job.number] = (job.record._replace(data=None), result)
        self.done_bytes += len(result.body)

    def batch_size(self) -> int:
        """How many records a process is given at once."""
        return max(1, min(MOST, int(WORK / max(self.seconds, 1e-6))))

    def hand_out(self) -> None:
        """Give work to the processes that have none, and start more of them if there is still work left."""
        for worker in list(self.workers):
            if not worker.is_busy and (self.again or self.waiting):
                if worker.connection.poll():  # the system ended it, at nobody's fault
                    self.bury(worker, PageOutcome.CRASHED)
                else:
                    worker.give(self.batch())
        spoken_for = sum(not worker.is_ready for worker in self.workers) * self.batch_size()
        while len(self.again) + len(self.waiting) > spoken_for and len(self.workers) < self.jobs:
            self.workers.append(self.started())
            spoken_for += self.batch_size()

    def started(self) -> Guarded:
        """A new process; WorkerError when the system gives none."""
        try:
            return Guarded(self.settings)
        except OSError as error:
            raise WorkerError(f"no worker process can be started: {trouble(error)}") from error

    def batch(self) -> list[Job]:
        """The next records, those first that were given out before."""
        jobs: list[Job] = []
        size, most = 0, self.batch_size()
        while self.again and len(jobs) < most:
            jobs.append(self.again.popleft())
        while self.waiting and len(jobs) < most and size < MOST_BYTES:
            jobs.append(self.waiting.popleft())
            size += len(jobs[-1].record.data or b"")
        self.waiting_bytes -= size
        return jobs

    def listen(self) -> None:
        """Wait until a process answers, dies, or takes too long."""
        busy = [worker for worker in self.workers if worker.is_busy]
        soonest = min(worker.deadline for worker in busy)
        answering = wait([worker.connection for worker in busy], max(0.0, soonest - time.monotonic()))
        for worker in busy:
            if worker.connection in answering:
                self.hear(worker)
            elif worker.deadline < time.monotonic() and not worker.connection.poll():
                self.bury(worker, PageOutcome.TIMEOUT, f"took longer than {self.settings.timeout:g} s")

    def hear(self, worker: Guarded) -> None:
        """Take what a process has sent."""
        try:
            answer = worker.answer()
        except (EOFError, OSError):
            self.bury(worker, PageOutcome.CRASHED)
            return
        self.stillborn = 0
        if answer is None:
            return
        job, result = answer
        self.seconds += 0.1 * (result.seconds - self.seconds)
        self.keep(job, result)
        if result.reason == OUT_OF_MEMORY:  # it ends itself
            self.workers.remove(worker)
            worker.end()
            self.again.extendleft(reversed(worker.hand))

    def bury(self, worker: Guarded, outcome: PageOutcome, reason: str = "") -> None:
        """End a process, blame the record that it was at, and put the others that it had back."""
        self.workers.remove(worker)
        if not worker.is_ready:
            said = worker.last_words()
            worker.end()
            self.stillborn += 1
            if self.stillborn >= TRIES:
                raise WorkerError(f"no worker process can be started: {said}")
            return
        seconds = time.monotonic() - worker.since
        how = worker.end()
        if worker.hand:
            job = worker.hand.popleft()
            result = failed(job.record, outcome, reason or how, self.settings)
            self.keep(job, result._replace(seconds=seconds, bytes_in=len(job.record.data or b"")))
            self.again.extendleft(reversed(worker.hand))
