"""`cleaner train`."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import cleaner
from cleaner.cli.exit_codes import ExitCode
from cleaner.cli.streams import Streams
from cleaner.cli.train import train
from tests.cli.command import HTML_PAGE, run_clean
from tests.cli.workbench import run_cleaner
from tests.gold import gold_set, html, paragraphs, train_quickly


def test_weights_are_made_and_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A set of one's own, its weights, a page cleaned with them."""
    train_quickly(monkeypatch)
    gold_set(tmp_path / "gold" / "made-up", 40)
    weights, err = tmp_path / "weights.json", io.StringIO()
    assert train([tmp_path / "gold"], str(weights), Streams(None, None, err)) is ExitCode.ARTICLE
    assert "second pass" in err.getvalue()
    assert err.getvalue().splitlines()[-1].endswith("from 40 pages of 40 sites")
    page = tmp_path / "page.html"
    page.write_text(html(50), "utf-8")
    done = run_clean("--weights", weights, page)
    assert done.returncode == 0
    assert done.stdout.decode().startswith(paragraphs(50)[0])
    assert b"Another story" not in done.stdout


def test_many_pages_are_cleaned_with_the_weights_that_were_named(tmp_path: Path) -> None:
    """Workers have them too: weights that find nothing likely leave no article where the program's own find one."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(HTML_PAGE, "utf-8")
    own = Path(cleaner.__file__).parent / "data" / "html-weights.json"
    data = json.loads(own.read_text("utf-8"))
    nothing = [[[0], [0.0], [-1], [-1], [-9.0]]]
    weights = tmp_path / "weights.json"
    weights.write_text(json.dumps(data | {"first": nothing, "second": nothing, "exits": []}), "utf-8")
    outcomes = {}
    for which in (own, weights):
        run_clean("a.html", "b.html", "-o", f"{which.parent.name}.jsonl", "--weights", which, folder=tmp_path)
        rows = (tmp_path / f"{which.parent.name}.jsonl").read_text("utf-8").splitlines()
        outcomes[which] = [json.loads(row)["outcome"] for row in rows]
    assert outcomes == {own: ["ok", "ok"], weights: ["no-article", "no-article"]}
    done = run_clean("a.html", "b.html", "-o", "out.jsonl", "--weights", tmp_path / "nowhere.json", folder=tmp_path)
    assert done.returncode == 2
    assert b"nowhere.json: cannot be read" in done.stderr


def test_nothing_is_written_when_training_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older file stays as it is."""
    train_quickly(monkeypatch)
    weights = tmp_path / "weights.json"
    weights.write_text("old", "utf-8")
    done = run_cleaner("train", gold_set(tmp_path / "gold", 1), "-o", weights)
    assert done.returncode == 1
    assert "too few sites" in done.stderr
    assert weights.read_text("utf-8") == "old"


def test_a_folder_without_labels_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name, before anything is read."""
    train_quickly(monkeypatch)
    done = run_cleaner("train", tmp_path / "nowhere", "-o", tmp_path / "weights.json")
    assert done.returncode == 1
    assert "nowhere: no such folder" in done.stderr


def test_clean_refuses_what_is_no_weights(tmp_path: Path) -> None:
    """The same in `clean --weights`: wrong usage, and nothing is printed."""
    for file in (tmp_path / "nowhere.json", tmp_path / "bad.json"):
        if file.stem == "bad":
            file.write_text("{}", "utf-8")
        done = run_clean("--weights", file, stdin=HTML_PAGE.encode())
        assert (done.returncode, done.stdout) == (2, b"")
        assert f"{file}: ".encode() in done.stderr
