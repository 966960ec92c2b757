"""Lines about the text's rights and origin."""

from __future__ import annotations

import pytest

from cleaner.filters.syndication import Syndication
from cleaner.model import Kind
from tests.factory import block, page

PROSE = [f"Paragraph {number} of the report tells how the ferry came to lie at the quay." for number in range(24)]


def reasons(*parts: object) -> dict[str, str]:
    """What goes, and why."""
    made = page(*parts)  # type: ignore[arg-type]
    return {drop.block.text: drop.reason for drop in Syndication()(made, made.blocks)}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("© 2031 Harbour Times Ltd. All rights reserved.", "copyright-line"),
        ("This material may not be published or redistributed.", "copyright-line"),
        ("This article was originally published by The Harbour Times.", "republication-note"),
        ("The Associated Press contributed to this report", "agency-credit"),
        ("Additional reporting by John Roe", "agency-credit"),
        ("dpa/AFP", "agency-credit"),
        ("If you buy through our links, we may earn a commission.", "affiliate-notice"),
        ("Read our corrections policy", "correction-policy"),
        ("Alle Rechte vorbehalten", "copyright-line"),
        ("Cet article a été publié initialement dans Le Phare.", "republication-note"),
        ("Este artículo contiene enlaces de afiliados.", "affiliate-notice"),
        ("無断転載を禁じます。", "copyright-line"),
        ("この記事は「灯台日報」から転載したものです。", "republication-note"),
        ("本ページはプロモーションが含まれています。", "affiliate-notice"),
        ("未经授权，不得转载。", "copyright-line"),
        ("本文轉載自《燈塔日報》。", "republication-note"),
        ("来源：灯塔日报", "agency-credit"),
    ],
)
def test_reason(text: str, reason: str) -> None:
    """Each kind of line goes under its own reason."""
    assert reasons(*PROSE, text) == {text: reason}


@pytest.mark.parametrize(
    "text",
    [
        "Copyright lawyers say that the case will take years.",
        "The agent took a commission of a fifth on each house that he sold.",
        "The novel was first published in Paris, where nobody read it.",
        "Six nurses contributed to this study.",
        "無断転載を禁じる条文は百年前のものだ。",
        "この記事は掲載の翌日に取り消された。",
        "未经许可，渔船不得出海。",
        "版權所有者是他的姪女。",
    ],
)
def test_prose_stands(text: str) -> None:
    """Sentences that speak of rights, commissions and publishing stay."""
    assert reasons(*PROSE, text) == {}


def test_agency_in_the_middle_is_a_heading() -> None:
    """The name of an agency goes at either end of the text only."""
    assert reasons("Reuters", *PROSE) == {"Reuters": "agency-credit"}
    assert reasons(*PROSE[:12], "Reuters", *PROSE[12:]) == {}


def test_quotation_stands() -> None:
    """A quoted notice is the article's subject."""
    assert reasons(*PROSE, block("All rights reserved.", Kind.QUOTE)) == {}
