"""The phrase files: their examples, their shape, the compiled table."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cleaner.datafile import mapped
from cleaner.errors import DataError
from cleaner.filters import bylines, captions, live_blog, prompts, syndication, tail
from cleaner.lexicon import TABLE, Lexicon, lexicon
from cleaner.model import Strictness
from cleaner.phrase import Scope
from cleaner.phrasebook import Book, Rule, compile_table, examples, load, parse

LANGUAGES = set("ar cs da de el en es fi fr hu id it ja ko nl no pl pt ro ru sv tr uk zh".split())
BOOKS = load()
RULES = [rule for book in BOOKS for rule in book.rules]
OF_RULES = [f"{rule.language}-{rule.category}-{number}" for number, rule in enumerate(RULES)]

# What another category's evidence or a rule's place in a chain is, and no reason for a drop.
EVIDENCE = {"appeal-ask", "appeal-we", "appeal-press", "author-cue", "agency-name", "connective"}


def catches(table: Lexicon, rule: Rule, text: str) -> bool:
    """True when the table finds what a rule's example shows."""
    if rule.scope is Scope.CUE:
        return rule.category in {match.category for match in table.cues(text)}
    if rule.scope is Scope.GLUE:
        return table.find(f"Newsletter {text} Newsletter") is not None
    strictness = Strictness.STRICT if rule.weak else Strictness.BALANCED
    match = table.find(text, None, strictness)
    return match is not None and match.category == rule.category


def test_every_example() -> None:
    """Each rule catches its examples under its own reason; no rule of any language catches the prose it spares."""
    table = lexicon()
    missed = [(rule.language, rule.category, text) for rule, text, caught in examples(BOOKS)
              if caught and not catches(table, rule, text)]  # fmt: skip
    taken = [(rule.language, rule.category, text, str(match)) for rule, text, caught in examples(BOOKS)
             if not caught and (match := table.find(text, None, Strictness.STRICT))]  # fmt: skip
    assert (missed, taken) == ([], [])


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.scope is not Scope.GLUE], ids=lambda rule: rule.category
)
def test_every_pattern_is_shown(rule: Rule) -> None:
    """Each single pattern catches one of its rule's examples by itself, so none is misspelt."""
    words = next(book.words for book in BOOKS if book.language == rule.language)
    for pattern in rule.patterns:
        alone = Lexicon(compile_table((Book(rule.language, words, (replace(rule, patterns=(pattern,)),)),)))
        if rule.scope is Scope.CUE:
            assert any(catches(alone, rule, text) for text in rule.catches), pattern
        else:
            assert any(alone.find(text, None, Strictness.STRICT) for text in rule.catches), pattern


def test_table_is_current() -> None:
    """`data/phrases.txt` is what the phrase files compile to: run `python -m cleaner.phrasebook` after a change."""
    assert mapped(TABLE)[:] == compile_table(BOOKS)


def test_every_reason_has_one_filter() -> None:
    """Each category is a reason of exactly one filter, and each filter's reasons exist."""
    owners = (prompts.REASONS, captions.CREDIT, bylines.REASONS - live_blog.TIMES, syndication.REASONS,
              live_blog.REASONS | live_blog.TIMES | live_blog.SUMMARY, tail.REASONS)  # fmt: skip
    owned = [reason for reasons in owners for reason in reasons]
    assert len(owned) == len(set(owned))
    assert set(owned) == {rule.category for rule in RULES} - EVIDENCE


def test_languages_cover_every_reason() -> None:
    """Every other language knows each reason that English knows."""
    by_language = {book.language: {rule.category for rule in book.rules} - {"connective"} for book in BOOKS}
    assert set(by_language) == LANGUAGES
    for language, categories in by_language.items():
        assert by_language["en"] - categories == set(), language


def test_every_word_list_is_used() -> None:
    """No word list is left over."""
    for book in BOOKS:
        patterns = [pattern for rule in book.rules for pattern in rule.patterns]
        used = set(
            re.findall(r"\{([\w-]+)\}", " ".join([*patterns, *(w for words in book.words.values() for w in words)]))
        )
        assert set(book.words) - used == set(), book.language


def rule_of(**fields: object) -> dict[str, object]:
    """A phrase file of one rule."""
    return {"login-prompt": [{"patterns": ["log in"], "catches": ["Log in"], "spares": ["A log."], **fields}]}


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (rule_of(pattern="log in"), "unknown key 'pattern'"),
        (rule_of(spares=[]), "no spares"),
        (rule_of(scope="page"), "unknown scope 'page'"),
        (rule_of(scope="start"), "max_words"),
        (rule_of(max_words=4), "max_words"),
    ],
)
def test_malformed_rule(document: dict[str, object], message: str) -> None:
    """A rule of the wrong shape is refused by file, category and number."""
    with pytest.raises(DataError, match=f"xx.toml, login-prompt rule 1: .*{message}"):
        parse("xx", document)


def test_short_stem() -> None:
    """The search in C looks for four letters at once."""
    with pytest.raises(DataError, match=r"xx\.toml: the stem 'ask' is shorter than 4 letters"):
        parse("xx", {"stems": {"ask": ["give", "ask"]}})


@pytest.mark.parametrize(
    "pattern", ["(log in", "log in]", "{nowhere} in", "* log in", "[log]", "^ logs in", "log ! in"]
)
def test_malformed_pattern(pattern: str) -> None:
    """A pattern with unpaired brackets, an unknown list, or no word to begin with is refused."""
    with pytest.raises(DataError, match=r"xx\.toml"):
        compile_table((parse("xx", rule_of(patterns=[pattern])),))


@pytest.mark.parametrize(
    ("pattern", "caught", "spared"),
    [
        ("log in", ["Log in", "LOG-IN!"], ["log", "log in now"]),
        ("[please] (log|sign) in", ["please sign in", "log in"], ["please in", "please log sign in"]),
        ("log *2 in", ["log in", "log me right in"], ["log me right back in"]),
        ("by ^2", ["by Jane", "by Jane Doe"], ["by jane", "by Jane Anna Doe"]),
        ("log * in", ["log me in"], ["log in"]),
        ("# votes", ["12 votes"], ["many votes"]),
        ("(read more|see also): *4", ["Read more: a tale", "See also : a tale"], ["Read more a tale"]),
        ("{verb}: here", ["Share: here"], ["Share here"]),
        ("{verb} here", ["pin here", "hang it up here"], ["it here"]),
        ("διαβάστε ή", ["Διαβάστε ή", "ΔΙΑΒΑΣΤΕ Ή"], ["ΔΙΑΒΑΣΤΕ Η", "διαβαστέ ή"]),
        ("share on YouTube", ["Share on YouTube", "share on youtube"], ["share on you tube"]),
    ],
)
def test_pattern_language(pattern: str, caught: list[str], spared: list[str]) -> None:
    """What each element of a pattern takes."""
    document = {"words": {"verb": ["share", "pin", "send", "save", "hang it up"]}, **rule_of(patterns=[pattern])}
    table = Lexicon(compile_table((parse("xx", document),)))
    assert [text for text in caught if not table.find(text)] == []
    assert [text for text in spared if table.find(text)] == []
