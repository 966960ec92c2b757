"""A file that appears whole or not at all."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path

import pytest

from cleaner.cli.output import FileOutput, StandardOutput, open_output
from cleaner.cli.streams import Streams

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions, links and devices")


def test_nothing_is_seen_before_it_is_whole(tmp_path: Path) -> None:
    """Until the end the old text stands; then the new one does, and nothing beside it."""
    target = tmp_path / "out.txt"
    target.write_text("old")
    output = FileOutput(str(target))
    output.write("new")
    assert target.read_text() == "old"
    output.write(" é")
    output.commit()
    output.discard()
    assert target.read_text(encoding="utf-8") == "new é"
    assert list(tmp_path.iterdir()) == [target]


def test_what_is_not_committed_leaves_no_trace(tmp_path: Path) -> None:
    """A run that is interrupted leaves the old text and no half of a new one."""
    target = tmp_path / "out.txt"
    target.write_text("old")
    output = FileOutput(str(target))
    output.write("new")
    output.discard()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_no_text_makes_no_file(tmp_path: Path) -> None:
    """An output that nothing was written to does not exist."""
    output = FileOutput(str(tmp_path / "out.txt"))
    output.commit()
    output.discard()
    assert list(tmp_path.iterdir()) == []


@posix
def test_permissions_are_kept(tmp_path: Path) -> None:
    """A file keeps its permissions; a new one has the usual ones."""
    mask = os.umask(0o027)
    try:
        for name, before, after in (("old.txt", 0o604, 0o604), ("new.txt", None, 0o640)):
            target = tmp_path / name
            if before is not None:
                target.write_text("old")
                target.chmod(before)
            output = FileOutput(str(target))
            output.write("new")
            output.commit()
            assert stat.S_IMODE(target.stat().st_mode) == after
    finally:
        os.umask(mask)


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may write everything")
def test_a_protected_file_is_not_replaced(tmp_path: Path) -> None:
    """A file that its owner protected from writing is not renamed away."""
    target = tmp_path / "out.txt"
    target.write_text("old")
    target.chmod(0o400)
    with pytest.raises(PermissionError):
        FileOutput(str(target)).write("new")
    assert target.read_text() == "old"


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file behind a symbolic link gets the text."""
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    output = FileOutput(str(tmp_path / "link.txt"))
    output.write("new")
    output.commit()
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


@posix
def test_what_is_not_a_regular_file_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    """A named pipe gets the text and stays a pipe; so would a device, which no test should put at risk."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        output = FileOutput(str(pipe))
        output.write("new")
        output.commit()
        output.discard()
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)


@pytest.mark.parametrize("path", [None, "-"])
def test_a_dash_is_standard_output(path: str | None) -> None:
    """Without a file, and for `-`, text goes to standard output at once."""
    stdout = io.BytesIO()
    output = open_output(path, Streams(None, stdout, None))
    assert isinstance(output, StandardOutput)
    output.write("naïve\n")
    assert stdout.getvalue() == "naïve\n".encode()
