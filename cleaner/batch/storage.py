"""A file that its storage may stop giving in the middle: shared folders and object storage do."""

from __future__ import annotations

import io
from typing import Any, BinaryIO

from cleaner.errors import CleanerError, trouble

CHUNK = 1 << 16  # bytes asked for at once; what reads from afar reads further ahead itself


class StorageError(CleanerError, OSError):
    """A file cannot be read to its end, or not be written, for a reason that is not the file's: worth another try."""


class Stored(io.BufferedReader):
    """A file to read, that remembers when its storage failed.

    Whoever reads it may take the error for damage, or for the end: pages that were read before it are good.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.watched = Watched(file)
        super().__init__(self.watched, CHUNK)

    @property
    def failure(self) -> str:
        return self.watched.failure


class Watched(io.RawIOBase):
    """The file as it is read piece by piece. `failure` is what its storage said last; empty when all was well."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.failure = ""

    def readable(self) -> bool:
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """As the file is."""
        return self.file.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        return self.file.seek(offset, whence)

    def tell(self) -> int:
        """The place."""
        return self.file.tell()

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the storage gives at once. OSError when it fails, whatever its library raises."""
        try:
            data = self.file.read(len(buffer))
        except Exception as error:  # those of HTTP libraries are no OSError
            said = trouble(error) if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
            self.failure = f"reading failed after {self.file.tell():,} bytes: {said}"
            raise OSError(self.failure) from error
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the file."""
        self.file.close()
        super().close()
