"""A run that is killed at random moments, again and again, ends with every input exactly once.

CLEANER_KILLS says how often: 50 before a release, a few in every run of the tests.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.mischief import PROSE
from tests.batch.test_journal import ids
from tests.cli.command import environment

KILLS = int(os.environ.get("CLEANER_KILLS", "6"))
INPUTS = 1000

# The command, with a checkpoint after nearly every page instead of every two seconds: more to go wrong.
VICTIM = """
import sys
from cleaner.batch import run
run.CHECKPOINT_SECONDS = 0.005
from cleaner.cli.clean import main
main(sys.argv[1:])
"""


def victim(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """The command, begun."""
    call = [sys.executable, "-c", VICTIM, *map(str, arguments)]
    return subprocess.Popen(call, env=environment(), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("name", ["out.jsonl.gz", "out"])
def test_killed_at_random_moments(tmp_path: Path, name: str) -> None:
    """After each kill the run is resumed and, sooner or later, killed again; the end is as if nothing had been."""
    source, out = tmp_path / "in.jsonl", tmp_path / name
    rows = ({"id": f"{number:04}", "html": f"<article><p>{number}: {PROSE}</p></article>"} for number in range(INPUTS))
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    command = ["-q", "-j", "2", "--resume", "-o", str(out) if out.suffix else f"{out}/", source]
    moments = random.Random(7)
    killed = 0
    for _ in range(KILLS // 2):
        process = victim(*command)
        while process.poll() is None and len(list(tmp_path.iterdir())) == 1:  # the machine may be slow to begin
            time.sleep(0.001)
        time.sleep(moments.uniform(0, 0.3))
        killed += process.poll() is None
        process.kill()
        process.communicate()
    process = victim(*command)
    _, said = process.communicate(timeout=120)
    assert (process.returncode, said) == (0, b"")
    assert killed
    wanted = [f"{number:04}" for number in range(INPUTS)]
    manifest = (tmp_path / f"{name}.manifest.jsonl").read_text().splitlines()
    assert [json.loads(line)["id"] for line in manifest] == wanted
    if out.suffix:
        assert ids(out) == wanted
    else:
        texts = sorted((out / "in").iterdir())
        assert [path.stem for path in texts] == wanted
        assert all(path.read_text() == f"{int(path.stem)}: {PROSE}\n" for path in texts)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["in.jsonl", name, f"{name}.manifest.jsonl"])
