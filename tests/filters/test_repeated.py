"""Text that stands again goes, exactly or nearly the same; parallel text and refrains stay."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from cleaner.filters.repeated import Repeated
from cleaner.model import Block, InputKind, Kind, Page, Strictness
from tests.factory import block, page

LEAD = (
    "The strike of the lock keepers on the northern canal entered its third week on Monday, and more than two hundred "
    "barges are waiting above the first lock."
)
UPDATE = (
    "The mediators – the third such team appointed since the spring – had left the talks shortly before midnight "
    "without any word on when they would meet again."
)
OTHERS = [
    "Grain traders say that they have hired every lorry between the canal and the coast, and that it is not enough.",
    "The keepers want a second person on each night shift. The canal company has offered to pay for better lamps.",
    "Above the first lock, skippers have begun to share their meals; one of them has opened a library on deck.",
    "A spokesman of the company would not say how long the reserves of the mills along the canal would last.",
]


def text(*lines: str, strictness: Strictness = Strictness.BALANCED) -> Page:
    """Scraped text, one paragraph a line."""
    return page(*lines, kind=InputKind.TEXT, strictness=strictness)


def drops(made: Page) -> list[tuple[int, str, str]]:
    """Of every drop the block's number, the reason and the evidence."""
    found = [(drop.block.index, drop.reason, str(drop.evidence)) for drop in Repeated()(made, made.blocks)]
    return sorted(found)


def heading(words: str, level: int = 2) -> Block:
    """A heading."""
    return block(words, Kind.HEADING, level=level)


def item(words: str, *, linked: bool = False) -> Block:
    """A list item, plain or one link."""
    return block(words, Kind.ITEM, level=1, links=int(linked), link_chars=len(words) if linked else 0)


def test_lead_that_comes_again_goes() -> None:
    """The first one stays, and the evidence names it."""
    assert drops(text(LEAD, *OTHERS, LEAD)) == [(5, "repeat-exact", "same as block 0")]


def test_paragraph_with_a_letter_changed_goes() -> None:
    """The second copy has lost a letter; the evidence says how alike the two are."""
    made = text(LEAD, UPDATE, *OTHERS, LEAD, UPDATE.replace("talks", "talk"))
    assert drops(made) == [(6, "repeat-exact", "same as block 0"), (7, "repeat-near", "0.96 like block 1")]


def test_case_and_punctuation_at_the_ends_do_not_count() -> None:
    """A lead in quotation marks or without its full stop is the same lead."""
    assert drops(text(LEAD, OTHERS[0], f"“{LEAD.rstrip('.')}”")) == [(2, "repeat-exact", "same as block 0")]


@pytest.mark.parametrize(
    "edited",
    [
        UPDATE.replace("shortly before midnight", "before midnight"),
        UPDATE.replace("any word", "any further word"),
        "Updated: " + UPDATE,
        UPDATE.replace("midnight", "midnigth"),
    ],
    ids=["word left out", "word put in", "word in front", "slip of the pen"],
)
def test_edited_copy_goes_and_the_fuller_one_stays(edited: str) -> None:
    """Whichever has more text stays, wherever it stands; of equals, the first."""
    for lines, first, second in (([UPDATE, *OTHERS, edited], 0, 5), ([edited, *OTHERS, UPDATE], 0, 5)):
        longer_later = len(lines[second]) > len(lines[first])
        assert [(place, why) for place, why, _ in drops(text(*lines))] == [
            (first if longer_later else second, "repeat-near")
        ]


def test_one_word_for_another_in_a_long_text_goes() -> None:
    """A correction in a paragraph of more than forty words."""
    long = f"{LEAD} {UPDATE}"
    assert [why for _, why, _ in drops(text(long, *OTHERS, long.replace("waiting", "moored")))] == ["repeat-near"]


def test_heading_that_stands_again_at_once_goes() -> None:
    """A title over the picture and over the text."""
    made = page(heading("A library on deck", 1), block("Three barges"), heading("A library on deck", 1), OTHERS[2])
    assert drops(made) == [(2, "repeat-exact", "same as block 0")]


def test_title_twice_in_a_row() -> None:
    """One for the page and one for the story."""
    made = page(heading("A library on deck", 1), heading("A library on deck"), OTHERS[2])
    assert drops(made) == [(1, "repeat-exact", "same as block 0")]


@pytest.mark.parametrize(
    "parts",
    [
        [heading("What you need for four people"), block(OTHERS[0])] * 4,
        [heading("What you need for four people"), block(OTHERS[0]), heading("What you need for four people")],
        [
            heading("What you need for four people"),
            block("Salt"),
            heading("What you need for four people"),
            block("Oil"),
        ]
        * 2,
        [heading("Salt"), block("Two pinches"), heading("Salt"), block("To taste")],
    ],
    ids=["four sections", "with a paragraph between", "four short sections", "short headings"],
)
def test_headings_of_parallel_sections_stay(parts: list[Block]) -> None:
    """Each recipe has its ingredients, each phone its battery."""
    made = page(*(block(part.text, part.kind, level=part.level) for part in parts))
    assert [drop.block.text for drop in Repeated()(made, made.blocks) if drop.block.kind is Kind.HEADING] == []


def test_long_heading_that_comes_again_goes() -> None:
    """The headline once more, over the second post."""
    title = heading("Lock keepers on the northern canal stay out for a third week as talks fail", 1)
    again = heading(title.text)
    assert drops(page(title, OTHERS[0], OTHERS[1], OTHERS[2], again, OTHERS[3])) == [
        (4, "repeat-exact", "same as block 0")
    ]


def test_copy_of_a_whole_region_goes_with_its_short_blocks() -> None:
    """A page for small screens holds the article again, table and crossheads included."""

    def region() -> list[Block]:
        """The article once."""
        return [
            block(LEAD),
            heading("Reserves"),
            block(OTHERS[0]),
            block("Mill | Days", Kind.ROW),
            block("Upper mill | 4", Kind.ROW),
            block(OTHERS[3]),
        ]

    found = drops(page(*region(), "Share", *region()))
    assert [(place, why) for place, why, _ in found] == [(place, "repeat-run") for place in range(7, 13)]
    assert found[0][2] == "same as block 0, 6 in a row"


def test_two_paragraphs_in_a_row_are_no_region() -> None:
    """They go one by one."""
    assert [why for _, why, _ in drops(text(LEAD, UPDATE, *OTHERS, LEAD, UPDATE))] == ["repeat-exact"] * 2


def test_short_blocks_around_a_copy_stay() -> None:
    """A sentence that comes again with a heading and an answer is no region: the table of each product has its own."""

    def part() -> list[Block]:
        """The terms of one offer."""
        return [heading("Terms"), block("You may send everything back to us within thirty days."), block("Yes")]

    assert drops(page(*part(), OTHERS[0], *part(), OTHERS[1])) == []
    long = "You may send everything back to us within thirty days of the day on which it came."
    made = page(heading("Terms"), long, "Yes", OTHERS[0], heading("Terms"), long, "Yes", OTHERS[1])
    assert [place for place, _, _ in drops(made)] == [5]


def test_three_copies_of_a_region_leave_one() -> None:
    """A carousel has its cards before, in and after the window."""
    assert [place for place, _, _ in drops(text(*([*OTHERS] * 3)))] == list(range(4, 12))


def test_article_run_together_in_one_block_goes() -> None:
    """The same text for a program, in one piece; the paragraphs stay, before it or after it."""
    lines = [LEAD, UPDATE, *OTHERS, *distinct(6)]
    whole = " ".join(lines)
    assert [(place, why) for place, why, _ in drops(text(*lines, whole))] == [(12, "repeat-squashed")]
    assert [(place, why) for place, why, _ in drops(text(whole, *lines))] == [(0, "repeat-squashed")]


def test_long_block_with_text_of_its_own_stays() -> None:
    """An essay that quotes two other paragraphs of the page word for word."""
    essay = " ".join([LEAD, *distinct(8), UPDATE, *OTHERS[:2]])
    assert "repeat-squashed" not in [why for _, why, _ in drops(text(LEAD, essay, UPDATE, *OTHERS[:2]))]


def test_contents_list_goes_and_the_headings_stay() -> None:
    """Links at the top, each the heading of a later section."""
    names = ["Why they strike", "What the mills say", "What comes next"]
    sections = [part for name, words in zip(names, OTHERS, strict=False) for part in (heading(name), block(words))]
    made = page("On this page", *(item(name, linked=True) for name in names), *sections)
    assert drops(made)[0] == (1, "repeat-contents", "comes again as the heading in block 4")
    assert [place for place, _, _ in drops(made)] == [1, 2, 3]


def test_list_that_sums_up_the_sections_stays() -> None:
    """Items that are no links are the author's own summary."""
    names = ["Why they strike", "What the mills say", "What comes next"]
    sections = [part for name, words in zip(names, OTHERS, strict=False) for part in (heading(name), block(words))]
    assert drops(page("Three questions:", *map(item, names), *sections)) == []


def test_headlines_of_a_live_blog_go() -> None:
    """The summary at the top, each of its points the headline of a post below."""
    names = [
        "Lock keepers walk out of talks with the canal company",
        "Mills along the canal say that they have flour for four days",
        "Skippers open a library on deck above the first lock",
    ]
    posts = [part for name, words in zip(names, OTHERS, strict=False) for part in (heading(name), block(words))]
    assert [place for place, _, _ in drops(page("Key points", *map(item, names), *posts))] == [1, 2, 3]


def test_list_that_takes_up_the_headings_afterwards_stays() -> None:
    """A contents list stands before what it lists."""
    names = ["Why they strike", "What the mills say", "What comes next"]
    sections = [part for name, words in zip(names, OTHERS, strict=False) for part in (heading(name), block(words))]
    assert drops(page(*sections, "To sum up:", *(item(name, linked=True) for name in names))) == []


def test_paragraph_that_takes_up_a_list_item_stays() -> None:
    """A list of theses, and the thesis again where it is argued for."""
    thesis = "Nobody knows how long the reserves of the mills along the canal will last."
    assert drops(page(item(thesis), *OTHERS, thesis)) == []


@pytest.mark.parametrize("kind", [Kind.QUOTE, Kind.CAPTION, Kind.HEADING])
def test_pull_quote_goes(kind: Kind) -> None:
    """A sentence set off from the paragraph after next."""
    quote = "We have bread for four days and then we send the people home"
    paragraph = f"The miller shrugs. “{quote}”, he says, and turns back to the scales that his grandfather bought."
    assert drops(page(block(quote, kind), OTHERS[0], paragraph)) == [(0, "repeat-excerpt", "stands in block 2")]
    assert drops(page(paragraph, block(quote, kind), OTHERS[0])) == [(1, "repeat-excerpt", "stands in block 0")]


def test_heading_with_which_its_section_begins_stays() -> None:
    """A question and the sentence that takes it up."""
    question = "How long will the reserves of the mills along the canal last?"
    assert drops(page(heading(question), f"{question} Nobody knows, says the head of the millers' guild.")) == []


def test_reply_that_quotes_from_afar_stays() -> None:
    """In a thread, the quotation says what the answer is about."""
    made = page(LEAD, *OTHERS, *(f"{other} Or so I heard." for other in OTHERS[:3]), block(LEAD, Kind.QUOTE), "Indeed.")
    assert drops(made) == []


STANZA = "Row on, row on, the lamps are low,\nthe water has nowhere else to go,\nand neither have we, and that we know."

SPARED = {
    "prices": [
        "Option A costs 10 euros a month, includes two gigabytes and can be cancelled at the end of any month.",
        "Option B costs 12 euros a month, includes four gigabytes and can be cancelled at the end of any month.",
    ],
    "one number": [
        "The second reactor was shut down for maintenance for a total of 14 days in the course of the last winter.",
        "The second reactor was shut down for maintenance for a total of 41 days in the course of the last winter.",
    ],
    "law": [
        "A person commits an offence under this section if, being the driver of a vehicle, that person fails to stop "
        "when required to do so by a constable in uniform.",
        "A person commits an offence under this section if, being the owner of a vehicle, that person fails to stop "
        "when required to do so by a constable in uniform.",
    ],
    "negation": [
        "The tenant may keep a dog or a cat in the flat as long as the other tenants of the house agree to it in "
        "writing and the animal is registered with the town.",
        "The tenant may not keep a dog or a cat in the flat as long as the other tenants of the house agree to it in "
        "writing and the animal is registered with the town.",
    ],
    "verneinung": [
        "Die Genehmigung wird für die Dauer von zwei Jahren erteilt, wenn der Antrag vor dem Ende der Frist eingeht "
        "und vollständig ist.",
        "Die Genehmigung wird nicht für die Dauer von zwei Jahren erteilt, wenn der Antrag vor dem Ende der Frist "
        "eingeht und vollständig ist.",
    ],
    "contraction": [
        "The warranty does cover damage by water, by frost and by animals, and the cost of the way to the workshop.",
        "The warranty doesn't cover damage by water, by frost and by animals, and the cost of the way to the workshop.",
    ],
    "exchanged": [
        "The left sensor is read before the right sensor, and where both fail the controller stops the belt at once.",
        "The right sensor is read before the left sensor, and where both fail the controller stops the belt at once.",
    ],
    "test report": [
        "The front panel was dropped from a height of one metre onto concrete and showed no damage but a small dent.",
        "The upper panel was dropped from a height of one metre onto concrete and showed no damage but a small dent.",
        "The inner panel was dropped from a height of one metre onto concrete and showed no damage but a small dent.",
    ],
    "results": [
        "In the first semi-final Anna Berg won against Carla Dietz in straight sets after a little more than an hour.",
        "In the second semi-final Erin Falk won against Greta Holm in straight sets after a little more than an hour.",
    ],
    "recipe": [
        "Knead for ten minutes, cover and leave to rise in a warm place.",
        "Roll out, cut into strips and leave on a floured board.",
        "Knead for five minutes, cover and leave to rise in a cool place.",
    ],
    "questions": ["And what did you do then?", "I went home.", "And what did you do then?", "I slept."],
    "dialogue": ["“Really?”", "“Really.”", "“Really?”", "“No.”", "“No?”", "“No.”"],
    "refrain": [
        "O take me down to the harbour wall",
        "where the boats come in at night,",
        "O take me down to the harbour wall",
        "and show me the last of the light.",
    ],
    "stanza": [
        STANZA,
        "The keeper sleeps beside his gate,\nthe barges wait, the barges wait.",
        STANZA,
    ],
    "steps": [
        "Roll out, cut into strips and leave on a floured board.",
        "Melt the butter and let it brown.",
        "Roll out thinly, cut into strips and leave on a floured board.",
    ],
    "pattern": [
        f"If you would like to know more about the {subject} in your district, call the office of the council between "
        "nine and noon from Monday to Thursday, or write to us and we will send you the leaflet that we have printed "
        "for all residents, free of charge, by the end of the week in which your letter arrives."
        for subject in ("libraries", "playgrounds", "fountains", "cemeteries")
    ],
    "中文价格": [
        "第一种方案每月收费十元,包含两个账户,可以随时取消,并且提供全天候的客户服务和技术支持。",
        "第二种方案每月收费九元,包含三个账户,可以随时取消,并且提供全天候的客户服务和技术支持。",
    ],
}


@pytest.mark.parametrize("lines", SPARED.values(), ids=list(SPARED))
def test_parallel_text_stays(lines: list[str]) -> None:
    """Sentences made alike that say different things, and lines that return on purpose."""
    assert drops(text(LEAD, *lines, OTHERS[0])) == []


@pytest.mark.parametrize("kind", [Kind.ITEM, Kind.ROW, Kind.CODE, Kind.LABEL])
def test_data_that_repeats_stays(kind: Kind) -> None:
    """The same step in two instructions, the same row in two tables, the same line of code."""
    line = "curl --fail --location --output archive.tar.gz https://example.org/releases/archive.tar.gz"
    assert drops(page(block(line, kind), OTHERS[0], block(line, kind), OTHERS[1])) == []


def test_line_of_a_template_stays() -> None:
    """What stands under each of five products is part of the listing."""
    line = "Free delivery within the country, and thirty days to change your mind"
    assert drops(text(*(part for other in [*OTHERS, LEAD] for part in (other, line)))) == []


def test_long_paragraph_goes_however_often_it_stands() -> None:
    """Two hundred characters and more are no refrain."""
    long = f"{LEAD} {UPDATE}"
    found = drops(text(*(part for other in [*OTHERS, LEAD] for part in (other, long))))
    assert [place for place, _, _ in found] == [3, 5, 7, 9]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "運河の水門番によるストライキは月曜日に三週目に入り、二百隻を超えるはしけが最初の水門の手前で待っている。",
            "運河の水門番によるストライキは月曜日に三週目に入り、現在二百隻を超えるはしけが最初の水門の手前で待っている。",
        ),
        (
            "การนัดหยุดงานของคนเฝ้าประตูน้ำที่คลองสายเหนือเข้าสู่สัปดาห์ที่สามเมื่อวันจันทร์และเรือหลายลำยังคงจอดรออยู่",
            "การนัดหยุดงานของคนเฝ้าประตูน้ำที่คลองสายเหนือเข้าสู่สัปดาห์ที่สามเมื่อวันจันทร์และเรือหลายลำยังคงจอดรออยู่แล้ว",
        ),
        (
            "Забастовка смотрителей шлюзов на северном канале продолжается третью неделю, и баржи стоят в очереди.",
            "Забастовка смотрителей шлюзов на северном канале продолжается третью неделю, и все баржи стоят в очереди.",
        ),
    ],
    ids=["Japanese", "Thai", "Russian"],
)
def test_near_copies_are_found_in_every_script(first: str, second: str) -> None:
    """Length is counted in characters and words are found without spaces."""
    assert [(place, why) for place, why, _ in drops(text(first, OTHERS[0], second))] == [(0, "repeat-near")]


def test_short_chinese_lines_stay() -> None:
    """Ten characters are a heading's length, also where each is a word."""
    assert drops(text("我们明天再谈这个问题吧。", OTHERS[0], "我们明天再谈这个问题吧。")) == []


def test_pull_quote_goes_and_its_paragraph_stays() -> None:
    """Though the quotation, set off from the text, comes first and has as many words."""
    quote = block(UPDATE.replace("talks", "talk"), Kind.QUOTE)
    assert [(place, why) for place, why, _ in drops(page(quote, *OTHERS[:3], UPDATE))] == [(0, "repeat-near")]
    assert [(place, why) for place, why, _ in drops(page(UPDATE, *OTHERS[:3], quote))] == [(4, "repeat-near")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/hooks/arrivals", "/hooks/arrivals.php"),
        ("https://example.org/boats", "https://example.org/boats/late"),
        ("boats.list(all)", "boats.list_all()"),
        ("$40", "£40"),
    ],
)
def test_steps_that_differ_in_code_stay(first: str, second: str) -> None:
    """The steps of a manual are alike but for what is to be typed in."""
    step = (
        "Open the settings of the harbour's message desk, find the field for what happens when a boat comes in, and put "
        "{} there before you save the page and go back to the list of berths and boats."
    )
    assert drops(text(step.format(first), *OTHERS, step.format(second))) == []
    assert [why for _, why, _ in drops(text(step.format("words"), *OTHERS, step.format("a word")))] == ["repeat-near"]


def test_dial_moves_how_alike_near_copies_are() -> None:
    """Three words put into twenty-two: no copy for lenient, one for strict."""
    shorter = (
        "The canal company has offered to pay for better lamps and for the repair of the footbridge at the first lock."
    )
    fuller = shorter.replace("better lamps", "brighter and better lamps").replace("the repair", "the overdue repair")
    assert drops(text(shorter, fuller, strictness=Strictness.LENIENT)) == []
    assert [place for place, _, _ in drops(text(shorter, fuller, strictness=Strictness.STRICT))] == [0]


def test_only_standing_blocks_count() -> None:
    """The copy of a paragraph that an earlier filter dropped is no copy."""
    made = text(LEAD, OTHERS[0], LEAD)
    assert list(Repeated()(made, made.blocks[1:])) == []


def distinct(count: int) -> list[str]:
    """Paragraphs that share no sentence."""
    return [
        f"Barge {place} of the line {place * place} carries {'grain' if place % 3 else 'gravel'}, "
        f"waits at berth {place * 7 % 1009} and has {place % 11} people and a {'dog' if place % 2 else 'cat'} on board."
        for place in range(count)
    ]


def alike(count: int) -> list[str]:
    """Paragraphs that differ in a number and a word."""
    return [f"{LEAD} Barge {place} is the {'last' if place % 2 else 'next'} to go. {UPDATE}" for place in range(count)]


@pytest.mark.parametrize(
    "made", [distinct, alike, lambda count: [LEAD] * count], ids=["distinct", "alike", "identical"]
)
def test_work_grows_with_the_page_and_not_with_its_square(made: Callable[[int], list[str]]) -> None:
    """Eight times the paragraphs take about eight times as long; with the square it would be sixty-four times."""

    def seconds(count: int) -> float:
        """The best of three runs, in processor time."""
        lines = text(*made(count))
        taken = []
        for _ in range(3):
            begun = process_time()
            drops(lines)
            taken.append(process_time() - begun)
        return min(taken)

    assert seconds(3200) < 24 * seconds(400)
