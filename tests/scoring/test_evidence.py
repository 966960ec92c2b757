"""The evidence of a score: words that a person understands, with their weights."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from cleaner.filters.content import Content
from cleaner.model import Drop
from cleaner.read.html import read_html
from cleaner.scoring.evidence import OWN_SCORE
from cleaner.scoring.html_view import HTML

STORY = (
    "The ferry to the outer islands was late again on Tuesday, and nobody on the quay seemed surprised by it at all.",
    "Ingrid Sollie, who runs the only bakery out there, had forty loaves in her van, and handed them out by noon.",
    "The county says that a new vessel will be ordered before the end of the year. It said so last year as well.",
)


@pytest.fixture(scope="module")
def evidence() -> dict[str, str]:
    """What is said of each dropped block of a page with a story, a cookie notice and a related list."""
    story = "".join(f"<p>{text}</p>" for text in STORY * 2)
    related = "".join(f"<li><a href=/{n}>Another story, number {n}</a></li>" for n in range(6))
    page = read_html(
        f"<body><div class='cookie-banner'><p>We use cookies. Accept them all.</p></div><div>{story}</div>"
        f"<div class='related'><ul>{related}</ul></div></body>"
    )
    return {found.block.text: str(found.evidence) for found in Content()(page, page.blocks) if isinstance(found, Drop)}


def test_links_are_counted_and_names_quoted(evidence: dict[str, str]) -> None:
    """The words and names that gave a block away stand in quotation marks."""
    assert "“cookie" in evidence["We use cookies. Accept them all."]
    said = evidence["Another story, number 3"]
    assert "links" in said or "“related”" in said


def test_evidence_begins_with_the_log_odds_and_weighs_every_fact(evidence: dict[str, str]) -> None:
    """Of each pass two or three facts, each with its weight in the decision's direction."""
    assert evidence
    for said in evidence.values():
        odds, _, facts = said.partition(": ")
        assert float(odds) < 0
        assert 2 <= len(re.findall(r"\(-\d+\.\d\)", facts)) <= 4
        assert "(+" not in facts


def test_no_figure_is_called_by_its_name(evidence: dict[str, str]) -> None:
    """Names such as `chain-names-low` are for the weights file."""
    for said in evidence.values():
        assert not {name for name in HTML.names if "-" in name and name in said}
        assert f" {OWN_SCORE} " not in said


def test_the_table_of_wordings_is_not_read_unless_somebody_asks() -> None:
    """A page is cleaned without it: the program's cold start is part of its speed."""
    source = "\n".join(["Sign in", "Menu", *STORY])
    program = (
        f"import sys, cleaner; article = cleaner.clean({source!r}, kind='text')\n"
        "names = 'cleaner.scoring.wordings', 'cleaner.scoring.facts_in_words'\n"
        "print([name in sys.modules for name in names]); str([each.evidence for each in article.decisions])\n"
        "print([name in sys.modules for name in names])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[False, False]", "[True, True]"]
