"""The `cleaner` command: its help, and what all its subcommands do alike."""

from __future__ import annotations

import pytest

from cleaner.cli.errand import WORKBENCH_CODES
from tests.cli.workbench import run_cleaner


def test_help_lists_the_subcommands_and_the_exit_codes() -> None:
    """Who types the bare name learns what there is."""
    done = run_cleaner("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for name in ("train", "score", "ray"):
        assert f"\n  {name} " in done.stdout
    for code, meaning in WORKBENCH_CODES.items():
        assert f"{code:>3}  {meaning}" in done.stdout


@pytest.mark.parametrize(("name", "source"), [("train", "gold"), ("score", "gold"), ("ray", "shards")])
def test_help_of_a_subcommand_has_examples(name: str, source: str) -> None:
    """In 80 columns, in plain ASCII but for the quotes."""
    done = run_cleaner(name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"  cleaner {name} {source}" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    "arguments", [["polish"], ["train", "gold"], ["score", "gold", "--by", "colour"], ["ray", "a.jsonl"]]
)
def test_wrong_usage_is_told(arguments: list[str]) -> None:
    """An unknown subcommand, a missing option, a value that there is not."""
    done = run_cleaner(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert done.stderr
