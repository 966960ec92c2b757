"""The data files that come with the program: phrase tables, weights, word lists."""

from __future__ import annotations

from os.path import dirname, join

FOLDER = join(dirname(__file__), "data")


def path_of(name: str) -> str:
    """Where a data file lies."""
    return join(FOLDER, name)


def text_of(name: str) -> str:
    """A data file's text."""
    with open(path_of(name), encoding="utf-8", newline="\n") as file:
        return file.read()


def bytes_of(name: str) -> bytes:
    """A data file's content as it lies there."""
    with open(path_of(name), "rb") as file:
        return file.read()
