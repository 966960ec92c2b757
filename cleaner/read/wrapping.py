"""Whether a text's lines are paragraphs, or paragraphs were cut into lines of one width, and at which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# In columns, a Chinese or Japanese character taking two. Mail and plain-text files are cut at 60 to 80; a line of more
# than 120 is a paragraph; lines of less than 40 are verses, menus and lists.
NARROWEST, WIDEST = 40, 120

# Chosen on 868 articles cut at 50 to 100 columns: all paragraphs of 88 to 94% come back as they were (most others have
# dashes that came to begin a line). Of 3,244 scraped texts with a paragraph a line no two lines are joined.
OVERLONG_SHARE = 0.1  # of the lines: more, and they are no cut lines
FORCED_SHARE = 0.75  # of the line breaks, those that had to come before the next word
MID_SENTENCE_SHARE = 0.35  # of the line breaks, those where the sentence goes on in small letters; German has few
RAGGED_SHARE = 0.6  # the same, in a text whose author broke the lines by hand

USUAL = 0.9  # of the lines are no longer than the width; the others hold a long address or were edited later

FULL_LINE = 0.6  # of the width: what is shorter breaks off only before a word that is longer than its rest
SHORT_LINE = 0.3  # of the width: what is shorter ends a paragraph, whatever follows
FULL_LINES = 0.3  # of the lines with another one right after them; less, and the text is lists with a paragraph or two

SENTENCE_END = (".", "!", "?", ":", ";", "…", ".”", '."', "!”", "?”", "»", ".)", "。", "！", "？", "」", "؟", "۔", "।")
IDEOGRAPHS = ("\u2e80", "\uffef")  # with kana, Hangul and full-width punctuation: two columns each
HANGUL = ("\uac00", "\ud7a3")


class Wrapping:
    """How a text is cut into lines: at `width` columns, or not at all when it is 0."""

    __slots__ = ("width",)

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        """`pairs`: each line of running text with the line that follows it without a blank line between."""
        self.width = 0
        lengths = sorted(columns(line) for line, _ in pairs)
        cut = [length for length in lengths if length <= WIDEST]
        if not cut or len(lengths) - len(cut) > OVERLONG_SHARE * len(lengths):
            return
        width = cut[int(USUAL * (len(cut) - 1))]
        if width < NARROWEST:
            return
        pairs = [(line, after) for line, after in pairs if columns(line) >= FULL_LINE * width]
        if len(pairs) < FULL_LINES * len(lengths):
            return
        forced = sum(had_to_break(line, after, width) for line, after in pairs) / len(pairs)
        small = sum(goes_on(line, after) for line, after in pairs) / len(pairs)
        mid_sentence = small + sum(unspaced(after[:1]) and not ends(line) for line, after in pairs) / len(pairs)
        by_machine = forced >= FORCED_SHARE and mid_sentence >= MID_SENTENCE_SHARE
        by_hand = small >= RAGGED_SHARE and cut[len(cut) // 2] >= NARROWEST
        if by_machine or by_hand:
            self.width = width

    def joins(self, line: str, after: str) -> bool:
        """Whether the next line goes on with the paragraph of this one."""
        length = columns(line)
        if not self.width or length < SHORT_LINE * self.width or (length > WIDEST and " " in line):
            return False
        return had_to_break(line, after, self.width) or (length >= FULL_LINE * self.width and goes_on(line, after))


def columns(line: str) -> int:
    """The width of a line in columns, nearly: of a line that begins with a wide character, twice its length."""
    return 2 * len(line) if is_wide(line[:1]) else len(line)


def had_to_break(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word had no room in this line."""
    if unspaced(after[:1]):
        return columns(line) + 4 > width  # a character and a punctuation mark that may not begin a line
    return columns(line) + 1 + columns(after[: width + 1].partition(" ")[0]) > width


def goes_on(line: str, after: str) -> bool:
    """Whether a line breaks off in a sentence that the next one goes on with in small letters."""
    return after[:1].islower() and not ends(line)


def ends(line: str) -> bool:
    """Whether a sentence ends with the line."""
    return line.endswith(SENTENCE_END)


def joined(lines: Sequence[str]) -> str:
    """The lines of one paragraph as one, without a space between Chinese or Japanese characters."""
    parts = [lines[0]]
    for before, line in pairwise(lines):
        if not (unspaced(before[-1:]) and unspaced(line[:1])):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def is_wide(character: str) -> bool:
    """Whether a character takes two columns."""
    return IDEOGRAPHS[0] <= character <= IDEOGRAPHS[1]


def unspaced(character: str) -> bool:
    """Whether a script sets no space after this character."""
    return is_wide(character) and not HANGUL[0] <= character <= HANGUL[1]
