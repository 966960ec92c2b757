"""Paths for a folder of texts: mirrored from the inputs, safe on any file system, no two the same."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from cleaner.write.control import CONTROL

SUFFIX = ".txt"
PAGE_SUFFIX = re.compile(r"(?i)(?:\.(?:x?html?|shtml|php\d?|aspx?|jsp|txt))?(?:\.gz)?$")
ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
UNSAFE = re.compile(r'[<>:"|?*\\]')  # what some file system refuses
RESERVED = re.compile(r"(?i)^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)")  # what one takes for devices
LINES = str.maketrans("\t\n", "__")
LONGEST = 200  # bytes of a name, of the 255 that file systems allow: a number and a suffix come on top
LONGEST_PATH = 700  # bytes; with the folder of the texts before it, systems take 1,024 (macOS) or 4,096 (Linux)


class Names:
    """Gives each input a path, in the order in which it is asked: the same inputs get the same paths.

    Remembers them by a hash of eight bytes each, so that a million pages take 100 MB and not a gigabyte.
    """

    def __init__(self) -> None:
        self.files: set[int] = set()
        self.folders: set[int] = set()

    def path(self, name: str) -> str:
        """A relative path that ends in `.txt`, for an input of that name; nothing in it leads upwards."""
        *above, last = parts(name)
        if len("/".join((*above, last)).encode()) > LONGEST_PATH:
            above, last = ["long"], hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()
        folder = ""
        for part in above:
            folder = self.distinct(folder, part, "", (self.files,))
            self.folders.add(key(folder))
        made = self.distinct(folder, PAGE_SUFFIX.sub("", last) or "page", SUFFIX, (self.files, self.folders))
        self.files.add(key(made))
        return made

    def distinct(self, folder: str, name: str, suffix: str, taken: Iterable[set[int]]) -> str:
        """The path of a name in a folder, numbered from 2 where it is taken."""
        number = 1
        while True:
            path = f"{folder}/{name}{f'-{number}' if number > 1 else ''}{suffix}".lstrip("/")
            if not any(key(path) in paths for paths in taken):
                return path
            number += 1


def parts(name: str) -> list[str]:
    """The folders and the file of a name, each a safe file name."""
    found = [safe(part) for part in ADDRESS.sub("", name).split("/") if part not in ("", ".", "..")]
    return found or ["page"]


def safe(part: str) -> str:
    """A file name without what a file system or a terminal takes for something else."""
    part = UNSAFE.sub("_", re.sub(CONTROL, "_", part).translate(LINES)).strip().rstrip(". ")
    part = RESERVED.sub(lambda found: found[0] + "_", part)
    return shortened(part.encode("utf-8", "replace").decode()) or "_"


def shortened(name: str) -> str:
    """A name that is not too long; a hash stands for what is cut off."""
    data = name.encode()
    if len(data) <= LONGEST:
        return name
    mark = hashlib.sha256(data).hexdigest()[:12]
    return f"{data[: LONGEST - 13].decode('utf-8', 'ignore')}-{mark}"


def key(path: str) -> int:
    """A path as a set holds it; two that differ in case alone are the same on some file systems."""
    return int.from_bytes(hashlib.blake2b(path.casefold().encode(), digest_size=8).digest())
