"""What a page's JSON-LD says of its article (schema.org), read as leniently as it is written."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# A script with none of these says nothing of an article and is not parsed.
TELLING = ('"headline"', '"articleBody"', '"datePublished"')

LONGEST_SCRIPT = 3_000_000  # characters; longer ones are data, not a description
MOST_NODES = 3_000  # objects and lists visited in a page's JSON-LD

ARTICLE = re.compile(r"article|posting|report$|review$|recipe|creativework", re.IGNORECASE)
STATED = ("headline", "articleBody", "datePublished", "author")

# What hangs below an article without being it: other articles, comments, the single posts of a live blog.
NOT_BELOW = frozenset(
    (
        "liveBlogUpdate itemListElement comment comments review reviews hasPart isPartOf citation mentions relatedLink "
        "about suggestedAnswer acceptedAnswer blogPost potentialAction"
    ).split()
)

# Comments and CDATA marks around a script's value. What follows the value is not read.
WRAPPING = re.compile(r"(?:[\s\ufeff]+|<!--|/[/*]|<!\[CDATA\[|\*/)+")
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
BETWEEN_VALUES = re.compile(r"[\s,;]*")
TYPE = '"@type"'
TYPE_NAME = re.compile(r'\s*:\s*\[?\s*"(?:https?://schema\.org/)?(\w+)"')
STRING = r'"\s*:\s*"((?:[^"\\]|\\.)*)"'

# Few pages state their text with its markup: compiled for those.
BLOCK_TAG = r"(?i)</?(?:p|div|br|h[1-6]|li|ul|ol|blockquote|figure|tr|section)\b[^<>]*>"
ANY_TAG = r"</?[a-zA-Z!][^<>]*>"


class Statements:
    """What JSON-LD states of the page's article; empty strings where it states nothing."""

    __slots__ = ("headline", "body", "author", "published", "description", "language", "site")

    def __init__(
        self,
        headline: str = "",
        body: str = "",
        author: str = "",
        published: str = "",
        description: str = "",
        language: str = "",
        site: str = "",
    ) -> None:
        self.headline = headline
        self.body = body  # articleBody, with line breaks between its paragraphs where it has them, no markup
        self.author = author
        self.published = published
        self.description = description
        self.language = language
        self.site = site


def statements(scripts: Sequence[str]) -> Statements | None:
    """What the page's JSON-LD scripts state of its article; None when they state nothing. Never raises."""
    telling = [script for script in scripts if len(script) <= LONGEST_SCRIPT and any(key in script for key in TELLING)]
    if not telling:
        return None
    nodes: list[dict[str, Any]] = []
    names: dict[str, str] = {}
    for script in telling:
        for node in objects(parsed(script)):
            nodes.append(node)
            if isinstance(node.get("@id"), str) and isinstance(node.get("name"), str):
                names.setdefault(node["@id"], node["name"])
    articles = [node for node in nodes if ARTICLE.search(kind(node))]
    # A page in many nodes states its headline and date where it can: in a WebPage when it has no article.
    candidates = articles or [node for node in nodes if "headline" in node or "datePublished" in node]
    if not candidates:
        return None
    main = max(candidates, key=lambda node: sum(name in node for name in STATED))
    return Statements(
        headline=text_of(main.get("headline")) or text_of(main.get("name")),
        body=body(main.get("articleBody")),
        author=", ".join(dict.fromkeys(name for name in names_of(main.get("author"), names) if name)),
        published=text_of(main.get("datePublished")) or text_of(main.get("dateCreated")),
        description=text_of(main.get("description")),
        language=text_of(main.get("inLanguage")),
        site=next(names_of(main.get("publisher"), names), ""),
    )


def types(scripts: Sequence[str]) -> list[str]:
    """The schema.org types that are named in JSON-LD scripts, each once."""
    short = [script for script in scripts if len(script) <= LONGEST_SCRIPT]
    return list(dict.fromkeys(name for script in short for name in types_in(script)))


def types_in(script: str) -> Iterator[str]:
    """The types in one script. Strings are sought many times as fast as expressions."""
    at = script.find(TYPE)
    while at >= 0:
        found = TYPE_NAME.match(script, at + len(TYPE))
        if found:
            yield found[1]
        at = script.find(TYPE, found.end() if found else at + 1)


def parsed(script: str) -> list[Any]:
    """The values of a script: one as a rule; several, or the parts that can be saved, when it is broken."""
    import json

    decoder = json.JSONDecoder(strict=False)
    for text in (script, TRAILING_COMMA.sub("", script)) if TRAILING_COMMA.search(script) else (script,):
        values: list[Any] = []
        begin = WRAPPING.match(text)
        at = begin.end() if begin else 0
        try:
            while at < len(text):
                value, at = decoder.raw_decode(text, at)
                values.append(value)
                at = BETWEEN_VALUES.match(text, at).end()  # type: ignore[union-attr]  # matches the empty string too
        except (ValueError, RecursionError):
            if not values:
                continue
        return values
    return [saved(script, decoder)]


def saved(script: str, decoder: Any) -> dict[str, Any]:
    """The strings of the wanted names out of a script that is no JSON."""
    found: dict[str, Any] = {"@type": "Article"}
    for name in ("headline", "articleBody", "datePublished", "description", "inLanguage"):
        match = re.search(f'"{name}{STRING}', script, re.DOTALL)
        if match:
            try:
                found[name] = decoder.decode(f'"{match[1]}"')
            except ValueError:
                found[name] = match[1]
    return found


def objects(values: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """The objects of JSON values, the outer before the inner; at most `MOST_NODES` places are visited."""
    queue: deque[Any] = deque(values)
    for _ in range(MOST_NODES):
        if not queue:
            return
        value = queue.popleft()
        if isinstance(value, dict):
            yield value
            below = (inner for name, inner in value.items() if name not in NOT_BELOW)
            queue.extend(inner for inner in below if isinstance(inner, dict | list))
        elif isinstance(value, list):
            queue.extend(inner for inner in value if isinstance(inner, dict | list))


def kind(node: dict[str, Any]) -> str:
    """An object's type or types, in words."""
    value = node.get("@type")
    return " ".join(str(part) for part in value) if isinstance(value, list) else str(value or "")


def names_of(value: Any, names: dict[str, str]) -> Iterator[str]:
    """The names of persons or organisations, given as strings, objects, references by `@id`, or lists of these."""
    for one in value[:20] if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield text_of(one.get("name")) or names.get(str(one.get("@id")), "")
        elif isinstance(one, str):
            yield names.get(one, one)


def text_of(value: Any) -> str:
    """A string, the first of a list of strings, or nothing."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value", "")
    return value if isinstance(value, str) else ""


def body(value: Any) -> str:
    """The text of an articleBody: entities read (also those written twice), tags gone, paragraphs on lines."""
    text = "\n\n".join(part for part in value if isinstance(part, str)) if isinstance(value, list) else text_of(value)
    if "&" in text:
        from html import unescape

        text = unescape(text)
        if "&" in text:
            text = unescape(text)
    if "<" in text:
        text = re.sub(ANY_TAG, "", re.sub(BLOCK_TAG, "\n", text))
    return text.strip()
