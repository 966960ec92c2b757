"""What a run reads: folders, archives, rows and tables, whole and damaged."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections import Counter
from pathlib import Path

import pytest

from cleaner.batch.jsonl import Fields
from cleaner.batch.payload import TooBigError, decoded, unpacked
from cleaner.batch.record import HttpHeaders, PageOutcome, Record
from cleaner.batch.sources import Sources
from tests.batch.archive import HTML, packed, response, write_pages

PAGE = b"<html><body><p>The bridge is open again.</p></body></html>"


def read(*names: str | Path, left_out: Counter[str] | None = None, **options: object) -> list[Record]:
    """All records of what is named."""
    return list(Sources(tuple(map(str, names)))._replace(**options).records(left_out))  # type: ignore[arg-type]


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    """All pages below it, by name within each folder; style sheets, images and hidden files are counted, not read."""
    for name in ("b/2.html", "b/10.html", "a.html.gz", "c", "style.css", ".git/config", "b/photo.JPG", "d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(PAGE)
    left_out: Counter[str] = Counter()
    found = read(tmp_path, left_out=left_out)
    assert [record.name for record in found] == ["a.html.gz", "b/10.html", "b/2.html", "c", "d.txt"]
    assert left_out == {".css": 1, ".jpg": 1, "hidden or special": 1}
    assert [record.through for record in found] == sorted(record.through for record in found)
    assert found[-1].through == Sources((str(tmp_path),)).total_bytes()


@pytest.mark.skipif(os.name == "nt", reason="makes links and pipes")
def test_a_folder_holds_traps(tmp_path: Path) -> None:
    """Links in circles and named pipes hang nobody; a link that leads nowhere is an input that cannot be read."""
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "nowhere.html").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "pipe.html")
    assert [record.name for record in read(tmp_path)] == ["nowhere.html"]


def test_the_output_is_no_input(tmp_path: Path) -> None:
    """What the run itself writes below the folder that it reads is not read."""
    write_pages(tmp_path, {"a": PAGE, "out/b": PAGE})
    assert [r.name for r in read(tmp_path, shunned=frozenset({str(tmp_path.resolve() / "out")}))] == ["a.html"]


def test_forms_may_be_mixed(tmp_path: Path) -> None:
    """Folders, archives, tables and pages in one run; names keep apart what comes from different places."""
    write_pages(tmp_path / "one", {"a": PAGE})
    write_pages(tmp_path / "two", {"a": PAGE})
    names = [tmp_path / "one", tmp_path / "two"]
    names += [write_pages(tmp_path / name, {"x": PAGE}) for name in ("w.2029.warc.gz", "j.jsonl.zst", "p.parquet")]
    found = read(*names)
    assert [record.name for record in found] == [
        "one/a.html",
        "two/a.html",
        "w.2029/http://example.org/",
        "j/x",
        "p/x",
    ]


def test_a_warc_gives_its_pages(tmp_path: Path) -> None:
    """Responses that are HTML and were delivered; images, errors and redirects are counted as left out."""
    pieces = [
        response(PAGE, "Content-Type: text/html; charset=ISO-8859-1", id="a", url="http://example.org/a"),
        response(b"\x89PNG", "Content-Type: image/png", id="b"),
        response(PAGE, HTML, id="c", status="404 Not Found"),
        response(PAGE, "Content-Type: application/xhtml+xml", id="d"),
        response(PAGE, id="e"),
        response(PAGE, HTML, id="f", status="301 Moved Permanently"),
    ]
    file = tmp_path / "x.warc.gz"
    file.write_bytes(packed(file.name, pieces))
    left_out: Counter[str] = Counter()
    found = read(file, left_out=left_out)
    assert [record.id for record in found] == ["urn:uuid:a", "urn:uuid:d", "urn:uuid:e"]
    assert found[0].url == "http://example.org/a"
    assert found[0].headers == HttpHeaders(charset="iso-8859-1")
    assert {record.data for record in found} == {PAGE}
    assert left_out == {"WARC response": 3}


@pytest.mark.parametrize(
    "name", ["x.warc", "x.warc.gz", "x.warc.zst", "x.jsonl", "x.jsonl.gz", "x.jsonl.zst", "x.parquet"]
)
def test_a_file_that_is_cut_short_says_so(tmp_path: Path, name: str) -> None:
    """What can be read of it is read, and one more record says that the rest is lost; nothing is raised."""
    pages = {str(number): PAGE + os.urandom(40_000).hex().encode() for number in range(4)}
    file = write_pages(tmp_path / name, pages)
    data = file.read_bytes()
    file.write_bytes(data[: len(data) * 3 // 5])
    *whole, last = read(file)
    assert (last.outcome, bool(last.reason)) == (PageOutcome.UNREADABLE, True)
    assert len(whole) == (0 if name.endswith("parquet") else 2)
    assert all(record.outcome is None for record in whole)


@pytest.mark.parametrize(
    "name", ["x.warc", "x.warc.gz", "x.warc.zst", "x.jsonl", "x.jsonl.gz", "x.jsonl.zst", "x.parquet"]
)
@pytest.mark.parametrize("content", [b"", b"\x00\xff garbage\n" * 50, None], ids=["empty", "garbage", "missing"])
def test_a_file_that_is_none_raises_nothing(tmp_path: Path, name: str, content: bytes | None) -> None:
    """A file that is empty, not what its name says, or missing gives no page and, unless empty, records that say so."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    found = read(tmp_path / name)
    assert all(record.outcome is PageOutcome.UNREADABLE for record in found)
    assert found or content == b""


def test_rows_have_fields(tmp_path: Path) -> None:
    """The fields are those that are named; a row without an id has its place, one without a page is a failure."""
    rows = [
        {"page": "<p>One", "key": 7, "link": "http://example.org/"},
        {"page": "<p>Two"},
        {"page": None, "key": "k"},
        {"html": "<p>Four"},
        ["no object"],
    ]
    file = tmp_path / "x.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)) + "\n\n{torn\n")
    found = read(file, fields=Fields("page", "key", "link"))
    assert [record.id for record in found] == ["7", f"{file}:2", "k", f"{file}:4", f"{file}:5", f"{file}:7"]
    assert [record.data for record in found[:2]] == ["<p>One", "<p>Two"]
    assert found[0].url == "http://example.org/"
    assert [record.reason for record in found[2:]] == [
        "no text in the field 'page'",
        "no field 'page'",
        "the line is no JSON object",
        "the line is not JSON",
    ]


def test_a_line_without_end_fills_no_memory(tmp_path: Path) -> None:
    """A line that is longer than any page's is passed over in pieces, and the next one is read."""
    file = tmp_path / "x.jsonl"
    file.write_text('{"html": "' + "a" * 3_000_000 + '"}\n{"html": "<p>Next"}\n')
    first, second = read(file, max_bytes=1000)
    assert (first.outcome, second.data) == (PageOutcome.TOO_BIG, "<p>Next")


def chunked(data: bytes) -> bytes:
    """A body as it is sent in chunks."""
    return b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in (data[:5], data[5:])) + b"0\r\n\r\n"


RAW = zlib.compressobj(wbits=-15)
DEFLATED = RAW.compress(PAGE) + RAW.flush()


@pytest.mark.parametrize(
    ("headers", "payload"),
    [
        (HttpHeaders(), PAGE),
        (HttpHeaders("chunked"), chunked(PAGE)),
        (HttpHeaders("chunked", "gzip"), chunked(gzip.compress(PAGE))),
        (HttpHeaders("", "x-gzip"), gzip.compress(PAGE)),
        (HttpHeaders("", "deflate"), zlib.compress(PAGE)),
        (HttpHeaders("", "deflate"), DEFLATED),
        (HttpHeaders("chunked", "gzip"), PAGE),
        (HttpHeaders("", "br"), PAGE),
    ],
)
def test_payloads_are_decoded_by_their_headers(headers: HttpHeaders, payload: bytes) -> None:
    """Transfer and content encodings are undone, and headers of encodings that a crawler has undone do no harm."""
    assert decoded(payload, headers, 10_000) == PAGE


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_is_too_big(coding: str) -> None:
    """Data that unpacks to more than a page may have is refused before it is unpacked."""
    bomb = gzip.compress(bytes(5_000_000)) if coding == "gzip" else zlib.compress(bytes(5_000_000))
    with pytest.raises(TooBigError, match="larger than 10,000 bytes"):
        decoded(bomb, HttpHeaders("", coding), 10_000)
    with pytest.raises(TooBigError):
        unpacked(gzip.compress(bytes(5_000_000)), 10_000)
