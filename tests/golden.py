"""The fixtures: pages with the text and the reasons that must come out of them."""

from __future__ import annotations

import json
from pathlib import Path

from cleaner import DEFAULT, Article, Filter, Outcome, clean

FIXTURES = Path(__file__).parents[1] / "fixtures"

BEGINNING = 60  # characters of a block: enough to find it on the page

# A fixture is one page, in either of these.
INPUTS = ("page.html", "page.txt")
TEXT, REASONS = "expected.txt", "expected.json"


def folders() -> list[Path]:
    """The fixture folders, by name."""
    return sorted(folder for folder in FIXTURES.iterdir() if folder.is_dir())


def source(folder: Path) -> Path:
    """The one page of a fixture folder."""
    found = [folder / name for name in INPUTS if (folder / name).exists()]
    assert len(found) == 1, f"{folder.name} holds {len(found)} of {', '.join(INPUTS)}; it must hold one"
    return found[0]


def filters(folder: Path) -> tuple[Filter, ...]:
    """What a fixture is cleaned with: a folder `filter--case` with that filter alone, a whole page with all of them."""
    name, dashes, _ = folder.name.partition("--")
    chosen = tuple(step for step in DEFAULT if step.name == name) if dashes else DEFAULT
    assert chosen, f"{folder.name} names a filter that does not exist"
    return chosen


def cleaned(folder: Path) -> Article:
    """The article of a fixture's page."""
    return clean(source(folder), filters=filters(folder))


def text_of(article: Article) -> str:
    """The article's text as a file holds it."""
    return f"{article.text}\n" if article.text else ""


def reasons_of(article: Article) -> str:
    """What the page says of itself, and each block that a filter asked for, as JSON.

    Without the evidence: the content model's figures change whenever it is trained anew.
    """
    known = {"title": article.title, "byline": article.byline, "date": article.date, "language": article.language}
    asked = [
        {
            "block": " ".join(decision.block.text.split())[:BEGINNING],
            "outcome": decision.outcome.value,
            "filter": decision.filter,
            "reason": decision.reason,
        }
        for decision in article.decisions
        if decision.outcome is not Outcome.KEPT
    ]
    return json.dumps({**known, "decisions": asked}, ensure_ascii=False, indent=1) + "\n"
