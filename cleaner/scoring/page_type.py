"""What kind of page a page says it is: its Open Graph type, its JSON-LD types, its date and author, its address."""

from __future__ import annotations

import re

from cleaner.model import Metadata

OPEN_GRAPH = "og:"  # how an Open Graph type is marked among the types
OPEN_GRAPH_CODES = {"article": 1.0, "website": 2.0, "product": 3.0}
OTHER_OPEN_GRAPH = 4.0

# schema.org types, by what a page of them is. A sort of page is told from a part of their names.
SORTS = {
    "article": re.compile(r"article|posting|report", re.IGNORECASE),
    "product": re.compile(r"product|offer", re.IGNORECASE),
    "list": re.compile(r"itemlist|collectionpage|searchresult|gallery", re.IGNORECASE),
    "questions": re.compile(r"qapage|discussion|question|faq", re.IGNORECASE),
    "business": re.compile(r"organization|localbusiness|service", re.IGNORECASE),
    "guide": re.compile(r"recipe|howto|course|event|job", re.IGNORECASE),
    "web": re.compile(r"^webpage$", re.IGNORECASE),
}

NAMES = (
    "og-type", *(f"says-{sort}" for sort in SORTS), "dated", "signed", "body-stated",
    "path-parts", "path-last", "path-hyphens", "path-digits", "path-file", "path-slash",
)  # fmt: skip
NO_PATH = [-1.0] * 6

FILE = (".html", ".htm", ".php", ".aspx")


def page_type(known: Metadata) -> list[float]:
    """The figures of a page's type, in the order of NAMES; those of its address are -1 when it gives none."""
    row = [0.0]
    for name in known.types:
        if name.startswith(OPEN_GRAPH):
            row[0] = OPEN_GRAPH_CODES.get(name[len(OPEN_GRAPH) :].partition(".")[0], OTHER_OPEN_GRAPH)
    said = [name for name in known.types if not name.startswith(OPEN_GRAPH)]
    row += [1.0 if any(map(sort.search, said)) else 0.0 for sort in SORTS.values()]
    row += [1.0 if known.date else 0.0, 1.0 if known.byline else 0.0, 1.0 if known.article_body else 0.0]
    return row + (NO_PATH if known.path is None else path_figures(known.path))


def path_figures(path: str) -> list[float]:
    """How deep an address lies, how long its last part is, its hyphens, figures, and what it ends in."""
    parts = [part for part in path.split("/") if part]
    last = parts[-1] if parts else ""
    return [
        float(len(parts)),
        float(len(last)),
        float(last.count("-") + last.count("_")),
        len([letter for letter in path if letter.isdigit()]) / (len(path) or 1),
        1.0 if path.endswith(FILE) else 0.0,
        1.0 if path.endswith("/") else 0.0,
    ]
