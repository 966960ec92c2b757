"""The figures of the containers that a block stands in: tags, names, and regions as ranges of blocks."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from cleaner.model import Element, Page
from cleaner.scoring.regions import LANDMARK_FLAG, sums
from cleaner.scoring.text_figures import Facts
from cleaner.scoring.words import WordWeights, name_words, weigh

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

PROSE: Final = 80  # characters: a block of so many with a sentence's end and few links counts as prose
LEVELS: Final = 4  # containers above a block's own that are judged as regions

TAG_CODE: Final = {
    tag: float(code)
    for code, tag in enumerate(
        (
            "other p div li td tr a span h1 h2 h3 h4 h5 h6 section article main header footer nav aside form ul "
            "ol dl dt dd figure figcaption blockquote pre button label table body address details summary center"
        ).split()
    )
}
FLAGGED: Final = ("article", "main", "nav", "header", "footer", "aside", "form", "table", "li", "figure", "section")
FLAG_BIT: Final = {tag: 1 << bit for bit, tag in enumerate(FLAGGED)}
HIDDEN_BIT: Final = 1 << len(FLAGGED)
COMMENTS_BIT: Final = HIDDEN_BIT << 1

# Names by which sites, in any language, call what readers wrote under an article.
COMMENT_WORDS: Final = frozenset(
    (
        "comment comments commentlist commentary disqus reply replies respond kommentar kommentare "
        "commentaire commentaires comentario comentarios commenti reacties komentarze"
    ).split()
)

ELEMENT_NAMES = (
    "tag", "parent-tag", "depth", "own-names", "parent-names", "chain-names", "chain-names-low", "chain-names-high",
    *(f"in-{tag}" for tag in FLAGGED), "hidden", "in-comments", "from-title", "landmark-number",
)  # fmt: skip
REGION_FACTS: Final = ("prose", "link-share", "blocks", "mean-size", "sentences")
REGION_NAMES = tuple(
    f"{region}-{fact}"
    for region in (*(f"region{level}" for level in range(1, LEVELS + 1)), "landmark")
    for fact in REGION_FACTS
)


class Context:
    """What the tags and names of a container and its ancestors say."""

    __slots__ = ("own", "chain", "low", "high", "flags", "landmark", "number")

    def __init__(
        self, own: float, chain: float, low: float, high: float, flags: int, landmark: Element, number: int
    ) -> None:
        self.own = own
        self.chain = chain
        self.low = low
        self.high = high
        self.flags = flags
        self.landmark = landmark
        self.number = number  # of landmarks of the same tag before this one


FADING: Final = 0.8  # what the names of a container count for in the next one inside it

NOWHERE: Final = Context(0.0, 0.0, 0.0, 0.0, 0, Element("", None, 0, 0), 0)


class Containers:
    """The figures of every container that is asked for, each worked out once."""

    def __init__(self, page: Page, facts: Sequence[Facts], contexts: Sequence[Context | None], title_at: int) -> None:
        self.contexts = contexts
        self.title_at = title_at
        self.known: dict[int, list[float]] = {}
        self.figures: dict[int, list[float]] = {}
        self.bits: dict[int, list[float]] = {}
        size, link, prose, ends = [], [], [], []
        for block, fact in zip(page.blocks, facts, strict=True):
            chars = float(len(block.text))
            size.append(chars)
            link.append(chars * fact.link_share)
            sentences = fact.ends if fact.link_share < 0.5 else 0
            ends.append(float(sentences))
            prose.append(chars if sentences and chars > PROSE else 0.0)
        self.size, self.link, self.prose, self.ends = sums(size), sums(link), sums(prose), sums(ends)

    def forget(self) -> None:
        """Let go of what was worked out for containers: those of one stretch of a long page are rarely asked again."""
        self.known.clear()
        self.figures.clear()

    def row(self, element: Element) -> list[float]:
        """The part of a row that is the same for all text directly in a container."""
        found = self.known.get(element.index)
        if found is None:
            context = self.contexts[element.index]
            assert context is not None
            parent = element.parent
            above = self.contexts[parent.index] if parent is not None else None
            flags = context.flags
            found = [
                TAG_CODE.get(element.tag, 0.0),
                TAG_CODE.get(parent.tag, 0.0) if parent is not None else -1.0,
                float(element.depth),
                context.own,
                above.own if above is not None else 0.0,
                context.chain,
                context.low,
                context.high,
            ]
            found += self.bits.get(flags) or self.bits_of(flags)
            found.append(self.from_title(element))
            found.append(float(context.number))
            at = element
            for _ in range(LEVELS):
                at = at.parent or at
                found += self.region(at)
            found += self.region(context.landmark)
            self.known[element.index] = found
        return found

    def bits_of(self, flags: int) -> list[float]:
        """Flags as figures; few combinations occur on a page."""
        found = self.bits[flags] = [
            1.0 if flags & bit else 0.0 for bit in (*FLAG_BIT.values(), HIDDEN_BIT, COMMENTS_BIT)
        ]
        return found

    def from_title(self, element: Element) -> float:
        """How many containers up one stands that also holds the page's title; -1 where no block is the title."""
        if self.title_at < 0:
            return -1.0
        up = 0.0
        for at in element.ancestors():
            if at.first <= self.title_at < at.last:
                break
            up += 1.0
        return up

    def region(self, element: Element) -> list[float]:
        """A container's share of the page's prose, its links, blocks, mean block and sentences."""
        found = self.figures.get(element.index)
        if found is None:
            first, last = element.first, element.last
            blocks = last - first
            size = self.size[last] - self.size[first]
            found = self.figures[element.index] = [
                (self.prose[last] - self.prose[first]) / (self.prose[-1] or 1.0),
                (self.link[last] - self.link[first]) / (size or 1.0),
                log(1.0 + blocks),
                log(1.0 + size / (blocks or 1)),
                log(1.0 + self.ends[last] - self.ends[first]),
            ]
        return found


def container_contexts(page: Page, names: WordWeights) -> list[Context | None]:
    """For every container with a block, what its and its ancestors' tags and names say; None for the others."""
    contexts: list[Context | None] = []
    known: dict[tuple[str, str, str], tuple[float, float, float, int]] = {}
    numbers: dict[str, int] = {}
    for element in page.elements:
        above = contexts[element.parent.index] if element.parent is not None else None
        if element.first >= element.last and above is not None:
            contexts.append(None)
            continue
        own = low = high = 0.0
        flags = 0
        if element.id or element.classes or element.itemprop:
            key = (element.id, element.classes, element.itemprop)
            found = known.get(key)
            if found is None:
                words = name_words(*key)
                comments = 0 if COMMENT_WORDS.isdisjoint(words) else COMMENTS_BIT
                found = known[key] = (*weigh(words, names), comments)
            own, low, high, flags = found
        mark = LANDMARK_FLAG.get(element.role) or element.tag
        flags |= FLAG_BIT.get(element.tag, 0) | FLAG_BIT.get(mark, 0) | (HIDDEN_BIT if element.hidden else 0)
        if above is None:
            contexts.append(Context(own, own, low, high, flags, element, 0))
            continue
        landmark, number = above.landmark, above.number
        if flags & LANDMARK_BITS:
            landmark, number = element, numbers.get(element.tag, 0)
            numbers[element.tag] = number + 1
        contexts.append(
            Context(
                own,
                own + FADING * above.chain,
                low if low < above.low else above.low,
                high if high > above.high else above.high,
                flags | above.flags,
                landmark,
                number,
            )
        )
    return contexts


LANDMARK_BITS: Final = sum(FLAG_BIT[tag] for tag in ("article", "main", "nav", "header", "footer", "aside", "section"))
