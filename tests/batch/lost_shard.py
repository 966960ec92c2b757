"""Work on a shard that is lost with the whole process of the task, as on a machine that is taken away."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from cleaner.batch.shard import ShardReport, clean_shard
from tests.batch.mischief import Mischief

clean_mischief = partial(clean_shard, kind="text", filters=(Mischief(),), timeout=1.0)


def work(source: str, out: str) -> ShardReport:
    """As `clean_shard`, but `killer` ends its process each time, `unlucky` the first time, and `broken` raises."""
    name = Path(source).stem
    if name == "killer":
        os._exit(9)
    if name == "broken":
        raise ZeroDivisionError("on purpose")
    been = Path(source).with_suffix(".been")
    if name == "unlucky" and not been.exists():
        been.touch()
        os._exit(9)
    return clean_mischief(source, out)
