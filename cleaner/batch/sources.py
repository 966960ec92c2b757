"""The inputs of a run: files, folders, archives and tables, as one stream of records in a fixed order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from cleaner.batch.compression import DAMAGE
from cleaner.batch.files import is_address, open_binary, size_of
from cleaner.batch.folder import is_no_page, walk
from cleaner.batch.formats import Format, format_of, without_suffix
from cleaner.batch.jsonl import Fields, read_jsonl
from cleaner.batch.parquet import read_parquet
from cleaner.batch.record import PageOutcome, Record, fault
from cleaner.batch.settings import MAX_BYTES
from cleaner.batch.warc import read_warc
from cleaner.errors import UnreadableError

STANDARD_INPUT = "-"


class Sources(NamedTuple):
    """What a run reads, as named, in order."""

    names: tuple[str, ...]
    fields: Fields = Fields()
    max_bytes: int = MAX_BYTES
    shunned: frozenset[str] = frozenset()  # real paths of the run's own output
    stdin: Callable[[], bytes] = lambda: b""  # reads what is piped in, for the name `-`
    lost: Callable[[str], None] = lambda _: None  # told of a file of many pages that storage did not give, or not whole

    def records(self, left_out: Counter[str] | None = None) -> Iterator[Record]:
        """Every input, lazily; `left_out` counts, by suffix or kind, what lies among them and is none."""
        counts: Counter[str] = Counter() if left_out is None else left_out
        before = 0
        for path, name in self.files(counts):
            size = 0 if path == STANDARD_INPUT else size_of(path)
            for record in self.read(path, name, counts):
                yield record._replace(through=before + min(size, record.through or size))
            before += size

    def files(self, left_out: Counter[str]) -> Iterator[tuple[str, str]]:
        """Every file that is read, with the path that its text has in a folder of texts."""
        for name in self.names:
            if name != STANDARD_INPUT and not is_address(name) and os.path.isdir(name):
                # As `cp -r` does with several folders: what comes from each stays apart.
                inside = os.path.basename(os.path.realpath(name)) if len(self.names) > 1 else ""
                for path in walk(name, lambda path: left_out.update([kind_left_out(path)]), self.shunned):
                    yield path, os.path.join(inside, os.path.relpath(path, name))
            else:
                yield name, name if format_of(name) is Format.PAGE else os.path.basename(name)

    def total_bytes(self) -> int:
        """The size of all that is read; what has none counts nothing."""
        return sum(size_of(path) for path, _ in self.files(Counter()) if path != STANDARD_INPUT)

    def read(self, path: str, name: str, left_out: Counter[str]) -> Iterator[Record]:
        """The records of one file."""
        format = format_of(path)
        if path == STANDARD_INPUT:
            yield Record(path, path, "standard-input", self.stdin())
        elif format is Format.PAGE:
            yield Record(path, path, name)
        else:
            try:
                file = open_binary(path)
            except UnreadableError as error:
                self.lost(f"{path}: {error}")
                yield fault(path, path, PageOutcome.UNREADABLE, str(error), name=name)
                return
            with file:
                for record in self.read_many(format, file, path, left_out):
                    yield record._replace(
                        name=f"{without_suffix(name)}/{record.name}", through=record.through or place(file)
                    )
                if file.failure:
                    self.lost(f"{path}: {file.failure}")

    def read_many(self, format: Format, file: BinaryIO, path: str, left_out: Counter[str]) -> Iterator[Record]:
        """The records of a file that holds many."""
        if format is Format.WARC:
            return read_warc(file, path, self.max_bytes, lambda _: left_out.update(["WARC response"]))
        if format is Format.JSONL:
            return read_jsonl(file, path, self.fields, self.max_bytes)
        return read_parquet(file, path, self.fields)


def place(file: BinaryIO) -> int:
    """How far a file has been read, in bytes."""
    try:
        return file.tell()
    except (OSError, *DAMAGE):
        return 0


def kind_left_out(path: str) -> str:
    """What a file that is left out is counted as: its suffix where that is the reason, else `hidden or no file`."""
    return os.path.splitext(path.lower().removesuffix(".gz"))[1] if is_no_page(path) else "hidden or special"
