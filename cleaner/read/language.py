"""The language of a text by its script and its function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from unicodedata import normalize

from cleaner import datafile

FUNCTION_WORDS = "function-words.txt"

# Three slices of this many characters each are read: the beginning, which may be a menu, does not decide alone.
SLICE = 1000

# Of the text's letters; below it a script is a name or a quotation. Chosen so that a Japanese page of English product
# names still counts as Japanese.
SCRIPT_SHARE = 0.3
KANA_SHARE = 0.04  # of the letters of a text in Chinese characters; Japanese prose has half, Chinese none

# Running prose is 15 to 50% words of the list, menus and product lists 4 to 8%, lists of foreign names below 3%.
WORD_SHARE = 0.04
LEAST_WORDS = 3  # different ones that are found; fewer are chance
MARGIN = 1.15  # of the best language's score over the next one's

# Scripts with one language each that is worth naming; None: several languages, told apart by words.
SCRIPTS: tuple[tuple[int, int, str | None], ...] = (
    (0x0041, 0x024F, None),  # Latin
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, None),  # Cyrillic
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, None),  # Arabic
    (0x0900, 0x097F, None),  # Devanagari
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0D80, 0x0DFF, "si"),
    (0x0E00, 0x0E7F, "th"),
    (0x0E80, 0x0EFF, "lo"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1100, 0x11FF, "ko"),
    (0x1200, 0x137F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x1E00, 0x1EFF, None),  # Latin, Vietnamese
    (0x1F00, 0x1FFF, "el"),
    (0x3040, 0x30FF, "ja"),
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
)

WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_a-z]")  # a lone Latin letter is more often a size, a grade, an elided word
VOWEL_SIGNS = re.compile("[\u093e-\u094d]")
SPACED_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~،؛؟۔।«»“”]+")  # where vowel signs are no letters


def guess(text: str) -> str | None:
    """The primary language subtag of a text in lower case (`en`, `zh`), None when unsure.

    Reads at most 3,000 characters, whatever the length of the text.
    """
    sample = sampled(text)
    scripts = letters_by_script(sample)
    total = sum(scripts.values())
    if not total:
        return None
    kana = scripts.get("ja", 0)
    with_ideographs = kana + scripts.get("zh", 0)
    if with_ideographs >= SCRIPT_SHARE * total:
        return "ja" if kana >= KANA_SHARE * with_ideographs else "zh"
    language, count = max(scripts.items(), key=lambda item: item[1])
    if language and count >= SCRIPT_SHARE * total:
        return language
    return by_words(sample)


def sampled(text: str) -> str:
    """The beginning, the middle and the end of a text, or the whole of a short one; accents in composed form."""
    if len(text) > 3 * SLICE:
        middle = len(text) // 2
        text = f"{text[:SLICE]} {text[middle : middle + SLICE]} {text[-SLICE:]}"
    return normalize("NFC", text)


def letters_by_script(sample: str) -> dict[str, int]:
    """How many letters of each language that has a script to itself; `""` for the letters of all other scripts."""
    counts: dict[str, int] = {}
    characters = set(sample)
    for character in characters:
        code = ord(character)
        if code < 0x250 and not character.isalpha():
            continue
        for first, last, language in SCRIPTS:
            if first <= code <= last:
                key = language or ""
                counts[key] = counts.get(key, 0) + sample.count(character)
                break
    return counts


def by_words(sample: str) -> str | None:
    """The language whose function words a sample is full of, each word counting less the more languages have it."""
    small = sample.lower()
    words = SPACED_WORD.findall(small) if VOWEL_SIGNS.search(small) else WORD.findall(small)
    ranked = sorted(tallies(words, function_words()), reverse=True)
    if not ranked:
        return None
    score, count, different, language = ranked[0]
    sure = different >= LEAST_WORDS and count >= WORD_SHARE * len(words)
    return language if sure and (len(ranked) == 1 or score >= MARGIN * ranked[1][0]) else None


def tallies(words: list[str], table: dict[str, tuple[str, ...]]) -> list[tuple[float, int, int, str]]:
    """For each language its score, how many of the words are its own, how many different ones, and its code."""
    scores: dict[str, tuple[float, int, int]] = {}
    for word, times in Counter(words).items():
        languages = table.get(word, ())
        for language in languages:
            score, count, different = scores.get(language, (0.0, 0, 0))
            scores[language] = score + times / len(languages), count + times, different + 1
    return [(*figures, language) for language, figures in scores.items()]


@cache
def function_words() -> dict[str, tuple[str, ...]]:
    """The table of function words: for each word the languages that have it. Read once, at the first call."""
    table: dict[str, tuple[str, ...]] = {}
    for line in datafile.text_of(FUNCTION_WORDS).splitlines():
        if line.startswith("#"):
            continue
        language, *words = line.split()
        for word in dict.fromkeys(words):
            table[word] = (*table.get(word, ()), language)
    return table
