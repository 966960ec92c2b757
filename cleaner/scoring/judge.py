"""The model of HTML in C, where that was built: the same scores as by the figures in Python, to the last bit."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block, Kind, Page
from cleaner.native import native
from cleaner.scoring import features, neighbourhood, page_type
from cleaner.scoring.containers import COMMENT_WORDS, FLAG_BIT, LANDMARK_BITS, TAG_CODE
from cleaner.scoring.forest import Forest
from cleaner.scoring.regions import LANDMARK_FLAG
from cleaner.scoring.text_figures import said_of_itself

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cleaner import _native


class Judge:
    """Both passes over a page in one call: its blocks and containers are gathered once, rows never become lists."""

    __slots__ = ("kernel",)

    def __init__(self, kernel: _native.Judge) -> None:
        self.kernel = kernel

    def scores(self, page: Page, standing: Sequence[Block], floor: float) -> list[float] | None:
        """The probabilities of all blocks, of those below `floor` the first pass's.

        None for a page whose blocks or containers are not in their own order.
        """
        assert native is not None
        found: list[float] | None = native.judged(
            self.kernel, page.blocks, page.elements, standing, said_of(page), floor
        )
        return found

    def rows(self, page: Page, standing: Sequence[Block], scores: Sequence[float] = ()) -> list[list[float]] | None:
        """The rows behind them; of both passes, if the first's scores are given."""
        assert native is not None
        found: list[list[float]] | None = native.rows(
            self.kernel, page.blocks, page.elements, standing, said_of(page), list(scores)
        )
        return found


def said_of(page: Page) -> tuple[str, str, str, list[float]]:
    """What a page says of itself, and the figures of its type."""
    title, description, body = said_of_itself(page.metadata)
    return title, description, body, page_type.page_type(page.metadata)


def judge_of(data: dict[str, Any], first: Forest, second: Forest) -> Judge | None:
    """The model of a weights file in C; None where nothing was built, or was built for other figures."""
    if native is None or not has_figures():
        return None
    comments = " ".join(sorted(COMMENT_WORDS))
    return Judge(
        native.judge(
            data["texts"], data["names"], TAG_CODE, FLAG_BIT, LANDMARK_FLAG, tuple(Kind), LANDMARK_BITS, comments,
            first.planted, second.planted,
        )
    )  # fmt: skip


def has_figures() -> bool:
    """Whether the kernels make rows as long as those in Python: whoever adds a figure adds it to both."""
    assert native is not None
    first, second = native.widths()
    answer: bool = first + len(page_type.NAMES) == len(features.NAMES) and second == len(neighbourhood.NAMES)
    return answer
