"""The decisions on a page for a program: one line of JSON."""

from __future__ import annotations

import json

from cleaner.cli.exit_codes import ExitCode
from cleaner.model import Article
from cleaner.write.explanation import explanation

# Stable names, as programs compare them.
OUTCOMES = {ExitCode.ARTICLE: "article", ExitCode.NO_ARTICLE: "no-article", ExitCode.UNREADABLE: "unreadable"}

UNREAD: dict[str, object] = {"url": None, "title": None, "language": None, "decisions": []}


def json_line(name: str, code: ExitCode, article: Article | None, message: str) -> str:
    """One object on one line, in ASCII: the page's name, outcome and message, and what `explanation` says of it.

    `message` is empty when an article was printed. A page that could not be read has no decisions.
    """
    known = explanation(article) if article else UNREAD
    return json.dumps({"name": name, "outcome": OUTCOMES[code], "message": message, **known})
