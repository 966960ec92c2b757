"""The `clean` command as a process of its own, and pages to give it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import cleaner

ROOT = Path(cleaner.__file__).parents[1]

PARAGRAPHS = (
    "The ferry to the outer islands was late again on Tuesday, and nobody on the quay in Norrhamn seemed surprised. "
    "The timetable, repainted every spring, has not been right since the second boat was sold to a yard in the south.",
    "Ingrid Sollie, who runs the only bakery out there, had forty loaves in her van. By noon she was handing them out "
    "to schoolchildren, postmen and two cyclists from Ghent, and had stopped asking when the engine would be mended.",
    "The county says that a new vessel will be ordered before the end of the year. It said so last year as well, and "
    "in the year before that, when the harbour office still had somebody in it to answer the telephone.",
)

ARTICLE = "\n\n".join(PARAGRAPHS)

TEXT_PAGE = "\n".join(PARAGRAPHS) + "\n"

HTML_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A ferry that nobody waits for</title></head>'
    f"<body><main><article>{''.join(f'<p>{paragraph}</p>' for paragraph in PARAGRAPHS)}</article></main></body></html>"
)

EMPTY_SHELL = '<!doctype html><html><head><title>App</title></head><body><div id="app"></div></body></html>'


def environment(**changes: str) -> dict[str, str]:
    """This process's environment, in which the package is found from any folder, with changes.

    Unbuffered streams would hide what a missing flush does.
    """
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONUNBUFFERED", "CLEANER_DEBUG")}
    return {**kept, "PYTHONPATH": path, "COLUMNS": "80", **changes}


def argv(*arguments: str | Path) -> list[str]:
    """The command line that runs `clean` with this interpreter."""
    return [sys.executable, "-m", "cleaner", *map(str, arguments)]


def run_clean(
    *arguments: str | Path, stdin: bytes = b"", folder: Path | None = None, **changes: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `clean` in a folder with something on standard input."""
    return subprocess.run(
        argv(*arguments),
        input=stdin,
        capture_output=True,
        cwd=folder,
        env=environment(**changes),
        check=False,
        timeout=60,
    )
