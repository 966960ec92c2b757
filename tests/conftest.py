"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-goldens` writes what the cleaner says now; read the diff before you commit it."""
    what = "write the expected files of fixtures/ and the outputs in README.md anew"
    parser.addoption("--write-goldens", action="store_true", help=what)
