"""What is no page: compressed data that must be unpacked first, and binary data that must be refused."""

from __future__ import annotations

from cleaner.errors import UnreadableError

GZIP = b"\x1f\x8b\x08"

# Bytes of unpacked data. The largest page of some 2,000 looked at has 5 MB; a small gzip file can hold terabytes.
MAX_UNPACKED = 64 * 1024 * 1024

# What files begin with. Where a text could begin so too, the bytes that follow are asked as well.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"BZh91AY&SY", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x00asm", "a WebAssembly program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"ID3\x02", "an MP3 file"),
    (b"ID3\x03", "an MP3 file"),
    (b"ID3\x04", "an MP3 file"),
    (b"OggS\x00", "an Ogg file"),
    (b"fLaC\x00", "a FLAC file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
)
INNER_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (4, b"ftyp", "a video or an image"),
    (8, b"WEBPVP8", "a WebP image"),
    (8, b"WAVEfmt", "a WAV file"),
    (8, b"AVI LIST", "a video"),
    (257, b"ustar", "a tar archive"),
)

# Control characters that no text has: white space and the escape character (terminals, ISO-2022) are left out.
CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
LOOKED_AT = 4096  # bytes from the beginning
# Of those bytes. Random and compressed data has 11%, text none, a damaged page a few bytes in all. Data that is not
# UTF-8 is binary from a smaller share on, since no other charset can be told from binary data by its form.
CONTROL_SHARE = 0.05
LEGACY_CONTROL_SHARE = 0.01


def unpacked(data: bytes) -> bytes:
    """The data out of its gzip wrapping (also wrapped twice, as crawlers leave it), or as it is when it has none.

    Raises UnreadableError for gzip data that is cut short, damaged, or larger than `MAX_UNPACKED` bytes inside.
    """
    for _ in range(2):
        if data.startswith(GZIP):
            data = gunzipped(data)
    return data


def gunzipped(data: bytes) -> bytes:
    """All members of gzip data."""
    import gzip
    import io
    import zlib

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            inside = stream.read(MAX_UNPACKED + 1)
    except EOFError as error:
        raise UnreadableError("the gzip data is cut short") from error
    except (OSError, zlib.error) as error:
        raise UnreadableError("the gzip data is damaged") from error
    if len(inside) > MAX_UNPACKED:
        limit = MAX_UNPACKED // (1024 * 1024)
        raise UnreadableError(f"the gzip data unpacks to more than {limit} MB, which no page does")
    return inside


def signature(data: bytes) -> str:
    """What the data is by the bytes it begins with (`a PDF document`); empty when they say nothing."""
    head = data[:512].lstrip()
    for mark, name in SIGNATURES:
        if head.startswith(mark):
            return name
    for place, mark, name in INNER_SIGNATURES:
        if data.startswith(mark, place):
            return name
    return ""


def has_controls(data: bytes, share: float = CONTROL_SHARE) -> bool:
    """Whether the beginning has more control characters than any text: binary data, or text of two bytes a letter."""
    head = data[:LOOKED_AT]
    return len(head) - len(head.translate(None, CONTROLS)) > share * len(head)
