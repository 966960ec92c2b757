"""The command line: help, options, completion."""

from __future__ import annotations

import pytest

from cleaner.cli.command import with_explain_form
from cleaner.cli.exit_codes import MEANINGS, ExitCode
from cleaner.filters import DEFAULT
from tests.cli.command import HTML_PAGE, run_clean


def test_help_teaches() -> None:
    """Help shows every option, examples, and every exit code with its meaning, in 80 columns."""
    done = run_clean("--help")
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode("ascii")
    for option in ("--kind", "--url", "-o", "--title", "-q", "--without", "--only", "--strictness", "--explain"):
        assert f"{option} " in text or f"{option}," in text
    assert "clean page.html > article.txt" in text
    for code in ExitCode:
        assert f"{code.value:>3}  {MEANINGS[code]}\n" in text
    assert max(map(len, text.splitlines())) <= 80


def test_the_filters_are_listed_in_their_order() -> None:
    """`--list-filters` prints a line a filter, on standard output."""
    done = run_clean("--list-filters")
    assert (done.returncode, done.stderr) == (0, b"")
    assert [line.split()[0] for line in done.stdout.decode().splitlines()] == [step.name for step in DEFAULT]


def test_the_version_is_printed() -> None:
    """`--version` names the command and its version."""
    done = run_clean("--version")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"clean ")
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize("strictness", ["lenient", "balanced", "strict"])
def test_every_strictness_prints_the_article(strictness: str) -> None:
    """No turn of the dial loses an article without boilerplate."""
    plain = run_clean(stdin=HTML_PAGE.encode())
    assert run_clean("--strictness", strictness, stdin=HTML_PAGE.encode()).stdout == plain.stdout


def test_without_every_filter_all_text_stays() -> None:
    """`--without` is repeatable; when nothing is left to judge, the page's whole visible text comes out."""
    source = HTML_PAGE.replace("<main>", "<nav><a href='/'>Home</a></nav><main>")
    options = [word for step in DEFAULT for word in ("--without", step.name)]
    done = run_clean(*options, "-", stdin=source.encode())
    assert done.stdout.startswith(b"Home\n\n")


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        (["--explain", "page"], ["--explain=table", "page"]),
        (["--explain=json", "page"], ["--explain=json", "page"]),
        (["page", "--explain"], ["page", "--explain=table"]),
        (["--", "--explain"], ["--", "--explain"]),
    ],
)
def test_a_bare_explain_is_a_table(given: list[str], understood: list[str]) -> None:
    """`--explain` needs no value and takes none from the next word."""
    assert with_explain_form(given) == understood


def test_the_shell_can_complete() -> None:
    """The shell is offered the values that an option knows."""
    done = run_clean(_CLEAN_COMPLETE="complete_bash", COMP_WORDS="clean --strictness ", COMP_CWORD="2")
    assert done.stdout.decode().split() == ["lenient", "balanced", "strict"]
