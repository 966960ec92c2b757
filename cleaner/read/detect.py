"""Which charset makes the most of bytes that are not UTF-8.

Every candidate reads a sample of the page. The one in which the letters beyond ASCII are those of a language that it
was made for, in words of that language, is the page's charset. Measured on 1,232 pages made of program messages in 37
languages and 19 charsets, with 60 to 1,500 characters of text and no declaration: 98.7% are read right; by chardet,
which Beautiful Soup asks, 64%.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from cleaner import datafile
from cleaner.read.charset import codec_of
from cleaner.read.language import WORD, function_words, tallies

LETTERS = "letters.txt"

# Of two that are equally plausible the first wins.
CANDIDATES = (
    *("cp1252", "cp1251", "cp932", "gb18030", "cp949", "big5hkscs", "euc_jp", "cp1250", "iso8859_2", "cp1254"),
    *("koi8_u", "cp1253", "iso8859_7", "cp1255", "cp1256", "cp1257", "cp874", "iso8859_5", "cp866", "iso8859_6"),
)
# Codecs that are only ever declared, and the candidate whose letters they share.
LIKE = {
    **{"iso8859_15": "cp1252", "cp850": "cp1252", "cp437": "cp1252", "iso8859_16": "cp1250", "cp852": "cp1250"},
    **{"iso8859_4": "cp1257", "iso8859_13": "cp1257", "cp775": "cp1257", "koi8_r": "koi8_u", "mac_cyrillic": "cp1251"},
    **{"iso8859_8": "cp1255", "iso8859_9": "cp1254"},
}

SAMPLE = 4000  # bytes; enough for 98.7%, and read by all candidates in 3 ms
STRETCH = re.compile(rb"[^<>\r\n]+")  # of text; these bytes are never half of a letter
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")

FREQUENT, RARE, CAPITAL = 1.0, 0.4, 0.5  # what a letter counts; a capital that much of its small letter
WRONG = 3.0  # what a character counts against that no text has: undecodable, C1 control, private use
SYMBOLS_ONLY = 0.9  # plausibility of a text of ASCII letters with typographic quotes and dashes
WORDS_COUNT, WORDS_AT_MOST = 1.5, 0.5  # the share of function words, up to a third, adds to the plausibility
DECLARED_COUNTS = 0.2  # a wrong charset scores 0.3 less than the right one, on 60 characters of nearly any language
SURE = 1.4  # a declared charset of this plausibility is not compared: all its letters fit, and many of its words
UNSURE = 0.5  # below it no candidate makes sense of the sample: random bytes score 0.4, right readings 0.65 and more

SYMBOLS = frozenset(
    "\xa0\xad–—―‘’‚“”„…•·«»‹›→©®™°§£€×±²³¼½¾¿¡、。，．：；！？（）「」『』《》【】・～−\u3000،؛؟\u200c\u200d\u200e\u200f"
)
# Signs that a text was read wrongly: a symbol inside a word, and a word partly of Latin letters, partly of others.
SYMBOL_IN_WORD = re.compile(r"[\xa1-\xac\xae-\xb6\xb8-\xbf–—‚“”„…•‹›†‡‰™€](?<=[^\W\d_].)(?=[^\W\d_])")
TWO_SCRIPTS = re.compile("[\u0370-\u0e7f](?:(?<=[A-Za-z].)|(?=[A-Za-z]))")


class Alphabet(NamedTuple):
    """The letters beyond ASCII of a language, with what each counts, and their share of such letters in prose."""

    language: str
    share: float
    weights: dict[str, float]


@cache
def alphabets() -> dict[str, list[Alphabet]]:
    """The alphabets that a codec was made for, by codec. Read once, at the first call."""
    table: dict[str, list[Alphabet]] = {}
    for line in datafile.text_of(LETTERS).splitlines():
        if line.startswith("#"):
            continue
        language, codecs, share, frequent, *rare = line.split()
        weights = dict.fromkeys("".join(rare), RARE) | dict.fromkeys(frequent, FREQUENT)
        capitals = {letter.upper(): CAPITAL * weight for letter, weight in weights.items()}
        alphabet = Alphabet(language, float(share), capitals | weights)
        for codec in codecs.split(","):
            table.setdefault(codec, []).append(alphabet)
    return table


def detect(data: bytes, declared: str | None = None) -> str:
    """The codec that makes the most sense of a page's bytes. A declared one wins unless another is clearly better."""
    sample = sampled(data)
    best, best_score = "cp1252", float("-inf")
    if declared:
        best, best_score = declared, plausibility(sample.decode(declared, "replace"), declared) + DECLARED_COUNTS
        if best_score >= SURE:
            return declared
    for codec in CANDIDATES:
        score = plausibility(sample.decode(codec, "replace"), codec)
        if score > best_score:
            best, best_score = codec, score
    return best if best_score >= UNSURE else suggested(sample) or best


def suggested(sample: bytes) -> str | None:
    """What Beautiful Soup's detector suggests for a sample that no candidate makes sense of, if it reads all of it."""
    from bs4.dammit import EncodingDetector

    for label in EncodingDetector(sample, is_html=True).encodings:
        codec = codec_of(label)
        if codec and "\ufffd" not in sample.decode(codec, "replace"):
            return codec
    return None


def sampled(data: bytes) -> bytes:
    """The first stretches of text that hold bytes beyond ASCII, in whole letters but for the very end."""
    stretches: list[bytes] = []
    room = SAMPLE
    for found in STRETCH.finditer(data):
        if found[0].isascii():
            continue
        stretch = found[0]
        if len(stretch) > SAMPLE:
            first = BEYOND_ASCII.search(stretch)
            begin = max(0, first.start() - SAMPLE // 4) if first else 0
            stretch = stretch[begin : begin + SAMPLE]
        stretches.append(stretch[:room])
        room -= len(stretch)
        if room <= 0:
            break
    return b"\n".join(stretches)


def plausibility(text: str, codec: str) -> float:
    """How much a sample that a codec has read looks like a language that it was made for; 1 and more is good."""
    counts = Counter(character for character in text if character > "\x7f" and character not in SYMBOLS)
    total = counts.total()
    seams = len(SYMBOL_IN_WORD.findall(text)) + len(TWO_SCRIPTS.findall(text))
    wrong = sum(times for character, times in counts.items() if never_in_text(character))
    words = WORD.findall(text.lower())
    known = {language: count / len(words) for _, count, _, language in tallies(words, function_words())}
    best = float("-inf")
    for language, share, weights in alphabets().get(LIKE.get(codec, codec)) or every_alphabet():
        score = SYMBOLS_ONLY
        if total:
            found = sum(weights.get(character, 0.0) * times for character, times in counts.items())
            score = min(1.0, found / (total + seams) / share) - WRONG * wrong / total
        best = max(best, score + min(WORDS_AT_MOST, WORDS_COUNT * known.get(language, 0.0)))
    return best


def every_alphabet() -> list[Alphabet]:
    """All alphabets: for a declared codec of which no more is known."""
    return [alphabet for several in alphabets().values() for alphabet in several]


def never_in_text(character: str) -> bool:
    """Whether a character is the sign of a wrong charset rather than a part of any text."""
    return character == "\ufffd" or "\x80" <= character < "\xa0" or "\ue000" <= character < "\uf900"
