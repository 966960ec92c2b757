"""A labelled set of made-up pages, small enough to train on within a test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.learn import settings
from cleaner.learn import train as training

SUBJECTS = "ferry bridge bakery library orchard lighthouse market railway brewery theatre quarry harbour".split()

MENU = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("Home", "News", "Sport", "Weather", "Contact"))


def paragraphs(number: int) -> list[str]:
    """The article of a page: prose, no two pages the same."""
    subject, other = SUBJECTS[number % 12], SUBJECTS[(number * 5 + 3) % 12]
    return [
        f"The {subject} was closed on Monday after {number + 3} people had waited there for most of the morning in the rain.",
        f"Nobody could say when it would open again, and the {other}, which stands beside it, had no answer either.",
        f"“We will wait until noon,” said a man who had come with {number + 2} crates of pears, “and then we will eat them.”",
        f"The council meets next week. It has spoken of the {subject} at each of its meetings since the {other} burned down.",
    ]


def html(number: int) -> str:
    """A page around that article."""
    story = "".join(f"<p>{text}</p>" for text in paragraphs(number))
    more = "".join(f"<div><a href='/{n}'>Another story, number {n}</a></div>" for n in range(number, number + 6))
    return (
        f"<!doctype html><html lang='en'><title>Page {number}</title><body><div class='menu'><ul>{MENU}</ul></div>"
        f"<div class='story'>{story}</div><div class='related'>{more}</div>"
        f"<div class='legal'>Terms of use, {number}</div></body></html>"
    )


def text(number: int) -> str:
    """The same page as a scraper saves it."""
    more = [f"Another story, number {n}" for n in range(number, number + 6)]
    return "\n".join(["Home", "News", "Sport", "Weather", *paragraphs(number), *more, "Terms of use"]) + "\n"


def row(number: int, name: str) -> dict[str, object]:
    """A page's line of gold.jsonl; every fourth page has snippets alone."""
    snippets = {"with": [paragraphs(number)[0]], "without": ["Terms of use"]}
    gold = None if number % 4 == 3 else "\n\n".join(paragraphs(number))
    kind = "article" if number % 2 else "report"
    address = f"https://site{number}.example/{SUBJECTS[number % 12]}"
    return {"id": f"p{number}", "set": name, "kind": kind, "url": address, "text": gold, **snippets}


def gold_set(folder: Path, pages: int = 4, *, scraped: bool = False) -> Path:
    """A labelled set in a new folder of that path: pages of HTML, or of scraped text, each of a site of its own."""
    place = folder / ("text" if scraped else "html")
    place.mkdir(parents=True)
    lines = [json.dumps(row(number, folder.name)) for number in range(pages)]
    (folder / "gold.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    for number in range(pages):
        page = text(number) if scraped else html(number)
        (place / f"p{number}.{'txt' if scraped else 'html'}").write_text(page, "utf-8")
    return folder


def train_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few trees on one thread: enough for made-up pages, and done in a second on a busy machine."""
    try:
        training.require_extra()
    except training.MissingExtraError as error:
        pytest.skip(str(error))
    monkeypatch.setattr(training, "THREADS", 1)
    monkeypatch.setitem(settings.BOOSTING, "num_threads", 1)
    for passes in (settings.FIRST, settings.SECOND):
        for kind, given in passes.items():
            monkeypatch.setitem(passes, kind, {**given, "num_iterations": 60})
