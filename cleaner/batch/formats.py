"""Which files hold many pages, and which outputs hold many rows: told by their names alone."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What a file holds."""

    PAGE = "page"
    WARC = "warc"
    JSONL = "jsonl"
    PARQUET = "parquet"


PACKINGS = ("", ".gz", ".zst")
SUFFIXES: dict[Format, tuple[str, ...]] = {
    Format.WARC: tuple(f".warc{packing}" for packing in PACKINGS),
    Format.JSONL: tuple(f"{suffix}{packing}" for suffix in (".jsonl", ".ndjson") for packing in PACKINGS),
    Format.PARQUET: (".parquet",),
}

ROWS = (".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet")  # what an output with a row a page ends in

# What a folder of saved pages holds beside the pages. Files of any other name are taken for pages.
NO_PAGES = frozenset(
    ".css .js .mjs .map .json .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .woff .woff2 .ttf .otf .eot "
    ".mp3 .m4a .ogg .wav .flac .mp4 .m4v .webm .mov .avi .mkv .pdf .zip .tar .tgz .7z .rar .exe .dmg .iso".split()
)


def format_of(name: str) -> Format:
    """What the file of that name holds; of a name that says nothing, one page."""
    lower = name.lower()
    return next((format for format, suffixes in SUFFIXES.items() if lower.endswith(suffixes)), Format.PAGE)


def is_rows(name: str) -> bool:
    """Whether an output of that name holds a row a page."""
    return name.lower().endswith(ROWS)


def without_suffix(name: str) -> str:
    """The name of a file of many pages without the suffix that says what it is."""
    found = next((suffix for suffixes in SUFFIXES.values() for suffix in suffixes if name.lower().endswith(suffix)), "")
    return name.removesuffix(name[len(name) - len(found) :]) if found else name
