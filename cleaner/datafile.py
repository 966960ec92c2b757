"""The data files that come with the program: phrase tables, weights, word lists."""

from __future__ import annotations

from os.path import dirname, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mmap import mmap

FOLDER = join(dirname(__file__), "data")


def path_of(name: str) -> str:
    """Where a data file lies."""
    return join(FOLDER, name)


def text_of(name: str) -> str:
    """A data file's text."""
    with open(path_of(name), encoding="utf-8", newline="\n") as file:
        return file.read()


def mapped(name: str) -> mmap:
    """A data file's content where it lies: only what is looked at is read, and processes share it."""
    from mmap import ACCESS_READ, mmap

    with open(path_of(name), "rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)
