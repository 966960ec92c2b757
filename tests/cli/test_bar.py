"""The bar of a long run, on a real terminal."""

from __future__ import annotations

import json
import os
import re
import signal
from pathlib import Path

import pytest

from tests.batch.mischief import PROSE
from tests.cli.terminal import on_terminal

INPUTS = 400


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file of articles and a file that is none."""
    rows = (
        {"id": f"{number}", "html": f"<article><p>{number}: {PROSE}</p></article>" * 20} for number in range(INPUTS)
    )
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "bad.parquet").write_bytes(b"no table")
    return tmp_path


@pytest.mark.parametrize("width", [40, 80])
def test_it_fits_and_tells_all(folder: Path, width: int) -> None:
    """Share, time left, rate and outcomes, none cut off by the terminal's edge; it goes, and the table stays."""
    shown = on_terminal("-j", "2", "-o", "out.jsonl", "bad.parquet", "in.jsonl", width=width, folder=folder)
    assert shown.code == 4
    *drawn, last = shown.drawings
    assert max(len(line) for lines in drawn for line in lines) <= width
    words = " ".join(" ".join(drawn[-1]).split())
    assert re.search(r"[━╸╺] \d+%, [\d.]+ s left \d+ inputs, [\d,.]+ a second: \d+ ok, 1 unreadable$", words)
    assert not any("━" in line for line in last)
    table = " ".join(" ".join(last).split())
    assert "ok 400 99.8%" in table
    assert re.search(
        r"401 inputs in [\d.]+ s, [\d,.]+ a second; .* MB of text out clean: 1 of 401 inputs failed", table
    )


def test_ctrl_c_leaves_a_terminal_in_order(folder: Path) -> None:
    """The bar goes, the cursor comes back, the table and a word on how to go on stay."""
    sent: list[int] = []

    def interrupt(pid: int, so_far: str) -> None:
        if re.search("[1-9][0-9]* ok", so_far) and not sent:
            sent.append(pid)
            os.kill(pid, signal.SIGINT)

    shown = on_terminal("-j", "1", "-o", "out/", "in.jsonl", width=80, folder=folder, on_output=interrupt)
    assert shown.code == 130
    last = "\n".join(shown.drawings[-1])
    assert "━" not in last
    assert re.search(r"clean: interrupted after [\d,]+ inputs; --resume goes on from there\n$", last)
    assert shown.raw.rfind("\x1b[?25h") > shown.raw.rfind("\x1b[?25l")


def test_an_error_stands_below_the_bar(folder: Path) -> None:
    """What ends a run is not wiped away with the bar."""
    (folder / "out").write_text("a file where the folder should be")
    shown = on_terminal("-o", "out/", "in.jsonl", width=80, folder=folder)
    assert shown.code == 1
    assert any(line.startswith("clean: cannot write out/") for line in shown.drawings[-1])
