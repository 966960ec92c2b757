"""The decisions of a page as data: what `--explain=json` prints and a program reads."""

from __future__ import annotations

from cleaner.model import Article, Decision


def explanation(article: Article) -> dict[str, object]:
    """What is known of a page and what became of each of its blocks, as values that JSON knows.

    `url`, `title` and `language` are None where the page says nothing; `decisions` holds an object a block, in the
    order of the page.
    """
    return {
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "decisions": [facts(decision) for decision in article.decisions],
    }


def facts(decision: Decision) -> dict[str, object]:
    """One decision: what was decided, then the block that it is about.

    `filter` and `reason` are empty for a block that no filter asked for. `line`, `start` and `end` (a line from 1, and
    character offsets in the decoded input) are None where the input is HTML.
    """
    block = decision.block
    return {
        "index": block.index,
        "outcome": decision.outcome.value,
        "filter": decision.filter,
        "reason": decision.reason,
        "evidence": decision.evidence,
        "kind": block.kind.value,
        "where": block.where,
        "line": block.line or None,
        "start": block.start if block.start >= 0 else None,
        "end": block.end if block.end >= 0 else None,
        "text": block.text,
    }
