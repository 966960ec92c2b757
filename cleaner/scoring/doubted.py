"""Blocks below a page's cut that stay all the same, for where they stand.

The content model judges a block by itself and by what is around it; of some places more is known than it has learned:
what stands under the title is the standfirst, what stands between two paragraphs of one container is no teaser.
"""

from __future__ import annotations

from cleaner.members import CAPTION, HEADING
from cleaner.model import Block, InputKind, Page
from cleaner.prose import extent, is_prose
from cleaner.scoring.decide import SHIFT
from cleaner.scoring.text_figures import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    # The blocks that the content filter judges, with their probabilities, in the order of the page.
    Standing = Sequence[tuple[Block, float]]

LIKELY: Final = 0.8  # probability of a block that an article's text has

# From this probability on a heading between two likely blocks of one container of HTML stays, right above the second
# and so many blocks at most below the first (an advertisement may stand between). Cross-validated, of 22 such headings
# of the labelled pages 18 are the article's.
HEADING_LEAST: Final = 0.2
HEADING_REACH: Final = 4

# The same of a standfirst: a text of HTML between the title and the first kept paragraph. Cross-validated, on 1 page in
# 14; snippets gain 2.7 thousandths of F1 by it and 7 more news pages of 100 come out exactly, wcxb-dev, whose labels
# mostly leave standfirsts out, loses 0.2 thousandths. A bar of 0.1 gains no more, and one of 0.3 half.
STANDFIRST_LEAST: Final = 0.2
STANDFIRST_MIN: Final = 40  # letters; below it stand dates and names
STANDFIRST_MAX: Final = 400  # characters
STANDFIRSTS: Final = 4  # blocks, key points of a story; more are a list of something else
STANDFIRST_LINKS: Final = 0.2  # share of its characters

# The same of a text that has only its lines: long ones among the last above the first kept paragraph. Cross-validated,
# news gains 0.7 thousandths of F1 by it, the other labelled texts lose up to 0.3.
OPENING_LEAST: Final = 0.25
OPENING_MIN: Final = 60  # letters
OPENING_REACH: Final = 10  # lines

# The same of the line right above a text's first kept line that reads like a headline, of so many words.
HEADLINE_LEAST: Final = 0.25
HEADLINE_WORDS: Final = 5
HEADLINE_MAX: Final = 200  # characters

# The same of a sentence there that is long enough to be prose, which is oftener the text's lead than not. News scraped
# by paragraph gains 0.8 thousandths of F1 by it, cross-validated, the other labelled texts lose 0.1 to 0.2.
LEAD_LEAST: Final = 0.1

# The same of any such sentence of a text right beside a kept line: most are the article's, and those that speak of
# comments, newsletters or subscriptions, of which the model doubts more than others, are lost half as often. News by
# paragraph gains 1.4 thousandths of F1 by it, cross-validated, the other labelled texts 0.1 to 0.3.
NEIGHBOUR_LEAST: Final = 0.2


def spared(page: Page, standing: Standing, least: float) -> set[int]:
    """The blocks, by index, that stay though less likely than `least`; none where nothing can be likelier (1)."""
    if least >= 1.0:
        return set()
    shift = SHIFT[page.strictness]
    if page.kind is InputKind.TEXT:
        above = opening(standing, least, shift)
        return neighbours(standing, least, shift) | above | headline(standing, least, above)
    return headings(standing, least, shift) | standfirsts(standing, least, shift)


def headings(standing: Standing, least: float, shift: float) -> set[int]:
    """The doubted headings of HTML that stand between two likely blocks of their container."""
    found = set()
    for at, (block, probability) in enumerate(standing):
        if HEADING_LEAST * shift <= probability < least and block.kind is HEADING:
            container = block.element.parent
            above = [near for near, each in standing[max(0, at - HEADING_REACH) : at] if each >= LIKELY]
            below = [near for near, each in standing[at + 1 : at + 2] if each >= LIKELY]
            if above and below and above[-1].element.parent is container is below[0].element.parent:
                found.add(block.index)
    return found


def standfirsts(standing: Standing, least: float, shift: float) -> set[int]:
    """The doubted texts of HTML between the title and the first kept paragraph that may be the article's standfirst."""
    found: set[int] = set()
    under_title = False
    for block, probability in standing:
        if block.kind is HEADING and block.level == 1:
            under_title = True
            found.clear()
        elif probability >= least:
            if is_prose(block.text):
                return found if len(found) <= STANDFIRSTS else set()
        elif under_title and probability >= STANDFIRST_LEAST * shift and is_standfirst(block):
            found.add(block.index)
    return set()


def is_standfirst(block: Block) -> bool:
    """Whether a block is as long as a standfirst, no link and no caption."""
    return (
        is_long(block.text, STANDFIRST_MIN)
        and block.link_chars <= STANDFIRST_LINKS * len(block.text)
        and block.kind is not CAPTION
        and "caption" not in block.element.classes.lower()
    )


def is_long(text: str, letters: int) -> bool:
    """Whether a text has so many letters, and no more than a standfirst."""
    return len(text) <= STANDFIRST_MAX and extent(text) >= letters


def opening(standing: Standing, least: float, shift: float) -> set[int]:
    """The doubted lines of a text above its first kept paragraph that are as long and as likely as a standfirst."""
    first = next((at for at, (block, each) in enumerate(standing) if each >= least and is_prose(block.text)), 0)
    found = {
        block.index
        for block, probability in standing[max(0, first - OPENING_REACH) : first]
        if OPENING_LEAST * shift <= probability < least and is_long(block.text, OPENING_MIN)
    }
    return found if len(found) <= STANDFIRSTS else set()


def neighbours(standing: Standing, least: float, shift: float) -> set[int]:
    """The doubted sentences of a text that stand right beside a kept line."""
    kept = [False, *[probability >= least for _, probability in standing], False]
    return {
        block.index
        for at, (block, probability) in enumerate(standing)
        if NEIGHBOUR_LEAST * shift <= probability < least and (kept[at] or kept[at + 2]) and is_sentence(block.text)
    }


def headline(standing: Standing, least: float, stays: set[int]) -> set[int]:
    """The line right above the first that is kept, or stays, when it reads like the text's headline, or like its lead.

    A scraped text has no other place for its headline, and the labels, which leave titles out, teach to drop it,
    and with it sentences at the top. HTML has titles for that.
    """
    first = next((at for at, (block, each) in enumerate(standing) if each >= least or block.index in stays), 0)
    if not first:
        return set()
    above, probability = standing[first - 1]
    is_lead = probability >= LEAD_LEAST and is_sentence(above.text)
    return {above.index} if is_lead or (probability >= HEADLINE_LEAST and is_headline(above.text)) else set()


def is_headline(text: str) -> bool:
    """Whether a line has the words of a headline, and not the length of a paragraph."""
    return text.count(" ") + 1 + len(text) // 20 >= HEADLINE_WORDS and len(text) < HEADLINE_MAX


def is_sentence(text: str) -> bool:
    """Whether a text is long enough to be prose and closes as a sentence does."""
    return is_prose(text) and ends_sentence(text)
