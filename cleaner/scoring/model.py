"""The content model: weights from a data file, applied to a page in two passes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from math import inf

from cleaner.datafile import path_of
from cleaner.errors import DataError
from cleaner.model import Block, InputKind, Page
from cleaner.scoring.forest import STEP, Exit, Forest, probability
from cleaner.scoring.view import view_of
from cleaner.scoring.words import WordWeights, by_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from typing import Any

    from cleaner.scoring.view import AskedFor

VERSION = 2

# Log-odds below which the first pass is not argued with: about 2 in 100. Chosen so that under 0.1% of the labelled
# articles' words are lost by it. Of the blocks that stand so far, after landmarks, one in ten is done with by then.
SETTLED = -4.0
FLOOR = probability(SETTLED)


# Blocks that have their rows at once. A row takes some three kilobytes: a page of more blocks is scored in portions,
# and a block's row made anew for the second pass.
PORTION = 4_000


class Scores:
    """A page's probabilities, one a block, and the way to what they were made from (for explaining)."""

    __slots__ = ("look", "model", "page", "picked", "probabilities", "standing")

    def __init__(
        self, probabilities: list[float], model: Model, page: Page, standing: Sequence[Block],
        picked: Sequence[bool] = (),
    ) -> None:  # fmt: skip
        self.probabilities = probabilities
        self.model = model
        self.page = page
        self.standing = standing
        self.picked = picked  # whether the second opinion has the block; empty where it was not asked
        self.look: Look | None = None

    def row(self, block: Block) -> list[float]:
        """The figures of one of the blocks that stood; made again, as rows would take most of an article's memory."""
        if self.look is None:
            self.look = self.model.look(self.page, self.standing)
        return self.look.row(block)


class Look:
    """What both passes saw of a page."""

    __slots__ = ("first", "scores", "second")

    def __init__(self, first: AskedFor, scores: list[float], second: AskedFor) -> None:
        self.first = first
        self.scores = scores  # the first pass's, of every block
        self.second = second

    def row(self, block: Block) -> list[float]:
        """A block's figures of the first pass, and of the second where it was looked at twice."""
        [row] = self.first([block])
        if self.scores[block.index] >= FLOOR:
            [more] = self.second([block])
            row += more
        return row


class Model:
    """Weights that tell article from page, for input of one kind."""

    def __init__(self, data: dict[str, Any]) -> None:
        """`data`: the content of a weights file. One that was made for other figures raises DataError."""
        self.data = data
        try:
            self.view = view_of(InputKind(data.get("kind", InputKind.HTML)))
            if data["version"] != VERSION or data["figures"] != [*self.view.names]:
                raise DataError("the weights were made for another version of the program: train them again")
            self.first = Forest(data["first"], settled(len(data["first"])))
            exits = [Exit(*each) for each in data.get("exits", ())] or settled(len(data["second"]))
            self.second = Forest(data["second"], exits)
            self.judge = self.view.judge(data, self.first, self.second) if self.view.judge is not None else None
            # The words are made when they are asked for, where C has a table of its own.
            self.words = None if self.judge is not None else (by_word(data["texts"]), by_word(data["names"]))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise DataError(f"not a weights file: {error!r}") from error

    def __reduce__(self) -> tuple[object, ...]:
        return Model, (self.data,)

    @property
    def texts(self) -> WordWeights:
        """What words of text weigh."""
        return self.known_words()[0]

    @property
    def names(self) -> WordWeights:
        """What words of class names weigh."""
        return self.known_words()[1]

    def known_words(self) -> tuple[WordWeights, WordWeights]:
        """The words of texts and of names."""
        if self.words is None:
            self.words = by_word(self.data["texts"]), by_word(self.data["names"])
        return self.words

    @classmethod
    def read(cls, path: os.PathLike[str] | str) -> Model:
        """The model of a weights file; DataError where there is none."""
        try:
            with open(path, "rb") as file:
                return cls(json.load(file))
        except DataError as error:
            raise DataError(f"{path}: {error}") from error
        except OSError as error:
            raise DataError(f"{path}: cannot be read: {error.strerror}") from error
        except (ValueError, RecursionError) as error:
            raise DataError(f"{path}: not a weights file: {error}") from error

    def scores(self, page: Page, standing: Sequence[Block]) -> Scores:
        """How likely each block of a page is part of its article; 0 for the blocks that no longer stand."""
        found = self.judge.scores(page, standing, FLOOR) if self.judge is not None else None
        return Scores(found or self.scores_in_python(page, standing), self, page, standing)

    def scores_in_python(self, page: Page, standing: Sequence[Block]) -> list[float]:
        """The same where nothing is built in C."""
        seen = self.view.first(page, standing, self.texts, self.names)
        first = [0.0] * len(page.blocks)
        known: dict[int, list[float]] = {}
        for part in portions(standing):
            rows = seen.rows(part)
            for block, odds in zip(part, self.first.log_odds(rows), strict=True):
                first[block.index] = probability(odds)
            if part is standing:
                known = {block.index: row for block, row in zip(part, rows, strict=True)}
        asked = [block for block in standing if first[block.index] >= FLOOR]
        around = self.view.second(page, first, seen.found)
        final = first[:]
        for part in portions(asked):
            rows = [known[block.index] for block in part] if known else seen.rows(part)
            for row, more in zip(rows, around(part), strict=True):
                row += more
            for block, odds in zip(part, self.second.log_odds(rows), strict=True):
                final[block.index] = probability(odds)
        return final

    def look(self, page: Page, standing: Sequence[Block]) -> Look:
        """What both passes see of a page, for asking about its blocks one by one."""
        seen = self.view.first(page, standing, self.texts, self.names)
        first = [0.0] * len(page.blocks)
        for part in portions(standing):
            for block, odds in zip(part, self.first.log_odds(seen.rows(part)), strict=True):
                first[block.index] = probability(odds)
        return Look(seen.rows, first, self.view.second(page, first, seen.found))


def settled(trees: int) -> list[Exit]:
    """The exits of a forest without its own: out of each step with what is settled by then."""
    return [Exit(after, SETTLED, inf, 1.0) for after in range(STEP, trees, STEP)]


def portions(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks in parts that may have their rows at once; where all may, the very sequence."""
    if len(blocks) <= PORTION:
        yield blocks
        return
    for start in range(0, len(blocks), PORTION):
        yield blocks[start : start + PORTION]


@cache
def shipped(kind: InputKind) -> Model:
    """The model that comes with the program, for HTML or for text input; read once, never changed."""
    return Model.read(path_of(f"{kind}-weights.json"))
