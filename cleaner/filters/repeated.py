"""Text that stands more than once: paragraphs, headings and leads, whole regions, contents lists, pull quotes."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from cleaner.members import BALANCED, CAPTION, HEADING, ITEM, LENIENT, PARAGRAPH, QUOTE, STRICT
from cleaner.model import Block, Drop, Page, Vouch
from cleaner.prose import extent
from cleaner.repetition import key, latest_copies, near_copies, runs, says_another_thing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import ClassVar, Final

# What goes when it stands again alone. List items, rows, code and labels repeat in their own right: of ten that stand
# twice on the labelled articles, nine stand twice in the gold too.
SINGLE: Final = frozenset({PARAGRAPH, HEADING, QUOTE, CAPTION})

# Share of words that two near copies have in common. Below 0.9 the pairs on the labelled pages are parallel texts.
LEAST_LIKE: Final = {LENIENT: 0.95, BALANCED: 0.9, STRICT: 0.85}

# Characters to look through for parts of a long block. Pages have 10 million at the most; a made-up one could have more
# than a machine gets through.
SQUASH_WORK: Final = 50_000_000


class Repeated:
    """Text that stands again, the same or nearly the same: paragraphs, headings, regions, contents lists, pull quotes.

    The first copy stays, of near copies the fuller one, and the paragraph rather than its pull quote. The thresholds
    were chosen on the labelled articles (wcxb-dev, fundus-dev), where a drop is wrong when the gold has the text as
    often as the page. Sizes are in characters, one of Chinese or Japanese counting as three, so that they hold in every
    script.
    """

    name: ClassVar[str] = "repeated"
    by_phrase: ClassVar[bool] = False

    def __init__(
        self,
        *,
        min_size: int = 60,
        min_heading: int = 15,
        min_near: int = 80,
        max_copies: int = 3,
        many_size: int = 200,
        min_region: int = 3,
        min_region_size: int = 300,
        min_contents: int = 3,
        min_headline: int = 40,
        reach: int = 6,
        paragraph_reach: int = 4,
        min_squash: int = 1000,
        squash_share: float = 0.9,
    ) -> None:
        # of one block: right in 7 of 10 from here on, in 5 of 10 at 40 to 60, in 2 of 10 below 20
        self.min_size = min_size
        self.min_heading = min_heading  # of a heading that stands again at once: a shorter one may be a label
        self.min_near = min_near  # of a near copy: shorter texts that differ in a word are mostly entries of a list
        # of a text below `many_size`: what stands more often is a refrain or a template's line
        self.max_copies = max_copies
        self.many_size = many_size  # of a text that is no refrain however often it stands
        self.min_region = min_region  # blocks of a region that stands again
        self.min_region_size = min_region_size  # of all its blocks together: 99 in 100 such blocks were rightly dropped
        self.min_contents = min_contents  # items in a row that are each the heading of a later part
        # of such an item that is no link: 9 of 10 shorter ones are the author's own points
        self.min_headline = min_headline
        # blocks between a pull quote and its paragraph; in forums, replies quote from further away
        self.reach = reach
        self.paragraph_reach = paragraph_reach  # the same, where the page does not mark the quote as one
        self.min_squash = min_squash  # of a block that holds the text of others
        # of its characters that stand in other blocks too: what is beyond is lost with it
        self.squash_share = squash_share

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop | Vouch]:
        known: dict[str, str] = {}  # equal texts have one key, not a copy each
        keys = [known.get(block.text) or known.setdefault(block.text, key(block.text)) for block in blocks]
        for step in (self.squashed, self.contents, self.copies, self.excerpts, self.near):
            drops = {drop.block.index: drop for drop in step(page, blocks, keys)}
            if drops:
                yield from drops.values()
                keys = [each for each, block in zip(keys, blocks, strict=True) if block.index not in drops]
                blocks = [block for block in blocks if block.index not in drops]

    def squashed(self, _: Page, blocks: Sequence[Block], keys: Sequence[str]) -> Iterator[Drop]:
        """A block that is other blocks run together: the article once more, for a program or a small screen."""
        enough = max(self.min_squash, sum(map(len, keys)) // 8)  # so that at most eight are compared with all others
        for block, whole in zip(blocks, keys, strict=True):
            if enough <= len(whole) <= SQUASH_WORK // len(keys):
                parts = {each for each in keys if self.min_size <= len(each) < len(whole) and each in whole}
                share = covered(whole, parts)
                if len(parts) > 1 and share >= self.squash_share:
                    yield Drop(block, "repeat-squashed", f"{share:.0%} of it stands in {len(parts)} other blocks")

    def contents(self, _: Page, blocks: Sequence[Block], keys: Sequence[str]) -> Iterator[Drop]:
        """The entries of a contents list or of a live blog's summary: items in a row, each a heading further on."""
        headings = {each: block for each, block in zip(keys, blocks, strict=True) if block.kind is HEADING}
        if len(headings) < self.min_contents:
            return
        for kind, group in groupby(zip(keys, blocks, strict=True), key=lambda entry: entry[1].kind):
            if kind is ITEM:
                entries = [(block, headings[each]) for each, block in group if each in headings]
                entries = [
                    (block, heading)
                    for block, heading in entries
                    if heading.index > block.index and (block.links or extent(block.text) >= self.min_headline)
                ]
                if len(entries) >= self.min_contents:
                    for block, heading in entries:
                        yield Drop(block, "repeat-contents", f"comes again as the heading in block {heading.index}")

    def copies(self, _: Page, blocks: Sequence[Block], keys: Sequence[str]) -> Iterator[Drop]:
        """Regions, paragraphs and headings that stand again word for word."""
        before = latest_copies(keys)
        again = [place for place, earlier in enumerate(before) if earlier >= 0 and blocks[place].kind in SINGLE]
        long = [place for place in again if line_extent(keys[place]) >= self.min_size]
        copies = Counter(keys[place] for place in again)
        region: set[int] = set()
        for run in runs(keys, before, long):
            if len(run.part) >= self.min_region and sum(len(keys[at]) for at in run.part) >= self.min_region_size:
                region.update(range(run.start, run.stop))
                for place in range(run.start, run.stop):
                    first = blocks[place - run.offset].index
                    yield Drop(blocks[place], "repeat-run", f"same as block {first}, {len(run.part)} in a row")
        for place in again:
            if place not in region:
                block, earlier = blocks[place], blocks[before[place]]
                distance, times = place - before[place], copies[keys[place]]
                if self.is_copy(block, earlier, distance, times) or (
                    times == 1 and distance <= 2 and self.is_title(block, earlier, blocks[place - 1])
                ):
                    yield Drop(block, "repeat-exact", f"same as block {earlier.index}")

    def is_copy(self, block: Block, earlier: Block, distance: int, times: int) -> bool:
        """Whether a block, which has the words of one so many blocks before, is no more than its copy."""
        size = line_extent(block.text)
        if size < self.min_size or earlier.kind not in SINGLE:
            return False
        if block.kind is QUOTE and distance > self.reach:  # an answer in a forum
            return False
        return times < self.max_copies or distance == 1 or size >= self.many_size

    def is_title(self, block: Block, earlier: Block, previous: Block) -> bool:
        """Whether two headings are one title, given twice with at most a short line between them."""
        if not block.kind is earlier.kind is HEADING or extent(block.text) < self.min_heading:
            return False
        return extent(previous.text) < self.min_size

    def excerpts(self, _: Page, blocks: Sequence[Block], keys: Sequence[str]) -> Iterator[Drop]:
        """Pull quotes and captions whose words stand in a paragraph near them."""
        for place, each in enumerate(keys):
            block = blocks[place]
            size = len(each)
            if size * 3 < self.min_size or block.kind not in SINGLE or extent(each) < self.min_size:
                continue
            reach = self.paragraph_reach if block.kind is PARAGRAPH else self.reach
            start = max(0, place - reach)
            for other, whole in enumerate(keys[start : place + reach + 1], start):
                if len(whole) > size and each in whole and self.is_excerpt(block, blocks[other], each, whole):
                    yield Drop(block, "repeat-excerpt", f"stands in block {blocks[other].index}")
                    break

    def is_excerpt(self, block: Block, paragraph: Block, each: str, whole: str) -> bool:
        """Whether a block is set off from a paragraph that has its words."""
        if paragraph.kind is not PARAGRAPH:
            return False
        if block.kind is HEADING:
            return paragraph.index != block.index + 1  # a section's first sentence may begin with its heading
        if block.kind is PARAGRAPH:  # paragraphs that begin or end alike may be made from one pattern
            return not whole.startswith(each) and not whole.endswith(each)
        return True

    def near(self, page: Page, blocks: Sequence[Block], keys: Sequence[str]) -> Iterator[Drop]:
        """Paragraphs, headings and quotes that an earlier or later one has, slightly edited; the shorter goes."""
        places = [
            place
            for place, block in enumerate(blocks)
            if block.kind in SINGLE
            and len(block.text) * 3 >= self.min_near
            and line_extent(keys[place]) >= self.min_near
        ]
        texts = [block.text for block in blocks]
        pairs = list(near_copies(texts, keys, places, LEAST_LIKE[page.strictness]))
        copies = Counter(pair.earlier for pair in pairs)
        for pair in pairs:
            stays, goes = pair.earlier, pair.later
            # more are made from one pattern, each saying another thing
            if copies[stays] < self.max_copies and not says_another_thing(texts[stays], texts[goes]):
                kind, other = blocks[stays].kind, blocks[goes].kind
                if (kind is other and len(texts[goes]) > len(texts[stays])) or (kind is QUOTE and other is PARAGRAPH):
                    stays, goes = goes, stays
                yield Drop(blocks[goes], "repeat-near", f"{pair.share:.2f} like block {blocks[stays].index}")


def line_extent(text: str) -> int:
    """The extent of a text's longest line: verses and addresses have short ones, and may return."""
    return max(map(extent, text.split("\n"))) if "\n" in text else extent(text)


def covered(whole: str, parts: Iterable[str]) -> float:
    """The share of a text that is made up of these parts, none counted within another."""
    rest = whole
    for part in sorted(parts, key=len, reverse=True):
        rest = rest.replace(part, "", 1)
    return 1 - len(rest) / len(whole)
