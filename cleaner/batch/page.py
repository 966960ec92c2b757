"""One record cleaned, in the process that it cannot harm: what a worker does for each page."""

from __future__ import annotations

import time

from cleaner.api import clean
from cleaner.batch.files import read_at_most
from cleaner.batch.payload import TooBigError, decoded, unpacked
from cleaner.batch.record import PageOutcome, Record, Result
from cleaner.batch.rows import article_row, failed_row
from cleaner.batch.settings import Form, Settings
from cleaner.errors import CleanerError
from cleaner.model import Article
from cleaner.nothing import why_nothing
from cleaner.write.control import one_line
from cleaner.write.plain import with_title


def clean_record(record: Record, settings: Settings) -> Result:
    """What becomes of a record; whatever is raised on the way is an outcome. MemoryError alone gets through."""
    began = time.perf_counter()
    size = 0
    try:
        data = record.data if record.data is not None else read_at_most(record.source, settings.max_bytes)
        size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "replace"))
        if isinstance(data, bytes):
            data = unpacked(decoded(data, record.headers, settings.max_bytes), settings.max_bytes)
        if max(size, len(data)) > settings.max_bytes:
            raise TooBigError(settings.max_bytes)
        article = clean(
            data,
            url=record.url,
            kind=record.kind or settings.kind,
            charset=record.headers.charset if record.headers else None,
            filters=settings.filters,
            strictness=settings.strictness,
        )
        result = made(record, article, data, settings)
    except TooBigError as error:
        result = failed(record, PageOutcome.TOO_BIG, str(error), settings)
    except CleanerError as error:
        result = failed(record, PageOutcome.UNREADABLE, str(error), settings)
    except MemoryError:
        raise
    except Exception as error:
        result = failed(record, PageOutcome.CRASHED, f"{type(error).__name__}: {error}", settings)
    return result._replace(seconds=time.perf_counter() - began, bytes_in=size)


def made(record: Record, article: Article, data: bytes | str, settings: Settings) -> Result:
    """The result of a page that was read."""
    body = b""
    if settings.form is Form.ROW:
        body = article_row(record, article, decisions=settings.decisions)
    elif article.text:
        text = with_title(article) if settings.title else article.text
        body = f"{text}\n".encode("utf-8", "replace")
    if not article.text:
        return Result(PageOutcome.NO_ARTICLE, why_nothing(article, data), body=body)
    return Result(PageOutcome.OK, bytes_out=len(article.text.encode("utf-8", "replace")), body=body)


def failed(record: Record, outcome: PageOutcome, reason: str, settings: Settings) -> Result:
    """The result of a page that gave nothing."""
    body = failed_row(record, outcome, decisions=settings.decisions) if settings.form is Form.ROW else b""
    return Result(outcome, one_line(reason), body=body)
