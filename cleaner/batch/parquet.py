"""Parquet files: the pages of a table in, the rows of a run out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from cleaner.batch.jsonl import Fields, record_of
from cleaner.batch.needs import need
from cleaner.batch.record import PageOutcome, Record, fault

ROWS_READ = 64  # at once: pages may be large
ROWS_WRITTEN = 5_000  # a row group: some 20 MB of text


def read_parquet(file: BinaryIO, source: str, fields: Fields) -> Iterator[Record]:
    """A record a row. A row without an id has the file's name and the row's number, from 1."""
    arrow = need("pyarrow", "parquet", "a Parquet file")
    parquet = need("pyarrow.parquet", "parquet", "a Parquet file")
    number = 0
    try:
        with parquet.ParquetFile(file) as table:
            size, rows = table.metadata.serialized_size, max(1, table.metadata.num_rows)
            size = file.seek(0, 2) or size
            columns = [name for name in dict.fromkeys(fields) if name in table.schema_arrow.names]
            for batch in table.iter_batches(ROWS_READ, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    record = record_of(row, f"{source}:{number}", source, fields)
                    yield record._replace(through=size * number // rows)
    except (arrow.ArrowException, OSError, ValueError) as error:
        said = " ".join(str(error).split())
        yield fault(f"{source}:{number + 1}", source, PageOutcome.UNREADABLE, f"the Parquet file is damaged: {said}")


def schema(*, decisions: bool) -> Any:
    """The columns of the rows that a run writes."""
    arrow = need("pyarrow", "parquet", "a Parquet file")
    text, number = arrow.string(), arrow.int64()
    columns = [(name, text) for name in ("id", "url", "title", "language", "outcome", "text")]
    columns.append(("dropped", arrow.map_(text, number)))
    if decisions:
        words = ("outcome", "filter", "reason", "evidence", "kind", "where", "text")
        numbers = ("index", "line", "start", "end")
        fact = [*((name, text) for name in words), *((name, number) for name in numbers)]
        columns.append(("decisions", arrow.list_(arrow.struct(fact))))
    return arrow.schema(columns)


def write_parquet(lines: Iterable[bytes], file: BinaryIO, *, decisions: bool) -> None:
    """Write rows, each a line of JSON, as a table; the file is one only when this returns."""
    parquet = need("pyarrow.parquet", "parquet", "a Parquet file")
    arrow = need("pyarrow", "parquet", "a Parquet file")
    columns = schema(decisions=decisions)
    with parquet.ParquetWriter(file, columns, compression="zstd") as writer:
        rows: list[dict[str, Any]] = []
        for line in lines:
            row = json.loads(line)
            row["dropped"] = list(row["dropped"].items())
            rows.append(row)
            if len(rows) == ROWS_WRITTEN:
                writer.write_table(arrow.Table.from_pylist(rows, columns))
                rows = []
        writer.write_table(arrow.Table.from_pylist(rows, columns))
