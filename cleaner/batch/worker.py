"""The guarded process: takes records from a socket, cleans them one after another, sends back what became of each.

Started by `guard.py` as `python -m cleaner.batch.worker DESCRIPTOR`, and not by `multiprocessing`, which would run the
caller's main module again and does not work in processes that are workers themselves (Spark's, another pool's).
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import sys
from multiprocessing.connection import Connection

from cleaner.batch.page import clean_record, failed
from cleaner.batch.record import OUT_OF_MEMORY, PageOutcome, Record, Result
from cleaner.batch.settings import Settings

# Seconds past a page's time after which the process ends itself: the one that should have ended it is gone.
ORPHANED = 10
ROOM = 50_000_000  # bytes that must be left when a process begins: what most pages need and no more


def main(descriptor: int) -> None:
    """Serve until the other side hangs up, or until memory ran out once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the one that reads and writes decides
    connection = Connection(descriptor)
    settings = pickle.loads(connection.recv_bytes())
    limit_memory(settings.max_memory)
    warm_up(settings)
    silence()
    connection.send_bytes(b"")
    while True:
        try:
            records = pickle.loads(connection.recv_bytes())
        except EOFError:
            return
        for record in records:
            result = clean_guarded(record, settings)
            connection.send_bytes(pickle.dumps(tuple(result), pickle.HIGHEST_PROTOCOL))
            if result.reason == OUT_OF_MEMORY:
                return  # what is left of the process is not to be trusted


def clean_guarded(record: Record, settings: Settings) -> Result:
    """What became of a record, which may take no more than its time."""
    signal.setitimer(signal.ITIMER_REAL, settings.timeout + ORPHANED)
    try:
        return clean_record(record, settings)
    except MemoryError:
        gc.collect()
        return failed(record, PageOutcome.CRASHED, OUT_OF_MEMORY, settings)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def limit_memory(limit: int | None) -> None:
    """Let no more memory be mapped than that."""
    if limit is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def warm_up(settings: Settings) -> None:
    """Load what the first pages would load, so that it is on no page's time; MemoryError where no room is left."""
    prose = "The bridge over the river is open again, and the ferry that stood in for it was sold in the spring. " * 3
    for source in (f"<html><body><p>{prose}</p></body></html>", prose):
        clean_record(Record("", "", data=source), settings._replace(filters=()))
    bytearray(ROOM)


def silence() -> None:
    """Nothing that a library prints from here on is read by anybody."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    os.close(null)


if __name__ == "__main__":
    main(int(sys.argv[1]))
