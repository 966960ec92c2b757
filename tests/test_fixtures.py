"""Every folder of fixtures/: its page, the text that must come out of it, and why the rest went."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner import DEFAULT, Filter
from tests.cli.command import run_clean
from tests.golden import REASONS, TEXT, cleaned, folders, reasons_of, source, text_of

FOLDERS = folders()
EMPTY = [folder for folder in FOLDERS if (folder / TEXT).exists() and not (folder / TEXT).read_text("utf-8")]


def name_of(folder: Path) -> str:
    """The fixture's name in the list of tests."""
    return folder.name


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_fixture(folder: Path, request: pytest.FixtureRequest) -> None:
    """The page gives the expected text, and each block that goes or is spared the expected reason."""
    article = cleaned(folder)
    made = {TEXT: text_of(article), REASONS: reasons_of(article)}
    fault = folder / "fault.txt"
    if (
        request.config.getoption("--write-goldens") and not fault.exists()
    ):  # what should come out there, nothing makes yet
        for name, content in made.items():
            (folder / name).write_text(content, "utf-8", newline="\n")
    if fault.exists():  # a known fault: the day it is mended, this test says so
        request.applymarker(pytest.mark.xfail(strict=True, reason=fault.read_text("utf-8").strip()))
    missing = [name for name in made if not (folder / name).exists()]
    assert not missing, f"{folder.name} lacks {' and '.join(missing)}: write by hand, or with pytest --write-goldens"
    assert (folder / TEXT).read_text("utf-8") == made[TEXT]
    assert json.loads((folder / REASONS).read_text("utf-8")) == json.loads(made[REASONS])


@pytest.mark.parametrize("folder", EMPTY, ids=name_of)
def test_page_without_article(folder: Path) -> None:
    """The command prints nothing for a page without an article, says so in one line, and exits with 3."""
    done = run_clean(source(folder))
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.decode().count("\n") == 1


def test_some_pages_have_no_article() -> None:
    """The fixtures hold pages without an article, so that the test above runs."""
    assert len(EMPTY) >= 2


@pytest.mark.parametrize("step", DEFAULT, ids=lambda step: step.name)
def test_filter_has_a_fixture_that_shows_it(step: Filter) -> None:
    """Each filter has a fixture folder, in whose page it finds something by itself and leaves the article."""
    own = [folder for folder in FOLDERS if folder.name.startswith(f"{step.name}--")]
    assert own, f"no folder fixtures/{step.name}--…"
    for folder in own:
        assert json.loads((folder / REASONS).read_text("utf-8"))["decisions"], f"{folder.name} shows nothing"
        assert (folder / TEXT).read_text("utf-8")


def test_every_other_file_is_known() -> None:
    """A fixture holds its page, two expected files and perhaps a known fault: no misspelt name is passed over."""
    for folder in FOLDERS:
        assert {file.name for file in folder.iterdir()} <= {source(folder).name, TEXT, REASONS, "fault.txt"}
