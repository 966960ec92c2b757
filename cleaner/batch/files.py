"""Files by path or by address: the system's own, and through fsspec those of shared or object storage."""

from __future__ import annotations

import os
from typing import Any, BinaryIO, cast

from cleaner.batch.needs import need
from cleaner.batch.storage import Stored
from cleaner.errors import UnreadableError, trouble


def is_address(name: str) -> bool:
    """Whether fsspec opens it (`s3://bucket/file`), and not the system."""
    return "://" in name


def file_system(name: str) -> tuple[Any, str]:
    """The fsspec file system of an address, and the path on it."""
    system, path = need("fsspec", "remote", "a file by its address").core.url_to_fs(name)
    return system, str(path)


def open_binary(name: str) -> Stored:
    """The file, to read; UnreadableError when it cannot be opened."""
    try:
        if is_address(name):
            system, path = file_system(name)
            return Stored(system.open(path, "rb"))
        return Stored(open(name, "rb", buffering=0))
    except FileNotFoundError:
        raise UnreadableError("no such file") from None
    except OSError as error:
        raise UnreadableError(trouble(error)) from None
    except (ValueError, ImportError) as error:  # a NUL in the name; a protocol that nobody has installed
        raise UnreadableError(str(error)) from None


def read_at_most(name: str, limit: int) -> bytes:
    """The file's bytes, one more than the limit if it has more; UnreadableError when it cannot be read."""
    try:
        with open_binary(name) as file:
            return file.read(limit + 1)
    except OSError as error:
        raise UnreadableError(trouble(error)) from None


def size_of(name: str) -> int:
    """The file's size in bytes; 0 where nobody knows."""
    try:
        if is_address(name):
            system, path = file_system(name)
            return int(system.size(path) or 0)
        return os.stat(name).st_size
    except Exception:  # who reads the file will say what is wrong with it
        return 0


def create(name: str) -> BinaryIO:
    """A new file, to write; the folder above it is made."""
    if is_address(name):
        system, path = file_system(name)
        system.makedirs(system._parent(path), exist_ok=True)
        return cast("BinaryIO", system.open(path, "wb"))
    os.makedirs(os.path.dirname(os.path.realpath(name)), exist_ok=True)
    return open(name, "wb")


def exists(name: str) -> bool:
    """Whether there is a file of that name."""
    if is_address(name):
        system, path = file_system(name)
        return bool(system.exists(path))
    return os.path.exists(name)


def rename(name: str, to: str) -> None:
    """Give a file another name, in place of what has it."""
    if is_address(name):
        system, path = file_system(name)
        target = file_system(to)[1]
        system.mv(path, target)
    else:
        os.replace(name, to)


def remove(name: str) -> None:
    """Remove a file, if it is there."""
    if exists(name):
        if is_address(name):
            system, path = file_system(name)
            system.rm(path)
        else:
            os.unlink(name)
