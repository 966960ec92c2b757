"""The `cleaner` command as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.cli.command import environment


def run_cleaner(*arguments: str | Path, folder: Path | None = None, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run `cleaner` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "cleaner.cli.workbench", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment(**changes),
        check=False,
        timeout=120,
    )
