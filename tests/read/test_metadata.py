"""What a page says of itself, from hand-built heads."""

from __future__ import annotations

import json

import pytest

from cleaner.read.metadata import Head, metadata


def head_of(**fields: object) -> Head:
    """A head with these fields."""
    made = Head()
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def test_a_well_kept_head_gives_everything() -> None:
    """Each fact from where it is most to be trusted."""
    head = head_of(
        title="Ferry runs again | The Harbour Post",
        language="en-GB",
        metas=[
            ("og:site_name", "The Harbour Post"),
            ("og:title", "Ferry runs again"),
            ("author", "By Ann Berg"),
            ("article:published_time", "2024-03-04T08:00:00Z"),
            ("description", "After a winter\n of repairs."),
        ],
        canonical="/island/ferry",
        headings=["Ferry runs again"],
    )
    known = metadata(head, "https://www.harbourpost.example/island/ferry?from=mail")
    assert known.title == "Ferry runs again"
    assert known.byline == "Ann Berg"
    assert known.date == "2024-03-04T08:00:00Z"
    assert known.language == "en"
    assert known.site == "The Harbour Post"
    assert known.url == "https://www.harbourpost.example/island/ferry"
    assert known.description == "After a winter of repairs."
    assert known.article_body is None


def test_an_empty_head_gives_nothing() -> None:
    """None for every fact, not an empty string."""
    known = metadata(head_of())
    assert all(getattr(known, name) in (None, ()) for name in type(known).__slots__)


def test_json_ld_comes_before_meta_tags() -> None:
    """It is written for this; what it leaves out is taken from the tags."""
    script = {
        "@type": "Article",
        "headline": "Ferry runs again",
        "author": "Ann Berg",
        "datePublished": "2024-03-04",
        "articleBody": "It left.",
        "inLanguage": "en",
        "publisher": {"name": "The Harbour Post"},
    }
    head = head_of(
        title="Ferry runs again — The Harbour Post",
        metas=[("author", "editor"), ("date", "2020-01-01"), ("description", "After a winter.")],
        json_ld=[json.dumps(script)],
    )
    known = metadata(head)
    assert (known.title, known.byline, known.date) == ("Ferry runs again", "Ann Berg", "2024-03-04")
    assert (known.site, known.language, known.article_body) == ("The Harbour Post", "en", "It left.")
    assert known.description == "After a winter."


@pytest.mark.parametrize(
    ("given", "byline"),
    [
        (["https://social.example/annberg", "Ann Berg"], "Ann Berg"),
        (["@annberg", "Von Ann Berg"], "Ann Berg"),
        (["Written by Ann Berg and Jon Dahl"], "Ann Berg and Jon Dahl"),
        (["Par : Anne Berger"], "Anne Berger"),
        (["Von Miller"], "Von Miller"),
        (["Byron Lord"], "Byron Lord"),
        (["Ann Berg has written about boats and islands for thirty years. " * 3, "Ann Berg"], "Ann Berg"),
        (["12.04.", "&nbsp;"], None),
    ],
)
def test_bylines_are_names(given: list[str], byline: str | None) -> None:
    """Addresses and biographies are passed over, `By` goes, names that look like it stay."""
    assert metadata(head_of(bylines=given)).byline == byline


@pytest.mark.parametrize(
    ("metas", "dates", "date"),
    [
        ([("dc.date.issued", "2024-03-04"), ("date", "2019-01-01")], [], "2024-03-04"),
        ([("date", "today")], ["2024-03-05T10:00"], "2024-03-05T10:00"),
        ([("pubdate", "Mon, 04 Mar 2024 08:00:00 GMT")], [], "Mon, 04 Mar 2024 08:00:00 GMT"),
        ([], ["08:15", ""], None),
    ],
)
def test_the_date_is_that_of_publication(metas: list[tuple[str, str]], dates: list[str], date: str | None) -> None:
    """As the page gives it; what holds no year is no date."""
    assert metadata(head_of(metas=metas, dates=dates)).date == date


@pytest.mark.parametrize(
    ("language", "metas", "subtag"),
    [
        ("de-AT", [], "de"),
        ("EN", [], "en"),
        ("", [("og:locale", "pt_BR")], "pt"),
        ("", [("content-language", "fr, en")], "fr"),
        ("nb-NO", [], "no"),
        ("ger", [], "de"),
        ("jp", [], "ja"),
        ("english", [("og:locale", "sv_SE")], "sv"),
        ("und", [("content-language", "utf-8")], None),
        ("{{ lang }}", [], None),
    ],
)
def test_languages_are_primary_subtags(language: str, metas: list[tuple[str, str]], subtag: str | None) -> None:
    """Regions go, retired and mistaken codes are read as meant, the rest is no language."""
    assert metadata(head_of(language=language, metas=metas)).language == subtag


@pytest.mark.parametrize(
    ("canonical", "url", "address"),
    [
        ("https://a.example/x", None, "https://a.example/x"),
        ("../x", "https://a.example/b/c", "https://a.example/x"),
        ("//a.example/x", "http://b.example/", "http://a.example/x"),
        ("/x", None, None),
        ("http://[broken", "https://a.example/", None),
        ("javascript:void(0)", "https://a.example/", None),
        ("", "https://a.example/", None),
    ],
)
def test_the_canonical_address_is_absolute(canonical: str, url: str | None, address: str | None) -> None:
    """Resolved against the page's own; None when that gives no address of the web."""
    assert metadata(head_of(canonical=canonical), url).url == address


def test_og_url_stands_in_for_the_canonical_address() -> None:
    """Many pages have only that."""
    assert metadata(head_of(metas=[("og:url", " https://a.example/x ")])).url == "https://a.example/x"


@pytest.mark.parametrize(
    ("canonical", "path"),
    [
        ("https://a.example/news/ferry.html?from=mail#top", "/news/ferry.html"),
        ("//a.example", "/"),
        ("/news/", "/news/"),
        ("", None),
    ],
)
def test_the_path_is_as_the_page_writes_it(canonical: str, path: str | None) -> None:
    """It does not depend on whether the caller knows the page's address."""
    assert metadata(head_of(canonical=canonical)).path == path
    assert metadata(head_of(canonical=canonical), "https://a.example/elsewhere").path == path


def test_the_types_that_a_page_states() -> None:
    """The Open Graph type first, then those of its JSON-LD."""
    head = head_of(metas=[("og:type", "Article")], json_ld=['{"@type": "NewsArticle"}'])
    assert metadata(head).types == ("og:article", "NewsArticle")


def test_values_are_clean() -> None:
    """Entities written twice are read, white space folded, control characters gone; empty values do not count."""
    head = head_of(
        metas=[("og:title", "  "), ("twitter:title", "Ferry &amp; quay:\x07 what&#039;s new\n this spring")],
        title="x",
    )
    assert metadata(head).title == "Ferry & quay: what's new this spring"


def test_a_broken_address_does_no_harm() -> None:
    """The caller's address may be anything."""
    assert metadata(head_of(title="Ferry runs again", canonical="x"), "http://[::1").title == "Ferry runs again"
