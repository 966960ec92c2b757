"""The command over many pages, as a shell meets it."""

from __future__ import annotations

import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet
import pytest

from cleaner.batch.formats import SUFFIXES, Format
from cleaner.cli.clean import is_many
from cleaner.cli.many import ROWS, size_in_bytes
from tests.batch.archive import write_pages
from tests.cli.command import ARTICLE, EMPTY_SHELL, HTML_PAGE, argv, environment, run_clean

GOOD = HTML_PAGE.encode()
BINARY = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with two articles, a page without one, and one that cannot be read."""
    return write_pages(tmp_path / "pages", {"a": GOOD, "b/c": GOOD, "shell": EMPTY_SHELL.encode(), "z": BINARY})


def manifest(path: Path) -> list[tuple[str, str]]:
    """The ids and outcomes of a manifest."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert all(
        row["seconds"] >= 0 and row["bytes_in"] >= 0 and (row["reason"] or row["outcome"] == "ok") for row in rows
    )
    return [(row["id"], row["outcome"]) for row in rows]


OUTCOMES = [
    ("pages/a.html", "ok"),
    ("pages/b/c.html", "ok"),
    ("pages/shell.html", "no-article"),
    ("pages/z.html", "unreadable"),
]


def test_a_folder_into_a_folder(pages: Path) -> None:
    """Texts stand where the pages stood; the manifest has every input; the code says that one failed."""
    done = run_clean("-o", "texts/", "pages", folder=pages.parent)
    assert (done.returncode, done.stdout) == (4, b"")
    texts = {
        str(path.relative_to(pages.parent / "texts")): path.read_text("utf-8")
        for path in pages.parent.glob("texts/**/*.txt")
    }
    assert texts == {"a.txt": ARTICLE + "\n", "b/c.txt": ARTICLE + "\n"}
    assert manifest(pages.parent / "texts.manifest.jsonl") == OUTCOMES
    said = done.stderr.decode()
    assert "1 of 4 inputs failed, listed in texts.manifest.jsonl" in said
    assert [row.split()[:2] for row in said.splitlines() if " 25.0%" in row] == [
        ["no-article", "1"],
        ["unreadable", "1"],
    ]


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.parquet"])
def test_rows_are_the_same_for_any_number_of_workers(pages: Path, name: str) -> None:
    """A row an input, failed or not, in the order of the inputs."""
    read = []
    for jobs in ("1", "3"):
        assert run_clean("-j", jobs, "-o", name, "--decisions", "pages", folder=pages.parent).returncode == 4
        out = pages.parent / name
        if name.endswith(".parquet"):
            rows = pyarrow.parquet.read_table(out).to_pylist()
        else:
            data = out.read_bytes()
            rows = [json.loads(line) for line in (gzip.decompress(data) if name.endswith(".gz") else data).splitlines()]
        read.append(rows)
    assert read[0] == read[1]
    assert [(row["id"], row["outcome"]) for row in read[0]] == OUTCOMES
    assert [row["text"] for row in read[0]] == [ARTICLE, ARTICLE, "", None]
    assert (read[0][0]["title"], read[0][0]["language"]) == ("A ferry that nobody waits for", "en")
    assert [fact["outcome"] for fact in read[0][0]["decisions"]] == ["kept"] * 3


def test_what_was_dropped_is_counted(tmp_path: Path) -> None:
    """A row says how many blocks each filter took."""
    write_pages(tmp_path / "pages", {"a": GOOD.replace(b"<main>", b"<nav><a href='/'>Home</a></nav><main>")})
    assert run_clean("-q", "-o", "out.jsonl", "pages", folder=tmp_path).returncode == 0
    (row,) = map(json.loads, (tmp_path / "out.jsonl").read_text().splitlines())
    assert sum(row["dropped"].values()) == 1


def test_without_an_output_texts_are_printed(pages: Path) -> None:
    """A folder prints like several pages named one by one, and each that fails is named."""
    done = run_clean("pages", folder=pages.parent)
    assert done.returncode == 4
    assert done.stdout.decode() == f"==> pages/a.html <==\n{ARTICLE}\n\n==> pages/b/c.html <==\n{ARTICLE}\n"
    assert b"clean: pages/z.html: this is a PNG image, not a page\n" in done.stderr


def test_names_from_standard_input(pages: Path) -> None:
    """`find -print0 | clean --files0-from -` takes any name, and one that is missing costs itself."""
    os.rename(pages / "a.html", pages / "new\nline.html")
    names = b"pages/new\nline.html\0pages/gone.html\0"
    done = run_clean("-q", "--files0-from", "-", "-o", "out.jsonl", stdin=names, folder=pages.parent)
    assert done.returncode == 4
    assert manifest(pages.parent / "out.jsonl.manifest.jsonl") == [
        ("pages/new\nline.html", "ok"),
        ("pages/gone.html", "unreadable"),
    ]


def test_limits_of_a_page(pages: Path) -> None:
    """A page that is larger than allowed is an outcome of its own."""
    assert run_clean("--max-bytes", "0.5k", "-o", "out.jsonl", "pages", folder=pages.parent).returncode == 4
    found = dict(manifest(pages.parent / "out.jsonl.manifest.jsonl"))
    assert (found["pages/a.html"], found["pages/shell.html"]) == ("too-big", "no-article")


def test_a_finished_run_is_not_done_again(pages: Path) -> None:
    """`--resume` after the end changes nothing and gives the same code; a new input makes it another run."""
    command = ("-q", "--resume", "-o", "out.jsonl", "pages")
    assert run_clean(*command, folder=pages.parent).returncode == 4
    before = (pages.parent / "out.jsonl").stat()
    assert run_clean(*command, folder=pages.parent).returncode == 4
    assert (pages.parent / "out.jsonl").stat() == before
    write_pages(pages, {"zz": GOOD})
    done = run_clean(*command, folder=pages.parent)
    assert done.returncode == 1
    assert b"zz.html is new; without --resume" in done.stderr


def test_ctrl_c_leaves_a_true_manifest(tmp_path: Path) -> None:
    """An interrupt ends the run with its code; the texts that are there are those that the manifest names."""
    write_pages(tmp_path / "pages", {f"{number:03}": GOOD * 40 for number in range(400)})
    call = argv("-q", "-o", "texts/", "pages")
    with subprocess.Popen(
        call, cwd=tmp_path, stderr=subprocess.PIPE, env=environment(), start_new_session=True
    ) as process:
        limit = time.monotonic() + 60
        while not list(tmp_path.glob("texts/*.txt")) and time.monotonic() < limit:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to the workers as well
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"--resume goes on" in said
    assert b"Traceback" not in said
    told = [id.removeprefix("pages/").replace(".html", ".txt") for id, _ in manifest(tmp_path / "texts.manifest.jsonl")]
    assert 0 < len(told) < 400
    assert told == sorted(path.name for path in tmp_path.glob("texts/*.txt"))


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet", "out/"])
def test_a_full_disk_is_an_error_and_leaves_nothing_half_written(tmp_path: Path, name: str) -> None:
    """When no more can be written, the message says so, and what stands in the output's place is whole or nothing."""
    write_pages(tmp_path / "pages", {str(number): GOOD for number in range(9)})
    done = subprocess.run(
        argv("-q", "-o", name, "pages"),
        cwd=tmp_path,
        capture_output=True,
        env=environment(),
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300)),
    )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("clean: cannot write ")
    assert b"Traceback" not in done.stderr
    assert not list(tmp_path.glob("out/*")) if name == "out/" else not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["gone/out.jsonl", "file/", "pages.jsonl"])
def test_an_output_that_cannot_be_made_is_told_at_once(pages: Path, name: str) -> None:
    """Before any page is cleaned, and in one line."""
    (pages.parent / "file").write_text("in the way")
    (pages.parent / "pages.jsonl").mkdir()
    done = run_clean("-q", "-o", name, "pages", folder=pages.parent)
    if name == "pages.jsonl":  # an existing folder takes texts, whatever it is called
        assert done.returncode == 4
        return
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("clean: cannot write ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "options",
    [
        ("--decisions", "-o", "texts/"),
        ("--resume",),
        ("--explain", "-j", "2"),
        ("--url", "http://example.org/"),
        ("--max-bytes", "many"),
        ("--files0-from", "-"),
        ("-j", "0"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(pages: Path, options: tuple[str, ...]) -> None:
    """It is told in words, and nothing is done."""
    done = run_clean(*options, "pages", folder=pages.parent)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr
    assert [path.name for path in pages.parent.iterdir()] == ["pages"]


def test_missing_extras_are_named(pages: Path) -> None:
    """Who lacks the distribution of a format learns which extra brings it."""
    script = "import sys\nsys.modules['pyarrow'] = None\nfrom cleaner.cli.clean import main\nmain(sys.argv[1:])"
    call = [sys.executable, "-c", script, "-q", "-o", "out.parquet", str(pages)]
    done = subprocess.run(call, cwd=pages.parent, capture_output=True, env=environment(), check=False, timeout=60)
    assert (done.returncode, done.stderr) == (
        1,
        b"clean: a Parquet file needs pyarrow: pip install 'article-cleaner[parquet]'\n",
    )


def test_progress_is_plain_where_there_is_no_terminal(pages: Path) -> None:
    """A log holds lines, no bar and no escapes."""
    done = run_clean("-o", "out.jsonl", "pages", folder=pages.parent, FORCE_COLOR="", TERM="xterm-256color")
    assert b"\x1b" not in done.stderr
    assert b"4 inputs in " in done.stderr


def test_the_short_way_knows_what_is_many() -> None:
    """The names that the cold start sends to a batch run, and the outputs, are those that the batch run knows."""
    names = [f"x{suffix}" for format in Format if format is not Format.PAGE for suffix in SUFFIXES[format]]
    assert all(map(is_many, names))
    assert not any(map(is_many, ["x.html", "x.html.gz", "x.json", "-", "jsonl"]))
    assert set(ROWS) < {name[1:] for name in names}


def test_a_single_page_loads_nothing_of_it(tmp_path: Path) -> None:
    """One page pays for no batch run."""
    (tmp_path / "page.html").write_bytes(GOOD)
    script = "import sys\nfrom cleaner.cli.clean import main\ntry: main(['page.html'])\nfinally: print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, env=environment(), check=True
    )
    assert not [name for name in done.stdout.decode().splitlines()[-1].split() if "batch" in name]


@pytest.mark.parametrize(("words", "size"), [("7", 7), ("20M", 20_000_000), ("1.5 GB", 1_500_000_000), ("3kib", 3000)])
def test_sizes(words: str, size: int) -> None:
    """Sizes are written as people write them."""
    assert size_in_bytes(words) == size
