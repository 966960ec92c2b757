"""A figure of the content model in words that a person can check on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp

from cleaner.model import Block, Element, Kind
from cleaner.scoring.containers import TAG_CODE
from cleaner.scoring.model import Model
from cleaner.scoring.wordings import PAGE_WIDE, WORDINGS
from cleaner.scoring.wordings_of_text import TEXT_WIDE, TEXT_WORDINGS
from cleaner.scoring.words import WordWeights, name_words, text_words

QUOTED = 2  # words that are named

TAGS = {code: tag for tag, code in TAG_CODE.items()}
KINDS = tuple(kind.value for kind in Kind)

ARTICLE_CONTAINER = "best"  # how the names of its figures begin

# Scores up to these, in words.
LOOKS = (
    (0.2, "looks like boilerplate"),
    (0.5, "looks more like boilerplate"),
    (0.8, "looks more like article"),
    (1.0, "looks like article"),
)


def in_words(name: str, row: Mapping[str, float], block: Block, model: Model) -> str:
    """What a figure of a block's row says of it; a figure without a wording keeps its name and number."""
    for bound, wording in WORDINGS.get(name) or TEXT_WORDINGS.get(name, ()):
        if row[name] <= bound:
            return wording.format_map(Fields(name, row, block, model))
    return f"{name} {row[name]:.3g}"


def is_page_wide(name: str) -> bool:
    """Whether a figure is the same for all blocks of a page."""
    return name in PAGE_WIDE or name in TEXT_WIDE


def topic(name: str) -> str:
    """What a figure is about; all that is said of the article's container is one thing."""
    return ARTICLE_CONTAINER if name.startswith((ARTICLE_CONTAINER, f"in-{ARTICLE_CONTAINER}")) else name


class Fields(dict[str, str]):
    """The fields of a wording, worked out when they are asked for."""

    def __init__(self, name: str, row: Mapping[str, float], block: Block, model: Model) -> None:
        super().__init__()
        self.name = name
        self.value = row[name]
        self.row = row
        self.block = block
        self.model = model

    def __missing__(self, field: str) -> str:
        value = self.value
        match field:
            case "percent":
                return f"{value:.0%}"
            case "number":
                return f"{exp(value) - 1:.0f}"
            case "whole":
                return f"{abs(value):.0f}"  # which way it is, the wording says
            case "tag":
                return TAGS.get(value, "other")
            case "kind":
                return KINDS[int(value)]
            case "look":
                return f"{next(look for bound, look in LOOKS if value <= bound or bound == 1.0)}, {value:.0%}"
            case "side":
                return "in" if self.row["in-best"] > 0 else "outside"
            case "words":
                return quoted(heaviest_words(self.name, value < 0, self.block, self.model))
        return f"{value:.2g}"


def heaviest_words(name: str, low: bool, block: Block, model: Model) -> list[str]:
    """The words behind a figure that is made of words: the lowest or the highest by their weights."""
    if name.startswith("text-words"):
        return extreme(text_words(block.text), model.texts, low)
    if name == "marks":
        return extreme(name_words(block.marks), model.names, low)
    holders: Iterable[Element] = block.element.ancestors()
    if name == "own-names":
        holders = [block.element]
    elif name == "parent-names":
        holders = [block.element.parent] if block.element.parent else []
    found = {word for each in holders for word in name_words(each.id, each.classes, each.itemprop)}
    return extreme(found, model.names, low)


def extreme(words: Iterable[str], weights: WordWeights, low: bool) -> list[str]:
    """The few words that weigh most in one direction, the heaviest first."""
    sign = 1 if low else -1
    telling = [word for word in words if sign * weights.get(word, 0) < 0]
    return sorted(telling, key=lambda word: (sign * weights[word], word))[:QUOTED]


def quoted(words: Iterable[str]) -> str:
    """Words in quotation marks."""
    return ", ".join(f"“{word}”" for word in words)
