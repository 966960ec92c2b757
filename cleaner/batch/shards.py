"""The shards of a run that is given out to machines: files of many pages, each with the file of rows it becomes."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from cleaner.batch.files import file_system, is_address
from cleaner.batch.folder import walk
from cleaner.batch.formats import Format, format_of, without_suffix
from cleaner.batch.naming import parts
from cleaner.errors import CleanerError


class ShardError(CleanerError):
    """The sources cannot be given out as shards."""


class Shard(NamedTuple):
    """One file of pages, and the file of rows that its pages become; paths or addresses."""

    source: str
    out: str


def shards_of(sources: Iterable[str], folder: str, suffix: str, left_out: Counter[str] | None = None) -> list[Shard]:
    """The shards of files and folders, in order. In folders, files of one page are passed over and counted.

    Names are those of the sources, below `folder`; paths are made absolute, since a task runs in a folder of its own.
    ShardError where two shards would have one name, or a file that is named holds no rows of pages.
    """
    counts: Counter[str] = Counter() if left_out is None else left_out
    target = (folder if is_address(folder) else os.path.abspath(folder)).rstrip("/")
    taken: dict[str, str] = {}
    found = []
    for source, name in files(sources, counts):
        out = f"{target}/{'/'.join(parts(without_suffix(name)))}{suffix}"
        if out in taken:
            raise ShardError(f"{taken[out]} and {source} would both become {out}: give each a folder of its own")
        taken[out] = source
        found.append(Shard(source, out))
    return found


def files(sources: Iterable[str], left_out: Counter[str]) -> Iterator[tuple[str, str]]:
    """Every file of many pages with its name: its path within the folder that was named, or its own last part."""
    for source in sources:
        within = listed(source, lambda path: left_out.update(["files of no format for many pages"]))
        if within is not None:
            yield from within
        elif format_of(source) is Format.PAGE:
            raise ShardError(f"{source} is no file of many pages: .warc, .jsonl (each also .gz, .zst), .parquet")
        else:
            yield source if is_address(source) else os.path.abspath(source), os.path.basename(source)


def listed(source: str, left_out: Callable[[str], None]) -> Iterator[tuple[str, str]] | None:
    """The files of many pages in a folder, with their paths within it; None for what is no folder."""
    if format_of(source) is not Format.PAGE and not os.path.isdir(source):
        return None  # a list of 90,000 addresses is not asked one by one what each of them is
    if is_address(source):
        system, path = file_system(source)
        if not system.isdir(path):
            return None
        root, paths = path.rstrip("/"), sorted(system.find(path))
    elif os.path.isdir(source):
        root = os.path.abspath(source)
        paths = list(walk(root, left_out))
    else:
        return None
    address: Callable[[str], str] = system.unstrip_protocol if is_address(source) else str

    def found() -> Iterator[tuple[str, str]]:
        for path in paths:
            if format_of(path) is Format.PAGE or is_ours(path):
                left_out(path)
            else:
                yield address(path), path.removeprefix(root).lstrip("/")

    return found()


def is_ours(path: str) -> bool:
    """Whether a file is one that a run leaves beside its rows, and not pages."""
    return path.endswith(".manifest.jsonl") or os.path.basename(path).startswith(".")
