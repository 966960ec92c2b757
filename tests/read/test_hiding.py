"""How a page hides an element from the eye."""

from __future__ import annotations

import pytest

from cleaner.read.hiding import for_readers, hidden_by


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("display:none", "display:none"),
        ("margin:0;DISPLAY : NONE !important", "display:none"),
        ("visibility: hidden", "visibility:hidden"),
        ("overflow:hidden", ""),
        ("list-style:none", ""),
        ("x-display:none", ""),
    ],
)
def test_style_hides_by_two_properties_alone(style: str, reason: str) -> None:
    """A hidden overflow or a list without bullets is plain to see."""
    assert hidden_by("div", {"style": style}) == reason


@pytest.mark.parametrize(
    ("classes", "expected"), [("btn sr-only", True), ("hidden md:block", False), ("sr-only-focus", False)]
)
def test_only_known_class_names_hide(classes: str, expected: bool) -> None:
    """`hidden` is undone by half of the style sheets that use it: it is left to the content filter."""
    assert for_readers(classes) is expected
