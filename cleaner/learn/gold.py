"""Labelled pages on disk: a folder with gold.jsonl, and the pages in html/ or text/."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cleaner import pipeline
from cleaner.errors import CleanerError, DataError
from cleaner.filters import DEFAULT
from cleaner.learn.labels import aligned, tokens
from cleaner.model import Block, InputKind, Page
from cleaner.read.page import read

BEFORE_CONTENT = DEFAULT[: [step.name for step in DEFAULT].index("content")]

GOLD = "gold.jsonl"

# Where a page may lie in its set's folder, and what it is there.
PLACES = (
    ("html/{id}.html.gz", InputKind.HTML),
    ("html/{id}.html", InputKind.HTML),
    ("text/{id}.txt.gz", InputKind.TEXT),
    ("text/{id}.txt", InputKind.TEXT),
)

Row = dict[str, Any]  # a line of gold.jsonl


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One labelled page.

    `standing`: the indices of the blocks that the filters before the content filter leave, which alone are judged.
    `labels`: for every block whether it is article; None where the gold does not say (pages with snippets only).
    `words`: the gold text's length in tokens, None for snippet-only pages. `row` is the line of gold.jsonl.
    """

    row: Row
    page: Page
    standing: tuple[int, ...]
    labels: tuple[bool | None, ...]
    words: int | None
    site: str


def load(folder: Path, row: Row) -> GoldPage | None:
    """The labelled page of one row; None when its bytes cannot be read."""
    path, kind = source_of(folder, row)
    try:
        page = read(path, url=row.get("url"), kind=kind)
    except CleanerError:
        return None
    standing = tuple(block.index for block in pipeline.run(page, BEFORE_CONTENT)[0])
    gold = row.get("text")
    words = None if gold is None else len(tokens(gold))
    return GoldPage(row, page, standing, labels_of(row, page.blocks), words, site_of(row))


def source_of(folder: Path, row: Row) -> tuple[Path, InputKind]:
    """Where a row's page lies and what it is; the first of PLACES where none lies at any."""
    for place, kind in PLACES:
        path = folder / place.format(id=row["id"])
        if path.exists():
            return path, kind
    return folder / PLACES[0][0].format(id=row["id"]), PLACES[0][1]


def labels_of(row: Row, blocks: Sequence[Block]) -> tuple[bool | None, ...]:
    """For every block whether it is article; None where the gold does not say."""
    texts = [block.text for block in blocks]
    gold = row.get("text")
    if gold is None:
        return snippet_labels(row.get("with") or [], row.get("without") or [], texts)
    return tuple(aligned(gold, texts))


def sets(folder: Path) -> list[Path]:
    """The labelled sets of a folder: itself if it holds gold.jsonl, else the folders in it that do, by name.

    DataError where there is none.
    """
    if (folder / GOLD).exists():
        return [folder]
    found = sorted(path.parent for path in folder.glob(f"*/{GOLD}"))
    if not found:
        what = "holds no gold.jsonl, nor does a folder in it" if folder.is_dir() else "no such folder"
        raise DataError(f"{folder}: {what}")
    return found


def rows(folder: Path) -> list[Row]:
    """The rows of a set; DataError, with the line, for what is none."""
    try:
        lines = (folder / GOLD).read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{folder / GOLD}: cannot be read: {error}") from error
    return [checked(line, f"{folder / GOLD}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def checked(line: str, where: str) -> Row:
    """One line of gold.jsonl as an object, if it says which page it is about and what is wanted of it."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataError(f"{where}: not JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"]:
        raise DataError(f"{where}: not an object with an id")
    if not isinstance(row.get("text"), str | None):
        raise DataError(f"{where}: text is neither a string nor null")
    for name in ("with", "without"):
        snippets = row.get(name) or []
        if not isinstance(snippets, list) or not all(isinstance(snippet, str) for snippet in snippets):
            raise DataError(f"{where}: {name} is not a list of strings")
    return row


def snippet_labels(wanted: list[str], unwanted: list[str], texts: list[str]) -> tuple[bool | None, ...]:
    """Labels for the blocks that hold a snippet; None for the rest."""
    keep = [" ".join(snippet.split()) for snippet in wanted]
    drop = [" ".join(snippet.split()) for snippet in unwanted]
    labels: list[bool | None] = []
    for text in texts:
        folded = " ".join(text.split())
        if any(snippet in folded for snippet in keep):
            labels.append(True)
        else:
            labels.append(False if any(snippet in folded for snippet in drop) else None)
    return tuple(labels)


def site_of(row: Row) -> str:
    """The registered domain of a page's address (near enough), or its id."""
    url = str(row.get("url") or "")
    if "web.archive.org" in url and "/http" in url:
        url = url[url.rindex("/http") + 1 :]
    try:
        host = urlsplit(url).hostname or str(row["id"])
    except ValueError:  # brackets that are no address
        host = str(row["id"])
    parts = host.split(".")
    country = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3  # example.co.uk
    return ".".join(parts[-3:] if country else parts[-2:])


def fold_of(site: str, folds: int, salt: str = "") -> int:
    """Which fold a site belongs to: always the same, on every machine."""
    return int(hashlib.md5((salt + site).encode(), usedforsecurity=False).hexdigest(), 16) % folds
