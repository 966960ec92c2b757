"""Charset labels as browsers read them."""

from __future__ import annotations

import codecs

import pytest

from cleaner.read.charset import CODECS, codec_of, declared


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("US-ASCII", "cp1252"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("euc-kr", "cp949"),
        ("ks_c_5601-1987", "cp949"),
        ("win-1251", "cp1251"),
        ("cp1251", "cp1251"),
        ("windows_1257", "cp1257"),
        ("iso-8859-9", "cp1254"),
        ("TIS-620", "cp874"),
        ("ISO8859-2", "iso8859_2"),
        ("latin2", "iso8859_2"),
        ("iso-8859-15", "iso8859_15"),
        ("utf8", "utf-8"),
        ("macintosh", "mac_roman"),
        ("cp850", "cp850"),
    ],
)
def test_labels_name_the_codec_that_browsers_use(label: str, codec: str) -> None:
    """A label stands for the superset that pages are written in."""
    assert codec_of(label) == codec


@pytest.mark.parametrize("label", ["", "utf-16", "x-user-defined", "rot13", "base64", "idna", "cp999", "iso-8859-77"])
def test_other_labels_are_unknown(label: str) -> None:
    """Neither what is no charset nor what a declaration cannot be true of."""
    assert codec_of(label) is None


def test_every_codec_named_is_one_of_pythons() -> None:
    """No label leads to a codec that does not exist."""
    for codec in CODECS.values():
        codecs.lookup(codec)


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (b"<META HTTP-EQUIV=Content-Type CONTENT='text/html;charset=koi8-r'>", "koi8_r"),
        (b'<meta  charset = "Windows-1251" />', "cp1251"),
        (b"<?xml version='1.0' encoding='big5'?>", "big5hkscs"),
        (b"<meta charset=nonsense><meta charset=cp1250>", "cp1250"),
        (b"<p>charset=koi8-r</p>", None),
        (b"", None),
    ],
)
def test_the_first_known_declaration_counts(data: bytes, codec: str | None) -> None:
    """Declarations stand in meta tags and in the XML declaration, in any spelling."""
    assert declared(data) == codec
