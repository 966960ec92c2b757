"""What the walk in C is told of the parser: that the known tree holds all that it has to learn."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from cleaner.read import tags
from cleaner.read.layout import facts, meanings, page


def test_the_known_tree_has_each_tag_that_means_something() -> None:
    """A tag that it lacks would send every page with it to the slower walk."""
    root = LexborHTMLParser(page()).root
    assert root is not None
    assert set(meanings()) - {fact[3] for fact in facts(root)} <= {"annotation"}  # to the parser an unknown name


def test_facts_are_those_of_the_tree() -> None:
    """Each node once, with the address of what follows it and of what it begins with."""
    root = LexborHTMLParser("<body class=a><p>one</p>two").root
    assert root is not None
    told = {fact[0]: fact for fact in facts(root)}
    assert sorted(fact[3] for fact in told.values()) == ["-text", "-text", "body", "head", "html", "p"]
    (body,) = [fact for fact in told.values() if fact[3] == "body"]
    paragraph = told[body[2]]
    assert (body[5], paragraph[3], told[paragraph[1]][4], told[paragraph[2]][4]) == ({"class": "a"}, "p", "two", "one")


def test_meanings_are_bits() -> None:
    """A list is a block and a list; a heading has its level, and the kind of its text."""
    known = meanings()
    assert known["ul"] & 3 == 3
    assert known["p"] & 3 == 1
    assert [known[tag] >> 24 for tag in tags.LEVELS] == [1, 2, 3, 4, 5, 6]
    assert known["h1"] >> 20 & 15 == known["h2"] >> 20 & 15 != known["pre"] >> 20 & 15
