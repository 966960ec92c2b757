"""One file of pages into one file of rows: the piece of a run that any engine can give to any machine."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO

from cleaner.batch.files import create, exists, open_binary, remove, rename
from cleaner.batch.formats import is_rows
from cleaner.batch.guard import Guard
from cleaner.batch.jsonl import Fields
from cleaner.batch.manifest import Tally, manifest_line, tally_of
from cleaner.batch.output import write_rows
from cleaner.batch.record import PageOutcome
from cleaner.batch.settings import MAX_BYTES, MAX_MEMORY, TIMEOUT, Form, Settings
from cleaner.batch.sources import Sources
from cleaner.batch.storage import StorageError
from cleaner.errors import CleanerError, trouble
from cleaner.filters import DEFAULT
from cleaner.model import InputKind, Strictness, named
from cleaner.protocol import Filter


@dataclass(frozen=True, slots=True)
class ShardReport:
    """What came of one shard. `outcomes` counts its inputs by the names of PageOutcome."""

    source: str
    out: str
    outcomes: dict[str, int] = field(default_factory=dict)
    bytes_in: int = 0
    bytes_out: int = 0
    seconds: float = 0.0
    skipped: bool = False  # an earlier call had finished it; its figures are those of then, but for the seconds

    @property
    def inputs(self) -> int:
        return sum(self.outcomes.values())


def clean_shard(
    source: str | os.PathLike[str],
    out: str | os.PathLike[str],
    *,
    kind: InputKind | str = InputKind.AUTO,
    strictness: Strictness | str = Strictness.BALANCED,
    filters: tuple[Filter, ...] = DEFAULT,
    html_field: str = Fields().html,
    id_field: str = Fields().id,
    url_field: str = Fields().url,
    decisions: bool = False,
    timeout: float = TIMEOUT,
    max_bytes: int = MAX_BYTES,
    max_memory: int | None = MAX_MEMORY,
    jobs: int = 1,
) -> ShardReport:
    """Clean the pages of one file (WARC, JSONL, Parquet, or one page) into a file of rows (.jsonl[.gz|.zst], .parquet).

    Both are paths, or addresses that fsspec knows (`s3://…`). Pages are cleaned in guarded processes, `jobs` of them,
    so no page ends or hangs the caller; one that fails is a row and a line of the manifest, `out.manifest.jsonl`.
    `out` is written under another name and renamed when it is whole; where it stands already, nothing is done.
    Arguments and report can be pickled. Raises StorageError, which is an OSError, when the source cannot be opened or
    read to its end or `out` cannot be written: then there is no `out`, and the same call may do better later. Raises
    another CleanerError when a distribution is missing or no process can be started.
    """
    began = time.monotonic()
    source, out = os.fspath(source), os.fspath(out)
    if not is_rows(out):
        raise CleanerError(f"{out} is no file of rows: .jsonl, .jsonl.gz, .jsonl.zst or .parquet")
    manifest = f"{out}.manifest.jsonl"
    if exists(out):
        return report(source, out, earlier(manifest), began, skipped=True)
    settings = Settings(
        kind=named(InputKind, kind),
        strictness=named(Strictness, strictness),
        filters=tuple(filters),
        form=Form.ROW,
        decisions=decisions,
        timeout=timeout,
        max_bytes=max_bytes,
        max_memory=max_memory,
    )
    sources = Sources((source,), Fields(html_field, id_field, url_field), max_bytes, lost=give_up)
    tally = Tally()
    listed = BytesIO()

    def rows() -> Iterator[bytes]:
        with Guard(settings, jobs) as guard:
            for record, result in guard.results(sources.records()):
                tally.add(result.outcome, result.bytes_in, result.bytes_out)
                listed.write(manifest_line(record, result))
                yield result.body

    # Two that work on the same shard, as engines have it when they take one for lost, do not share a name.
    beside, beside_manifest = in_work(out), in_work(manifest)
    try:
        write_rows(beside, rows(), decisions=decisions)
        with create(beside_manifest) as file:
            file.write(listed.getvalue())
        rename(beside_manifest, manifest)
        rename(beside, out)
    except BaseException as error:
        for name in (beside, beside_manifest):
            with suppress(Exception):  # what went wrong first is what is told
                remove(name)
        if isinstance(error, OSError) and not isinstance(error, CleanerError):
            raise StorageError(f"cannot write {out}: {trouble(error)}") from error
        raise
    return report(source, out, tally, began)


def give_up(reason: str) -> None:
    """A shard that is not given whole is none: its rows would pass for all."""
    raise StorageError(reason)


def in_work(out: str) -> str:
    """A name beside `out`, of the same form, for what is not whole yet."""
    folder, slash, name = out.rpartition("/")
    return f"{folder}{slash}.{os.urandom(6).hex()}.{name}"


def earlier(manifest: str) -> Tally:
    """The figures of a shard that was finished before; nothing where its manifest has gone."""
    with suppress(CleanerError, OSError, ValueError, KeyError), open_binary(manifest) as lines:
        return tally_of(lines)
    return Tally()


def report(source: str, out: str, tally: Tally, began: float, *, skipped: bool = False) -> ShardReport:
    """The figures as a report."""
    outcomes = {outcome.value: tally.outcomes[outcome] for outcome in PageOutcome if tally.outcomes[outcome]}
    seconds = time.monotonic() - began
    return ShardReport(source, out, outcomes, tally.bytes_in, tally.bytes_out, seconds, skipped)
