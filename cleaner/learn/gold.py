"""Labelled pages on disk: a folder with gold.jsonl and html/<id>.html.gz or text/<id>.txt.gz."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cleaner import pipeline
from cleaner.errors import CleanerError, DataError
from cleaner.filters import DEFAULT
from cleaner.learn.labels import aligned, tokens
from cleaner.model import InputKind, Page
from cleaner.read.page import read

BEFORE_CONTENT = DEFAULT[: [step.name for step in DEFAULT].index("content")]


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One labelled page.

    `standing`: the indices of the blocks that the filters before the content filter leave, which alone are judged.
    `labels`: for every block whether it is article; None where the gold does not say (pages with snippets only).
    `words`: the gold text's length in tokens, None for snippet-only pages. `row` is the line of gold.jsonl.
    """

    row: dict[str, object]
    page: Page
    standing: tuple[int, ...]
    labels: tuple[bool | None, ...]
    words: int | None
    site: str


def load(folder: Path, name: str) -> GoldPage | None:
    """The labelled page of one line of gold.jsonl; None when its bytes cannot be read."""
    row = json.loads(name)
    html = folder / "html" / f"{row['id']}.html.gz"
    path, kind = (html, InputKind.HTML) if html.exists() else (folder / "text" / f"{row['id']}.txt.gz", InputKind.TEXT)
    try:
        page = read(path, url=row.get("url"), kind=kind)
    except CleanerError:
        return None
    standing = tuple(block.index for block in pipeline.run(page, BEFORE_CONTENT)[0])
    gold = row.get("text")
    texts = [block.text for block in page.blocks]
    if gold is None:
        labels = snippet_labels(row.get("with") or [], row.get("without") or [], texts)
        return GoldPage(row, page, standing, labels, None, site_of(row))
    return GoldPage(row, page, standing, tuple(aligned(gold, texts)), len(tokens(gold)), site_of(row))


def rows(folder: Path) -> list[str]:
    """The lines of a gold folder; a folder without them raises DataError."""
    try:
        return [line for line in (folder / "gold.jsonl").read_text("utf-8").split("\n") if line.strip()]
    except OSError as error:
        raise DataError(f"{folder}: not a gold folder: {error.strerror}") from error


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


def site_of(row: dict[str, object]) -> str:
    """The registered domain of a page's address (near enough), or its id."""
    url = str(row.get("url") or "")
    if "web.archive.org" in url and "/http" in url:
        url = url[url.rindex("/http") + 1 :]
    host = urlsplit(url).hostname or str(row["id"])
    parts = host.split(".")
    country = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3  # example.co.uk
    return ".".join(parts[-3:] if country else parts[-2:])


def fold_of(site: str, folds: int, salt: str = "") -> int:
    """Which fold a site belongs to: always the same, on every machine."""
    return int(hashlib.md5((salt + site).encode(), usedforsecurity=False).hexdigest(), 16) % folds
