"""What a batch run passes around: a record is one input, a result what became of it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from cleaner.model import InputKind


class PageOutcome(StrEnum):
    """What became of one input of a run. Values are stable names, used in manifests and rows."""

    OK = "ok"
    NO_ARTICLE = "no-article"
    UNREADABLE = "unreadable"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    TOO_BIG = "too-big"


# A page without an article is an answer, and every crawl has some; the others are failures.
FAILURES = frozenset(PageOutcome) - {PageOutcome.OK, PageOutcome.NO_ARTICLE}

OUT_OF_MEMORY = "out of memory"  # the reason of a page that took more than a worker may have


class Record(NamedTuple):
    """One input of a run: a page as it stands in a file of its own, an archive or a table."""

    id: str  # unique within its source: a path, the id of a WARC record, the value of the id field, `FILE:ROW`
    source: str  # the file that it is read from, as named
    name: str = ""  # where its text goes in a folder of texts: a relative path, not yet safe
    data: bytes | str | None = None  # None: the file `source` is the page, read by whoever cleans it
    url: str | None = None
    kind: InputKind | None = None  # None: as the run says
    headers: HttpHeaders | None = None
    through: int = 0  # bytes of the run's sources that are read when this record is
    outcome: PageOutcome | None = None  # known before it is cleaned, since there is nothing to clean
    reason: str = ""


class HttpHeaders(NamedTuple):
    """How a payload was sent, as the server said: what undoes it, and the charset."""

    transfer_encoding: str = ""
    content_encoding: str = ""
    charset: str | None = None


class Result(NamedTuple):
    """What became of one record."""

    outcome: PageOutcome
    reason: str = ""
    seconds: float = 0.0
    bytes_in: int = 0
    bytes_out: int = 0  # of the article's text in UTF-8
    body: bytes = b""  # what is written for it: the text, or the row as a line of JSON


def fault(id: str, source: str, outcome: PageOutcome, reason: str, *, name: str = "", url: str | None = None) -> Record:
    """A record that cannot be cleaned: it has its outcome from the start."""
    return Record(id, source, name, url=url, outcome=outcome, reason=reason)
