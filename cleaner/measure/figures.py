"""How well an extracted text agrees with a labelled page, and the figures of many pages.

The definitions are those of the benchmarks that the figures are named for:

- word: F1 of the two texts as bags of case-folded words; mean over pages (WCXB).
- precision, recall, shingle: of the two texts as bags of runs of four words; the means over pages of the first two, and
  the F1 of those means (article-extraction-benchmark). Exact: the share of pages with the very same sequence of words.
- keep: the share of wanted snippets that stand in the text. Drop: of unwanted ones that do not. Snippet: the F1 in
  which a wanted snippet found is a true positive, an unwanted one found a false one (trafilatura's evaluation).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from cleaner.learn.gold import Row
from cleaner.read.language import guess

WORD = re.compile(r"\w+")
SHINGLE = 4  # words

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class TextScore:
    """Agreement with the full text of a page's article; each from 0 to 1."""

    word: float
    precision: float
    recall: float
    exact: float


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page's agreement with its labels. `text` is None where only snippets are labelled."""

    id: str
    set: str
    kind: str
    language: str
    text: TextScore | None
    wanted: int
    wanted_found: int
    unwanted: int
    unwanted_found: int
    empty: bool  # nothing came out, though there is an article

    @property
    def worth(self) -> float:
        """One figure to rank pages by: word F1, or the share of snippets that were dealt with rightly."""
        if self.text is not None:
            return self.text.word
        asked = self.wanted + self.unwanted
        return (self.wanted_found + self.unwanted - self.unwanted_found) / asked if asked else 1.0


def score(name: str, row: Row, text: str) -> PageScore:
    """How well `text` agrees with a row of the set of that name."""
    gold = row.get("text")
    wanted, unwanted = row.get("with") or [], row.get("without") or []
    flat = folded(text)
    return PageScore(
        id=row["id"],
        set=name,
        kind=str(row.get("kind") or "unknown"),
        language=guess(" ".join([gold or "", *wanted])) or "unknown",
        text=None if gold is None else text_score(gold, text),
        wanted=len(wanted),
        wanted_found=sum(folded(snippet) in flat for snippet in wanted),
        unwanted=len(unwanted),
        unwanted_found=sum(folded(snippet) in flat for snippet in unwanted),
        empty=not flat and bool(gold or wanted),
    )


def folded(text: str) -> str:
    """A text with each run of white space as one blank."""
    return " ".join(text.split())


def text_score(gold: str, text: str) -> TextScore:
    """Agreement of a text with the gold text."""
    expected, found = WORD.findall(gold), WORD.findall(text)
    precision, recall = overlap(shingles(expected), shingles(found))
    return TextScore(
        word=f1(*overlap(WORD.findall(gold.lower()), WORD.findall(text.lower()))),
        precision=precision,
        recall=recall,
        exact=float(expected == found),
    )


def shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The runs of four words; a shorter text is one run."""
    if len(words) <= SHINGLE:
        return [tuple(words)] if words else []
    return list(zip(*(words[at:] for at in range(SHINGLE)), strict=False))


def overlap(expected: Iterable[Hashable], found: Iterable[Hashable]) -> tuple[float, float]:
    """Precision and recall of a bag against another; both are 1 where the bags are the same, be it that of nothing."""
    gold, text = Counter(expected), Counter(found)
    if gold == text:
        return 1.0, 1.0
    shared = (gold & text).total()
    return (shared / text.total(), shared / gold.total()) if shared else (0.0, 0.0)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of precision and recall."""
    return 2.0 * precision * recall / (precision + recall) if precision + recall else 0.0


def summary(pages: Sequence[PageScore]) -> Figures:
    """The figures of some pages. Those that ask for labels which no page has are left out."""
    figures: Figures = {"pages": len(pages), "empty": sum(page.empty for page in pages)}
    texts = [page.text for page in pages if page.text is not None]
    if texts:
        precision, recall = mean(text.precision for text in texts), mean(text.recall for text in texts)
        figures["word"] = mean(text.word for text in texts)
        figures["shingle"] = f1(precision, recall)
        figures["precision"], figures["recall"] = precision, recall
        figures["exact"] = mean(text.exact for text in texts)
    wanted, unwanted = sum(page.wanted for page in pages), sum(page.unwanted for page in pages)
    if wanted and unwanted:
        hits, misses = sum(page.wanted_found for page in pages), sum(page.unwanted_found for page in pages)
        figures["keep"], figures["drop"] = hits / wanted, 1.0 - misses / unwanted
        figures["snippet"] = f1(hits / (hits + misses) if hits + misses else 0.0, figures["keep"])
    return figures
