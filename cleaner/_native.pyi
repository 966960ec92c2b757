"""The kernels in C that an installation with a C compiler has; each has a twin in Python, named in its C source."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

from cleaner.scoring.words import WordWeights
from cleaner.text import Word

class Trees:
    """What `plant` makes, for `log_odds`."""

def plant(
    figures: list[int], thresholds: list[float], lefts: list[int], rights: list[int], leaves: list[float],
    roots: list[int], /,
) -> Trees: ...  # fmt: skip
def log_odds(trees: Trees, rows: list[list[float]], floor: float, step: int, /) -> list[float]: ...
def text_words(text: str, /) -> set[str]: ...
def name_words(*names: str) -> set[str]: ...
def weigh(words: Iterable[str], table: WordWeights, /) -> tuple[float, float, float]: ...
def split(
    text: str, joined: AbstractSet[str], most: int, word: type[Word], parts: Callable[[str], list[str]], /
) -> list[Word]: ...
def has_word(
    text: str, some: AbstractSet[str], others: AbstractSet[str], parts: Callable[[str], list[str]], /
) -> bool: ...
