"""Archives and tables of pages, made for a test."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import pyarrow
import pyarrow.parquet
import zstandard

HTML = "Content-Type: text/html"


def response(
    payload: bytes, *headers: str, id: str = "1", url: str = "http://example.org/", status: str = "200 OK"
) -> bytes:
    """A response as a web archive holds it."""
    lines = [f"HTTP/1.1 {status}", *headers]
    http = "\r\n".join([*lines, "", ""]).encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{id}>\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def packed(name: str, pieces: Iterable[bytes]) -> bytes:
    """Pieces as a file of that name holds them: each gzipped, each a frame of Zstandard, or as they are."""
    if name.endswith(".gz"):
        return b"".join(map(gzip.compress, pieces))
    if name.endswith(".zst"):
        return b"".join(map(zstandard.ZstdCompressor().compress, pieces))
    return b"".join(pieces)


def write_pages(path: Path, pages: dict[str, bytes]) -> Path:
    """The pages, by their ids, as a folder (a name without a suffix) or as a file of the form that its name says."""
    if path.name.endswith((".warc", ".warc.gz", ".warc.zst")):
        path.write_bytes(packed(path.name, (response(page, HTML, id=id) for id, page in pages.items())))
    elif path.suffix == ".parquet":
        table = pyarrow.table({"id": list(pages), "html": pyarrow.array(list(pages.values()), pyarrow.binary())})
        pyarrow.parquet.write_table(table, path)
    elif ".jsonl" in path.name:
        lines = (json.dumps({"id": id, "html": page.decode()}) + "\n" for id, page in pages.items())
        path.write_bytes(packed(path.name, (line.encode() for line in lines)))
    else:
        for id, page in pages.items():
            file = path / f"{id}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(page)
    return path
