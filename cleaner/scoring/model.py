"""The content model: weights from a data file, applied to a page in two passes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache

from cleaner.datafile import path_of
from cleaner.errors import DataError
from cleaner.model import Block, InputKind, Page
from cleaner.scoring.forest import Forest, probability
from cleaner.scoring.view import view_of
from cleaner.scoring.words import by_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from typing import Any

VERSION = 2

# Log-odds below which the first pass is not argued with: about 2 in 100. Chosen so that under 0.1% of the labelled
# articles' words are lost by it, while some four blocks in five of a page are done with after a few trees.
SETTLED = -4.0
FLOOR = probability(SETTLED)


class Scores:
    """A page's probabilities, one a block, and what they were made from (for explaining)."""

    __slots__ = ("probabilities", "rows", "picked")

    def __init__(
        self, probabilities: list[float], rows: Mapping[int, list[float]], picked: Sequence[bool] = ()
    ) -> None:
        self.probabilities = probabilities
        self.rows = rows  # by the block's index, for the blocks that stood
        self.picked = picked  # whether the second opinion has the block; empty where it was not asked


class Model:
    """Weights that tell article from page, for input of one kind."""

    def __init__(self, data: dict[str, Any]) -> None:
        """`data`: the content of a weights file. One that was made for other figures raises DataError."""
        self.data = data
        try:
            self.view = view_of(InputKind(data.get("kind", InputKind.HTML)))
            if data["version"] != VERSION or data["figures"] != [*self.view.names]:
                raise DataError("the weights were made for another version of the program: train them again")
            self.texts = by_word(data["texts"])
            self.names = by_word(data["names"])
            self.first = Forest(data["first"])
            self.second = Forest(data["second"])
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise DataError(f"not a weights file: {error!r}") from error

    def __reduce__(self) -> tuple[object, ...]:
        return Model, (self.data,)

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
        seen = self.view.first(page, standing, self.texts, self.names)
        first = [0.0] * len(page.blocks)
        for block, odds in zip(standing, self.first.log_odds(seen.rows, SETTLED), strict=True):
            first[block.index] = probability(odds)
        asked = [block for block in standing if first[block.index] >= FLOOR]
        around = self.view.second(page, asked, first, seen.found)
        final = first[:]
        rows = {block.index: row for block, row in zip(standing, seen.rows, strict=True)}
        for block, more in zip(asked, around, strict=True):
            rows[block.index] += more
        second = self.second.log_odds([rows[block.index] for block in asked], SETTLED)
        for block, odds in zip(asked, second, strict=True):
            final[block.index] = probability(odds)
        return Scores(final, rows)


@cache
def shipped(kind: InputKind) -> Model:
    """The model that comes with the program, for HTML or for text input; read once, never changed."""
    return Model.read(path_of(f"{kind}-weights.json"))
