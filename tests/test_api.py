"""The library's one call: what it takes, what it gives, and that it keeps nothing."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from cleaner import (
    DEFAULT,
    Article,
    CleanerError,
    InputKind,
    Kind,
    Outcome,
    Strictness,
    UnknownNameError,
    UnreadableError,
    clean,
)
from tests.cli.command import ARTICLE, HTML_PAGE, TEXT_PAGE
from tests.golden import TEXT, folders, source

PAGES = [folder for folder in folders() if "--" not in folder.name]


def fate(article: Article) -> tuple[str, str | None, list[tuple[str, str, str, str]]]:
    """All that a caller sees of an article, to compare."""
    decisions = [(each.outcome.value, each.filter, each.reason, each.evidence) for each in article.decisions]
    return article.text, article.title, decisions


def clean_path(path: Path) -> tuple[str, str | None, list[tuple[str, str, str, str]]]:
    """Clean one page, for another process."""
    return fate(clean(path))


@pytest.mark.parametrize(
    "of",
    [
        lambda page, folder: page,
        lambda page, folder: page.encode(),
        lambda page, folder: bytearray(page.encode()),
        lambda page, folder: gzip.compress(page.encode()),
        lambda page, folder: written(folder / "page", page.encode()),
        lambda page, folder: written(folder / "page.gz", gzip.compress(page.encode())),
    ],
    ids=["str", "bytes", "bytearray", "gzip", "path", "gzipped-path"],
)
@pytest.mark.parametrize("page", [HTML_PAGE, TEXT_PAGE], ids=["html", "text"])
def test_source_types(of: Callable[[str, Path], object], page: str, tmp_path: Path) -> None:
    """A page comes out the same whatever it is handed over as."""
    assert clean(of(page, tmp_path)).text == ARTICLE  # type: ignore[arg-type]


def written(path: Path, content: bytes) -> Path:
    """A new file."""
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("parser", ["html.parser", "lxml"])
def test_beautifulsoup_document(parser: str) -> None:
    """A parsed document is a source like others, and is the same afterwards."""
    document = BeautifulSoup(HTML_PAGE, parser)
    before = str(document)
    assert clean(document).text == ARTICLE
    assert str(document) == before
    assert clean(document).text == ARTICLE


def test_caller_s_bytes_are_unchanged() -> None:
    """A mutable buffer that was handed over is the caller's."""
    buffer = bytearray(HTML_PAGE.encode())
    before = bytes(buffer)
    clean(buffer)  # type: ignore[arg-type]
    assert buffer == before


def test_a_str_is_a_page_and_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A str is the page itself: no file is opened because a text happens to be a file's name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter").write_text(HTML_PAGE, "utf-8")
    assert ARTICLE not in clean("letter").text


def test_title_and_language() -> None:
    """What the page says of itself stands beside the text."""
    article = clean(HTML_PAGE)
    assert (article.title, article.language) == ("A ferry that nobody waits for", "en")


def test_url_is_the_caller_s() -> None:
    """The address that the caller gives stands in the article; without one, what the page says."""
    page = HTML_PAGE.replace("</head>", '<link rel="canonical" href="https://example.org/own"></head>')
    assert clean(page, url="https://example.org/given").url == "https://example.org/given"
    assert clean(page).url == "https://example.org/own"


def test_one_decision_for_every_block() -> None:
    """Each block of a page has its decision, in order, and those kept or spared are the article's."""
    for folder in PAGES:
        article = clean(source(folder))
        assert [each.block.index for each in article.decisions] == list(range(len(article.decisions)))
        standing = [each.block for each in article.decisions if each.outcome is not Outcome.DROPPED]
        assert standing == list(article.blocks)


@pytest.mark.parametrize("kind", ["text", InputKind.TEXT])
def test_kind_is_taken_at_its_word(kind: InputKind | str) -> None:
    """A page that is said to be text is not parsed, whatever it looks like."""
    assert "<em>" in clean("Type <em> before a word and </em> behind it.\n" * 2, kind=kind, filters=()).text


def test_kind_html() -> None:
    """A text that is said to be HTML is parsed."""
    assert clean("Salt &amp; vinegar", kind="html", filters=()).text == "Salt & vinegar"


def test_filters_are_the_caller_s() -> None:
    """Only the filters that are passed run: none of them leaves every block, and a generator is as good as a tuple."""
    page = source(PAGES[0])
    everything = clean(page, filters=())
    assert len(everything.blocks) == len(everything.decisions)
    assert fate(clean(page, filters=(step for step in DEFAULT))) == fate(clean(page))


def test_strictness_moves_one_way() -> None:
    """The dial means the same on every page: lenient keeps no less of the text than strict, over all pages together."""
    kept = [
        sum(len(clean(source(folder), strictness=dial).text) for folder in PAGES)
        for dial in (Strictness.LENIENT, Strictness.BALANCED, Strictness.STRICT)
    ]
    assert kept[0] >= kept[1] >= kept[2]
    assert kept[0] > kept[2]


@pytest.mark.parametrize("name", ["kind", "strictness"])
def test_unknown_names_list_the_known(name: str) -> None:
    """A misspelt name is an error that says which names exist."""
    with pytest.raises(UnknownNameError, match="known: ") as caught:
        clean(HTML_PAGE, **{name: "nonsense"})  # type: ignore[arg-type]
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        "",
        "  \n\t ",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        gzip.compress(HTML_PAGE.encode())[:-20],
        Path("no/such/page"),
        42,
    ],
    ids=["no-bytes", "no-text", "white-space", "binary", "cut-gzip", "missing", "number"],
)
def test_unreadable(bad: object) -> None:
    """What holds no text raises one error of the family, with a sentence for a person."""
    with pytest.raises(UnreadableError) as caught:
        clean(bad)  # type: ignore[arg-type]
    assert isinstance(caught.value, CleanerError)
    assert str(caught.value)


def test_directory_is_unreadable(tmp_path: Path) -> None:
    """A folder is no page."""
    with pytest.raises(UnreadableError):
        clean(tmp_path)


def test_page_without_article_is_empty() -> None:
    """No article is an answer and no error."""
    article = clean('<!doctype html><html><body><div id="app"></div></body></html>')
    assert (article.text, article.blocks) == ("", ())


def test_same_page_same_article_in_any_order() -> None:
    """Nothing is remembered from one page to the next: order and company change nothing."""
    paths = [source(folder) for folder in PAGES]
    first = {path: fate(clean(path)) for path in paths}
    shuffled = paths[:]
    random.Random(7).shuffle(shuffled)
    assert {path: fate(clean(path)) for path in shuffled} == first


def test_threads() -> None:
    """Pages that are cleaned at the same time in threads come out as they do one by one."""
    paths = [source(folder) for folder in PAGES]
    alone = [fate(clean(path)) for path in paths]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(clean_path, paths * 3)) == alone * 3


def test_processes() -> None:
    """The same holds in other processes, where everything is loaded anew."""
    paths = [source(folder) for folder in PAGES[:4]]
    alone = [fate(clean(path)) for path in paths]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(clean_path, paths)) == alone


def test_text_can_be_cleaned_again() -> None:
    """What comes out is a text like others: no paragraph is cut or joined when it is read once more."""
    for folder in PAGES:
        expected = (folder / TEXT).read_text("utf-8").strip()
        marked = ("- ", "> ", "  ", "$ ")
        paragraphs = [part for part in expected.split("\n\n") if part and "\n" not in part and part[:2] not in marked]
        again = [block.text for block in clean(expected, kind="text", filters=()).blocks] if expected else []
        assert [part for part in paragraphs if part not in again] == []


def test_kinds_have_stable_names() -> None:
    """The names of kinds are what programs compare in `--explain=json`."""
    assert [kind.value for kind in Kind] == "paragraph heading item quote code row caption label".split()
