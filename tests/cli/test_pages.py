"""Several pages in one run, with streams of our own."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import pytest

from cleaner.cli import selection
from cleaner.cli.exit_codes import ExitCode
from cleaner.cli.options import Options
from cleaner.cli.pages import Result, printed, run
from cleaner.cli.streams import Streams
from cleaner.model import Article, Block, Drop, Metadata, Page
from tests.cli.command import ARTICLE, HTML_PAGE, PARAGRAPHS
from tests.factory import block


class Bakers:
    """Paragraphs about bakers."""

    name: ClassVar[str] = "bakers"
    by_phrase: ClassVar[bool] = False

    def __call__(self, page: Page, blocks: Sequence[Block]) -> Iterator[Drop]:
        """Drop them."""
        return (Drop(found, "baker") for found in blocks if "bakery" in found.text)


def cleaned(names: list[str], options: Options, stdin: str = "") -> tuple[str, str, ExitCode]:
    """What a run prints on both streams, and its code."""
    stdout, stderr = io.BytesIO(), io.StringIO()
    code = run(names, options, Streams(io.BytesIO(stdin.encode()), stdout, stderr))
    return stdout.getvalue().decode(), stderr.getvalue(), code


def test_a_title_that_opens_the_article_stands_once() -> None:
    """`--title` does not repeat a heading that is there already."""
    source = HTML_PAGE.replace("<article>", "<article><h1>A ferry that nobody waits for</h1>")
    with_title, _, _ = cleaned([], Options(title=True), source)
    without, _, _ = cleaned([], Options(), source)
    assert with_title.count("A ferry that nobody waits for") == 1
    assert with_title.startswith("A ferry that nobody waits for\n\n")
    assert with_title.endswith(without)


def test_a_page_without_a_title_prints_its_body() -> None:
    """Where the page says nothing, `--title` adds nothing."""
    source = HTML_PAGE.replace("<title>A ferry that nobody waits for</title>", "")
    assert cleaned([], Options(title=True), source) == (ARTICLE + "\n", "", ExitCode.ARTICLE)


def test_pages_without_an_article_leave_no_gap(tmp_path: Path) -> None:
    """The first page that prints begins the output, whichever it is."""
    (tmp_path / "shell.html").write_text("<html><body></body></html>")
    (tmp_path / "page.html").write_text(HTML_PAGE)
    names = [str(tmp_path / name) for name in ("shell.html", "page.html", "shell.html", "page.html")]
    stdout, stderr, code = cleaned(names, Options(quiet=True))
    assert stdout == f"{ARTICLE}\n\n{ARTICLE}\n"
    assert stderr.count("\n") == 2
    assert code is ExitCode.NO_ARTICLE


def test_the_hint_is_not_given_to_who_follows_it() -> None:
    """A page without an article names `--explain` only where it is not in use."""
    _, bare, _ = cleaned([], Options(), "<html><body></body></html>")
    assert bare == "clean: standard input: no article in the page; --explain shows why\n"


@pytest.mark.parametrize("options", [Options(only=("nonsense",)), Options(url="https://example.org/")])
def test_wrong_usage_reads_no_page(options: Options) -> None:
    """Wrong usage stops the run before its first page."""
    stdout, stderr, code = cleaned(["gone.html", "gone.html"], options)
    assert (stdout, code) == ("", ExitCode.USAGE)
    assert "no such file" not in stderr
    assert stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "runs"),
    [(Options(), True), (Options(only=("bakers",)), True), (Options(without=("bakers",)), False)],
)
def test_the_chosen_filters_run(options: Options, runs: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--only` and `--without` reach the page."""
    monkeypatch.setattr(selection, "DEFAULT", (Bakers(),))
    stdout, _, _ = cleaned([], options, HTML_PAGE)
    assert (PARAGRAPHS[1] not in stdout) is runs
    assert PARAGRAPHS[0] in stdout


def test_a_title_is_one_harmless_line() -> None:
    """Whatever a reader takes for a title, the terminal gets one line without escapes."""
    found = block("It left.")
    article = Article("It left.", Metadata(title="The\x1b]0;x\x07 boat\n\tleft"), (found,), ())
    result = Result("page", ExitCode.ARTICLE, article)
    assert printed(result, Options(title=True), several=False, first=True) == "The]0;x boat left\n\nIt left.\n"
