"""Which pages are measured: those of a folder, or the fixtures."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENDINGS = ("*.html", "*.html.gz")


class NoPagesError(Exception):
    """A folder without pages; the message is a sentence for a person."""


def chosen(folder: Path | None, number: int) -> list[Path]:
    """At most `number` pages of a folder and the folders in it; of the fixtures where none is given.

    Those whose names hash lowest: the same ones every time, with no regard to what they hold.
    """
    place = folder or ROOT / "fixtures"
    found = [path for ending in ENDINGS for path in place.rglob(ending)]
    if not found:
        raise NoPagesError(f"{place}: no page in it whose name ends in .html or .html.gz")
    return sorted(found, key=lambda path: by_hash(path.relative_to(place).as_posix()))[:number]


def by_hash(name: str) -> str:
    """A name's place in an order that has nothing to do with it."""
    return hashlib.sha256(name.encode()).hexdigest()


def mean_kilobytes(pages: list[Path]) -> float:
    """The mean size of pages, unpacked, in thousands of bytes."""
    return sum(len(content(page)) for page in pages) / len(pages) / 1000


def content(page: Path) -> bytes:
    """A page's bytes, unpacked."""
    found = page.read_bytes()
    return gzip.decompress(found) if page.suffix == ".gz" else found
