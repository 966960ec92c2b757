"""One extractor in a process of its own: told which pages, it says what they cost it, or what it makes of them.

Run as a script by the interpreter of any environment, so it imports nothing but the standard library and the extractor.
Standard input: a JSON list of pages' paths, then requests, one a line: `["seconds", first, last]` for the CPU time of a
slice of the pages, `["texts", first, last]` for their texts. A line of JSON answers each; the first line says who it is.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

Extractor = Callable[[bytes], str]


def article_cleaner() -> Extractor:
    """This program, with all of its filters."""
    from cleaner import clean

    return lambda page: clean(page, kind="html").text


def trafilatura() -> Extractor:
    """trafilatura as its documentation calls it."""
    from trafilatura import extract

    return lambda page: extract(page) or ""


def resiliparse() -> Extractor:
    """Resiliparse's main content, with its own detection of the charset."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    return lambda page: str(extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True))


def readability_lxml() -> Extractor:
    """readability-lxml's summary; it gives HTML, of which the text nodes are taken."""
    from lxml.html import fromstring
    from readability import Document

    def text(page: bytes) -> str:
        summary = Document(page).summary()
        return "\n".join(map(str, fromstring(summary).itertext())) if summary else ""

    return text


def turbohtml() -> Extractor:
    """turbohtml's article."""
    from turbohtml import parse

    return lambda page: str(parse(page).article().text)


def justext() -> Extractor:
    """jusText with its English words, for it must be told a language."""
    from justext import get_stoplist
    from justext import justext as paragraphs_of

    words = get_stoplist("English")
    return lambda page: "\n".join(each.text for each in paragraphs_of(page, words) if not each.is_boilerplate)


# By the name of the distribution.
EXTRACTORS: dict[str, Callable[[], Extractor]] = {
    "article-cleaner": article_cleaner,
    "trafilatura": trafilatura,
    "resiliparse": resiliparse,
    "readability-lxml": readability_lxml,
    "turbohtml": turbohtml,
    "justext": justext,
}


def label(name: str) -> str:
    """Who this is, as a table says it."""
    if name != "article-cleaner":
        return f"{name} {version(name)}"
    from cleaner import pipeline

    return f"{name}, {'pure Python' if str(pipeline.__file__).endswith('.py') else 'compiled'}"


def text_of(extract: Extractor, page: bytes) -> str:
    """What an extractor makes of a page; nothing where it fails, as a crawl would have it."""
    try:
        return extract(page)
    except Exception:
        return ""


def seconds(extract: Extractor, pages: list[bytes]) -> float:
    """The CPU time that some pages cost."""
    began = time.process_time()
    for page in pages:
        text_of(extract, page)
    return time.process_time() - began


def main() -> None:
    """Answer until standard input ends."""
    answers, sys.stdout = sys.stdout, sys.stderr  # what an extractor prints is no answer
    extract = EXTRACTORS[sys.argv[1]]()
    paths = [Path(path) for path in json.loads(sys.stdin.readline())]
    pages = [(gzip.decompress if path.suffix == ".gz" else bytes)(path.read_bytes()) for path in paths]
    print(json.dumps(label(sys.argv[1])), file=answers, flush=True)
    for line in sys.stdin:
        what, first, last = json.loads(line)
        asked = pages[first:last]
        found = seconds(extract, asked) if what == "seconds" else [text_of(extract, page) for page in asked]
        print(json.dumps(found), file=answers, flush=True)


if __name__ == "__main__":
    main()
