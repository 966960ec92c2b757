"""The cleaner over labelled sets, and the texts of another program over them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from cleaner.errors import DataError
from cleaner.learn.gold import Row, rows
from cleaner.learn.progress import Progress, silent, told
from cleaner.learn.workers import pool
from cleaner.measure.page import Measured, cleaned, filters_with, predicted
from cleaner.protocol import Filter

CHUNK = 16  # pages that a process takes at once

Task = tuple[Path, Row]  # a page to clean: its set's folder and its row


def tasks_of(folders: Iterable[Path]) -> list[Task]:
    """All pages of some sets."""
    return [(folder, row) for folder in folders for row in rows(folder)]


def run_cleaner(
    tasks: Sequence[Task],
    *,
    weights: Path | None = None,
    jobs: int = 1,
    evidence: bool = False,
    progress: Progress = silent,
    what: str = "cleaning",
) -> Iterator[Measured]:
    """What the cleaner makes of the pages, in their order, whatever the number of processes."""
    filters = filters_with(weights)  # a bad weights file is found out here, not in a process
    if jobs == 1:
        found = (cleaned(*task, filters, evidence=evidence) for task in tasks)
        yield from told(found, what, len(tasks), progress)
        return
    work = partial(cleaned_by, weights, evidence)
    with pool(jobs) as workers:
        yield from told(workers.map(work, tasks, chunksize=CHUNK), what, len(tasks), progress)


def cleaned_by(weights: Path | None, evidence: bool, task: Task) -> Measured:
    """One page cleaned with the model of a weights file."""
    folder, row = task
    return cleaned(folder, row, loaded_filters(weights), evidence=evidence)


@cache
def loaded_filters(weights: Path | None) -> tuple[Filter, ...]:
    """The filters of a weights file, read once in each process of a pool."""
    return filters_with(weights)


def run_predictions(folders: Sequence[Path], predictions: Path, progress: Progress = silent) -> Iterator[Measured]:
    """Another program's texts: of one file, or of a folder with a file `<set>.jsonl` for each set.

    A page without a prediction counts as an empty one, and its `trouble` says so. A set without a file is passed over;
    DataError where none has one, and for a file that is not lines of `{"id": …, "text": …}`.
    """
    files = [(folder, predictions / f"{folder.resolve().name}.jsonl") for folder in folders]
    if predictions.is_file():
        if len(folders) > 1:
            raise DataError(f"{predictions}: one file of texts, but {len(folders)} labelled sets: name one of them")
        files = [(folders[0], predictions)]
    present = [(folder, file) for folder, file in files if file.exists()]
    if not present:
        raise DataError(f"{predictions}: no texts: " + ", ".join(f"no {file.name}" for _, file in files))
    for folder, file in present:
        texts, labelled = read_predictions(file), rows(folder)
        for row in told(labelled, f"scoring {folder.resolve().name}", len(labelled), progress):
            measured = predicted(folder, row, texts.get(row["id"], ""))
            if row["id"] not in texts:
                measured = Measured(measured.score, {}, measured.faults, f"{file}: no text for {row['id']}")
            yield measured


def read_predictions(file: Path) -> dict[str, str]:
    """The texts of a file, by page."""
    texts: dict[str, str] = {}
    try:
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
            if line.strip():
                found = json.loads(line)
                if not isinstance(found, dict) or not isinstance(found.get("id"), str):
                    raise DataError(f"{file}:{number}: not an object with an id")
                text = found.get("text")
                if not isinstance(text, str | None):
                    raise DataError(f"{file}:{number}: text is neither a string nor null")
                texts[found["id"]] = text or ""
    except (OSError, ValueError) as error:
        raise DataError(f"{file}: cannot be read: {error}") from error
    return texts
