"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-goldens` makes the expected files of fixtures/ what the cleaner says now; read the diff before you commit."""
    parser.addoption("--write-goldens", action="store_true", help="write the expected files of fixtures/ anew")
