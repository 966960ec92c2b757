"""Training the content model: labelled pages to a weights file, the same bytes every time.

Needs the extra `train` (numpy, LightGBM, scikit-learn). The procedure, all splits by site:

1. Word weights and first-pass rows: each of INNER folds is seen with the word weights of the others, so that a
   site's own words do not speak for it in training more than they will on a site never seen. Texts are seen in
   made-up languages and joined with others' articles as well (`copies`).
2. First pass: boosted trees; each inner fold is scored by trees of the others, for the second pass to learn from.
3. Second pass: boosted trees over the first pass's rows and the neighbourhood's scores, on the blocks not yet settled.
4. What is shipped: word weights and first-pass trees of all pages, and those second-pass trees.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from cleaner.errors import CleanerError, DataError
from cleaner.learn.gold import GoldPage, fold_of, load, rows
from cleaner.learn.joined import Donors
from cleaner.learn.labels import tokens
from cleaner.learn.made_up import LANGUAGES, translated
from cleaner.learn.progress import Progress, silent, told
from cleaner.learn.settings import (
    BALANCE_KINDS,
    BALANCE_SETS,
    BOOSTING,
    EXITS,
    FAST_AT_FIRST,
    FIRST,
    INNER,
    JOINED_EVERY,
    JOINED_WEIGHT,
    MADE_UP_EVERY,
    MADE_UP_WEIGHT,
    MIN_GOLD_WORDS,
    OTHER_LANGUAGES,
    SECOND,
    SILVER_WEIGHT,
    SNIPPET_WEIGHT,
    THREADS,
    WEIGHT_CEILING,
    WEIGHT_FLOOR,
    WEIGHT_PER_SHARE,
    falling,
)
from cleaner.learn.word_weights import word_weights
from cleaner.learn.workers import pool
from cleaner.model import InputKind
from cleaner.scoring.model import FLOOR, VERSION
from cleaner.scoring.view import view_of
from cleaner.scoring.words import WordWeights, by_weight

if TYPE_CHECKING:
    import lightgbm
    import numpy as np

    Rows = np.ndarray[Any, np.dtype[np.float32]]


def train(pages: Sequence[GoldPage], progress: Progress = silent) -> dict[str, Any]:
    """The content of a weights file that is trained on these pages, of HTML or of text.

    MissingExtraError without the extra; DataError for pages that nothing can be learned from.
    """
    require_extra()
    if len({gold.page.kind for gold in pages}) > 1:
        raise DataError("pages of HTML and of text: each kind has weights of its own, train them apart")
    if not pages:
        raise DataError("too few sites to train on: 0")
    trainer = Trainer(pages, progress)
    if len(set(trainer.inner)) < 2:
        raise DataError(f"too few sites to train on: {len({gold.site for gold in pages})}")
    labels = {gold.labels[at] for gold in pages for at in gold.standing} - {None}
    if len(labels) < 2:
        raise DataError("nothing to learn: the labels name no text of the pages, or all of it")
    return trainer.train()


class MissingExtraError(CleanerError):
    """Training needs distributions that are not installed."""


def require_extra() -> None:
    """Raise MissingExtraError, which says what to install, unless everything that training needs is there."""
    for name in ("numpy", "lightgbm", "sklearn"):
        try:
            import_module(name)
        except ImportError as error:
            raise MissingExtraError(
                f"training needs {name}, which the extra “train” installs: pip install 'article-cleaner[train]'"
            ) from error
        except OSError as error:  # LightGBM's own library asks the system for OpenMP
            raise MissingExtraError(f"training needs {name}, which cannot be loaded: {error}") from error


def encoded(data: dict[str, Any]) -> str:
    """The weights file as it is written."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def load_all(folders: Sequence[Path], progress: Progress = silent) -> list[GoldPage]:
    """The labelled pages of some sets, read and aligned in parallel; those that cannot be read are left out."""
    found: list[GoldPage] = []
    with pool(THREADS) as workers:
        for folder in folders:
            labelled = rows(folder)
            pages = workers.map(partial(load, folder), labelled, chunksize=16)
            what = f"reading {folder.resolve().name}"
            found += [page for page in told(pages, what, len(labelled), progress) if page and page.page.blocks]
    return found


def page_weights(pages: Sequence[GoldPage]) -> list[float]:
    """What each page counts, by its language, by its kind in its set, and by who found its article."""
    languages = [gold.page.metadata.language for gold in pages]
    most = Counter(languages).most_common(1)[0][0]
    sets = Counter(gold.row.get("set") for gold in pages)
    kinds = Counter((gold.row.get("set"), gold.row.get("kind")) for gold in pages)
    largest: dict[Any, int] = {}
    for (name, _), size in kinds.items():
        largest[name] = max(largest.get(name, 0), size)
    return [
        (SILVER_WEIGHT if gold.row.get("silver") else 1.0)
        * (OTHER_LANGUAGES[gold.page.kind] if language != most else 1.0)
        * (max(sets.values()) / sets[name]) ** BALANCE_SETS[gold.page.kind]
        * (largest[name] / kinds[name, kind]) ** BALANCE_KINDS[gold.page.kind]
        for gold, language in zip(pages, languages, strict=True)
        for name, kind in [(gold.row.get("set"), gold.row.get("kind"))]
    ]


def block_weights(gold: GoldPage) -> list[float]:
    """What each block of a page weighs; 0 where it has no label."""
    out = []
    for block, label in zip(gold.page.blocks, gold.labels, strict=True):
        if label is None:
            out.append(0.0)
        elif gold.words is None:
            out.append(SNIPPET_WEIGHT[gold.page.kind])
        else:
            share = len(tokens(block.text)) / max(gold.words, MIN_GOLD_WORDS)
            out.append(min(WEIGHT_CEILING, WEIGHT_FLOOR + WEIGHT_PER_SHARE * share))
    return out


def copies(pages: Sequence[GoldPage], folds: Sequence[int]) -> list[tuple[int, GoldPage, float]]:
    """Copies of texts, for what labelled pages show too seldom: the page's place, the copy, what it counts."""
    donors = Donors(pages, folds)
    found = []
    for at, (gold, fold) in enumerate(zip(pages, folds, strict=True)):
        number = crc32(f"{gold.row.get('set')}/{gold.row['id']}/{len(gold.labels)}".encode())
        if number % MADE_UP_EVERY == 0:
            language = LANGUAGES[number // MADE_UP_EVERY % len(LANGUAGES)]
            found.append((at, replace(gold, page=translated(gold.page, language)), MADE_UP_WEIGHT))
        joined = donors.joined(gold, fold) if number // 1024 % JOINED_EVERY == 0 else None
        if joined:
            found.append((at, joined, JOINED_WEIGHT))
    return found


def seen_page(texts: WordWeights, names: WordWeights, gold: GoldPage) -> tuple[Rows, Any]:
    """A page's first-pass rows as an array, with what the second pass needs as well."""
    import numpy as np

    standing = [gold.page.blocks[at] for at in gold.standing]
    view = view_of(gold.page.kind)
    seen = view.first(gold.page, standing, texts, names)
    return np.asarray(seen.rows(standing), dtype=np.float32), view.kept(seen.found)


class Trainer:
    """Labelled pages with what is worked out of them on the way."""

    def __init__(self, pages: Sequence[GoldPage], progress: Progress = silent) -> None:
        self.originals = pages
        self.progress = progress
        self.kind = pages[0].page.kind
        self.view = view_of(self.kind)
        inner = [fold_of(gold.site, INNER, salt="inner") for gold in pages]
        more = copies(pages, inner) if self.kind is InputKind.TEXT else []
        factors = page_weights(pages)
        factors += [factors[at] * share for at, _, share in more]
        self.pages = [*pages, *(gold for _, gold, _ in more)]
        self.inner = inner + [inner[at] for at, _, _ in more]
        self.weights = [
            [factor * weight for weight in block_weights(gold)]
            for factor, gold in zip(factors, self.pages, strict=True)
        ]
        self.seen: dict[int, tuple[Rows, Any]] = {}
        self.first: dict[int, list[float]] = {}

    def train(self) -> dict[str, Any]:
        """The weights file's content."""
        everyone = range(len(self.pages))
        for fold in told(range(INNER), "measuring blocks", INNER, self.progress):
            self.see(*word_weights(self.others(fold)), [i for i in everyone if self.inner[i] == fold])
        for fold in told(range(INNER), "first pass", INNER, self.progress):
            booster = self.boost([i for i in everyone if self.inner[i] != fold], FIRST[self.kind], second=False)
            for i in everyone:
                if self.inner[i] == fold and self.pages[i].standing:
                    scores = [0.0] * len(self.pages[i].page.blocks)
                    found = booster.predict(self.seen[i][0], num_threads=THREADS)
                    for at, score in zip(self.pages[i].standing, found, strict=True):
                        scores[at] = float(score)
                    self.first[i] = scores
        first = self.boost(everyone, FIRST[self.kind], second=False)
        self.progress("second pass", 0, 1)
        second = self.boost(everyone, SECOND[self.kind], second=True)
        self.progress("second pass", 1, 1)
        texts, names = word_weights(self.others(None))
        return {
            "version": VERSION,
            "kind": self.kind,
            "figures": [*self.view.names],
            "texts": by_weight(texts),
            "names": by_weight(names),
            "first": exported(first),
            "second": exported(second),
            "exits": [list(each) for each in EXITS.get(self.kind, ()) if each.trees < second.num_trees()],
        }

    def others(self, fold: int | None) -> Iterator[tuple[GoldPage, list[float]]]:
        """The labelled pages outside an inner fold, with what their blocks weigh."""
        originals = zip(self.originals, self.weights, self.inner, strict=False)
        return ((gold, weights) for gold, weights, inner in originals if inner != fold)

    def see(self, texts: WordWeights, names: WordWeights, which: Sequence[int]) -> None:
        """First-pass rows of some pages."""
        with pool(THREADS) as workers:
            found = workers.map(partial(seen_page, texts, names), [self.pages[i] for i in which], chunksize=16)
            self.seen.update(zip(which, found, strict=True))

    def second_rows(self, i: int, which: Sequence[int]) -> Rows:
        """A page's rows for the second pass; `which` of its standing blocks, by place."""
        import numpy as np

        array, found = self.seen[i]
        gold = self.pages[i]
        asked = [gold.page.blocks[gold.standing[at]] for at in which]
        around = self.view.second(gold.page, self.first[i], found)
        return np.hstack([array[which], np.asarray(around(asked), dtype=np.float32)])

    def boost(self, which: Sequence[int], settings: dict[str, float], *, second: bool) -> lightgbm.Booster:
        """Trees trained on some pages."""
        import lightgbm
        import numpy as np

        matrices, labels, weights = [], [], []
        for i in which:
            gold = self.pages[i]
            kept = [
                at
                for at, index in enumerate(gold.standing)
                if self.weights[i][index] > 0 and (not second or self.first[i][index] >= FLOOR)
            ]
            if kept:
                matrices.append(self.second_rows(i, kept) if second else self.seen[i][0][kept])
                labels += [bool(gold.labels[gold.standing[at]]) for at in kept]
                weights += [self.weights[i][gold.standing[at]] for at in kept]
        data = lightgbm.Dataset(np.concatenate(matrices), np.asarray(labels), weight=np.asarray(weights))
        if second and self.kind in FAST_AT_FIRST:
            rates = falling(*FAST_AT_FIRST[self.kind], settings)
            try:
                return lightgbm.train(
                    BOOSTING | settings, data, callbacks=[lightgbm.reset_parameter(learning_rate=rates)]
                )
            except lightgbm.basic.LightGBMError:
                pass  # it cannot change the rate where no figure parts so few rows: trees without a branch have none
        return lightgbm.train(BOOSTING | settings, data)


def exported(booster: lightgbm.Booster) -> list[list[list[float]]]:
    """Trees as columns: figure, threshold, left, right a node (a negative number is a leaf), and the leaves' values."""
    return [tree_columns(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def tree_columns(root: dict[str, Any]) -> list[list[float]]:
    """One tree's columns; nodes in the order in which they are met."""
    columns: list[list[float]] = [[], [], [], [], []]
    if "leaf_value" in root:  # a tree of one leaf asks nothing: both ways lead to it
        return [[0], [0.0], [-1], [-1], [round(root["leaf_value"], 4)]]

    waiting: list[tuple[dict[str, Any], int, int]] = [(root, -1, 0)]
    while waiting:
        node, above, side = waiting.pop()
        if "leaf_value" in node:
            at = -1 - len(columns[4])
            columns[4].append(round(node["leaf_value"], 4))
        else:
            at = len(columns[0])
            columns[0].append(node["split_feature"])
            columns[1].append(float(f"{node['threshold']:.5g}"))
            columns[2].append(0)
            columns[3].append(0)
            waiting.append((node["right_child"], at, 3))
            waiting.append((node["left_child"], at, 2))
        if above >= 0:
            columns[side][above] = at
    return columns
