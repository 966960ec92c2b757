"""What a filter is, for type checkers and for those who write one; not loaded by a run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Protocol

from cleaner.model import Block, Drop, Page, Vouch


class Filter(Protocol):
    """A step of the pipeline: sees the page and what still stands of it, yields drops and vouches, changes nothing."""

    name: ClassVar[str]
    by_phrase: ClassVar[bool]  # True: judges by wording, so the pipeline's spare guard applies

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterable[Drop | Vouch]: ...
