"""The shards of a run that is given out to machines: files of many pages, each with the file of rows it becomes."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

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
    if is_address(folder):
        opened(folder)
    taken: dict[str, str] = {}
    found = []
    for source, name in files(sources, target, counts):
        out = f"{target}/{'/'.join(parts(without_suffix(name)))}{suffix}"
        if out in taken:
            raise ShardError(f"{taken[out]} and {source} would both become {out}: give each a folder of its own")
        if out == source:
            raise ShardError(f"{source} would become itself: name another folder for the rows")
        taken[out] = source
        found.append(Shard(source, out))
    return found


def files(sources: Iterable[str], target: str, left_out: Counter[str]) -> Iterator[tuple[str, str]]:
    """Every file of many pages with its name: its path within the folder that was named, or its own last part.

    What lies in `target`, the run's own output, is passed over.
    """
    for source in sources:
        within = listed(source, target, lambda path: left_out.update(["files of no format for many pages"]))
        if within is not None:
            yield from within
        elif format_of(source) is Format.PAGE:
            raise ShardError(f"{source} is no file of many pages: .warc, .jsonl (each also .gz, .zst), .parquet")
        else:
            yield source if is_address(source) else os.path.abspath(source), os.path.basename(source)


def listed(source: str, target: str, left_out: Callable[[str], None]) -> Iterator[tuple[str, str]] | None:
    """The files of many pages in a folder, with their paths within it; None for what is no folder."""
    if is_address(source):
        if format_of(source) is not Format.PAGE:
            return None  # a list of 90,000 addresses is not asked one by one what each of them is
        system, path = opened(source)
        if not system.isdir(path):
            return None
        address: Callable[[str], str] = system.unstrip_protocol
        return chosen(map(address, sorted(system.find(path))), address(path), target, left_out)
    if not os.path.isdir(source):
        return None
    root = os.path.abspath(source)
    return chosen(walk(root, left_out), root, target, left_out)


def chosen(paths: Iterable[str], root: str, target: str, left_out: Callable[[str], None]) -> Iterator[tuple[str, str]]:
    """Of the paths in a folder those of many pages, with the rest of the path."""
    for path in paths:
        if path.startswith(f"{target}/") and target != root:
            continue
        if not is_address(path) and os.path.isdir(path):  # so `walk` names what it cannot enter
            raise ShardError(f"{path}: the folder cannot be read")
        if format_of(path) is Format.PAGE or is_ours(path):
            left_out(path)
        else:
            yield path, path.removeprefix(root).lstrip("/")


def opened(address: str) -> tuple[Any, str]:
    """The file system of an address and the path on it; ShardError when nobody knows such addresses."""
    try:
        return file_system(address)
    except (ValueError, ImportError) as error:
        raise ShardError(f"{address}: {error}") from error


def is_ours(path: str) -> bool:
    """Whether a file is one that a run leaves beside its rows, and not pages."""
    return path.endswith(".manifest.jsonl") or os.path.basename(path).startswith(".")
