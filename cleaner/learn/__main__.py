"""`python -m cleaner.learn GOLD… -o WEIGHTS`: train the content model on labelled pages."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from cleaner.learn.train import Trainer, load_all


def main() -> None:
    """Read the arguments, train, write."""
    parser = argparse.ArgumentParser(prog="python -m cleaner.learn", description=__doc__)
    parser.add_argument(
        "gold", type=Path, nargs="+", metavar="GOLD", help="a folder with gold.jsonl and html/ or text/"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="WEIGHTS", help="the weights file to write")
    options = parser.parse_args()
    data = Trainer(load_all(options.gold)).train()
    options.output.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
