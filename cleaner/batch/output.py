"""Where the texts of a run go: one file with a row a page, or a folder with a file a page."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Protocol

from cleaner.batch.compression import packing, unpacking
from cleaner.batch.files import create
from cleaner.batch.naming import Names
from cleaner.batch.parquet import schema, write_parquet
from cleaner.batch.record import PageOutcome, Record, Result
from cleaner.batch.settings import Form


class Output(Protocol):
    """Takes what became of each input, in order. What it holds back until a checkpoint, the journal writes."""

    form: Form

    def take(self, record: Record, result: Result) -> str:
        """Write what is written at once; the name of the file that it stands in, if it is one for this input alone."""

    def skip(self, record: Record) -> None:
        """An input that an earlier run has dealt with."""

    def pack(self, bodies: Iterable[bytes]) -> bytes:
        """What these inputs add to the file of rows; nothing where there is none."""

    def finish(self, part: str) -> None:
        """Put what was gathered in the file `part` in its place."""


class RowsOutput:
    """One file of rows. They are gathered beside it, in pieces that each stand by themselves, until all are there.

    A Parquet file is told by its end, so one that is cut is lost: its rows are gathered as gzipped JSON lines first.
    """

    form = Form.ROW

    def __init__(self, path: str, *, decisions: bool = False) -> None:
        self.path = path
        self.decisions = decisions
        self.is_parquet = path.lower().endswith(".parquet")
        self.packing = packing(".gz" if self.is_parquet else path.lower())
        if self.is_parquet:
            schema(decisions=decisions)  # what is missing is missed before the first page

    def take(self, record: Record, result: Result) -> str:
        """Nothing is written before a checkpoint."""
        return ""

    def skip(self, record: Record) -> None:
        """Its row is there."""

    def pack(self, bodies: Iterable[bytes]) -> bytes:
        """The rows as one piece of the file."""
        rows = b"".join(bodies)
        return self.packing(rows) if rows else b""

    def finish(self, part: str) -> None:
        """Rename the file, or make the table of it. Nothing is left to do where an earlier run has come so far."""
        if not os.path.exists(part):
            return
        if self.is_parquet:
            made = f"{self.path}.tmp"
            with open(part, "rb") as rows, open(made, "wb") as table:
                write_parquet(unpacking(rows, ".gz"), table, decisions=self.decisions)
                table.flush()
                os.fsync(table.fileno())
            os.replace(made, self.path)
            os.unlink(part)
        else:
            os.replace(part, self.path)


class FolderOutput:
    """A folder of texts, each written under another name and then renamed."""

    form = Form.TEXT

    def __init__(self, path: str) -> None:
        self.path = path
        self.names = Names()
        self.beside = os.path.join(path, ".clean.part")
        os.makedirs(path, exist_ok=True)

    def take(self, record: Record, result: Result) -> str:
        """Write the text of a page that has one; a text that an earlier run left for it goes."""
        name = self.names.path(record.name or record.id)
        target = os.path.join(self.path, name)
        if result.outcome is not PageOutcome.OK:
            with suppress(FileNotFoundError, NotADirectoryError):
                os.unlink(target)
            return ""
        try:
            with open(self.beside, "wb") as file:
                file.write(result.body)
            try:
                os.replace(self.beside, target)
            except FileNotFoundError:
                os.makedirs(os.path.dirname(target), exist_ok=True)
                os.replace(self.beside, target)
        except OSError:
            with suppress(OSError):
                os.unlink(self.beside)
            raise
        return name

    def skip(self, record: Record) -> None:
        """Its name is given away."""
        self.names.path(record.name or record.id)

    def pack(self, bodies: Iterable[bytes]) -> bytes:
        """There is no file of rows."""
        return b""

    def finish(self, part: str) -> None:
        """All is in its place."""
        with suppress(FileNotFoundError):
            os.unlink(part)


def write_rows(path: str, lines: Iterator[bytes], *, decisions: bool, each: int = 4_000_000) -> None:
    """Write a whole file of rows, by path or address; the caller sees to its name while it is not whole."""
    output = RowsOutput(path, decisions=decisions)
    with create(path) as file:
        if output.is_parquet:
            write_parquet(lines, file, decisions=decisions)
            return
        held: list[bytes] = []
        size = 0
        for line in lines:
            held.append(line)
            size += len(line)
            if size > each:
                file.write(output.pack(held))
                held, size = [], 0
        file.write(output.pack(held))
