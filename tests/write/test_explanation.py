"""Decisions as data."""

from __future__ import annotations

import json

from cleaner.model import Article, Decision, InputKind, Kind, Metadata, Outcome
from cleaner.write.explanation import explanation
from tests.factory import block, element, page


class Fact:
    """Evidence whose wording is made when it is asked for."""

    def __str__(self) -> str:
        return "0.93 like block 0"


def test_a_page_and_its_decisions() -> None:
    """Every field of a page and of a decision is there, in words and numbers that JSON knows."""
    paragraph = block("The boat is late.", element=element("p", element("body"), classes="lead big"))
    made = page(paragraph, block("Late is the boat.", Kind.QUOTE, element=element("blockquote")))
    decisions = (
        Decision(made.blocks[0], Outcome.KEPT),
        Decision(made.blocks[1], Outcome.DROPPED, "repeated", "near-repeat", Fact()),
    )
    metadata = Metadata(title="Boats", language="en")
    article = Article("The boat is late.", metadata, (paragraph,), decisions, "https://example.org/")
    told = explanation(article)
    assert told == json.loads(json.dumps(told))
    assert told == {
        "url": "https://example.org/",
        "title": "Boats",
        "language": "en",
        "decisions": [
            {
                "index": 0,
                "outcome": "kept",
                "filter": "",
                "reason": "",
                "evidence": "",
                "kind": "paragraph",
                "where": "body/p.lead",
                "line": None,
                "start": None,
                "end": None,
                "text": "The boat is late.",
            },
            {
                "index": 1,
                "outcome": "dropped",
                "filter": "repeated",
                "reason": "near-repeat",
                "evidence": "0.93 like block 0",
                "kind": "quote",
                "where": "blockquote",
                "line": None,
                "start": None,
                "end": None,
                "text": "Late is the boat.",
            },
        ],
    }


def test_a_text_input_has_lines_and_offsets() -> None:
    """A program finds the paragraph in its own file again, the first one too."""
    made = page(block("Late.", start=0, end=5), kind=InputKind.TEXT)
    article = Article("Late.", Metadata(), made.blocks, (Decision(made.blocks[0], Outcome.KEPT),))
    decisions = explanation(article)["decisions"]
    assert isinstance(decisions, list)
    [decision] = decisions
    assert [decision[field] for field in ("where", "line", "start", "end")] == ["line 1", 1, 0, 5]
