"""The pages of a web archive (WARC): its responses of type HTML, read by fastwarc."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from cleaner.batch.compression import DAMAGE, damage, stream_of
from cleaner.batch.needs import need
from cleaner.batch.record import HttpHeaders, PageOutcome, Record, fault
from cleaner.errors import trouble

HTML = frozenset({"text/html", "application/xhtml+xml"})


def read_warc(file: BinaryIO, source: str, max_bytes: int, left_out: Callable[[str], None]) -> Iterator[Record]:
    """A record for each response that says it is HTML, or does not say what it is, with status 2xx or none.

    The other responses are told to `left_out`. Payloads come as they were sent: whoever cleans a page undoes its
    encodings, so that a malicious one harms nobody else. Damage ends the file with a record that says so.
    """
    fastwarc = need("fastwarc.warc", "batch", "a WARC file")
    stream = stream_of(file, source)  # by fastwarc itself, a gzip file that is cut short would pass for a whole one
    number = 0
    try:
        responses = fastwarc.ArchiveIterator(stream, record_types=fastwarc.response, parse_http=True)
        for response in responses:
            number += 1
            headers = response.headers
            id = (headers.get("WARC-Record-ID") or f"{source}:{number}").strip("<>")
            url = headers.get("WARC-Target-URI")
            if not is_page(response):
                left_out(id)
                continue
            known = {"name": url or id, "url": url}
            if response.content_length > max_bytes:
                yield fault(id, source, PageOutcome.TOO_BIG, f"larger than {max_bytes:,} bytes", **known)
                continue
            length = response.content_length
            payload = response.reader.read()
            if len(payload) < length:
                yield fault(id, source, PageOutcome.UNREADABLE, "the record is cut short", **known)
                continue
            yield Record(id, source, data=payload, headers=http_headers(response), **known)
    except OSError as error:
        yield fault(f"{source}:{number + 1}", source, PageOutcome.UNREADABLE, lost(number, trouble(error)))
    except DAMAGE as error:
        yield fault(f"{source}:{number + 1}", source, PageOutcome.UNREADABLE, lost(number, str(damage(error))))
    except (GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # what fastwarc, written in Rust, panics with is no Exception
        reason = " ".join(f"the file is damaged: {error}".split())
        yield fault(f"{source}:{number + 1}", source, PageOutcome.UNREADABLE, lost(number, reason))


def lost(number: int, reason: str) -> str:
    """What became of a file that could be read only so far."""
    return f"{reason}; nothing could be read after response {number}"


def is_page(response: Any) -> bool:
    """Whether a response is a page that was delivered."""
    http = response.http_headers
    if http is None:
        return False
    status = http.status_code
    kind = (http.get("Content-Type") or "").partition(";")[0].strip().lower()
    if not kind:
        kind = (response.headers.get("WARC-Identified-Payload-Type") or "text/html").lower()
    return (status is None or 200 <= status < 300) and kind in HTML


def http_headers(response: Any) -> HttpHeaders:
    """What undoes a payload and reads it, as the server said."""
    http = response.http_headers
    charset = (response.http_charset or "").strip("\"' ") or None
    return HttpHeaders(http.get("Transfer-Encoding") or "", http.get("Content-Encoding") or "", charset)
