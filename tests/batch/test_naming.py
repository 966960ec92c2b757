"""Paths for texts: mirrored, safe, distinct."""

from __future__ import annotations

import os

import pytest

from cleaner.batch.naming import Names


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("page.html", "page.txt"),
        ("a/b/page.HTM", "a/b/page.txt"),
        ("page.html.gz", "page.txt"),
        ("v1.2/notes", "v1.2/notes.txt"),
        ("../../etc/passwd", "etc/passwd.txt"),
        ("/etc/passwd", "etc/passwd.txt"),
        ("http://example.org/a/?q=1", "example.org/a/_q=1.txt"),
        ("http://example.org/", "example.org.txt"),
        ("a/\x1b[31mred\n.html", "a/_[31mred_.txt"),
        ("aux.html", "aux_.txt"),
        ("", "page.txt"),
        ("...", "_.txt"),
        ("日本/頁.html", "日本/頁.txt"),
    ],
)
def test_path_of_a_name(name: str, path: str) -> None:
    """A page's path is kept, its suffix replaced, and nothing in it leads out of the folder or drives a terminal."""
    assert Names().path(name) == path


def test_names_that_collide_are_numbered() -> None:
    """No two inputs share a file, neither by suffix, nor by case, nor as a file and a folder."""
    names = Names()
    given = ["a.html", "a.htm", "A.html", "a.txt/b.html", "a-2.html", "a.html", "c.txt/x", "c.html"]
    paths = [names.path(name) for name in given]
    assert paths == ["a.txt", "a-2.txt", "A-3.txt", "a.txt-2/b.txt", "a-2-2.txt", "a-4.txt", "c.txt/x.txt", "c-2.txt"]


def test_long_names_are_cut() -> None:
    """Names that no file system takes are cut and stay distinct."""
    names = Names()
    paths = [names.path("x" * 400 + end) for end in ("1.html", "2.html")] + [names.path("deep/" * 400 + "page.html")]
    assert len(set(paths)) == 3
    assert max(len(part.encode()) for path in paths for part in path.split("/")) <= 255
    assert max(len(os.fsencode(path)) for path in paths) <= 800
