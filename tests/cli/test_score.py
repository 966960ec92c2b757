"""`cleaner score`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.workbench import run_cleaner
from tests.gold import gold_set, paragraphs


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one labelled set and the texts of another program for it."""
    folder = tmp_path_factory.mktemp("gold")
    gold_set(folder / "made-up", 6)
    (folder / "texts").mkdir()
    rows = [{"id": f"p{n}", "text": "\n".join(["Terms of use", *paragraphs(n)[1:]])} for n in range(6)]
    (folder / "texts" / "made-up.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return folder


def test_the_cleaner_is_scored(gold: Path) -> None:
    """A row for the set, a row a filter; progress is a line on standard error."""
    done = run_cleaner("score", gold)
    assert done.returncode == 0
    assert done.stderr.startswith("cleaning: 6 (")
    heads, figures, *_ = done.stdout.splitlines()
    assert heads.split()[:3] == ["set", "pages", "empty"]
    assert figures.split()[:3] == ["made-up", "6", "0"]
    assert "\n(kept) " in done.stdout
    assert "\ncontent " in done.stdout


def test_groups_and_reasons_are_shown_when_asked_for(gold: Path) -> None:
    """--by for the pages, --reasons for the filters."""
    done = run_cleaner("score", gold, "--by", "kind", "--by", "language", "--reasons", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\nmade-up  report " in done.stdout
    assert "\nmade-up  en " in done.stdout
    assert "not-article" in done.stdout


def test_another_program_is_scored(gold: Path) -> None:
    """What it lost and kept wrongly is shown line by line, of the worst pages first."""
    done = run_cleaner("score", gold, gold / "texts", "--worst", "1", "--lines", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    *_, worst, _, lost, kept = done.stdout.splitlines()
    assert worst == "made-up p3: lost (-) and kept (+) wrongly"
    assert (lost[:1], kept[:1]) == ("-", "+")
    assert "was closed on Monday" in lost
    assert kept.endswith("Terms of use")
    assert "content" not in done.stdout


def test_lines_of_the_cleaner_say_who_took_them(gold: Path) -> None:
    """With the evidence below."""
    done = run_cleaner("score", gold / "made-up", "--worst", "6", "--lines", "-q")
    assert done.returncode == 0
    assert done.stdout.count("lost (-) and kept (+) wrongly") == 6


def test_json_is_one_object(gold: Path) -> None:
    """For programs; with the same figures as the table."""
    done = run_cleaner("score", gold, gold / "texts", "--json", "--worst", "2", "-q")
    data = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    assert data["sets"]["made-up"]["all"]["pages"] == 6
    assert len(data["worst"]) == 2
    table = run_cleaner("score", gold, gold / "texts", "-q").stdout
    assert f"{data['sets']['made-up']['all']['word']:.4f}" in table


def test_pages_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """The figures are printed all the same; the exit code says that something was missing."""
    folder = gold_set(tmp_path / "made-up", 14)
    for number in range(12):
        (folder / "html" / f"p{number}.html").unlink()
    done = run_cleaner("score", folder, "-q")
    assert done.returncode == 1
    assert done.stdout.splitlines()[1].split()[:3] == ["made-up", "14", "12"]
    assert done.stderr.count("p") >= 10
    assert done.stderr.splitlines()[-1] == "cleaner score: … and 2 more pages"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--cross-validate", "1"], "at least 2 folds"),
        (["--cross-validate", "4", "--weights", "w.json"], "no --weights"),
        (["texts", "--weights", "w.json"], "--weights is for cleaning"),
        (["--lines"], "--worst N"),
    ],
)
def test_options_that_do_not_go_together(options: list[str], said: str, gold: Path) -> None:
    """A sentence and the code for wrong usage."""
    done = run_cleaner("score", gold, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("content", ["", "{}", "[]", "no JSON", '{"version": 1}'])
def test_a_file_that_is_no_weights_is_refused(content: str, gold: Path, tmp_path: Path) -> None:
    """Before any page is cleaned, with its name."""
    file = tmp_path / "w.json"
    file.write_text(content, "utf-8")
    done = run_cleaner("score", gold, "--weights", file, "-j", "2")
    assert (done.returncode, done.stdout) == (1, "")
    assert "w.json: " in done.stderr
    assert "Traceback" not in done.stderr


def test_the_weights_that_come_with_the_program_can_be_named(gold: Path) -> None:
    """Named or not, they give the same figures."""
    import cleaner

    weights = Path(cleaner.__file__).parent / "data" / "html-weights.json"
    named = run_cleaner("score", gold, "--weights", weights, "-q")
    assert named.stdout == run_cleaner("score", gold, "-q", "-j", "2").stdout
