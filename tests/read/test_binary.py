"""What is no page: signatures, control characters, gzip wrapping."""

from __future__ import annotations

import gzip

import pytest

from cleaner.read.binary import SIGNATURES, has_controls, signature, unpacked


@pytest.mark.parametrize(("mark", "name"), SIGNATURES)
def test_every_signature_is_told(mark: bytes, name: str) -> None:
    """By the first bytes alone, also after white space."""
    assert signature(mark + b"\x00" * 20) == name
    assert signature(b"\n " + mark) == name


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"BZh and BZA are names", b"PKs are missed", b"MZ\x20", "ÿØ".encode()]
)
def test_other_data_has_no_signature(data: bytes) -> None:
    """Text may begin with the same letters."""
    assert signature(data) == ""


def test_control_characters_tell_binary_data() -> None:
    """White space and escape sequences are not counted, nor a stray code in much text."""
    assert has_controls(bytes(range(32)))
    assert has_controls("<p>text".encode("utf-16-le"))
    assert not has_controls(b"\x1b[1mtext\x1b[0m\tand\r\nmore\x0c")
    assert not has_controls(b"text " * 50 + b"\x00\x01")
    assert not has_controls(b"")


def test_only_gzip_is_unpacked() -> None:
    """Data without the wrapping is given back as it is."""
    assert unpacked(b"text") == b"text"
    assert unpacked(gzip.compress(b"text")) == b"text"
    assert unpacked(gzip.compress(b"text") + b"\x00" * 100) == b"text"
