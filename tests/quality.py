"""Figures of the cleaner on a fixed part of the labelled pages, for the quality gate.

The weights that come with the program were trained on pages of these very sets, the ones measured here among them, so
the figures are flattering: they guard against getting worse and say nothing of pages never seen. The honest figures
are the cross-validated ones that the README gives.

`python -m tests.quality` prints them, with the floors beside.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from cleaner import CleanerError, clean

ROOT = Path(__file__).parents[1]
GOLD = Path(os.environ.get("CLEANER_GOLD", ROOT.parent / "shared" / "gold"))  # the labelled pages are not shipped
FLOORS = Path(__file__).with_name("quality-floors.json")

Row = dict[str, Any]  # a line of a set's gold.jsonl


class Part(NamedTuple):
    """A part of a labelled set: which pages, how many of them at most, and which figures are pinned."""

    name: str
    folder: str  # of the labelled pages
    pages: int
    figures: tuple[str, ...]
    kinds: tuple[str, ...] = ()  # empty: all
    inputs: str = ""  # the mode of text_inputs.py that makes plain text of the pages; empty: HTML as it was fetched


TEXT_FIGURES = ("word", "shingle", "filled")

PARTS = (
    Part("wcxb-dev article", "wcxb-dev", 150, TEXT_FIGURES, kinds=("article",)),
    Part("traf-dev", "traf-dev", 100, ("snippet",)),
    Part("fundus-dev", "fundus-dev", 127, TEXT_FIGURES),
    Part("fundus-dev.p", "fundus-dev", 127, TEXT_FIGURES, inputs="p"),
)


def measured(part: Part, work: Path) -> dict[str, float]:
    """The pinned figures of a part. `work` is a folder for the text inputs, which are made on first use."""
    score = scorer()
    rows = chosen(part)
    texts = [cleaned(part, row, work) for row in rows]
    figures = score.table([score.page(row, text) for row, text in zip(rows, texts, strict=True)])
    wanted = [text for row, text in zip(rows, texts, strict=True) if row["text"] or row["with"]]
    figures["filled"] = sum(map(bool, wanted)) / len(wanted)
    return {name: figures[name] for name in part.figures}


def scorer() -> ModuleType:
    """The scoring program that comes with the labelled pages: what each figure means is defined there."""
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def chosen(part: Part) -> list[Row]:
    """The rows of a part: those whose id hashes lowest, so that the choice is the same everywhere and at any time."""
    lines = (GOLD / part.folder / "gold.jsonl").read_text("utf-8").split("\n")
    rows = [row for row in map(json.loads, filter(None, lines)) if not part.kinds or row["kind"] in part.kinds]
    return sorted(rows, key=by_hash)[: part.pages]


def by_hash(row: Row) -> str:
    """A row's place in an order that has nothing to do with its content."""
    return hashlib.sha256(str(row["id"]).encode()).hexdigest()


def cleaned(part: Part, row: Row, work: Path) -> str:
    """What the cleaner makes of a page; empty when it cannot be read."""
    if part.inputs:
        source = text_inputs(part.folder, work) / f"{part.folder}.{part.inputs}" / "text" / f"{row['id']}.txt.gz"
    else:
        source = GOLD / part.folder / "html" / f"{row['id']}.html.gz"
    try:
        return clean(source, kind="text" if part.inputs else "html").text
    except CleanerError:
        return ""


def text_inputs(folder: str, work: Path) -> Path:
    """A folder with the pages of a set as plain text, made by the program that comes with the labelled pages."""
    made = work / folder
    if not made.exists():
        subprocess.run([sys.executable, str(GOLD / "text_inputs.py"), str(GOLD), str(made), folder], check=True)
    return made


def floors() -> dict[str, dict[str, float]]:
    """The pinned floors, by part and figure."""
    found: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    return found


def report(parts: Iterable[Part], work: Path, say: Callable[[str], None] = print) -> None:
    """Print each figure with its floor."""
    pinned = floors() if FLOORS.exists() else {}
    for part in parts:
        for name, value in measured(part, work).items():
            say(f"{part.name:18} {name:8} {value:.4f}  floor {pinned.get(part.name, {}).get(name, 0.0):.4f}")


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder_name:
        report(PARTS, Path(folder_name))
