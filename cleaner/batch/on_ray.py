"""Shards as tasks of Ray, one shard a task; what goes wrong with one is told, and does not stop the others.

Ray Core, and not Ray Data: a block that fails there is lost in silence or ends the run, and here a shard is tried
again and then reported.
"""

from __future__ import annotations

import os
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from cleaner.batch.needs import need
from cleaner.batch.shard import ShardReport
from cleaner.batch.shards import Shard
from cleaner.errors import CleanerError, trouble

LOCAL = "local"  # the address of a Ray that is started for this run, on this machine

TRIES = 3  # tasks of one shard: a machine that is taken away is nothing rare, three in a row are the shard's own fault
IN_HAND = 2_000  # tasks that Ray knows of: enough for any cluster to grow by, few enough for the scheduler
STORE = 100_000_000  # bytes of the object store, which holds nothing but reports; Ray takes no less than 75 MB
REACH = 10.0  # seconds in which the head of a cluster must answer; Ray itself would try for minutes

Work = Callable[[str, str], ShardReport]


class Tried(NamedTuple):
    """What came of one task: the shard's report, or what went wrong and whether the shard is tried again."""

    shard: Shard
    report: ShardReport | None
    trouble: str = ""
    again: bool = False


class RayError(CleanerError):
    """Ray cannot be started or reached."""


@contextmanager
def connected(address: str = LOCAL, cpus: int | None = None) -> Iterator[None]:
    """Ray, while the run lasts: the cluster at `address`, or one that is started here and ended afterwards.

    MissingError when Ray is not installed, RayError when it cannot be started or reached.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # a cleaner of pages tells nobody that it runs
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")  # else Ray warns of a change to come
    ray = need("ray", "ray", "a run on Ray")
    here: dict[str, object] = {"num_cpus": cpus, "include_dashboard": False, "object_store_memory": STORE}
    try:
        if address != LOCAL:
            reach(address)
        ray.init(address, logging_level="critical", log_to_driver=False, **(here if address == LOCAL else {}))
    except OSError as error:
        raise RayError(f"Ray at {address!r} cannot be reached: {trouble(error)}") from error
    except Exception as error:
        raise RayError(f"Ray at {address!r}: {first_line(error)}") from error
    try:
        yield
    finally:
        ray.shutdown()


def reach(address: str) -> None:
    """OSError unless somebody answers at an address with a port."""
    host, colon, port = address.removeprefix("ray://").rpartition(":")
    if colon and port.isdecimal():
        socket.create_connection((host.strip("[]"), int(port)), REACH).close()


def run_shards(shards: Iterable[Shard], work: Work, at_once: int | None = None, cpus: float = 1) -> Iterator[Tried]:
    """Let the connected Ray do the work on every shard, at most `at_once` together; what came of each task, as it ends.

    A shard whose task fails goes to the end of the queue, TRIES times in all. `work` is pickled; a task of it takes
    `cpus` cores.
    """
    ray = need("ray", "ray", "a run on Ray")
    # Ray's own retries are off: they would not be told, and those of a task that is killed do not count the others.
    task = ray.remote(num_cpus=cpus, max_retries=0)(attempt)
    shared = ray.put(work)
    coming = iter(shards)
    again: deque[tuple[Shard, int]] = deque()
    hand: dict[Any, tuple[Shard, int]] = {}
    while True:
        while len(hand) < (at_once or IN_HAND):
            fresh = next(coming, None)
            if fresh is None and not again:
                break
            shard, tries = (fresh, 0) if fresh is not None else again.popleft()
            hand[task.remote(shared, shard.source, shard.out)] = (shard, tries + 1)
        if not hand:
            return
        (done,), _ = ray.wait(list(hand), num_returns=1)
        shard, tries = hand.pop(done)
        try:
            yield Tried(shard, ray.get(done))
        except ray.exceptions.RayError as error:
            if tries < TRIES:
                again.append((shard, tries))
            yield Tried(shard, None, reason(error).removeprefix(f"{shard.source}: "), tries < TRIES)


def attempt(work: Work, source: str, out: str) -> ShardReport:
    """One task; Ray takes a function by its name, and the work, which may hold much, as an object that is sent once."""
    return work(source, out)


def reason(error: Exception) -> str:
    """What went wrong with a task, in one line."""
    cause = getattr(error, "cause", None)
    if isinstance(cause, CleanerError):
        return str(cause)
    if isinstance(cause, OSError):
        return trouble(cause)
    return f"{type(cause).__name__}: {cause}" if isinstance(cause, Exception) else first_line(error)


def first_line(error: Exception) -> str:
    """The first line of what an error says; its name where it says nothing."""
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
