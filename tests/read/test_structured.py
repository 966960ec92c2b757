"""JSON-LD as it is found on pages."""

from __future__ import annotations

import json
import time

import pytest

from cleaner.read.structured import LONGEST_SCRIPT, statements, types

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry runs again",
    "articleBody": "The ferry runs again.\n\nIt left on Monday.",
    "datePublished": "2024-03-04T08:00:00+01:00",
    "author": [{"@type": "Person", "name": "Ann Berg"}, {"@type": "Person", "name": "Jon Dahl"}],
    "publisher": {"@type": "Organization", "name": "The Harbour Post"},
}


def headline(*scripts: str) -> str | None:
    """The headline that scripts state."""
    stated = statements(scripts)
    return stated.headline if stated else None


def test_an_article_states_its_facts() -> None:
    """As the vocabulary has them."""
    stated = statements([json.dumps(ARTICLE)])
    assert stated is not None
    assert stated.headline == "Ferry runs again"
    assert stated.body == "The ferry runs again.\n\nIt left on Monday."
    assert stated.published == "2024-03-04T08:00:00+01:00"
    assert stated.author == "Ann Berg, Jon Dahl"
    assert stated.site == "The Harbour Post"


@pytest.mark.parametrize(
    "around",
    [
        [{"@type": "BreadcrumbList"}, ARTICLE],
        {"@context": "x", "@graph": [{"@type": "WebPage", "name": "Page"}, ARTICLE]},
        {"@type": "WebPage", "headline": "Page", "mainEntity": ARTICLE},
        {"@type": "WebPage", "mainEntity": {"@type": ["Thing"], "mainEntity": [ARTICLE]}},
    ],
)
def test_the_article_is_found_where_it_stands(around: object) -> None:
    """In lists, in graphs, below the page."""
    assert headline(json.dumps(around)) == "Ferry runs again"


@pytest.mark.parametrize("below", ["itemListElement", "liveBlogUpdate", "comment", "hasPart", "review"])
def test_what_hangs_below_is_not_the_article(below: str) -> None:
    """Posts of a live blog, listed articles and comments have headlines too, and more of all else."""
    page = {"@type": "Article", "headline": "The page", below: [ARTICLE]}
    assert headline(json.dumps(page)) == "The page"


def test_authors_by_reference_are_found() -> None:
    """Some publish persons once and refer to them."""
    graph = [
        {"@type": "Article", "headline": "Ferry", "author": {"@id": "#ann"}},
        {"@type": "Person", "@id": "#ann", "name": "Ann Berg"},
    ]
    stated = statements([json.dumps({"@graph": graph})])
    assert stated is not None
    assert stated.author == "Ann Berg"


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "Article", "headline": "Ferry", "keywords": ["a", "b",], }',
        '{"@type": "Article", "description": "two\nlines\tand a tab", "headline": "Ferry"}',
        '<!-- {"@type": "Article", "headline": "Ferry"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "Ferry"}\n//]]>',
        '/*<![CDATA[*/ {"@type": "Article", "headline": "Ferry"} /*]]>*/',
        '{"@type": "Article", "headline": "Ferry"};',
        '{"@type": "WebSite"}{"@type": "Article", "headline": "Ferry"}',
        '\ufeff  [{"@type": "Article", "headline": "Ferry"}] trailing words',
        '{"@type": "Article", "description": "he said "no" to it", "headline": "Ferry"}',
        '{"@type": "Article", "headline": "Ferry", "articleBody": "cut in the mid',
    ],
)
def test_broken_json_is_read_as_far_as_it_goes(script: str) -> None:
    """Trailing commas, raw line breaks, comments, unescaped quotes, cut ends."""
    assert headline(script) == "Ferry"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("One.&lt;br&gt;Two &amp;amp; three.", "One.\nTwo & three."),
        ("<p>One.</p><p>Two <b>bold</b> words.</p>", "One.\n\nTwo bold words."),
        ("If a < b, then it&#039;s so.", "If a < b, then it's so."),
        (["First.", "Second."], "First.\n\nSecond."),
        (None, ""),
        (7, ""),
        ({"@value": "Text."}, "Text."),
    ],
)
def test_the_body_is_plain_text(written: object, read: str) -> None:
    """Entities written twice, tags, lists, and what is no text at all."""
    stated = statements([json.dumps(ARTICLE | {"articleBody": written})])
    assert stated is not None
    assert stated.body == read


@pytest.mark.parametrize(
    "script",
    [
        "",
        "null",
        "{",
        '"headline"',
        '{"@type": "Product", "name": "Boat"}',
        "[" * 100_000,
        '{"headline": 1, "datePublished": {}}',
    ],
)
def test_what_states_nothing_gives_nothing(script: str) -> None:
    """Neither an answer nor an exception."""
    assert not headline(script)


def test_hostile_scripts_are_read_in_time() -> None:
    """Deep, huge, and full of half strings."""
    started = time.perf_counter()
    for script in (
        '{"headline":' * 100_000,
        '{"headline":' + "[" * 500_000,
        '"headline"' + '"' * 1_000_000,
        '"headline":"' * 100_000,
        "{}" * 500_000 + '"headline"',
        '{"headline": "a"' + ", " * 1_000_000,
        json.dumps({"headline": "a", "x": [{"y": {}}] * 200_000}),
        " " * LONGEST_SCRIPT + json.dumps(ARTICLE),
    ):
        statements([script])
    assert time.perf_counter() - started < 20


def test_types_are_named_once() -> None:
    """Each type of any depth, lists of types by their first, with or without the vocabulary's address."""
    graph = {"@graph": [{"@type": "WebPage"}, {"@type": ["Product", "Thing"], "offers": {"@type": "Offer"}}]}
    address = '{"@type": "https://schema.org/WebPage"}'
    assert types([json.dumps(graph), address]) == ["WebPage", "Product", "Offer"]
    assert types([" " * LONGEST_SCRIPT + address]) == []
