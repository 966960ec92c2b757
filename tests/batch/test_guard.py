"""One bad page costs one page, whatever it does to the process that cleans it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from cleaner.batch import guard as guard_module
from cleaner.batch.guard import Guard, WorkerError
from cleaner.batch.record import OUT_OF_MEMORY, PageOutcome, Record, Result, fault
from cleaner.batch.settings import Form, Settings
from cleaner.model import InputKind
from tests.batch.mischief import Mischief, page

SETTINGS = Settings(kind=InputKind.TEXT, filters=(Mischief(),), form=Form.TEXT, timeout=1.0, max_memory=400_000_000)


def records(*words: str) -> Iterator[Record]:
    """A record a word, each a page that does what it says."""
    return (Record(f"{number}", "test", data=page(word, number)) for number, word in enumerate(words))


def cleaned(*words: str, jobs: int = 1, settings: Settings = SETTINGS) -> list[tuple[Record, Result]]:
    """What becomes of pages that do these things."""
    with Guard(settings, jobs) as guard:
        return list(guard.results(records(*words)))


@pytest.mark.parametrize(
    ("word", "outcome", "reason"),
    [
        ("RAISE", PageOutcome.CRASHED, "ZeroDivisionError: on purpose"),
        ("RECURSE", PageOutcome.CRASHED, "RecursionError: "),
        ("LOOP", PageOutcome.TIMEOUT, "took longer than 1 s"),
        ("EXIT", PageOutcome.CRASHED, "the worker ended with code 7"),
        ("SEGV", PageOutcome.CRASHED, "the worker was ended by SIGSEGV"),
        ("KILL", PageOutcome.CRASHED, "the worker was ended by SIGKILL"),
        ("EAT", PageOutcome.CRASHED, OUT_OF_MEMORY),
    ],
)
def test_a_bad_page_costs_itself_alone(word: str, outcome: PageOutcome, reason: str) -> None:
    """The pages before and after it, also those in the same hand, come out whole and in order."""
    words = ["Good"] * 5 + [word] + ["Good"] * 5
    # To hang is to take too long; the others may take their time on a machine that has much to do.
    found = cleaned(*words, settings=SETTINGS if word == "LOOP" else SETTINGS._replace(timeout=20.0))
    assert [record.id for record, _ in found] == [str(number) for number in range(11)]
    assert [result.outcome for _, result in found] == [PageOutcome.OK] * 5 + [outcome] + [PageOutcome.OK] * 5
    assert found[5][1].reason.startswith(reason)
    assert [result.body.decode().split("\n")[0] for _, result in found if result.body] == [
        f"Good number {number}." for number in range(11) if number != 5
    ]


def test_bad_pages_only() -> None:
    """Pages that end their process one after another, two processes at a time, are all told."""
    found = cleaned(*["EXIT", "RAISE", "SEGV", "KILL"] * 3, jobs=2)
    assert [result.outcome for _, result in found] == [PageOutcome.CRASHED] * 12


def test_others_go_on_while_one_hangs() -> None:
    """A page that hangs holds up its process alone: the hundred behind it are done when it is given up."""
    began = time.monotonic()
    found = cleaned("LOOP", *["SLEEP"] * 10, *["Good"] * 100, jobs=2)
    assert [result.outcome for _, result in found] == [PageOutcome.TIMEOUT] + [PageOutcome.OK] * 110
    assert time.monotonic() - began < 10  # one second of waiting, and the start of three processes


def test_order_is_that_of_the_inputs() -> None:
    """However many processes there are, and however long each page takes, the results are the same."""
    words = ["SLEEP", "Good", "Good", "RAISE", "Good"] * 8
    one, three = cleaned(*words, jobs=1), cleaned(*words, jobs=3)
    assert [(record.id, result.outcome, result.body) for record, result in one] == [
        (record.id, result.outcome, result.body) for record, result in three
    ]


def test_inputs_are_read_as_they_are_needed() -> None:
    """A stream without end is no harm: only so much of it is read ahead."""
    read = 0

    def endless() -> Iterator[Record]:
        nonlocal read
        while True:
            yield Record(str(read), "test", data=page("Good", read))
            read += 1

    with Guard(SETTINGS, 1) as guard:
        results = guard.results(endless())
        for _ in range(20):
            next(results)
    assert read < 20 + 4 * guard_module.MOST


def test_what_is_no_page_needs_no_process() -> None:
    """A record that cannot be cleaned passes through in its place, and no process is started for it."""
    with Guard(SETTINGS, 2) as guard:
        (found,) = guard.results([fault("a", "b", PageOutcome.UNREADABLE, "cut short")])
        assert guard.workers == []
    assert found[1] == Result(PageOutcome.UNREADABLE, "cut short")


def test_processes_that_cannot_start_are_one_error() -> None:
    """When no process gets as far as a page, the run ends with what the process said."""
    with pytest.raises(WorkerError, match=r"no worker process can be started: .*Memory"):
        cleaned("Good", settings=SETTINGS._replace(max_memory=40_000_000))


def test_no_process_is_left_behind() -> None:
    """Leaving the guard ends its processes, also those that are busy."""
    with Guard(SETTINGS, 2) as guard:
        next(guard.results(records("Good", *["LOOP"] * 10)))
        processes = [worker.process for worker in guard.workers]
        assert processes
    assert all(process.returncode is not None for process in processes)
