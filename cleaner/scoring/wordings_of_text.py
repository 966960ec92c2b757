"""What the figures say that only scraped text has, in words; the others stand in `wordings.py`."""

from __future__ import annotations

from math import inf

from cleaner.scoring.wordings import Ranges, always, either, known, words_of

TEXT_WORDINGS: dict[str, Ranges] = {
    "opens-quote": either("does not open with a quotation mark", "opens with a quotation mark"),
    "known-words": always("{percent} of its words are known from labelled pages"),
    "tail-words": words_of("ends in words", ""),
    "same-start": either("no other line begins so", "other lines that begin so: {number}"),
    "same-shape": known("longer than a line", "no other line is made so", "other lines that are made so: {number}"),
    "shared-words": always("shares {percent} of its words with other lines"),
    "prose-before": always("{percent} of the text's prose stands before it"),
    "from-top": always("lines from the top: {whole}"),
    "from-end": always("lines to the end: {whole}"),
    "prose-back": always("lines since the last paragraph: {whole}"),
    "prose-ahead": always("lines to the next paragraph: {whole}"),
    "twin-shape-back": always("lines since the last whose make comes again: {whole}"),
    "twin-shape-ahead": always("lines to the next whose make comes again: {whole}"),
    "prose-run": always("lines of its sort in a row, besides it: {number}"),
    "short-run": always("lines as short or as long in a row, besides it: {number}"),
    "page-best": always("the likeliest line of the text looks like article, {percent}"),
    "topic-score": always("speaks of what the rest of the article does: {value}"),
    "topic-share": always("words of the article's subject, share: {value}"),
    "topic-words": always("words of the article's subject in it: {value}"),
}

PHRASES = {
    "prompt": "prompt to the reader",
    "control": "control or menu",
    "more": "pointer to other articles",
    "comments": "line that heads comments",
    "tail": "line of an article's tail",
    "credit": "photo credit",
    "time": "byline or date",
}
KINDS_OF_PHRASE = (
    (0.0, "no phrase of the trade"),
    *((float(code), f"a {what}") for code, what in enumerate(PHRASES.values(), 1)),
)


def phrase_in(where: str) -> Ranges:
    """For the code of a line's phrase."""
    found = [(bound, f"{where} is {what}") for bound, what in KINDS_OF_PHRASE]
    return ((-1e-9, f"{where} is beyond the text"), *found[:-1], (inf, found[-1][1]))


TEXT_WORDINGS |= {
    "phrase": phrase_in("the line"),
    "phrase-1": phrase_in("the line before it"),
    "phrase+1": phrase_in("the line after it"),
    "phrase+2": phrase_in("line 2 after it"),
    "word-pairs": words_of("begins and ends with words in a row", ""),
    "word-pairs-low": words_of("has words in a row", ""),
    "word-pairs-high": words_of("has words in a row", ""),
    "cohesion": known(
        "has no word in common with another line",
        "none of its words are the article's",
        "shares {percent} of its telling words with the article",
    ),
    "cohesion-rare": always("rare words of the article in it: {percent}"),
    "cohesion3": known(
        "no words in common around it",
        "no words of the article around it",
        "lines near it share {percent} of their telling words with the article",
    ),
    "cohesion10": known(
        "no words in common around it",
        "no words of the article around it",
        "lines around it share {percent} of their telling words with the article",
    ),
    "before8-cohesion": known(
        "no words in common before it",
        "no words of the article before it",
        "the lines before it share {percent} of their telling words with the article",
    ),
    "after8-cohesion": known(
        "no words in common after it",
        "no words of the article after it",
        "the lines after it share {percent} of their telling words with the article",
    ),
    "before25-phrases": known(
        "the text begins here",
        "no phrase of the trade before it",
        "{percent} of the lines before it are phrases of the trade",
    ),
    "after25-phrases": known(
        "the text ends here",
        "no phrase of the trade after it",
        "{percent} of the lines after it are phrases of the trade",
    ),
}
TEXT_WORDINGS |= {
    "long-back": always("lines since the last long paragraph: {whole}"),
    "long-ahead": always("lines to the next long paragraph: {whole}"),
    "long-after": always("long paragraphs after it: {whole}"),
    "size-to-prose": (
        (0.0, "shorter than the paragraphs before it"),
        (8.9, "longer than the paragraphs before it"),
        (inf, "no paragraph before it"),
    ),
    "before8-ends": known("the text begins here", *["sentences a line in the 8 lines before it: {value}"] * 2),
    "after8-ends": known("the text ends here", *["sentences a line in the 8 lines after it: {value}"] * 2),
    "before8-turns": known("the text begins here", *["sentences and titles in turns before it: {percent}"] * 2),
    "after8-turns": known("the text ends here", *["sentences and titles in turns after it: {percent}"] * 2),
    "tied-back": known("has no word", *["{percent} of its words stand in the lines right before it"] * 2),
    "tied-ahead": known("has no word", *["{percent} of its words stand in the lines right after it"] * 2),
    "tied4": known("no words around it", *["lines near it take up one another's words: {percent}"] * 2),
    "before8-tied": known("no words before it", *["lines before it take up one another's words: {percent}"] * 2),
    "after8-tied": known("no words after it", *["lines after it take up one another's words: {percent}"] * 2),
}

MAIN = "the main run of likely lines"
TEXT_WORDINGS |= {
    "segment-in": either("in no run of likely lines", "in a run of likely lines"),
    "segment-mass": either("in no run of likely lines", "its run of lines holds {percent} of what looks like article"),
    "segment-score": always("its run of lines {look}"),
    "segment-lines": always("lines of its run, besides it: {number}"),
    "segment-place": always("{percent} of its run of lines stand before it"),
    "segment-size": (
        (-1e-9, f"its run has shorter lines than {MAIN}"),
        (0.0, f"its run has lines as long as {MAIN}"),
        (inf, f"its run has longer lines than {MAIN}"),
    ),
    "segment-words": known(
        "in no run of likely lines", *[f"its run of lines has {{percent}} of its words from {MAIN}"] * 2
    ),
    "main-words": known("has no word", *[f"{{percent}} of its words stand in {MAIN}"] * 2),
    "main-mass": always(f"{MAIN} holds {{percent}} of what looks like article"),
    "main-chars": always(f"letters of likely article in {MAIN}: {{number}}"),
    "main-offset": (
        (-1e-9, f"lines to {MAIN}: {{whole}}"),
        (0.0, f"in {MAIN}"),
        (inf, f"lines since {MAIN}: {{whole}}"),
    ),
    "main-unlikely": always(f"lines between it and {MAIN} that look like boilerplate: {{number}}"),
    "main-phrases": always(f"phrases of the trade between it and {MAIN}: {{number}}"),
    "gap-lines": either("no gap in the article before it", "lines of the last gap before it: {whole}"),
    "gap-mass": known("no gap in the article before it", *["{percent} of likely article before the last gap"] * 2),
    "comments-since": known("no head of comments before it", *["lines since comments begin: {number}"] * 2),
}
for name, what in (("comments", "comments"), ("more", "more"), ("tail", "tail")):
    TEXT_WORDINGS[f"{name}-mass"] = known(
        f"no {PHRASES[what]} before it", *[f"{{percent}} of likely article before the last {PHRASES[what]}"] * 2
    )
for name in ("comments", "more", "time"):
    between = f"between it and {MAIN}"
    TEXT_WORDINGS[f"main-{name}"] = known(
        f"in or beside {MAIN}", f"no {PHRASES[name]} {between}", f"{PHRASES[name]} {between}: {{whole}}"
    )
for group, what in PHRASES.items():
    TEXT_WORDINGS |= {
        f"since-{group}": (
            (-1e-9, f"no {what} before it"),
            (inf, f"lines since the last {what}, besides it: {{number}}"),
        ),
        f"until-{group}": ((-1e-9, f"no {what} after it"), (inf, f"lines to the next {what}, besides it: {{number}}")),
    }

CUT = "the text's clearest change of subject"
BREAK = "the clearest change of subject"
IN_COMMON = "have {percent} of the words in common that one subject has"
TEXT_WORDINGS |= {
    "cut-here": always(f"what stands before it and behind it: {IN_COMMON.removeprefix('have ')}"),
    "cut-best": always(f"the two sides of {CUT} {IN_COMMON}"),
    "cut-mass": always(f"{{percent}} of the likely article before {CUT}"),
    "cut-words": always("words that come again, by which changes of subject are told: {value}"),
    "cut-after": either(f"before {CUT}", f"behind {CUT}"),
    "cut-since": ((-1e-9, f"likely lines to {CUT}: {{whole}}"), (inf, f"likely lines since {CUT}: {{whole}}")),
    "break-here": always(f"the lines right before it and behind it {IN_COMMON}"),
    "break-before": always(f"the two sides of {BREAK} before it {IN_COMMON}"),
    "break-mass": always(f"{{percent}} of the likely article before {BREAK} before it"),
    "break-since": always(f"likely lines since {BREAK} before it: {{whole}}"),
    "break-after": always(f"the two sides of {BREAK} behind it {IN_COMMON}"),
    "break-mass-after": always(f"{{percent}} of the likely article behind {BREAK} behind it"),
    "opening-words": known("has no word", *["{percent} of its words stand where the article begins"] * 2),
    "opening-words4": known(
        "no words around it", *["{percent} of the words around it stand where the article begins"] * 2
    ),
    "words-before-break": known(
        "no change of subject before it", *[f"{{percent}} of the words near it stand before {BREAK} before it"] * 2
    ),
    "words-after-break": known(
        "no change of subject behind it", *[f"{{percent}} of the words near it stand behind {BREAK} behind it"] * 2
    ),
    "heading-size": (
        (-1e-9, "shorter than the text's other titles"),
        (0.0, "as long as the text's titles, or no title"),
        (inf, "longer than the text's other titles"),
    ),
    "headings": either("no title", "likely titles in the text: {whole}"),
    "opening-score": known("no other line opens with a number so", *["the others that open so {look}"] * 2),
    "opening-lines": either("opens with no number", "lines that open with a number so: {whole}"),
    "start-score": known("no other line begins with its words", *["the others that begin with its words {look}"] * 2),
}

# The same for every line of a text.
PAGE_FIGURES = (
    "page-prose-share", "page-short", "page-sentences", "page-twin-shapes", "page-known", "page-mean-size",
)  # fmt: skip
TEXT_WIDE = frozenset((*PAGE_FIGURES, "page-best", "cut-best", "cut-mass", "cut-words"))
TEXT_WORDINGS |= {name: always("the text as a whole: {value}") for name in PAGE_FIGURES}

for side, way in (("before", "before it"), ("after", "after it")):
    none = "the text ends here" if side == "after" else "the text begins here"
    for width in (4, 25):
        where = f"the {width} lines {way}"
        TEXT_WORDINGS |= {
            f"{side}{width}-prose": known(none, f"no prose in {where}", f"{{percent}} of {where} are prose"),
            f"{side}{width}-mean-size": known(none, none, f"{where} have {{whole}} characters on average"),
            f"{side}{width}-text-words": words_of(f"{where} have words", ""),
            f"{side}{width}-short": known(none, f"none of {where} is short", f"{{percent}} of {where} are short"),
            f"{side}{width}-twin-shapes": known(
                none, f"no make of {where} comes again", f"{{percent}} of {where} have a make that comes again"
            ),
        }
    for width in (3, 8, 40):
        TEXT_WORDINGS[f"{side}{width}-score"] = always(f"the text of the {width} lines {way} {{look}}")
    for width in (1, 2, 3):
        where = "the line" if width == 1 else f"line {width}"
        TEXT_WORDINGS[f"{side}{width}-capitals"] = known(
            none, f"no capitalised words in {where} {way}", f"{{percent}} of the words of {where} {way} are capitalised"
        )

for bar in ("0.5", "0.3"):
    where = "the stretch of lines that is most likely the article"
    TEXT_WORDINGS |= {
        f"stretch{bar}-in": either(f"outside {where}", f"in {where}"),
        f"stretch{bar}-from-start": ((0.0, f"above {where}"), (inf, f"lines into {where}: {{whole}}")),
        f"stretch{bar}-to-end": ((0.0, f"below {where}"), (inf, f"lines to the end of {where}: {{whole}}")),
        f"stretch{bar}-mass": always(f"{where} holds {{percent}} of what looks like article"),
        f"stretch{bar}-score": always(f"{where} {{look}}"),
    }
