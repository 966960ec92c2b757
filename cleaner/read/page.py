"""One input of any accepted type to a Page: the door to this folder."""

from __future__ import annotations

import os
import sys

from cleaner.errors import UnreadableError
from cleaner.model import InputKind, Page, Strictness
from cleaner.read import binary
from cleaner.read.decode import is_clean_utf8, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bs4 import BeautifulSoup

BYTE_ORDER_MARK = "\ufeff"
BEGINNING = 4000  # bytes; there most documents say that they are HTML


def read(
    source: bytes | str | os.PathLike[str] | BeautifulSoup,
    *,
    url: str | None = None,
    kind: InputKind = InputKind.AUTO,
    charset: str | None = None,
    strictness: Strictness = Strictness.BALANCED,
) -> Page:
    """The page of a source: bytes (gzip or not), decoded text, a path, or a parsed BeautifulSoup document.

    `charset` is the one that came with the bytes.

    Raises UnreadableError when the source cannot be read, is binary or empty.
    """
    text = content(source, charset)
    if isinstance(text, bytes):
        kind, text = (kind, text.decode()) if kind is InputKind.TEXT else (InputKind.HTML, text)
    elif not text or text.isspace():
        raise UnreadableError("the input is empty")
    elif kind is InputKind.AUTO:
        kind = InputKind.HTML if is_soup(source) else kind_of(text)
    if isinstance(text, str) and kind is InputKind.TEXT:
        from cleaner.read.plain import read_text  # a page never loads the reader of texts

        return read_text(text, url=url, strictness=strictness)
    from cleaner.read.html import read_html  # a text never loads the HTML parser

    return read_html(text, url=url, strictness=strictness)


def kind_of(text: str) -> InputKind:
    """Whether a decoded input is HTML or plain text, by its content."""
    from cleaner.read.markup import looks_like_html

    return InputKind.HTML if looks_like_html(text) else InputKind.TEXT


def source_text(source: bytes | str | os.PathLike[str] | BeautifulSoup, charset: str | None = None) -> str:
    """The decoded text of a source of any accepted type, without byte-order mark, NUL and lone surrogates."""
    text = content(source, charset)
    return text.decode() if isinstance(text, bytes) else text


def content(source: bytes | str | os.PathLike[str] | BeautifulSoup, charset: str | None = None) -> str | bytes:
    """The same; or its UTF-8, where that is at hand and surely HTML, as the parser takes it."""
    if isinstance(source, str):
        return encodable(source)
    if isinstance(source, bytes | bytearray | memoryview):
        return decoded(bytes(source), charset)
    if isinstance(source, os.PathLike):
        path = os.fspath(source)
        try:
            return decoded(file_bytes(path), charset)
        except UnreadableError as error:
            raise error if path in str(error) else UnreadableError(f"{path}: {error}") from error
    if is_soup(source):
        return encodable(source.decode())
    raise UnreadableError(f"a page is bytes, text, a path or a BeautifulSoup document, not {type(source).__name__}")


def decoded(data: bytes, charset: str | None) -> str | bytes:
    """The text of bytes; the bytes themselves where they are its UTF-8, and surely HTML."""
    data = binary.unpacked(data)
    return data if is_clean_utf8(data) and surely_html(data) else text_of(data, charset)


def surely_html(data: bytes) -> bool:
    """Whether UTF-8 is HTML, whatever follows its beginning."""
    from cleaner.read import markup

    return markup.surely_html(data[:BEGINNING].decode("utf-8", "ignore"))


def is_soup(source: object) -> bool:
    """Whether an object is a document or an element of Beautiful Soup, without loading it."""
    soup = sys.modules.get("bs4")
    return soup is not None and isinstance(source, soup.Tag)


def encodable(text: str) -> str | bytes:
    """A text that every encoding of Unicode can write: surrogates in pairs made one character, lone ones U+FFFD.

    Its UTF-8 where it is surely HTML.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return text.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if b"\0" in data:  # asked of the bytes, where it costs a tenth
        data = data.replace(b"\0", b"")
        text = data.decode()
    return data if surely_html(data) else text


def file_bytes(path: str) -> bytes:
    """A file's bytes; a missing, forbidden or wrong kind of file raises UnreadableError with the system's word."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableError(f"{path}: {error}") from error
