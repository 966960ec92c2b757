"""gzip and Zstandard, as wrappers of whole files and as independent pieces that may stand one after another."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO

from cleaner.batch.needs import need
from cleaner.errors import UnreadableError

CHUNK = 1 << 16  # bytes read at once
GZIP_LEVEL = 6  # zlib's own default: 15 MB a second, against half a megabyte of text a second that a core cleans
GZIP_FORM = zlib.MAX_WBITS | 16
DAMAGE = (EOFError, zlib.error)


class Unpacked(io.RawIOBase):
    """The content of a file of gzip members or Zstandard frames; EOFError where the file ends within one.

    Unlike the readers of `gzip` and `zstandard`, it gives all that there is before it says that the file is cut short,
    and does say it.
    """

    def __init__(self, file: BinaryIO, piece: Callable[[], Any], failure: type[Exception]) -> None:
        self.file = file
        self.piece = piece  # makes what unpacks one member or frame
        self.failure = failure
        self.current: Any = None
        self.rest = b""  # read, not yet unpacked
        self.ready = b""  # unpacked, not yet asked for
        self.place = 0  # bytes that were asked for

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the next part of the file goes; 0 at the end."""
        while not self.ready:
            packed = self.rest or self.file.read(CHUNK)
            self.rest = b""
            if not packed:
                if self.current is not None:
                    raise EOFError("the file is cut short")
                return 0
            if self.current is None:
                packed = packed.lstrip(b"\0")  # padding, as tapes and block devices leave it
                if not packed:
                    continue
                self.current = self.piece()
            try:
                self.ready = self.current.decompress(packed)
            except self.failure as error:
                raise zlib.error(str(error)) from None
            if self.current.eof:
                self.rest, self.current = self.current.unused_data, None
        size = min(len(buffer), len(self.ready))
        buffer[:size] = self.ready[:size]
        self.ready = self.ready[size:]
        self.place += size
        return size

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Tell the place, which fastwarc asks for so; there is no way to another."""
        if (offset, whence) in ((0, io.SEEK_CUR), (self.place, io.SEEK_SET)):
            return self.place
        raise io.UnsupportedOperation("seek")


def unpacking(file: BinaryIO, name: str) -> BinaryIO:
    """The content of a file that its name says is packed (`.gz`, `.zst`), to read by lines; other files as they are."""
    stream = stream_of(file, name)
    return io.BufferedReader(stream, CHUNK) if isinstance(stream, Unpacked) else stream


def stream_of(file: BinaryIO, name: str) -> BinaryIO | Unpacked:
    """The content of a file that its name says is packed, to read in whatever pieces come; other files as they are."""
    name = name.lower()
    if name.endswith(".gz"):
        return Unpacked(file, lambda: zlib.decompressobj(GZIP_FORM), zlib.error)
    if name.endswith(".zst"):
        zstandard = need("zstandard", "batch", "a .zst file")
        decompressor = zstandard.ZstdDecompressor()
        return Unpacked(file, decompressor.decompressobj, zstandard.ZstdError)
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
