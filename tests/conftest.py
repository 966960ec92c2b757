"""Options of the test run."""

from __future__ import annotations

import signal

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-goldens` writes what the cleaner says now; read the diff before you commit it."""
    what = "write the expected files of fixtures/ and the outputs in README.md anew"
    parser.addoption("--write-goldens", action="store_true", help=what)


def pytest_configure() -> None:
    """Hear Ctrl-C even where the tests run in the background: a shell starts those deaf to it, and so their children."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
