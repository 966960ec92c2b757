"""A page's scripts that a scraper took for text go; code that the text is about stays."""

from __future__ import annotations

import time

import pytest

from cleaner import DEFAULT, clean
from cleaner.model import Kind, Outcome
from cleaner.read.leftovers import leftovers
from cleaner.read.plain import SCRIPT, read_text

LEAD = "The ferry to the outer islands will run twice a day from April, the harbour board decided on Tuesday."
SECOND = "Passengers had waited for two winters, and the islanders had run a boat of their own with great patience."
TRACKER = "window.counter = window.counter || []; function count(){counter.push(arguments);} count('page', new Date());"
ADVERT = ["googletag.cmd.push(function() {", "googletag.display('slot-7');", "});"]
STYLE = (
    ".a1{display:flex;margin:0 auto;max-width:1200px;}.a1 p{color:#333;}@media (max-width:600px){.a1{padding:0 9px;}}"
)
LINKED = '{"@context":"https://schema.org","@type":"NewsArticle","headline":"The ferry","author":{"name":"Jane Doe"}}'
MINIFIED = "!function(a,b){" + "".join(f"a.p{n}=b.q{n}(a,{n});" for n in range(40)) + "}(this,page);"
LISTING = ["def toll(price):", "    if price > 9 {", "        return price * 2;", "    }", "}"]


def taken(*lines: str) -> list[str]:
    """The lines that are taken for the page's own code."""
    return [line for first, last in leftovers(lines) for line in lines[first:last]]


@pytest.mark.parametrize("code", [[TRACKER], ADVERT, [LINKED], [MINIFIED]])
def test_page_s_code_goes_wherever_it_stands(code: list[str]) -> None:
    """Calls to counters and advertisers, data for search engines, what a program has packed."""
    assert taken(*code, LEAD, SECOND) == code
    assert taken(LEAD, *code, SECOND) == code
    assert taken(LEAD, SECOND, *code) == code


def test_style_sheet_before_the_first_sentence_goes() -> None:
    """Below it a style sheet may be what the text is about."""
    assert taken("Harbour Notes", STYLE, LEAD) == [STYLE]
    assert taken(LEAD, STYLE, SECOND) == []


def test_code_of_which_the_text_speaks_stays() -> None:
    """A listing among paragraphs, a line of a configuration, a rule of a style sheet."""
    assert taken(LEAD, *LISTING, SECOND) == []
    assert taken(LEAD, 'name: "harbour",', "retries: 3;", SECOND) == []
    assert taken(LEAD, "document.title = 'Ferries';", SECOND) == []


def test_code_about_pages_goes_among_scripts_unless_a_sentence_introduces_it() -> None:
    """Where a scraper left scripts in a text, more of them stand far from its sentences."""
    menu = ["document.querySelector('.menu').remove();", "document.body.append(menu);"]
    lines = [MINIFIED * 4, LEAD, *["Timetables", "Fares", "Piers", "Contact"], *menu]
    assert taken(*lines) == [MINIFIED * 4, *menu]
    assert taken(MINIFIED * 4, LEAD, *menu, SECOND) == [MINIFIED * 4]
    assert taken(LEAD, *["Timetables", "Fares", "Piers", "Contact"], *menu) == []


def test_comments_inside_a_script_go_with_it() -> None:
    """A line that is no code, between two that are."""
    script = [ADVERT[0], "Slots of the page", *ADVERT[1:]]
    assert taken(LEAD, *script, SECOND) == script


def test_prose_with_code_in_it_stays() -> None:
    """A paragraph into which a style sheet was scraped, a sentence about a call."""
    mixed = f"The ferry runs again, the board said on Tuesday. {STYLE} Passengers are pleased with that."
    assert taken(LEAD, mixed, SECOND) == []
    assert taken(LEAD, "Logger.warn(text) writes a line; Logger.fail(text) writes one and ends the program.") == []


def test_fenced_code_stays() -> None:
    """Who writes Markdown says what is code."""
    page = read_text("\n".join([LEAD, "```", TRACKER, *ADVERT, "```", SECOND]))
    assert [block.kind for block in page.blocks] == [Kind.PARAGRAPH, Kind.CODE, Kind.PARAGRAPH]
    assert not any(block.element.hidden for block in page.blocks)


def test_script_is_a_hidden_block_with_its_place() -> None:
    """Nothing is lost without a trace, and what follows stands where it stood."""
    source = "\n".join([*ADVERT, LEAD, SECOND])
    page = read_text(source)
    script, lead, second = page.blocks
    assert (script.text, script.kind, script.line, script.element.hidden) == ("\n".join(ADVERT), Kind.CODE, 1, SCRIPT)
    assert (lead.text, lead.line, source[lead.start : lead.end]) == (LEAD, 4, LEAD)
    assert second.index == 2
    article = clean(source, kind="text")
    assert [(each.outcome, each.filter, each.reason) for each in article.decisions[:1]] == [
        (Outcome.DROPPED, "hidden", "script")
    ]
    assert article.text == f"{LEAD}\n\n{SECOND}"


def test_lines_are_judged_as_if_the_scripts_had_not_been_there() -> None:
    """The same lines with the same probabilities, whether or not code stands around them."""
    lines = ["Home", "Fares", "The ferry returns", LEAD, SECOND, LEAD.replace("ferry", "boat"), "Share", "3 comments"]
    plain = clean("\n".join(lines), kind="text")
    left = clean("\n".join([MINIFIED, *lines[:4], *ADVERT, *lines[4:], TRACKER, LINKED]), kind="text")
    assert left.text == plain.text
    decided = [(each.outcome, each.filter, str(each.evidence)) for each in left.decisions if each.reason != "script"]
    assert decided == [(each.outcome, each.filter, str(each.evidence)) for each in plain.decisions]


def test_scripts_that_are_kept_on_purpose_are_judged_as_lines() -> None:
    """Where the filter that takes them does not run, the content filter scores them with the others."""
    content = [step for step in DEFAULT if step.name == "content"]
    article = clean("\n".join([*ADVERT, LEAD, SECOND]), kind="text", filters=content)
    assert [each.block.text for each in article.decisions] == ["\n".join(ADVERT), LEAD, SECOND]


def test_scripts_join_no_paragraphs() -> None:
    """A script's lines, as wide as those of a mail, do not make a text of paragraphs one that is cut at a width."""
    script = [f"document.write('{chr(97 + n)} and what follows it in that row');" for n in range(20)]
    page = read_text("\n".join([TRACKER, *script, "Home", LEAD, SECOND]))
    assert [block.text for block in page.blocks[1:]] == ["Home", LEAD, SECOND]


@pytest.mark.parametrize(
    "line", ["{" * 9_000, '"a":"' * 2_000, ";a:" * 3_000, "=" * 9_000 + "x", "a." * 4_500, "({[;]})" * 1_300 + "é"]
)
def test_hostile_lines_take_no_longer(line: str) -> None:
    """A line of brackets, of names without an end."""
    begin = time.process_time()
    leftovers([line, LEAD] * 50)
    assert time.process_time() - begin < 2
