"""How the scripts of this folder are started, by this interpreter on the checkout or by another on what it has installed."""

from __future__ import annotations

import os
import sys
from tempfile import gettempdir
from typing import Any

from tests.benchmarks.pages import ROOT


def script(name: str, *arguments: str, python: str | None = None) -> dict[str, Any]:
    """The arguments of `subprocess.run` or `Popen` that start a script which imports nothing from this folder.

    `python` is the interpreter of an environment that the program is installed in; without it the checkout is used.
    """
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    if python is None:
        environment["PYTHONPATH"] = str(ROOT)
    command = [python or sys.executable, "-P", str(ROOT / "tests" / "benchmarks" / f"{name}.py"), *arguments]
    return {"args": command, "env": environment, "cwd": gettempdir()}
