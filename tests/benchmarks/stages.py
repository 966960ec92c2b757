"""Where the time of a page goes: milliseconds by stage, each the least of some rounds over all pages."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from rich.table import Table
from selectolax.lexbor import LexborHTMLParser

from cleaner import DEFAULT, CleanerError, Drop
from cleaner.filters.content import Content
from cleaner.model import Block, Page
from cleaner.read import page as reader
from cleaner.read.html import made, read_html, walked
from cleaner.read.mending import mended
from cleaner.read.metadata import metadata
from cleaner.scoring.forest import probability
from cleaner.scoring.model import FLOOR, shipped
from cleaner.write.plain import render
from tests.benchmarks.pages import content

Answer = TypeVar("Answer")

# Parts of a stage, in the order of the work; they are measured apart from it, and add up to it near enough.
INSIDE = "  of it "


class Stopwatch:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    def __call__(self, stage: str, work: Callable[[], Answer]) -> Answer:
        """Do the work, on the stage's account."""
        began = time.process_time()
        done = work()
        self.spent[stage] += time.process_time() - began
        return done


def read_in_stages(source: bytes, watch: Stopwatch) -> Page:
    """The page, read stage by stage."""
    text = watch("decode", lambda: reader.content(source))
    root = watch("parse", lambda: LexborHTMLParser(mended(text)).root)
    if root is not None:
        _, _, head = watch("walk into blocks", lambda: made(walked(root)))
        watch("metadata", lambda: metadata(head))
    return read_html(text)


def filtered_in_stages(page: Page, watch: Stopwatch) -> Sequence[Block]:
    """What stands after all filters, each on its own account."""
    standing: Sequence[Block] = page.blocks
    for step in DEFAULT:
        before = standing
        found = watch(f"filter {step.name}", lambda step=step, before=before: list(step(page, before)))
        gone = {each.block.index for each in found if isinstance(each, Drop)}
        standing = [block for block in before if block.index not in gone]
        if isinstance(step, Content):
            model_in_stages(page, before, watch)
    return standing


def model_in_stages(page: Page, standing: Sequence[Block], watch: Stopwatch) -> None:
    """The content model's passes, once more and apart; where they are built in C, both at once."""
    model = shipped(page.kind)
    if model.judge is not None:
        watch(f"{INSIDE}scores", lambda: model.scores(page, standing))
        return
    seen = watch(f"{INSIDE}figures", lambda: model.view.first(page, standing, model.texts, model.names))
    rows = watch(f"{INSIDE}figures", lambda: seen.rows(standing))
    scores = [0.0] * len(page.blocks)
    odds = watch(f"{INSIDE}trees", lambda: model.first.log_odds(rows))
    for block, each in zip(standing, odds, strict=True):
        scores[block.index] = probability(each)
    asked = [(block, row) for block, row in zip(standing, rows, strict=True) if scores[block.index] >= FLOOR]
    blocks = [block for block, _ in asked]
    second = f"{INSIDE}figures of the second look"
    around = watch(second, lambda: model.view.second(page, scores, seen.found))
    more = watch(second, lambda: around(blocks))
    rows = [row + others for (_, row), others in zip(asked, more, strict=True)]
    watch(f"{INSIDE}trees of the second look", lambda: model.second.log_odds(rows))


def measured(pages: Sequence[Path], rounds: int) -> dict[str, float]:
    """Milliseconds a page by stage."""
    sources = [content(page) for page in pages]
    least: dict[str, float] = {}
    for _ in range(rounds):
        watch = Stopwatch()
        for source in sources:
            try:
                page = read_in_stages(source, watch)
            except CleanerError:
                continue
            standing = filtered_in_stages(page, watch)
            watch("write", lambda standing=standing: render(standing))
        for stage, spent in watch.spent.items():
            least[stage] = min(spent, least.get(stage, spent))
    return {stage: spent * 1000 / len(pages) for stage, spent in least.items()}


def table(milliseconds: dict[str, float]) -> Table:
    """The stages with their shares of the whole."""
    whole = sum(spent for stage, spent in milliseconds.items() if not stage.startswith(INSIDE))
    shown = Table(title="CPU time by stage", caption=f"{whole:.2f} ms a page")
    shown.add_column("stage")
    for heading in ("ms a page", "share"):
        shown.add_column(heading, justify="right")
    for stage, spent in milliseconds.items():
        shown.add_row(stage, f"{spent:.2f}", f"{spent / whole:.1%}")
    return shown
