"""The content model in C: its rows and scores are those of the figures in Python, to the last bit.

tests/test_wheel.py runs these tests on the installed wheel; a checkout has no kernels.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Sequence

import pytest

from cleaner.model import Block, InputKind, Kind, Metadata, Page
from cleaner.native import native
from cleaner.read.html import read_html
from cleaner.scoring import html_view
from cleaner.scoring.decide import likeliest_in_python
from cleaner.scoring.forest import STEP, Exit, Forest
from cleaner.scoring.judge import Judge
from cleaner.scoring.model import FLOOR, shipped
from cleaner.scoring.text_figures import counts_in_python
from cleaner.scoring.words import name_words_in_python, text_words_in_python
from tests.benchmarks import made_up
from tests.factory import block, element, tree
from tests.golden import folders, source

pytestmark = pytest.mark.skipif(native is None, reason="nothing is built in C")

MODEL = shipped(InputKind.HTML)
PAGES = [folder for folder in folders() if source(folder).suffix == ".html"]
AT_ONCE = 60  # characters looked at together, as at a text's beginning


def bits(rows: Sequence[Sequence[float]]) -> list[bytes]:
    """Numbers as they lie in memory: zeros of both signs differ."""
    return [struct.pack(f"{len(row)}d", *row) for row in rows]


def assert_twins(page: Page, standing: Sequence[Block]) -> None:
    """Rows of both passes and scores are the same from C and from Python."""
    assert isinstance(MODEL.judge, Judge)
    seen = html_view.first(page, standing, MODEL.texts, MODEL.names)
    rows = seen.rows(standing)
    assert bits(MODEL.judge.rows(page, standing) or ()) == bits(rows)
    scores = [0.0] * len(page.blocks)
    for number, each in enumerate(standing):
        scores[each.index] = (number * 37 % 100) / 99.0
    around = html_view.second(page, scores, seen.found)(standing)
    whole = [row + more for row, more in zip(rows, around, strict=True)]
    assert bits(MODEL.judge.rows(page, standing, scores) or ()) == bits(whole)
    found = MODEL.judge.scores(page, standing, FLOOR)
    assert bits([found or []]) == bits([MODEL.scores_in_python(page, standing)])


@pytest.mark.parametrize("folder", PAGES, ids=lambda folder: str(folder.name))
def test_fixtures_are_scored_alike(folder: object) -> None:
    """All blocks, and every other one."""
    page = read_html(source(folder).read_text("utf-8", errors="replace"))  # type: ignore[arg-type]
    assert_twins(page, page.blocks)
    assert_twins(page, page.blocks[::2])


def test_page_longer_than_a_portion_is_scored_alike() -> None:
    """Rows of a long page are made again for the second pass."""
    page = read_html(made_up.ordinary(900_000))
    assert len(page.blocks) > 2_000
    assert_twins(page, page.blocks)


def awkward() -> Page:
    """A page with one of everything that a figure asks for."""
    body = element(classes="page")
    main = element("div", body, role="main", id="Content", classes="articleBody  wide-COLUMN")
    aside = element("aside", body, hidden="display:none", classes="sidebar")
    comments = element("section", main, classes="commentList x", itemprop="comment")
    item = element("li", element("ul", comments), classes="reply")
    shy = element("article", main, role="complementary", classes="Überschrift")
    blocks = [
        block("Die große Überschrift", Kind.HEADING, element=element("h1", main), level=1),
        block("DIE GROSSE ÜBERSCHRIFT", element=element("p", shy)),
        block("A goat, said İpek Σίσυφος, was found; it had eaten 12² pages… «Really?»", element=main, strong_chars=9),
        block("山羊は図書館で見つかった。誰も驚かなかった、と館長は言った。２匹目は?", element=shy),
        block("Short:", Kind.LABEL, element=aside, link_chars=6, marks="btn btn-Primary nofollow"),
        block("Short:", Kind.ITEM, element=item, level=2),
        block("Wait...", Kind.ITEM, element=item, level=2, link_chars=3),
        block("lines\nof\nverse\u00a0here\x85there \u2003 7th 8TH Ninth", Kind.CODE, element=main),
        block("ein ganzer Absatz über eine Ziege, " * 9, element=comments, link_chars=40),
        block('"', element=comments),
        block("É; è; à. Ö? Ä!", element=main, marks="É_is-caps ABCdef"),
        block("x" * 2_000 + ".", element=main),
        block("word " * 70 + "end.\u201d", Kind.QUOTE, element=main),
        block("Die große Überschrift – und was darunter steht, in einer Zeile", element=main),
        block("\U0001f410 9\u0663 \u00bd \u2160 \u01c5 \u1e9e \ufb03", element=main),
    ]
    page = tree(*blocks)
    page.metadata = Metadata(
        title=" Die große ÜBERSCHRIFT ", description="Über die Ziege: ein ganzer Absatz über eine Ziege, ein ganzer",
        article_body="ein ganzer Absatz  über eine Ziege, ein ganzer Absatz über eine Ziege, ein ganzer Absatz über",
        types=("og:article", "NewsArticle"), path="/2026/die-ziege_12.html",
    )  # fmt: skip
    return page


def test_awkward_page_is_scored_alike() -> None:
    """Scripts, twins, titles, roles, hidden containers, comments, marks, and what a page says of itself."""
    page = awkward()
    assert_twins(page, page.blocks)
    assert_twins(page, page.blocks[3:])
    assert_twins(page, [])
    page.metadata = Metadata(title="?!")
    assert_twins(page, page.blocks)
    page.metadata = Metadata()
    assert_twins(page, page.blocks)


def test_page_out_of_order_is_left_to_python() -> None:
    """Containers that are not the page's own could lead out of memory: such a page has its scores from Python."""
    page = awkward()
    assert MODEL.judge is not None
    assert MODEL.judge.scores(page, page.blocks, FLOOR) is not None
    stranger = Page(page.kind, page.blocks, (element("html"), *page.elements[1:]), page.metadata)
    assert MODEL.judge.scores(stranger, page.blocks, FLOOR) is None
    assert MODEL.judge.scores(page, page.blocks[::-1], FLOOR) is None
    assert MODEL.scores(stranger, page.blocks).probabilities == MODEL.scores_in_python(stranger, page.blocks)
    page.elements[1].last = 10_000
    assert MODEL.judge.scores(page, page.blocks, FLOOR) is None


def test_every_character_is_read_alike() -> None:
    """Small letters, digits, spaces, wide characters, marks: whatever Unicode says of a character, C says it too."""
    assert native is not None
    letters = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    for start in range(0, len(letters), AT_ONCE):
        for text in ("".join(letters[start : start + AT_ONCE]), " ".join(letters[start : start + AT_ONCE])):
            assert native.text_words(text) == text_words_in_python(text)
            assert native.counts(text) == counts_in_python(text)
            assert native.name_words(text) == name_words_in_python(text)


def test_cut_is_made_alike() -> None:
    """The likeliest blocks are the same, with many as likely as each other; nothing is likeliest of none."""
    assert native is not None
    for number in range(200):
        probabilities = [(at * (number + 3) % (number % 9 + 2)) / 9.7 for at in range(number)]
        sizes = [at * 37 % 400 + 1 for at in range(number)]
        assert bits([native.likeliest(probabilities, sizes)]) == bits([likeliest_in_python(probabilities, sizes)])


@pytest.mark.parametrize("size", [1, 7, 8, 9, 63, 64, 65, 200])
def test_rows_side_by_side_are_walked_alike(size: int) -> None:
    """Each of many rows ends in its own leaves, and stops where it is beyond doubt, whoever goes beside it."""
    trees = [[[0, 1], [n / 7, n / 11], [-1, -2], [1, -3], [n / 13, -n / 17, n / 19]] for n in range(1, 35)]
    rows = [[at % 20 / 3, at % 11 / 5] for at in range(size)]
    for exits in ([], [Exit(STEP, -2.0, 3.0, 1.5), Exit(3 * STEP, -20.0, 20.0, 1.1)], [Exit(STEP, 9.0, 9.0, 2.0)]):
        forest = Forest(trees, exits)
        assert bits([forest.log_odds(rows)]) == bits([[forest.walked(row)[0] for row in rows]])


@pytest.mark.parametrize(
    ("tree", "error"),
    [
        ([[0], [0.0], [0], [-1], [1.0]], ValueError),  # leads back to itself
        ([[0], [0.0], [-1], [-2], [1.0]], ValueError),  # to a leaf that is not there
        ([[0], [0.0], [-1], [-1, -1], [1.0]], ValueError),
        ([[], [], [], [], []], ValueError),
        ([[0], ["a"], [-1], [-1], [1.0]], TypeError),
        ([[0], [0.0], [-1], [-1]], ValueError),
    ],
)
def test_tree_out_of_the_forest_is_refused(tree: list[list[float]], error: type[Exception]) -> None:
    """A file of weights is data from outside: it must not lead the walk astray."""
    with pytest.raises(error):
        Forest([tree])


@pytest.mark.parametrize("gates", [[], [(0.0, 0.0, 1.0)] * 2, [(0.0, 0.0)], [[0.0, 0.0, 1.0]], [("a", 0.0, 1.0)]])
def test_gates_that_are_none_are_refused(gates: list[tuple[float, float, float]]) -> None:
    """There is one after each whole step, of three numbers."""
    assert native is not None
    tree: list[list[float]] = [[0], [0.0], [-1], [-2], [1.0, 2.0]]
    with pytest.raises((TypeError, ValueError)):
        native.plant([tree] * (STEP + 1), gates, STEP)
