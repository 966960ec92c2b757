"""gzip and Zstandard, as wrappers of whole files and as independent pieces that may stand one after another."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO

from cleaner.batch.needs import need
from cleaner.errors import UnreadableError

CHUNK = 1 << 18  # bytes read at once
GZIP_LEVEL = 6  # zlib's own default: 15 MB a second, against half a megabyte of text a second that a core cleans
DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile)


class ZstdFile(io.RawIOBase):
    """The content of a file of Zstandard frames; EOFError where the file ends within a frame.

    The reader of `zstandard` takes such an end for the end of the data, so a cut file would pass for a whole one.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.zstandard = need("zstandard", "batch", "a .zst file")
        self.frame: Any = None
        self.rest = b""  # read, not yet unpacked
        self.ready = b""  # unpacked, not yet asked for

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the next piece of the file goes; 0 at the end."""
        while not self.ready:
            piece = self.rest or self.file.read(CHUNK)
            self.rest = b""
            if not piece:
                if self.frame is not None:
                    raise EOFError("the file ends within a Zstandard frame")
                return 0
            if self.frame is None:
                self.frame = self.zstandard.ZstdDecompressor().decompressobj()
            try:
                self.ready = self.frame.decompress(piece)
            except self.zstandard.ZstdError as error:
                raise zlib.error(str(error)) from None
            if self.frame.eof:
                self.rest, self.frame = self.frame.unused_data, None
        size = min(len(buffer), len(self.ready))
        buffer[:size] = self.ready[:size]
        self.ready = self.ready[size:]
        return size


def unpacking(file: BinaryIO, name: str) -> BinaryIO:
    """The content of a file that its name says is packed (`.gz`, `.zst`); other files as they are."""
    if name.endswith(".gz"):
        return gzip.GzipFile(fileobj=file)  # type: ignore[return-value]
    if name.endswith(".zst"):
        return io.BufferedReader(ZstdFile(file), CHUNK)
    return file


def packing(name: str) -> Callable[[bytes], bytes]:
    """What makes a piece of data one that stands by itself in a file of that name: a gzip member, a Zstandard frame."""
    if name.endswith(".gz"):
        return lambda data: gzip.compress(data, GZIP_LEVEL, mtime=0)
    if name.endswith(".zst"):
        compressor = need("zstandard", "batch", "a .zst file").ZstdCompressor()
        return lambda data: bytes(compressor.compress(data))
    return lambda data: data


def damage(error: Exception) -> UnreadableError:
    """What unpacking raised, as an error that a person understands."""
    if isinstance(error, EOFError):
        return UnreadableError("the file is cut short")
    return UnreadableError(f"the file is damaged: {error}")
