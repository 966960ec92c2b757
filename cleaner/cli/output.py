"""Where the text goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import errno
import os
import stat

from cleaner.cli.streams import Streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO


class Output:
    """Takes texts; `commit` when all went well, `discard` in any case at the end."""

    name: str

    def write(self, text: str) -> None:
        """Take a text; OSError when it cannot."""

    def commit(self) -> None:
        """All is written."""

    def discard(self) -> None:
        """Leave nothing behind that was not committed."""


class StandardOutput(Output):
    """Standard output: what is written is out at once."""

    name = "standard output"

    def __init__(self, streams: Streams) -> None:
        self.streams = streams

    def write(self, text: str) -> None:
        """Write to standard output."""
        self.streams.write(text)

    def commit(self) -> None:
        """Nothing is left to do."""

    def discard(self) -> None:
        """Nothing can be taken back."""


class FileOutput(Output):
    """A file of the user's: written beside its place under another name, then renamed, so nobody sees half of it.

    When nothing is written, an existing file stays as it is and no file is made. What is not a regular file (a device,
    a named pipe) is written to directly; a symbolic link stays, its target is replaced.
    """

    def __init__(self, path: str) -> None:
        self.name = path
        self.target = os.path.realpath(path)
        self.beside = ""
        self.file: BinaryIO | None = None

    def write(self, text: str) -> None:
        """Write to the file, which is opened for the first text."""
        if self.file is None:
            self.file = self.open()
        self.file.write(text.encode("utf-8", "replace"))

    def open(self) -> BinaryIO:
        """A new file in the target's folder with the target's permissions, or the target itself if it is a device."""
        mode = os.stat(self.target).st_mode if os.path.exists(self.target) else None
        if mode is not None and not stat.S_ISREG(mode):
            return open(self.target, "wb")
        if mode is not None and not os.access(self.target, os.W_OK):
            # Renaming asks only for the folder's permission, and would go past a file that is write-protected.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        folder = os.path.dirname(self.target)
        beside = os.path.join(folder, f".clean-{os.urandom(6).hex()}.part")
        file = os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb")
        self.beside = beside
        if mode is not None:
            os.chmod(beside, stat.S_IMODE(mode))
        return file

    def commit(self) -> None:
        """Put the file in its place."""
        if self.file is not None:
            self.file.close()
            if self.beside:
                os.replace(self.beside, self.target)
                self.beside = ""

    def discard(self) -> None:
        """Close the file, and remove it if it is not in its place."""
        if self.file is not None:
            tried(self.file.close)  # a full disk was reported when it was written to
        if self.beside:
            beside, self.beside = self.beside, ""
            tried(lambda: os.unlink(beside))  # somebody else may have tidied up


def tried(work: Callable[[], object]) -> None:
    """Do something that the system may refuse, which is then none of our business."""
    try:
        work()
    except OSError:
        return


def open_output(path: str | None, streams: Streams) -> Output:
    """The output of that path; None and `-` are standard output."""
    return StandardOutput(streams) if path is None or path == "-" else FileOutput(path)
