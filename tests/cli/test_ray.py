"""`cleaner ray`, as a shell meets it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.archive import write_pages
from tests.cli.command import ARTICLE, EMPTY_SHELL, HTML_PAGE, environment
from tests.cli.workbench import run_cleaner

GOOD = HTML_PAGE.encode()


def test_a_run_and_the_run_after_it(tmp_path: Path) -> None:
    """A line a shard, a summary, rows and manifests; a lost shard is named; a rerun does what was lost alone."""
    pytest.importorskip("ray")
    (tmp_path / "in").mkdir()
    write_pages(tmp_path / "in" / "a.jsonl", {"1": GOOD, "2": EMPTY_SHELL.encode()})
    write_pages(tmp_path / "in" / "b.warc.gz", {"3": GOOD})
    (tmp_path / "in" / "page.html").write_bytes(GOOD)
    command = ("ray", "in", tmp_path / "late.jsonl", "-o", "out", "-j", "2", "--rows", "jsonl")
    first = run_cleaner(*command, folder=tmp_path)
    assert (first.returncode, first.stdout) == (4, "")
    assert "in/a.jsonl: 1 ok, 1 no-article; " in first.stderr
    assert "2 of 3 shards in " in first.stderr
    assert "3 inputs: 2 ok, 1 no-article" in first.stderr
    assert "left out: 1 files of no format for many pages" in first.stderr
    assert "late.jsonl: no such file\n" in first.stderr
    assert "1 of 3 shards failed" in first.stderr
    rows = [json.loads(line) for name in "ab" for line in (tmp_path / "out" / f"{name}.jsonl").read_text().splitlines()]
    assert [row["text"] for row in rows] == [ARTICLE, "", ARTICLE]
    write_pages(tmp_path / "late.jsonl", {"4": GOOD})
    second = run_cleaner(*command, folder=tmp_path)
    assert (second.returncode, second.stdout) == (0, "")
    assert second.stderr.count("skipped, done before") == 2
    assert "3 of 3 shards in " in second.stderr
    assert "2 of them by an earlier run; 4 inputs: 3 ok, 1 no-article" in second.stderr


def test_ctrl_c_leaves_whole_shards(tmp_path: Path) -> None:
    """An interrupt ends the run with its code and a word on how to go on; what stands is whole."""
    pytest.importorskip("ray")
    (tmp_path / "in").mkdir()
    for number in range(40):
        write_pages(tmp_path / "in" / f"{number:02}.jsonl", {"1": GOOD})
    call = [sys.executable, "-m", "cleaner.cli.workbench", "ray", "in", "-o", "out", "-j", "1", "--rows", "jsonl"]
    with subprocess.Popen(
        call, cwd=tmp_path, stderr=subprocess.PIPE, env=environment(), start_new_session=True
    ) as process:
        assert process.stderr
        first = process.stderr.readline()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it
        said = first + process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert b"interrupted; the same command goes on" in said
    assert b"Traceback" not in said
    whole = list((tmp_path / "out").glob("[0-9]*[0-9].jsonl"))
    assert 0 < len(whole) < 40
    assert all(json.loads(path.read_text())["text"] == ARTICLE for path in whole)


def test_a_missing_ray_is_named(tmp_path: Path) -> None:
    """Who lacks Ray learns which extra brings it."""
    write_pages(tmp_path / "a.jsonl", {"1": GOOD})
    script = "import sys\nsys.modules['ray'] = None\nfrom cleaner.cli.workbench import main\nmain(sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", script, "ray", "a.jsonl", "-o", "out"],
        cwd=tmp_path,
        capture_output=True,
        env=environment(),
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"cleaner ray: a run on Ray needs ray: pip install 'article-cleaner[ray]'\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("-o", "out"), 2, "no shard: name files or folders"),
        (("a.jsonl", "--files0-from", "-", "-o", "out"), 2, "'a.jsonl' has no place"),
        (("a.jsonl", "-o", "out", "--rows", "csv"), 2, "'.csv' is no form of rows"),
        (("a.jsonl", "-o", "out", "--max-bytes", "many"), 2, "'many' is no size"),
        (("a.html", "-o", "out"), 1, "a.html is no file of many pages"),
        ((".", "-o", "out"), 1, ".: no file of many pages in it"),
    ],
)
def test_what_cannot_be_done_is_told_before_ray_starts(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """In one line, and nothing is made."""
    done = run_cleaner("ray", *arguments, folder=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
