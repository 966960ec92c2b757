"""The pages of a file with a JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from cleaner.batch.compression import DAMAGE, damage, unpacking
from cleaner.batch.record import PageOutcome, Record, fault
from cleaner.errors import trouble

# A line is longer than the page in it: quotes and line breaks take two characters, characters beyond ASCII up to six.
LINE_PER_PAGE = 6
ELSE_IN_LINE = 1_000_000  # bytes for the other fields


class Fields(NamedTuple):
    """Which fields of a row hold the page, its id and its address."""

    html: str = "html"
    id: str = "id"
    url: str = "url"


def read_jsonl(file: BinaryIO, source: str, fields: Fields, max_bytes: int) -> Iterator[Record]:
    """A record a line; lines that are blank are none. A row without an id has the file's name and the line's number."""
    stream = unpacking(file, source)
    longest = max_bytes * LINE_PER_PAGE + ELSE_IN_LINE
    number = 0
    try:
        while line := stream.readline(longest):
            number += 1
            where = f"{source}:{number}"
            if len(line) == longest and not line.endswith(b"\n"):
                while rest := stream.readline(longest):  # in pieces, so that no line fills the memory
                    if rest.endswith(b"\n"):
                        break
                yield fault(
                    where, source, PageOutcome.TOO_BIG, f"a line of more than {longest:,} bytes", name=str(number)
                )
            elif not line.isspace():
                yield read_line(line, where, source, fields)
    except DAMAGE as error:
        yield fault(f"{source}:{number + 1}", source, PageOutcome.UNREADABLE, str(damage(error)))
    except OSError as error:
        yield fault(f"{source}:{number + 1}", source, PageOutcome.UNREADABLE, trouble(error))


def read_line(line: bytes, where: str, source: str, fields: Fields) -> Record:
    """The record of one line; its outcome is known where the line holds no page."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):  # not JSON, not UTF-8, or nested without end
        return fault(where, source, PageOutcome.UNREADABLE, "the line is not JSON")
    if not isinstance(row, dict):
        return fault(where, source, PageOutcome.UNREADABLE, "the line is no JSON object")
    return record_of(row, where, source, fields)


def record_of(row: dict[str, object], where: str, source: str, fields: Fields) -> Record:
    """The record of one row, of JSON or of a table."""
    given, url, page = row.get(fields.id), row.get(fields.url), row.get(fields.html)
    has_id = given is not None and given != ""
    id, name = (str(given), str(given)) if has_id else (where, where.rpartition(":")[2])
    address = url if isinstance(url, str) and url else None
    if not isinstance(page, str | bytes):
        said = "no field" if fields.html not in row else "no text in the field"
        return fault(id, source, PageOutcome.UNREADABLE, f"{said} {fields.html!r}", name=name, url=address)
    return Record(id, source, name=name, data=page, url=address)
