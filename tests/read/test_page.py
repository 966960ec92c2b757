"""Sources of every accepted type to a Page."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from cleaner.errors import UnreadableError
from cleaner.model import InputKind, Page, Strictness
from cleaner.read.page import read, source_text

HTML = "<html lang='fr'><head><title>Le bac</title></head><body><p>Le bac est à l’heure.</p></body></html>"
TEXT = "Le bac est à l’heure.\nIl part à midi."


def texts(page: Page) -> list[str]:
    """The blocks' texts."""
    return [block.text for block in page.blocks]


def test_bytes_text_paths_and_soup_read_alike(tmp_path: Path) -> None:
    """Whatever holds the page, its blocks are the same."""
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(HTML.encode("cp1252")))
    for source in (HTML, HTML.encode(), bytearray(HTML.encode()), memoryview(HTML.encode("utf-16")), path):
        page = read(source)
        assert page.kind is InputKind.HTML
        assert texts(page) == ["Le bac est à l’heure."]
    assert texts(read(BeautifulSoup(HTML, "html.parser"))) == ["Le bac est à l’heure."]


def test_the_kind_is_told_by_content() -> None:
    """HTML is HTML, text is text, under any name."""
    assert read(HTML).kind is InputKind.HTML
    page = read(TEXT)
    assert (page.kind, texts(page)) == (InputKind.TEXT, TEXT.split("\n"))


def test_the_kind_can_be_given() -> None:
    """A text about tags stays whole; a bare line is read as HTML."""
    assert texts(read("<b>one</b><br>two<br>three", kind=InputKind.TEXT)) == ["<b>one</b><br>two<br>three"]
    assert texts(read("one &amp; two", kind=InputKind.HTML)) == ["one & two"]


def test_address_and_strictness_are_passed_on() -> None:
    """To both readers."""
    for source in (HTML, TEXT):
        page = read(source, url="https://example.org/bac", strictness=Strictness.LENIENT)
        assert (page.url, page.strictness) == ("https://example.org/bac", Strictness.LENIENT)


def test_a_soup_is_html_even_without_tags_and_is_not_changed() -> None:
    """Someone parsed it as a page; the caller's object stays as it is."""
    soup = BeautifulSoup(HTML, "html.parser")
    before = str(soup)
    read(soup)
    assert str(soup) == before
    assert read(BeautifulSoup("only words", "html.parser")).kind is InputKind.HTML
    assert texts(read(soup.p)) == ["Le bac est à l’heure."]


def test_lone_surrogates_do_not_get_through() -> None:
    """They would crash whatever writes the text; pairs of them are one character."""
    text = source_text("\ufeffa \ud83d\ude00 b \ud800 c \udc80\x00")
    assert text == "a 😀 b \ufffd c \ufffd"
    assert texts(read("One \ud800 word")) == ["One \ufffd word"]
    assert texts(read("<p>One \udfff word</p>")) == ["One \ufffd word"]


@pytest.mark.parametrize("source", ["", " \n\t", "\ufeff", "\x00", b"", b"\n"])
@pytest.mark.parametrize("kind", list(InputKind))
def test_empty_input_is_refused(source: str | bytes, kind: InputKind) -> None:
    """Of any kind."""
    with pytest.raises(UnreadableError, match="empty"):
        read(source, kind=kind)


def test_errors_of_files_name_the_file(tmp_path: Path) -> None:
    """Missing, a folder, binary, empty: the message begins with the path and says what is wrong."""
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.4 ...")
    (tmp_path / "empty.html").write_bytes(b"")
    for name, what in (
        ("missing.html", "No such file"),
        (".", "directory"),
        ("paper.pdf", "a PDF document"),
        ("empty.html", "empty"),
    ):
        path = tmp_path / name
        with pytest.raises(UnreadableError) as caught:
            read(path)
        assert str(caught.value).startswith(f"{path}: ")
        assert what in str(caught.value)


def test_a_path_that_no_file_can_have_is_refused() -> None:
    """Not by an exception of another family."""
    with pytest.raises(UnreadableError):
        read(Path("a\0b"))


@pytest.mark.parametrize("source", [None, 7, ["<p>"], object()])
def test_other_types_are_refused(source: object) -> None:
    """The message says what is accepted and what came."""
    with pytest.raises(UnreadableError, match=f"not {type(source).__name__}"):
        read(source)  # type: ignore[arg-type]


def test_a_text_loads_no_parser() -> None:
    """Nor Beautiful Soup; the start of the program is part of its speed."""
    code = (
        "import sys; from cleaner.read.page import read; read('One line.\\nAnother line.')\n"
        "assert not {'selectolax', 'lxml', 'bs4', 'readability'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
