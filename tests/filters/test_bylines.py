"""Bylines, datelines and reading times."""

from __future__ import annotations

import pytest

from cleaner.filters.bylines import Bylines
from tests.factory import page

PROSE = [
    f"Paragraph {number} of the report tells how the ferry came to lie at the quay for so long, and who paid for it."
    for number in range(12)
]


def reasons(*texts: str) -> dict[str, str]:
    """What goes, and why."""
    made = page(*texts)
    return {drop.block.text: drop.reason for drop in Bylines()(made, made.blocks)}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("By Jane Doe", "byline"),
        ("Written by Jane van der Berg and John Roe", "byline"),
        ("Von Jana Muster", "byline"),
        ("Par Jeanne Martin", "byline"),
        ("Por Juana Pérez", "byline"),
        ("Rozmawiała Anna Kowalska", "byline"),
        ("Autor: Jana Nováková", "byline"),
        ("Беседовала Анна Петрова", "byline"),
        ("Της Άννας Λυμπέρη", "byline"),
        ("Penulis: Ani Wijaya", "byline"),
        ("كتبت: هدى منصور", "byline"),
        ("Published 3 March 2024, 10:15 GMT", "dateline"),
        ("Stand: 3. März 2024, 10:15 Uhr", "dateline"),
        ("Publié le 3 mars 2024 à 10h15", "dateline"),
        ("Actualizado el 3 de marzo de 2024 a las 10:15", "dateline"),
        ("文：山田花子", "byline"),
        ("山田花子 記者", "byline"),
        ("作者：王小明", "byline"),
        ("記者王小明／台北報導", "byline"),
        ("公開日：2024年3月3日（日） 10時15分", "dateline"),
        ("2024/3/3(日) 10:15 配信", "dateline"),
        ("发布时间：2024-03-03 10:15", "dateline"),
        ("3時間前に更新", "dateline"),
        ("この記事は約4分で読めます。", "reading-time"),
        ("本文共1200字，阅读约需4分钟", "reading-time"),
        ("Opublikowano: 3 marca 2024, godz. 10:15", "dateline"),
        ("Aktualizováno 3. března 2024 v 10:15", "dateline"),
        ("Опубликовано 3 марта 2024 г. в 10:15", "dateline"),
        ("Τελευταία ενημέρωση: 3 Μαρτίου 2024, 10:15", "dateline"),
        ("Minggu, 3 Maret 2024, 10.15 WIB", "dateline"),
        ("نشر في: الأحد 3 آذار/مارس 2024 - 10:15", "dateline"),
        ("2024-03-03 10:15", "dateline"),
        ("03.03.2024", "dateline"),
        ("2024.03.03. 10:15", "dateline"),
        ("2024年3月3日", "dateline"),
        ("10:15", "dateline"),
        ("2 hours ago", "dateline"),
        ("5 min read", "reading-time"),
        ("Lesezeit: 5 Minuten", "reading-time"),
        ("Время чтения: 5 минут", "reading-time"),
        ("مدة القراءة: 5 دقائق", "reading-time"),
    ],
)
def test_top_line(text: str, reason: str) -> None:
    """Lines above the text go, each under its reason."""
    assert reasons("The ferry that would not sail", text, *PROSE) == {text: reason}


def test_line_after_the_lead_and_below_the_end() -> None:
    """The top reaches past a lead and a summary; the end begins after the last paragraph."""
    texts = [*PROSE[:2], "By Jane Doe", *PROSE[2:], "Updated 4 March 2024"]
    assert list(reasons(*texts)) == ["By Jane Doe", "Updated 4 March 2024"]


def test_line_in_the_middle_stands() -> None:
    """Amid the text a date or a name is the article's own."""
    assert reasons(*PROSE[:6], "3 March 1921", "By Design", *PROSE[6:]) == {}


def test_chronology_keeps_all_its_dates() -> None:
    """Where dates head the paragraphs, the first one stays as the others do."""
    dates = ["3 March 1921", "4 March 1921", "5 March 1921", "6 March 1921"]
    assert reasons(*[text for pair in zip(dates, PROSE, strict=False) for text in pair]) == {}


def test_list_of_books_keeps_its_authors() -> None:
    """Where many lines name an author, they belong to the entries of a list."""
    names = ["by Jane Doe", "by John Roe", "by Ann Poe", "by Tom Coe"]
    assert reasons("Four novels for the ferry", *names, *PROSE) == {}


@pytest.mark.parametrize(
    "text",
    [
        "By noon the square was full.",
        "5/5",
        "$19.45",
        "303-952-7683",
        "4.92 / 5.0",
        "Three days ago the road was open.",
        "文化の日に、港で市が立つ。",
        "文學節在碼頭開幕。",
        "记者：您什么时候来的？",
        "三年前，路还是通的。",
    ],
)
def test_other_short_lines_stand(text: str) -> None:
    """Sentences, prices, scores and telephone numbers are no datelines."""
    assert reasons("The ferry that would not sail", text, *PROSE) == {}
