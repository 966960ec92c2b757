"""The two views of a page."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cleaner.errors import DataError
from cleaner.model import InputKind
from cleaner.scoring.model import Model, shipped
from cleaner.scoring.view import view_of


@pytest.mark.parametrize("kind", [InputKind.HTML, InputKind.TEXT])
def test_shipped_weights_fit_their_view(kind: InputKind) -> None:
    """The weights that come with the program were made for the figures that it works out."""
    assert shipped(kind).view is view_of(kind)


def test_figures_have_names_of_their_own() -> None:
    """A name says which figure weighed: no two figures of a view share one."""
    for kind in (InputKind.HTML, InputKind.TEXT):
        names = view_of(kind).names
        assert len(set(names)) == len(names)


def test_weights_for_other_figures_are_refused() -> None:
    """A file from another version gives a clear error, not nonsense."""
    with pytest.raises(DataError, match="another version"):
        Model({"version": 1, "kind": "text", "figures": ["size"], "texts": {}, "names": {}, "first": [], "second": []})


def test_html_does_not_load_the_view_of_texts() -> None:
    """The start of the program is part of its speed."""
    code = "import sys; from cleaner.scoring.model import shipped; shipped('html'); print('cleaner.scoring.lines' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"
