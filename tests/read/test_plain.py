"""Scraped text and text files to blocks."""

from __future__ import annotations

import time

import pytest

from cleaner.model import Block, InputKind, Kind, Page, Strictness
from cleaner.read.plain import read_text

# Made up; the first lines of a longer report.
PARAGRAPHS = [
    "The ferry to the island runs again. After a winter of repairs it left the harbour on Monday morning with some "
    "forty passengers on board, most of them islanders who had waited on the quay since before dawn.",
    "It was not a smooth start. The ramp stuck twice, and the captain, who "
    "has made the crossing for thirty years, was "
    "heard to say that the old boat had never done such a thing. Nobody laughed.",
    "Tickets cost as much as last year. Children under six travel free.",
    "The company expects about two hundred thousand passengers until the autumn, when the boat goes back to the yard "
    "for its new engine; whether there will be money for a second boat, as "
    "the council has promised, is another matter.",
]


def texts(page: Page) -> list[str]:
    """The blocks' texts."""
    return [block.text for block in page.blocks]


def kinds(page: Page) -> list[tuple[Kind, int, str]]:
    """The blocks' kinds, levels and texts."""
    return [(block.kind, block.level, block.text) for block in page.blocks]


def wrapped(text: str, width: int) -> str:
    """A paragraph cut into lines as mail programs do."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\n\n", "\r\n\r\n", "\n \t\n"])
def test_a_line_is_a_paragraph(end: str) -> None:
    """As a scraper writes them, with or without blank lines between, whatever ends a line."""
    assert texts(read_text(end.join(PARAGRAPHS) + end)) == PARAGRAPHS


@pytest.mark.parametrize("width", [50, 66, 72, 80, 100])
def test_lines_cut_at_a_width_are_joined(width: int) -> None:
    """Paragraphs stand between blank lines then."""
    text = "\n\n".join(wrapped(paragraph, width) for paragraph in PARAGRAPHS)
    assert texts(read_text(text)) == PARAGRAPHS


def test_lines_broken_by_hand_are_joined() -> None:
    """Lines of uneven length that break off in mid-sentence belong together too."""
    text = (
        "We went down to the harbour in the rain,\nbecause the boat was to leave at nine and nobody knew\n"
        "whether it would wait for us this time.\n\nIt did not. We stood there with our bags\n"
        "and watched it go round the breakwater, which is\na sight that one does not forget so soon."
    )
    assert texts(read_text(text)) == [part.replace("\n", " ") for part in text.split("\n\n")]


def test_a_short_line_ends_a_paragraph_of_cut_lines() -> None:
    """Without a blank line between: the next word had had room."""
    text = "\n".join(wrapped(paragraph, 72) for paragraph in PARAGRAPHS)
    assert texts(read_text(text)) == PARAGRAPHS


def test_mixed_lines_are_taken_sensibly() -> None:
    """A mail: address lines and greetings stay apart, cut paragraphs are joined, a long line is one of its own."""
    text = (
        "Dear Ann,\n\n"
        + wrapped(PARAGRAPHS[0], 70)
        + "\n\n"
        + PARAGRAPHS[3]
        + "\n\nBest wishes\nJohn\nHarbour Street 3"
    )
    read = texts(read_text(text))
    assert read == ["Dear Ann,", PARAGRAPHS[0], PARAGRAPHS[3], "Best wishes", "John", "Harbour Street 3"]


@pytest.mark.parametrize(
    "text",
    [
        "Home\nNews\nSport\nWeather\nCulture\n\nAbout us\nContact",
        "flour\nbutter\nsugar\nsalt and pepper\na pinch of cinnamon",
        "The wind is up, the boats are in,\nThe lamps are lit along the "
        "quay,\nAnd somebody is tuning strings\nAnd all the "
        "night belongs to me.",
        "Island ferry runs again after a winter of long repairs\nCouncil votes on second boat before the summer break"
        "\nHarbour master retires after forty years in the office\nNew engine "
        "for the old boat will come from the north",
        "Ferry tickets: the prices\nAdults 12.50\nChildren 6.00\nBicycles 4.00",
    ],
    ids=["menu", "ingredients", "verses", "headlines", "prices"],
)
def test_short_lines_are_not_joined(text: str) -> None:
    """Menus, lists, verses and headlines are as many blocks as lines."""
    assert texts(read_text(text)) == [line for line in text.split("\n") if line]


def test_chinese_lines_are_joined_without_spaces() -> None:
    """A character that had no room goes to the next line; no space belongs between."""
    paragraph = (
        "昨天晚上，市里新建的大桥通车了。居民们等了十多年，"
        "很多人都来看第一辆公共汽车开过大桥，河边站满了人，大家都很高兴。"
    )
    lines = [paragraph[at : at + 30] for at in range(0, len(paragraph), 30)]
    assert texts(read_text("\n".join(lines) + "\n\n" + "\n".join(lines))) == [paragraph, paragraph]


def test_a_block_knows_where_it_stands() -> None:
    """The line as an editor counts it, and the raw paragraph in the source."""
    source = "Title of it all\r\n\r\n   First\tparagraph  here. \r\n- an item\n\r\nLast\u2028line"
    page = read_text(source)
    assert [(block.line, source[block.start : block.end]) for block in page.blocks] == [
        (1, "Title of it all"),
        (3, "First\tparagraph  here."),
        (4, "- an item"),
        (6, "Last"),
        (6, "line"),
    ]
    assert page.blocks[1].text == "First paragraph here."
    assert page.blocks[1].where == "line 3"


def test_offsets_of_joined_lines_span_them_all() -> None:
    """From the first line's beginning to the last line's end."""
    source = "\n\n".join(wrapped(paragraph, 72) for paragraph in PARAGRAPHS)
    for block in read_text(source).blocks:
        assert " ".join(source[block.start : block.end].split()) == block.text


def test_markdown_marks_become_kinds() -> None:
    """Marks go, kinds and levels stay."""
    page = read_text(
        "# The ferry #\n\n## How it went\nIt left.\n\n- ramp\n- engine\n    - "
        "old\n    - new\n* boat\n• crew\n\n> Nobody "
        "laughed.\n> Not one.\n\nThe end\n=======\n"
    )
    assert kinds(page) == [
        (Kind.HEADING, 1, "The ferry"),
        (Kind.HEADING, 2, "How it went"),
        (Kind.PARAGRAPH, 0, "It left."),
        (Kind.ITEM, 1, "ramp"),
        (Kind.ITEM, 1, "engine"),
        (Kind.ITEM, 2, "old"),
        (Kind.ITEM, 2, "new"),
        (Kind.ITEM, 1, "boat"),
        (Kind.ITEM, 1, "crew"),
        (Kind.QUOTE, 0, "Nobody laughed."),
        (Kind.QUOTE, 0, "Not one."),
        (Kind.HEADING, 1, "The end"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "#ferry is what they tag it with",
        "– Has it left? asked the boy.",
        "— Он ушёл, — сказал мальчик.",
        "-5 degrees in the morning",
        "* * *",
        "----",
        ">>> print(ferry)",
        "1. The first point",
        "*Note* that the times may change",
        "C# is a language",
    ],
)
def test_other_signs_are_text(line: str) -> None:
    """Speech, tags, numbers, rules and prompts keep their signs."""
    assert kinds(read_text(f"Before it.\n\n{line}\n\nAfter it.")) == [
        (Kind.PARAGRAPH, 0, "Before it."),
        (Kind.PARAGRAPH, 0, line),
        (Kind.PARAGRAPH, 0, "After it."),
    ]


def test_items_and_quotes_of_cut_lines_are_joined() -> None:
    """A list item goes on in indented lines, a quotation in lines with its sign."""
    text = "\n\n".join(wrapped(paragraph, 70) for paragraph in PARAGRAPHS)
    text += (
        "\n\n- the ramp, which stuck twice in the cold of the morning and had "
        "to be\n  loosened with a hammer\n- the engine\n"
        "\n> I have never seen her do such a thing in all the years that I have\n> been her captain.\n"
    )
    assert kinds(read_text(text))[4:] == [
        (
            Kind.ITEM,
            1,
            "the ramp, which stuck twice in the cold of the morning and had to be loosened with a hammer",
        ),
        (Kind.ITEM, 1, "the engine"),
        (Kind.QUOTE, 0, "I have never seen her do such a thing in all the years that I have been her captain."),
    ]


def test_fenced_code_keeps_its_lines() -> None:
    """One block, white space kept, no mark inside it read; a fence that is never closed is text."""
    page = read_text("Run this:\n\n```sh\n# not a heading\n\nif true; then\n    make\nfi\n```\n\nDone.\n~~~ and on")
    assert kinds(page) == [
        (Kind.PARAGRAPH, 0, "Run this:"),
        (Kind.CODE, 0, "# not a heading\n\nif true; then\n    make\nfi"),
        (Kind.PARAGRAPH, 0, "Done."),
        (Kind.PARAGRAPH, 0, "~~~ and on"),
    ]


def test_no_control_character_comes_through() -> None:
    """Neither terminal colours nor stray codes; white space of every kind is folded."""
    page = read_text(
        "\x1b[1;31mRed\x1b[0m and\u00a0\u3000blue\x07\x00\u200b\n\n```\na\x1bb\n```\n\u200b\n\x0c\nEnd\x85now"
    )
    assert texts(page) == ["Red and blue", "ab", "End", "now"]


def test_the_page_of_a_text() -> None:
    """One element around all blocks, the language of its words, no title."""
    source = "\n".join(PARAGRAPHS)
    page = read_text(source, url="https://example.org/ferry", strictness=Strictness.STRICT)
    assert (page.kind, page.url, page.strictness) == (InputKind.TEXT, "https://example.org/ferry", Strictness.STRICT)
    assert (page.metadata.language, page.metadata.title) == ("en", None)
    (root,) = page.elements
    assert (root.first, root.last) == (0, len(page.blocks))
    assert [block.index for block in page.blocks] == list(range(len(page.blocks)))
    assert all(block.element is root for block in page.blocks)


def first_and_count(text: str) -> tuple[Block, int]:
    """The first block of a text and how many there are."""
    blocks = read_text(text).blocks
    return blocks[0], len(blocks)


def test_long_texts_are_read_in_time() -> None:
    """Three megabytes on one line, and two hundred thousand lines."""
    started = time.perf_counter()
    block, count = first_and_count("word and more " * 220_000)
    assert (len(block.text), count) == (14 * 220_000 - 1, 1)
    assert first_and_count("One of many lines.\n" * 200_000)[1] == 200_000
    assert first_and_count("- x\n" * 100_000)[1] == 100_000
    read_text("> " * 500_000 + "```" * 100_000 + "\n```" * 50_000)
    assert time.perf_counter() - started < 30  # some seconds; an hour if it were quadratic
