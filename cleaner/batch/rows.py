"""One row a page: what stands in a JSONL or Parquet file for each input of a run."""

from __future__ import annotations

import json
from collections import Counter

from cleaner.batch.record import PageOutcome, Record
from cleaner.model import Article, Outcome
from cleaner.write.explanation import facts


def article_row(record: Record, article: Article, *, decisions: bool) -> bytes:
    """The line of a page that was read: its text is empty when the page holds no article."""
    dropped = Counter(each.filter for each in article.decisions if each.outcome is Outcome.DROPPED)
    row: dict[str, object] = {
        "id": record.id,
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "outcome": (PageOutcome.OK if article.text else PageOutcome.NO_ARTICLE).value,
        "text": article.text,
        "dropped": dict(dropped),
    }
    if decisions:
        row["decisions"] = [facts(each) for each in article.decisions]
    return line(row)


def failed_row(record: Record, outcome: PageOutcome, *, decisions: bool) -> bytes:
    """The line of an input that gave nothing: it has an outcome and no text."""
    row: dict[str, object] = {
        "id": record.id,
        "url": record.url,
        "title": None,
        "language": None,
        "outcome": outcome.value,
        "text": None,
        "dropped": {},
    }
    if decisions:
        row["decisions"] = []
    return line(row)


def line(row: dict[str, object]) -> bytes:
    """An object on one line of UTF-8; U+FFFD stands for what UTF-8 cannot write."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
