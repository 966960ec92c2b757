"""The README against the program: its commands with their outputs, and the tables that the program itself fills."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, get_args, get_type_hints

import cleaner
from cleaner.cli.exit_codes import MEANINGS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"

CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
PART = re.compile(r"(<!-- filled: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

WIDTH = "100"  # columns of the README's terminal
COMMANDS = {"clean": "cleaner", "cleaner": "cleaner.cli.workbench"}  # and the modules that they run

CUT = "…"  # the last line of an output of which the rest is left out

INSTALL = "pip install . && "  # tests/test_wheel.py proves it
TEST = "pip install -e '.[test]' && python -m pytest"  # running it would run this test again; .ci/run does


class Example(NamedTuple):
    """A command of the README, with the output that the README shows for it."""

    command: str
    output: str


def examples(text: str) -> Iterator[Example]:
    """The commands of the README's console blocks."""
    for block in CONSOLE.findall(text):
        yield from (Example(*found) for found in COMMAND.findall(block))


def output(command: str, shim: Path) -> str:
    """What a person sees who runs a command in the checkout. `shim` is a folder for this interpreter's commands."""
    for name, module in COMMANDS.items():
        program = shim / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n', "utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    path = os.pathsep.join([str(shim), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-c", command.removeprefix(INSTALL)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": WIDTH, "TERM": "dumb"},
        check=False,
        timeout=60,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.decode().splitlines())


def cut_like(fresh: str, shown: str) -> str:
    """A fresh output, cut where the README cuts the one that it shows."""
    lines = shown.splitlines()
    if not lines or lines[-1] != CUT:
        return fresh
    return "".join(f"{line}\n" for line in [*fresh.splitlines()[: len(lines) - 1], CUT])


def options() -> str:
    """The options of the command, with what its help says of each."""
    import typer

    from cleaner.cli.command import clean

    rows = ["| option | |", "| --- | --- |"]
    for name, hint in get_type_hints(clean, include_extras=True).items():
        kind, *notes = get_args(hint) or (hint,)
        option = next((note for note in notes if isinstance(note, typer.models.OptionInfo)), None)
        if option is not None:
            # typer takes the first declaration of an annotated option for its default
            declared = [
                str(each) for each in (option.default, *(option.param_decls or ())) if str(each).startswith("-")
            ]
            named = sorted(declared or [f"--{name.replace('_', '-')}"], key=len)
            choices = "|".join(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else ""
            value = option.metavar or choices.replace("|", "\\|")
            shown = ", ".join(f"`{each}`" for each in named) + (f" `{value}`" if value else "")
            rows.append(f"| {shown} | {option.help} |")
    return "\n".join(rows) + "\n"


def exit_codes() -> str:
    """The exit codes with their meanings."""
    rows = [f"| {code:d} | {meaning} |\n" for code, meaning in MEANINGS.items()]
    return "| code | |\n| --- | --- |\n" + "".join(rows)


def names() -> str:
    """The public names with the first sentence of what each says of itself."""
    rows = ["| name | |", "| --- | --- |"]
    for name in cleaner.__all__:
        thing = getattr(cleaner, name)
        said = (
            thing.__doc__
            if isinstance(thing, type) or callable(thing)
            else "The filters that run by default, in order."
        )
        rows.append(f"| `{name}` | {' '.join(str(said).split(chr(10) * 2)[0].split()).replace('|', chr(92) + '|')} |")
    return "\n".join(rows) + "\n"


FILLED: dict[str, Callable[[], str]] = {"options": options, "exit-codes": exit_codes, "names": names}


def fresh(text: str, shim: Path) -> str:
    """The README as it would be if everything in it were printed today."""

    def console(block: re.Match[str]) -> str:
        return f"```console\n{COMMAND.sub(example, block[1])}```"

    def example(found: re.Match[str]) -> str:
        command, shown = found[1], found[2]
        if command == TEST:
            return found[0]
        gap = "\n" if shown.endswith("\n\n") else ""
        return f"$ {command}\n{cut_like(output(command, shim), shown.rstrip()).rstrip()}\n{gap}"

    text = CONSOLE.sub(console, text)
    return PART.sub(lambda part: f"{part[1]}{FILLED[part[2]]()}{part[3]}", text)
