"""Honest figures: every page is cleaned with weights that were trained on pages of other sites alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from cleaner.errors import DataError
from cleaner.learn.gold import GoldPage, fold_of, site_of, source_of
from cleaner.learn.progress import Progress, silent
from cleaner.learn.train import encoded, load_all, require_extra, train
from cleaner.measure.page import Measured
from cleaner.measure.run import run_cleaner, tasks_of
from cleaner.model import InputKind


def cross_validated(
    folders: Sequence[Path], folds: int, *, jobs: int = 1, evidence: bool = False, progress: Progress = silent
) -> Iterator[Measured]:
    """What the cleaner makes of all pages: `folds` times, with weights from the pages outside the fold.

    A site is in one fold with all its pages. HTML and text have a model each, as they do in the program.
    """
    require_extra()
    tasks = tasks_of(folders)
    if len({fold_of(site_of(row), folds) for _, row in tasks}) < folds:
        raise DataError(f"too few sites for {folds} folds: one of them is empty")
    pages = load_all(folders, progress)
    with TemporaryDirectory() as place:
        for fold in range(folds):
            prefix = f"fold {fold + 1} of {folds}: "
            kept_out = [task for task in tasks if fold_of(site_of(task[1]), folds) == fold]
            for kind in (InputKind.HTML, InputKind.TEXT):
                asked = [task for task in kept_out if source_of(*task)[1] is kind]
                if asked:
                    known = [gold for gold in pages if gold.page.kind is kind and fold_of(gold.site, folds) != fold]
                    weights = trained(known, Path(place) / f"{kind}-{fold}.json", prefix, progress)
                    yield from run_cleaner(
                        asked,
                        weights=weights,
                        jobs=jobs,
                        evidence=evidence,
                        progress=progress,
                        what=f"{prefix}cleaning",
                    )


def trained(pages: Sequence[GoldPage], weights: Path, prefix: str, progress: Progress) -> Path:
    """A weights file made from these pages."""
    data = train(pages, lambda what, done, total: progress(prefix + what, done, total))
    weights.write_text(encoded(data), "utf-8")
    return weights
