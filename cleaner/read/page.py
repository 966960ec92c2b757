"""One input of any accepted type to a Page: the door to this folder."""

from __future__ import annotations

import os
import sys

from cleaner.errors import UnreadableError
from cleaner.model import InputKind, Page, Strictness
from cleaner.read.decode import decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bs4 import BeautifulSoup

BYTE_ORDER_MARK = "\ufeff"


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
    text = source_text(source, charset)
    if not text or text.isspace():
        raise UnreadableError("the input is empty")
    if kind is InputKind.AUTO:
        kind = InputKind.HTML if is_soup(source) else kind_of(text)
    if kind is InputKind.TEXT:
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
    if isinstance(source, str):
        return encodable(source)
    if isinstance(source, bytes | bytearray | memoryview):
        return decode(bytes(source), charset)
    if isinstance(source, os.PathLike):
        path = os.fspath(source)
        try:
            return decode(file_bytes(path), charset)
        except UnreadableError as error:
            raise error if path in str(error) else UnreadableError(f"{path}: {error}") from error
    if is_soup(source):
        return encodable(source.decode())
    raise UnreadableError(f"a page is bytes, text, a path or a BeautifulSoup document, not {type(source).__name__}")


def is_soup(source: object) -> bool:
    """Whether an object is a document or an element of Beautiful Soup, without loading it."""
    soup = sys.modules.get("bs4")
    return soup is not None and isinstance(source, soup.Tag)


def encodable(text: str) -> str:
    """A text that every encoding of Unicode can write: surrogates in pairs made one character, lone ones U+FFFD."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    if "\0" in text:
        text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def file_bytes(path: str) -> bytes:
    """A file's bytes; a missing, forbidden or wrong kind of file raises UnreadableError with the system's word."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableError(f"{path}: {error}") from error
