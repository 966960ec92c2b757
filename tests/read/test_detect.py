"""Which charset makes the most sense of bytes, on small made-up samples."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cleaner.read import detect as detecting
from cleaner.read.detect import CANDIDATES, alphabets, detect, plausibility, sampled


def test_the_right_reading_is_more_plausible_than_any_other() -> None:
    """Russian in windows-1251: letters, small ones mostly, and function words fit in no other charset."""
    data = "Он сказал, что это не так, и все с ним согласились.".encode("cp1251")
    scores = {codec: plausibility(data.decode(codec, "replace"), codec) for codec in CANDIDATES}
    assert max(scores, key=scores.__getitem__) == "cp1251"
    assert sorted(scores.values())[-2] < scores["cp1251"] - 0.3


def test_a_declared_charset_wins_where_the_letters_do_not_tell() -> None:
    """`é` and `í` are the same bytes in windows-1252 and windows-1250."""
    data = "Dolní Kamenné".encode("cp1250")
    assert detect(data) == "cp1252"
    assert detect(data, "cp1250") == "cp1250"


def test_a_declared_charset_loses_against_a_clearly_better_one() -> None:
    """Czech read as windows-1252 has symbols inside its words."""
    assert detect("Příliš žluťoučký kůň pěl, a to se mu nelíbilo.".encode("cp1250"), "cp1252") == "cp1250"


def test_every_candidate_has_alphabets() -> None:
    """A candidate without any would be judged by all of them, and win too often."""
    assert set(CANDIDATES) <= set(alphabets())


def test_the_sample_is_text_with_letters_beyond_ascii() -> None:
    """Tags, scripts and English menus before the text do not use the sample up."""
    data = b"<a>Home</a>" * 5000 + "<p>Привет, мир</p>".encode("cp1251") + b"<i>end</i>" * 100
    assert sampled(data).decode("cp1251") == "Привет, мир"


def test_the_sample_is_bounded() -> None:
    """One line of a megabyte gives a sample from where its letters are."""
    data = b"a " * 500_000 + "да ".encode("cp1251") * 500_000
    assert len(sampled(data)) <= detecting.SAMPLE
    assert "да да" in sampled(data).decode("cp1251")


def test_the_detector_of_beautiful_soup_is_asked_last() -> None:
    """It is slow to load, so a page that a candidate makes sense of never loads it; one of no sense gets its answer."""
    asked = (
        "import sys; from cleaner.read.detect import detect\n"
        "assert detect('Hier ist es schön, und das ist gut so für alle.'.encode('cp1252')) == 'cp1252'\n"
        "assert 'bs4' not in sys.modules\n"
        "assert detect(bytes(byte * 89 % 128 + 128 for byte in range(500)))\n"
        "assert 'bs4' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)


@pytest.mark.parametrize("data", [b"", b"plain ascii", b"\x80", b"\xff" * 10])
def test_there_is_always_an_answer(data: bytes) -> None:
    """Whatever the bytes, a codec that exists is named."""
    assert data.decode(detect(data), "replace") is not None
