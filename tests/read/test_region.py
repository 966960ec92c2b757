"""The second opinion of readability-lxml."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading

import pytest

from cleaner.read.region import LARGEST, MOST_TAGS, second_opinion

SENTENCE = "The ferry left the harbour on Monday, with forty passengers, and nobody laughed at the captain. "
PAGE = (
    "<html><head><title>Ferry</title><style>p { color: red }</style></head><body>"
    "<div class='menu'><a href='/'>Home</a> <a href='/news'>News</a></div>"
    f"<div class='article'><h2>How it\nwent</h2><p>{SENTENCE * 3}</p><p>First<br>second, {SENTENCE * 3}</p>"
    f"<ul><li>{SENTENCE}</li><li>{SENTENCE}</li></ul></div>"
    "<div class='footer'><a href='/c'>Contact</a></div></body></html>"
)


def test_the_article_is_picked_line_by_line() -> None:
    """Blocks and line breaks begin lines; menus, styles and footers are not picked."""
    opinion = second_opinion(PAGE)
    assert opinion is not None
    lines = opinion.split("\n")
    assert (SENTENCE * 3).strip() in lines
    assert "First" in lines
    assert lines.count(SENTENCE.strip()) == 2
    assert not {"Contact", "Home News"} & set(lines)
    assert "color" not in opinion


@pytest.mark.parametrize(
    "source",
    ["", " \n", "<!-- only a comment -->", "<html></html>", "<p>" * (MOST_TAGS + 1), "<p>" + "a " * (LARGEST // 2)],
    ids=["empty", "space", "comment", "bare", "too many tags", "too large"],
)
def test_no_opinion_without_a_page(source: str) -> None:
    """Empty pages have none; huge ones are not asked about."""
    assert second_opinion(source) is None


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 30_000 + SENTENCE,
        "<b>" * 30_000 + SENTENCE,
        "<table><tr><td>" * 10_000 + SENTENCE,
        "<p \x00\x01 \ud800 a=<<<>" + SENTENCE,
        '<?xml version="1.0" encoding="utf-16"?><html><body><p>' + SENTENCE,
        "<?php echo 1 ?><!DOCTYPE nonsense><<<" + SENTENCE,
    ],
    ids=["deep", "deep inline", "deep tables", "surrogates", "false encoding", "broken"],
)
def test_it_never_raises(source: str) -> None:
    """An answer or none, whatever the page."""
    assert isinstance(second_opinion(source), str | None)


def test_failures_are_silent_and_others_logs_are_not(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Readability logs its failures with a traceback; only those of our own questions are kept back."""
    from readability import Document

    def fail(self: object, *args: object, **options: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(Document, "remove_unlikely_candidates", fail)
    caplog.set_level(logging.DEBUG)
    assert second_opinion(PAGE) is None
    assert not caplog.records
    assert capfd.readouterr() == ("", "")
    with pytest.raises(ValueError, match="broken on purpose"):
        Document(PAGE).summary()
    assert "error getting summary" in caplog.text


def test_threads_do_not_disturb_each_other() -> None:
    """Each gets the opinion on its own page."""
    answers: dict[int, str | None] = {}

    def ask(number: int) -> None:
        answers[number] = second_opinion(PAGE.replace("Monday", f"day {number}"))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(f"day {number}," in (answers[number] or "") for number in range(8))


def test_nothing_is_loaded_before_it_is_asked() -> None:
    """The parser behind it takes longer to load than a page takes to clean."""
    code = "import sys, cleaner.read.region; assert not {'lxml', 'readability', 'logging'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
