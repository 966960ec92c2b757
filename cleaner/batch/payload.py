"""A page's bytes out of what the server and the crawler wrapped them in, never beyond a size."""

from __future__ import annotations

import io
import zlib

from cleaner.batch.needs import need
from cleaner.batch.record import HttpHeaders
from cleaner.errors import UnreadableError

GZIP = b"\x1f\x8b\x08"
EITHER = zlib.MAX_WBITS | 32  # zlib tells gzip from zlib by the header
RAW = -zlib.MAX_WBITS


class TooBigError(UnreadableError):
    """A page is larger than a page may be."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"larger than {limit:,} bytes")


def decoded(data: bytes, headers: HttpHeaders | None, limit: int) -> bytes:
    """The payload of a response, its transfer and content encodings undone.

    Crawlers often undo them and leave the headers, so data that is not what they say is taken as it is.
    """
    if headers is None:
        return data
    if "chunked" in headers.transfer_encoding.lower():
        data = joined(data)
    for coding in reversed(headers.content_encoding.lower().split(",")):
        data = without(coding.strip(), data, limit)
    return data


def without(coding: str, data: bytes, limit: int) -> bytes:
    """The data with one content coding undone, or as it is where it has none of that name."""
    if coding in ("gzip", "x-gzip"):
        return unpacked(data, limit)
    if coding == "deflate":  # the standard means zlib's form; some servers send the bare stream
        return inflated(data, EITHER, limit) or inflated(data, RAW, limit) or data
    if coding in ("br", "zstd"):
        streams = need("fastwarc.stream_io", "batch", f"a page sent with content encoding {coding}")
        reader = streams.BrotliReader if coding == "br" else streams.ZstdReader
        try:
            opened: bytes = reader(io.BytesIO(data)).read(limit + 1)
        except OSError:
            return data
        return within(opened, limit)
    return data


def unpacked(data: bytes, limit: int) -> bytes:
    """The data out of its gzip wrapping, if it is whole; what is damaged is left to who reads the page to judge."""
    parts: list[bytes] = []
    rest, room = data, limit + 1
    while rest.startswith(GZIP):
        stream = zlib.decompressobj(EITHER)
        try:
            parts.append(stream.decompress(rest, room))
        except zlib.error:
            return data
        room -= len(parts[-1])
        if room <= 0:
            raise TooBigError(limit)
        if not stream.eof:
            return data
        rest = stream.unused_data
    return data if rest.strip(b"\0") else b"".join(parts)


def inflated(data: bytes, form: int, limit: int) -> bytes:
    """The whole content of a deflate stream; empty where the data is none."""
    stream = zlib.decompressobj(form)
    try:
        return within(stream.decompress(data, limit + 1), limit)
    except zlib.error:
        return b""


def within(data: bytes, limit: int) -> bytes:
    """The data, if it is not too big."""
    if len(data) > limit:
        raise TooBigError(limit)
    return data


def joined(data: bytes) -> bytes:
    """The chunks of a chunked body; the data as it is where it is not chunked, what there is where it is cut."""
    parts: list[bytes] = []
    at = 0
    while at < len(data):
        end = data.find(b"\r\n", at)
        try:
            size = int(data[at:end].split(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(parts) if parts else data
        if size == 0:
            break
        parts.append(data[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts)
