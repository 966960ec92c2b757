"""What a page says of itself: title, author, date, language, site, address, description, article text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleaner.model import Metadata
from cleaner.read.inline import folded
from cleaner.read.structured import Statements, statements, types
from cleaner.read.title import choose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# Names of <meta> tags, the most trustworthy first.
TITLE: Final = ["og:title", "twitter:title"]
AUTHOR: Final = (
    "author article:author parsely-author sailthru.author dc.creator dcterms.creator byl citation_author "
    "article.author dc.contributor"
).split()
PUBLISHED: Final = (
    "article:published_time og:article:published_time datepublished parsely-pub-date pubdate publishdate "
    "publish-date publish_date publication_date dc.date.issued dcterms.issued citation_publication_date dc.date "
    "dcterms.date dcterms.created dc.date.created sailthru.date article.published cxenseparse:recs:publishtime "
    "originalpublicationdate date"
).split()
LANGUAGE: Final = ["og:locale", "content-language", "language", "dc.language", "dcterms.language"]
SITE: Final = ["og:site_name", "application-name", "apple-mobile-web-app-title"]
DESCRIPTION: Final = ["description", "og:description", "twitter:description", "dc.description"]

WANTED: Final = frozenset([*TITLE, *AUTHOR, *PUBLISHED, *LANGUAGE, *SITE, *DESCRIPTION, "og:url", "og:type"])

NAME_CHARS: Final = 120  # a longer byline is a biography
LANGUAGE_TAG: Final = r"(?i)\s*([a-z]{2}(?=[-_,;\s]|$)|[a-z]{3}(?=[-_][a-z]{2}|\s*$))"
AFTER_CODE: Final = ("", "-", "_")
# Retired and three-letter codes, countries written for languages, and the two written forms of Norwegian.
MEANT: Final = dict(
    pair.split(":")
    for pair in (
        "iw:he in:id ji:yi jp:ja cz:cs gr:el ua:uk kr:ko cn:zh dk:da nb:no nn:no eng:en deu:de ger:de fra:fr fre:fr "
        "spa:es por:pt ita:it nld:nl dut:nl rus:ru pol:pl jpn:ja zho:zh chi:zh"
    ).split()
)
NO_LANGUAGE: Final = frozenset({"und", "mul", "zxx", "mis"})

BY: Final = re.compile(
    r"(?:(?:written |posted )?by|von|par|por|di|door|av|af|autor|author|text)\b(?:\s*:|\s)\s*", re.IGNORECASE
)
ADDRESS: Final = re.compile(r"https?://|^www\.|^[@/]", re.IGNORECASE)
WEB: Final = ("https://", "http://")
HOST_END: Final = re.compile(r"[/?#\\]")
YEAR: Final = re.compile(r"(?:19|20)\d\d")
ENTITY: Final = re.compile(r"&#?\w{2,8};")


class Head:
    """What the walk over the tree collects for the metadata, in document order."""

    __slots__ = ("title", "language", "metas", "canonical", "json_ld", "headings", "bylines", "dates")

    def __init__(self, title: str = "", language: str = "", canonical: str = "") -> None:
        self.title = title  # of <title>
        self.language = language  # <html lang>
        self.canonical = canonical  # href of <link rel=canonical>
        self.metas: list[tuple[str, str]] = []  # name (or property …) in small letters, one of WANTED; content
        self.json_ld: list[str] = []  # raw text of <script type=application/ld+json>
        self.headings: list[str] = []  # texts of the first few h1
        self.bylines: list[str] = []  # texts of rel=author, itemprop=author and class=byline elements
        self.dates: list[str] = []  # of <time datetime>


def metadata(head: Head, url: str | None = None) -> Metadata:
    """What the page says of itself. `url` is its address, if known: a relative canonical one is resolved against it.

    Nothing else depends on it: a page gives the same text from a file and from an archive that knows its address.
    """
    metas: dict[str, str] = {}
    for name, content in head.metas:
        if name not in metas and content.strip():
            metas[name] = content
    stated = statements(head.json_ld) or Statements()
    site = first(metas, SITE) or plain(stated.site)
    link = (head.canonical or metas.get("og:url", "")).strip()
    address = canonical(link, url)
    open_graph = metas.get("og:type", "").strip().lower()
    title = choose(
        [plain(heading) for heading in head.headings],
        first(metas, TITLE),
        plain(stated.headline),
        plain(head.title),
        [site, plain(stated.site), *host_names(address)],
    )
    return Metadata(
        title=title or None,
        byline=byline([stated.author, *(metas.get(name, "") for name in AUTHOR), *head.bylines]),
        date=date([stated.published, *(metas.get(name, "") for name in PUBLISHED), *head.dates]),
        language=language([head.language, *(metas.get(name, "") for name in LANGUAGE), stated.language]),
        site=site or None,
        url=address,
        description=first(metas, DESCRIPTION) or plain(stated.description) or None,
        article_body=stated.body or None,
        types=tuple(([f"og:{open_graph}"] if open_graph else []) + types(head.json_ld)),
        path=path_of(link),
    )


def plain(text: str) -> str:
    """A value on one line, with the entities that were written twice read."""
    if "&" in text and ENTITY.search(text):
        from html import unescape

        text = unescape(text)
    return folded(text)


def first(metas: dict[str, str], names: Iterable[str]) -> str:
    """The value of the first of these names that the page has; empty when it has none."""
    return next((text for name in names if name in metas and (text := plain(metas[name]))), "")


def byline(candidates: Iterable[str]) -> str | None:
    """The first candidate that is a name or names rather than an address, without `By`."""
    for candidate in candidates:
        text = plain(candidate)
        named = BY.sub("", text, count=1) if BY.match(text) else text
        if " " in named or text[:2].lower() == "by":  # `Von Miller` is a name
            text = named
        if text and len(text) <= NAME_CHARS and not ADDRESS.search(text) and any(map(str.isalpha, text)):
            return text
    return None


def date(candidates: Iterable[str]) -> str | None:
    """The first candidate that holds a year."""
    return next((text for candidate in candidates if candidate and YEAR.search(text := plain(candidate))), None)


def language(candidates: Iterable[str]) -> str | None:
    """The primary subtag of the first candidate that is a language tag (`de-AT`, `en_US`, `ger`)."""
    for candidate in candidates:
        code = candidate[:2]  # nearly all are `en` or `en-GB`; the expression takes half a millisecond to make
        if not (code.isascii() and code.isalpha() and len(code) == 2 and candidate[2:3] in AFTER_CODE):
            found = re.match(LANGUAGE_TAG, candidate)
            if not found:
                continue
            code = found[1]
        code = code.lower()
        if code not in NO_LANGUAGE:
            return MEANT.get(code, code)
    return None


def canonical(link: str, url: str | None) -> str | None:
    """The page's address as it gives it itself, made absolute; None when that fails."""
    if not link:
        return None
    if not link.lower().startswith(WEB):
        from urllib.parse import urljoin  # most pages give theirs in full, and loading this costs a cold start

        try:
            link = urljoin(url or "", link)
        except ValueError:
            return None
    return link if host_of(link) else None


def path_of(link: str) -> str | None:
    """The path of an address as it is written; None without an address."""
    if not link:
        return None
    bare = link.partition("#")[0].partition("?")[0]
    on_host = bare.startswith("//") or bare.lower().startswith(WEB)
    return "/" + bare.partition("//")[2].partition("/")[2] if on_host else bare


def host_names(url: str | None) -> list[str]:
    """The host of an address and its name without the last part: `news.example.org` and `news.example`."""
    host = host_of(url or "").removeprefix("www.")
    return [host, host.rpartition(".")[0]] if host else []


def host_of(address: str) -> str:
    """The host of a web address in small letters; empty for any other address and for one in brackets (IPv6)."""
    if not address.lower().startswith(WEB):
        return ""
    place = HOST_END.split(address.partition("//")[2], maxsplit=1)[0]
    host = place.rpartition("@")[2].partition(":")[0].lower()
    return "" if "[" in host or "]" in host else host
