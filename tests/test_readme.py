"""The README says what is so: its commands run and print what it shows, and what it names exists."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from cleaner import DEFAULT
from tests.readme import FILLED, README, ROOT, TEST, examples, fresh

TEXT = README.read_text("utf-8")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> str:
    """The README with everything in it printed anew; `--write-goldens` writes it."""
    made = fresh(TEXT, tmp_path_factory.mktemp("bin"))
    if request.config.getoption("--write-goldens"):
        README.write_text(made, "utf-8", newline="\n")
    return made


@pytest.mark.parametrize("command", [example.command for example in examples(TEXT) if example.command != TEST])
def test_command_prints_what_is_shown(command: str, printed: str) -> None:
    """Each command runs in the checkout and prints what the README shows for it, or the part before the `…`."""
    shown = {example.command: example.output.rstrip() for example in examples(README.read_text("utf-8"))}
    now = {example.command: example.output.rstrip() for example in examples(printed)}
    assert shown[command] == now[command]


@pytest.mark.parametrize("name", list(FILLED))
def test_table_is_filled_by_the_program(name: str, printed: str) -> None:
    """The tables of options, exit codes and public names are the program's own."""
    mark = f"<!-- filled: {name} -->\n"
    shown = README.read_text("utf-8").partition(mark)[2].partition("<!-- end -->")[0]
    assert shown
    assert shown == printed.partition(mark)[2].partition("<!-- end -->")[0]


def test_python_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python examples print what the README shows."""
    monkeypatch.chdir(ROOT)
    examples_run = doctest.DocTestParser().get_doctest(TEXT, {}, "README.md", str(README), 0)
    assert len(examples_run.examples) >= 3
    report: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples_run, out=report.append)
    assert result.failed == 0, "".join(report)


def test_set_up_is_two_commands() -> None:
    """One command installs and cleans a page, one installs and tests; the second is what `.ci/run` does."""
    commands = [example.command for example in examples(TEXT)]
    assert [command for command in commands if "pip install" in command] == [commands[0], TEST]
    assert commands[0].startswith("pip install . && clean fixtures/")
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert [line for line in TEST.split(" && ") if line not in script.splitlines()] == []


def test_what_is_named_exists() -> None:
    """Each path in the README leads somewhere."""
    named = set(re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", TEXT)) | set(re.findall(r"\]\(((?!https?:)[^)#]+)\)", TEXT))
    assert named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_the_order_of_filters_is_shown() -> None:
    """The README lists the filters as `clean --list-filters` does."""
    assert "clean --list-filters" in [example.command for example in examples(TEXT)]
    assert [step.name for step in DEFAULT if f"\n{step.name} " not in README.read_text("utf-8")] == []


def test_no_tabs_and_no_trailing_space() -> None:
    """The README is plain Markdown that survives copying."""
    assert [line for line in TEXT.splitlines() if "\t" in line or line != line.rstrip()] == []


def test_changelog_names_the_version() -> None:
    """The changelog has a section for the version in pyproject.toml."""
    version = re.search(r'^version = "(.+)"', Path(ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert version
    assert f"\n## {version[1]}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
