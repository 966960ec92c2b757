"""`python -m cleaner.learn.silver GOLD TEXTS -o OUT`: articles for text inputs of pages that are labelled by snippets.

A snippet is found in one line of a text; the rest of the page's lines stay without a label. Where the HTML model's
article has every wanted snippet and no unwanted one, it is taken for the article («silver»), and the texts scraped from
the same pages gain labels for all their lines. Most such pages are in languages of which there is little gold.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from functools import partial
from pathlib import Path

from cleaner import pipeline
from cleaner.errors import CleanerError
from cleaner.filters import DEFAULT
from cleaner.learn.gold import Row, rows
from cleaner.learn.settings import THREADS
from cleaner.learn.workers import pool
from cleaner.model import InputKind
from cleaner.read.page import read
from cleaner.write.plain import render

UP_TO_CONTENT = DEFAULT[: [step.name for step in DEFAULT].index("content") + 1]
MIN_CHARS = 200  # of an article; snippets that agree on less prove little


def silver_row(folder: Path, row: Row) -> dict[str, object] | None:
    """The row of one page with its silver article; None where the page has gold, or the snippets disagree."""
    if row.get("text") is not None:
        return None
    try:
        page = read(folder / "html" / f"{row['id']}.html.gz", url=row.get("url"), kind=InputKind.HTML)
    except CleanerError:
        return None
    article = render(pipeline.run(page, UP_TO_CONTENT)[0])
    agrees = agree(article, row.get("with") or [], row.get("without") or [])
    return row | {"text": article, "silver": True} if agrees and len(article) >= MIN_CHARS else None


def agree(article: str, wanted: list[str], unwanted: list[str]) -> bool:
    """Whether an article has all that it should have and nothing that it should not, white space folded."""
    folded = " ".join(article.split())
    return all(" ".join(each.split()) in folded for each in wanted) and not any(
        " ".join(each.split()) in folded for each in unwanted
    )


def write(gold: Path, texts: Path, output: Path) -> int:
    """Write a gold folder of the texts whose page has a silver article; returns how many."""
    (output / "text").mkdir(parents=True, exist_ok=True)
    written = 0
    with pool(THREADS) as workers, (output / "gold.jsonl").open("w", encoding="utf-8") as file:
        for row in workers.map(partial(silver_row, gold), rows(gold), chunksize=16):
            name = f"{row['id']}.txt.gz" if row else ""
            if row and (texts / "text" / name).exists():
                shutil.copyfile(texts / "text" / name, output / "text" / name)
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
                written += 1
    return written


def main() -> None:
    """Read the arguments, label, write."""
    parser = argparse.ArgumentParser(prog="python -m cleaner.learn.silver", description=__doc__)
    parser.add_argument("gold", type=Path, metavar="GOLD", help="a folder with gold.jsonl and html/")
    parser.add_argument("texts", type=Path, metavar="TEXTS", help="a folder with text/, scraped from the same pages")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help="the folder to write")
    options = parser.parse_args()
    print(f"{options.output}: {write(options.gold, options.texts, options.output)} pages", file=sys.stderr)


if __name__ == "__main__":
    main()
