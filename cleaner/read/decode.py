"""Bytes to text: what wraps the page, what is no page, and the charset.

The charset is sought in this order: a byte-order mark; UTF-8, which no other charset's text passes for by chance; the
declared charset, checked against the bytes; the one that makes the most sense of them.
"""

from __future__ import annotations

import codecs

from cleaner.errors import UnreadableError
from cleaner.native import native
from cleaner.read import binary

# Longest first: the mark of UTF-32 begins with that of UTF-16.
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Of all sequences of bytes beyond ASCII, those that are UTF-8. Pages in other charsets make UTF-8 by chance: at most in
# every third sequence, on the pages that `detect` was measured on. UTF-8 pages have a cut letter here and there.
UTF8_SHARE = 0.5
MIXED_SHARE = 0.1  # of a page in windows-1252: UTF-8 was pasted into it

PRINTABLE_SHARE = 0.97  # of the characters of a text; of random pairs of bytes 0.85

BINARY = "this is binary data, not a page"


def decode(data: bytes, charset: str | None = None) -> str:
    """The text of a page's or text file's bytes, gzip or not, whatever its charset; without byte-order mark and NUL.

    `charset` is a label that came with the bytes; like a browser, it is believed before one that stands in them.
    Bytes that are wrong in the page's charset become U+FFFD, and lone bytes of windows-1252 in a UTF-8 page the
    characters that they were meant for. Raises UnreadableError when the data is binary, empty, or damaged gzip data.
    """
    return text_of(binary.unpacked(data), charset)


def is_clean_utf8(data: bytes) -> bool:
    """Whether unpacked data is UTF-8 that `text_of` would change nothing of; never, where nothing is built in C."""
    if native is None or data.startswith(codecs.BOM_UTF8) or not native.is_clean_utf8(data):
        return False
    return not binary.signature(data) and not binary.has_controls(data)


def text_of(data: bytes, charset: str | None = None) -> str:
    """The same of data that is not packed."""
    if not data or data.isspace():
        raise UnreadableError("the input is empty")
    text = marked(data)
    if text is None:
        what = binary.signature(data)
        if what:
            raise UnreadableError(f"this is {what}, not a page")
        text = unmarked(data, charset)
    if b"\0" in data:  # asked of the bytes, where it costs a tenth
        text = text.replace("\0", "")
    if not text or text.isspace():
        raise UnreadableError("the input is empty")
    return text


def marked(data: bytes) -> str | None:
    """The text of data that begins with a byte-order mark; None when it has none."""
    for mark, codec in MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            return unmarked(data) if codec == "utf-8" else data.decode(codec, "replace")
    return None


def unmarked(data: bytes, charset: str | None = None) -> str:
    """The text of data without a byte-order mark."""
    if binary.has_controls(data):
        text = wide(data)
        if text is None:
            raise UnreadableError(BINARY)
        return text
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return legacy(data, charset)
    return (switched(data) or text) if b"\x1b" in data else text


def wide(data: bytes) -> str | None:
    """The text of data in UTF-16 without a mark; None when it is none."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if not even + odd:
        return None
    text = data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    sample = text[:2000]
    printable = sum(character.isprintable() or character.isspace() for character in sample)
    return text if printable >= PRINTABLE_SHARE * len(sample) else None


def switched(data: bytes) -> str | None:
    """The text of data in a charset that shifts by escape sequences (ISO-2022); None when it is none."""
    for start, codec in ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp_ext")):
        if start in data:
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                return None
    return None


def legacy(data: bytes, charset: str | None = None) -> str:
    """The text of data that is not wholly UTF-8."""
    if b"\0" in data:
        text = wide(data)
        if text is not None:
            return text
    if binary.has_controls(data, binary.LEGACY_CONTROL_SHARE):
        raise UnreadableError(BINARY)
    from cleaner.read.charset import codec_of, declared
    from cleaner.read.detect import detect

    codec = (codec_of(charset) if charset else None) or declared(data)
    share = utf8_share(data)
    if share >= UTF8_SHARE:
        return data.decode("utf-8", REPAIR)
    codec = detect(data, codec if codec != "utf-8" else None)
    if codec == "cp1252":
        return data.decode("utf-8", MIXED) if share >= MIXED_SHARE else windows_1252(data)
    return data.decode(codec, "replace")


def utf8_share(data: bytes) -> float:
    """How many of the sequences of bytes beyond ASCII are UTF-8, 0 to 1."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd") - data.count("\ufffd".encode())
    ascii_bytes = len(data.translate(None, bytes(range(0x80, 0x100))))
    return 1 - wrong / max(1, len(text) - ascii_bytes)


def windows_1252(data: bytes) -> str:
    """The text of bytes in windows-1252, with U+FFFD for the five that it does not define."""
    return data.decode("cp1252", "replace")


def repaired(error: UnicodeError) -> tuple[str, int]:
    """A UTF-8 page's wrong bytes: what a lone one was meant for in windows-1252, if it stands in a word or is a quote.

    A letter cut in half is U+FFFD: it is followed by the end of a word and begins with one of the bytes 0xC2 to 0xF4.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, start, end = error.object, error.start, error.end
    byte = data[start]
    before, after = data[start - 1 : start], data[end : end + 1]
    if end - start > 1 or not (before.isascii() and after.isascii()):
        return "\ufffd", end
    meant = byte < 0xC2 or after.isalpha() or (before.isalpha() and byte >= 0xDF and byte != 0xE2)
    return windows_1252(data[start:end]) if meant else "\ufffd", end


def mixed(error: UnicodeError) -> tuple[str, int]:
    """The bytes of a windows-1252 page that are no UTF-8."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return windows_1252(error.object[error.start : error.end]), error.end


REPAIR, MIXED = "cleaner.utf-8-with-windows-1252", "cleaner.windows-1252-with-utf-8"
codecs.register_error(REPAIR, repaired)
codecs.register_error(MIXED, mixed)
