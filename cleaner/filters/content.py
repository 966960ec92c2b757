"""Where the article is, by the content model."""

from __future__ import annotations

from cleaner.lexicon import lexicon
from cleaner.members import STRICT
from cleaner.model import Block, Drop, Element, InputKind, Page, Vouch
from cleaner.prose import extent
from cleaner.scoring.containers import COMMENT_WORDS
from cleaner.scoring.decide import SHIFT, cut
from cleaner.scoring.doubted import LIKELY, spared
from cleaner.scoring.evidence import ScoreEvidence
from cleaner.scoring.model import Model, Scores, shipped
from cleaner.scoring.opinion import swayed
from cleaner.scoring.words import name_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar, Final

    from cleaner.scoring.doubted import Standing

CONSENT: Final = frozenset({"consent-notice", "cookie-notice"})


class Content:
    """Everything that is not the article, told by a learned model from text, place, containers and neighbours."""

    name: ClassVar[str] = "content"
    by_phrase: ClassVar[bool] = False

    def __init__(
        self,
        *,
        model: Model | None = None,
        unsure: float = 0.4,
        sure: float = 0.95,
        sure_text: float = 0.98,
        long: int = 200,
        hopeless_html: tuple[tuple[float, int], ...] = ((0.4, 600), (0.75, 100)),
        hopeless_text: tuple[tuple[float, int], ...] = ((0.03, 600),),
        wall: int = 300,
        beside: int = 300,
    ) -> None:
        self.model = model  # None: the one that comes with the program
        # expected F1; below it, one page in 100 of the labelled ones, readability-lxml is asked
        self.unsure = unsure
        # From this probability on a long block is vouched for: no wording takes it out again. Scraped text has only its
        # words to be sure by, and an appeal for money at its top has those of an article.
        self.sure = sure
        self.sure_text = sure_text
        self.long = long  # characters
        # A page of which the likeliest block is below a bar, and the kept text below that many letters, has no article:
        # of 2,144 labelled pages 11, of which 3 have gold text, though hardly any of it in what stood. A line or two
        # must be surer: a log-in form leaves them. Scraped text says less: a bar of 0.1 emptied 2 labelled texts of
        # 3,203, one of 0.03 empties none.
        self.hopeless_html = hopeless_html
        self.hopeless_text = hopeless_text
        # Letters beside a notice of consent that is the likeliest block of its page: with fewer, the page is the wall
        # that the notice stands on.
        self.wall = wall
        # Characters of likely article outside the comments that make these a thread under it: of its comments no one is
        # kept that is less likely than not, however low the page's cut. On forums the thread is the article.
        self.beside = beside

    def with_model(self, model: Model) -> Content:
        """The same filter with another model."""
        from copy import copy  # a run with the shipped model does without

        other = copy(self)
        other.model = model
        return other

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        model = self.model or shipped(page.kind)
        scores = model.scores(page, blocks)
        standing = scored(blocks, scores)
        decided = cut(standing, page.strictness)
        if blocks and decided.expected < self.unsure:
            scores = swayed(page, scores)
            standing = scored(blocks, scores)
            decided = cut(standing, page.strictness)
        least = decided.least
        if self.is_hopeless(page, standing, least):
            least = 1.0
        stays = spared(page, standing, least)
        under = self.doubtful_comments(page, standing, least)
        sure = self.sure if page.kind is InputKind.HTML else self.sure_text
        standing.clear()  # on a page of many blocks it is as large as what is recorded of them from here on
        for block in blocks:
            probability = scores.probabilities[block.index]
            doubted = probability < least and block.index not in stays
            if doubted or block.index in under:
                reason = "not-article" if least < 1.0 else "no-article-on-page"
                yield Drop(block, reason, ScoreEvidence(model, scores, block))
            elif probability >= sure and len(block.text) >= self.long:
                yield Vouch(block, ScoreEvidence(model, scores, block))

    def is_hopeless(self, page: Page, standing: Standing, least: float) -> bool:
        """Whether a page has no article at all: no block is likely one, and the best of them are a few lines."""
        best, likeliest = max(standing, key=by_probability, default=(None, 0.0))
        if page.kind is InputKind.HTML and best is not None and self.is_wall(best, standing, least):
            return True
        limits = self.hopeless_html if page.kind is InputKind.HTML else self.hopeless_text
        if all(likeliest >= bar for bar, _ in limits):
            return False
        size = sum([extent(block.text) for block, probability in standing if probability >= least])
        return any(likeliest < bar and size < most for bar, most in limits)

    def is_wall(self, best: Block, standing: Standing, least: float) -> bool:
        """Whether the likeliest block of a page is a notice of consent, with hardly anything beside it."""
        size = -extent(best.text)
        for block, probability in standing:
            size += extent(block.text) if probability >= least else 0
            if size >= self.wall:
                return False
        return lexicon().find(best.text, CONSENT, STRICT) is not None

    def doubtful_comments(self, page: Page, standing: Standing, least: float) -> set[int]:
        """The comments under an article that a low cut would keep though they are less likely article than not."""
        bar = 0.5 * SHIFT[page.strictness]
        if page.kind is not InputKind.HTML or least >= bar:
            return set()
        known: dict[int, bool] = {}
        doubtful = {
            block.index for block, chance in standing if least <= chance < bar and in_comments(block.element, known)
        }
        if not doubtful:
            return doubtful
        likely = [block for block, chance in standing if chance >= LIKELY and not in_comments(block.element, known)]
        return doubtful if sum([len(block.text) for block in likely]) >= self.beside else set()


def in_comments(element: Element, known: dict[int, bool]) -> bool:
    """Whether a container, or one around it, has the name of a comment section; `known`: what was found of others."""
    around: Element | None = element
    asked: list[Element] = []
    while around is not None and around.index not in known:
        asked.append(around)
        around = around.parent
    found = around is not None and known[around.index]
    for each in reversed(asked):
        found = found or not COMMENT_WORDS.isdisjoint(name_words(each.id, each.classes, each.itemprop))
        known[each.index] = found
    return found


def by_probability(scored: tuple[Block, float]) -> float:
    """What a block is ranked by."""
    return scored[1]


def scored(blocks: Sequence[Block], scores: Scores) -> list[tuple[Block, float]]:
    """The blocks with their probabilities."""
    return [(block, scores.probabilities[block.index]) for block in blocks]
