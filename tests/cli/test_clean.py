"""The command as a shell meets it: a process, its streams, its exit code."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import (
    ARTICLE,
    EMPTY_SHELL,
    HTML_PAGE,
    PARAGRAPHS,
    TEXT_PAGE,
    argv,
    environment,
    run_clean,
)

# Both ways through the program: page names alone, and with an option that changes nothing, through the option parser.
BOTH_WAYS = pytest.mark.parametrize("way", [(), ("--strictness", "balanced")], ids=["bare", "parsed"])


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of HTML with an article."""
    path = tmp_path / "page.html"
    path.write_text(HTML_PAGE, encoding="utf-8")
    return path


def one_line(stderr: bytes) -> str:
    """The one line that stands on standard error, without its end."""
    text = stderr.decode()
    assert text.count("\n") == 1, text
    assert text.endswith("\n")
    return text[:-1]


@BOTH_WAYS
@pytest.mark.parametrize("source", [HTML_PAGE, TEXT_PAGE], ids=["html", "text"])
def test_prints_the_article_of_a_file(tmp_path: Path, source: str, way: tuple[str, ...]) -> None:
    """A page of either kind gives its paragraphs, a blank line apart, a newline at the end, and nothing else."""
    (tmp_path / "page").write_text(source, encoding="utf-8")
    done = run_clean(*way, "page", folder=tmp_path)
    assert (done.stdout.decode(), done.stderr, done.returncode) == (ARTICLE + "\n", b"", 0)


@BOTH_WAYS
@pytest.mark.parametrize("names", [(), ("-",)], ids=["piped", "dash"])
def test_reads_standard_input(names: tuple[str, ...], way: tuple[str, ...]) -> None:
    """Standard input is read without a name and under the name `-`."""
    done = run_clean(*way, *names, stdin=HTML_PAGE.encode())
    assert (done.stdout.decode(), done.stderr, done.returncode) == (ARTICLE + "\n", b"", 0)


@pytest.mark.parametrize("name", ["page.html.gz", "-"])
def test_opens_gzipped_pages(tmp_path: Path, name: str) -> None:
    """A gzipped page is opened as it is, from a file and from a pipe."""
    packed = gzip.compress(HTML_PAGE.encode())
    (tmp_path / "page.html.gz").write_bytes(packed)
    done = run_clean(name, stdin=packed, folder=tmp_path)
    assert (done.stdout.decode(), done.returncode) == (ARTICLE + "\n", 0)


@BOTH_WAYS
def test_several_pages_stand_under_their_names(tmp_path: Path, way: tuple[str, ...]) -> None:
    """Several pages print as head(1) prints files, standard input by its name."""
    (tmp_path / "a.txt").write_text(TEXT_PAGE, encoding="utf-8")
    done = run_clean(*way, "a.txt", "-", stdin=HTML_PAGE.encode(), folder=tmp_path)
    assert done.stdout.decode() == f"==> a.txt <==\n{ARTICLE}\n\n==> standard input <==\n{ARTICLE}\n"


def test_quiet_leaves_the_names_out(page: Path) -> None:
    """`-q` prints several pages a blank line apart, without their names."""
    done = run_clean("-q", page, page)
    assert done.stdout.decode() == f"{ARTICLE}\n\n{ARTICLE}\n"


@BOTH_WAYS
def test_a_bad_page_does_not_stop_the_others(page: Path, way: tuple[str, ...]) -> None:
    """The pages around one that is missing are printed; its message and code remain."""
    done = run_clean(*way, "gone.html", page.name, folder=page.parent)
    assert done.stdout.decode() == f"==> page.html <==\n{ARTICLE}\n"
    assert one_line(done.stderr) == "clean: gone.html: no such file"
    assert done.returncode == 1


def unreadable(folder: Path, name: str) -> None:
    """Make the input of that name, which cannot be read or decoded."""
    path = folder / name
    if name == "folder":
        path.mkdir()
    elif name == "binary.bin":
        path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20)
    elif name == "cut.html.gz":
        path.write_bytes(gzip.compress(HTML_PAGE.encode() + os.urandom(4000))[:-2000])
    elif name == "empty.html":
        path.write_bytes(b"")


@BOTH_WAYS
@pytest.mark.parametrize("name", ["missing.html", "folder", "binary.bin", "cut.html.gz", "empty.html"])
def test_unreadable_input_is_one_line_and_code_1(tmp_path: Path, name: str, way: tuple[str, ...]) -> None:
    """Whatever cannot be read or decoded is named on standard error in one line, and nothing is printed."""
    unreadable(tmp_path, name)
    done = run_clean(*way, name, folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    message = one_line(done.stderr)
    assert message.startswith(f"clean: {name}: ")
    assert len(message) > len(f"clean: {name}: ")


def test_an_address_is_told_to_be_fetched_first() -> None:
    """Who names a page by its address learns how to fetch it."""
    done = run_clean("https://example.org/story")
    assert done.returncode == 1
    assert "curl -s" in one_line(done.stderr)


@BOTH_WAYS
def test_no_article_is_one_line_and_code_3(way: tuple[str, ...]) -> None:
    """An empty shell prints nothing, says so in one line, and has a code of its own."""
    done = run_clean(*way, stdin=EMPTY_SHELL.encode())
    assert (done.returncode, done.stdout) == (3, b"")
    assert one_line(done.stderr) == "clean: standard input: no article in the page; --explain shows why"


@pytest.mark.parametrize(
    ("names", "code"),
    [(("page.html", "shell.html"), 3), (("shell.html", "gone", "page.html"), 1), (("gone", "shell.html"), 1)],
)
def test_the_worst_page_gives_the_code(page: Path, names: tuple[str, ...], code: int) -> None:
    """A page that cannot be read is worse than one without an article, in any order."""
    (page.parent / "shell.html").write_text(EMPTY_SHELL)
    assert run_clean(*names, folder=page.parent).returncode == code


@BOTH_WAYS
def test_no_page_and_a_keyboard_is_wrong_usage(way: tuple[str, ...]) -> None:
    """Without a page and with nothing piped in, the command says what to do and does not wait."""
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    try:
        done = subprocess.run(
            argv(*way), stdin=follower, capture_output=True, env=environment(), check=False, timeout=60
        )
    finally:
        os.close(leader)
        os.close(follower)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "clean page.html" in one_line(done.stderr)


@pytest.mark.parametrize("options", [("--nonsense",), ("--kind", "pdf"), ("--strictness", "9"), ("--explain=xml",)])
def test_wrong_usage_is_code_2(page: Path, options: tuple[str, ...]) -> None:
    """An unknown option or value prints nothing, names itself, and has the code 2."""
    done = run_clean(*options, page)
    assert (done.returncode, done.stdout) == (2, b"")
    assert options[-1].rpartition("=")[2].encode() in done.stderr


@pytest.mark.parametrize("option", ["--only", "--without"])
def test_an_unknown_filter_is_wrong_usage(page: Path, option: str) -> None:
    """An unknown filter is named, those that exist are listed, and no page is cleaned."""
    done = run_clean(option, "nonsense", page)
    assert (done.returncode, done.stdout) == (2, b"")
    message = one_line(done.stderr)
    assert message.startswith("clean: unknown filter 'nonsense'; known: ")
    listed = [line.split()[0] for line in run_clean("--list-filters").stdout.decode().splitlines()]
    assert message.partition("known: ")[2] == (", ".join(listed) or "none")


@BOTH_WAYS
@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}], ids=str)
def test_output_is_utf_8_in_any_locale(locale: dict[str, str], way: tuple[str, ...]) -> None:
    """The locale has no say in the bytes that come out."""
    words = "Ærlig talt — 日本語の段落, naïve façade, Ω and 🚢 in one sentence, which is long enough to be prose."
    done = run_clean(*way, "--", "-", stdin=f"{words}\n{TEXT_PAGE}".encode(), PYTHONCOERCECLOCALE="0", **locale)
    assert done.stdout.decode("utf-8") == f"{words}\n\n{ARTICLE}\n"


def test_terminal_escapes_never_come_out(tmp_path: Path) -> None:
    """Neither text nor title nor name of a page can drive the terminal, on any stream."""
    evil = "\x1b]0;owned\x07\x1b[31m"
    name = "na\x1b[31mme\n.html"
    source = HTML_PAGE.replace("The ferry", f"{evil}The ferry\x9b31m").replace("<title>", f"<title>{evil}")
    (tmp_path / name).write_text(source, encoding="utf-8")
    for options in (["--title"], ["--explain"], ["--explain=json"]):
        done = run_clean(*options, name, name, "gone\x1b[2J", folder=tmp_path, FORCE_COLOR="")
        assert done.returncode == 1
        for stream in (done.stdout, done.stderr):
            assert stream
            assert not [sign for sign in stream.decode() if not sign.isprintable() and sign not in "\n"]


def test_brackets_are_no_markup() -> None:
    """Text that looks like rich's markup or like emoji codes is printed as it stands, in the table as well."""
    words = "In [bold]every[/bold] manual of the [red]old[/] series, :smile: and [link=x]y[/link] were typed by hand."
    done = run_clean("--explain", stdin=f"{words}\n{TEXT_PAGE}".encode(), COLUMNS="250")
    assert done.stdout.decode().startswith(words + "\n")
    assert words in done.stderr.decode()


@BOTH_WAYS
def test_a_closed_pipe_ends_the_run_quietly(page: Path, way: tuple[str, ...]) -> None:
    """When the reader has gone there is no message and no traceback, and that is no failure."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            argv(*way, page, page), stdout=writer, stderr=subprocess.PIPE, env=environment(), check=False, timeout=60
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("option", ["--list-filters", "--version"])
def test_a_closed_pipe_ends_a_listing_quietly(option: str) -> None:
    """`clean --list-filters | head -1` is no failure either."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            argv(option), stdout=writer, stderr=subprocess.PIPE, env=environment(), check=False, timeout=60
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@BOTH_WAYS
def test_a_full_disk_is_one_line_and_code_1(page: Path, way: tuple[str, ...]) -> None:
    """Text that cannot be written is a failure, and never passes for success."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            argv(*way, page), stdout=full, stderr=subprocess.PIPE, env=environment(), check=False, timeout=60
        )
    assert done.returncode == 1
    assert one_line(done.stderr).startswith("clean: cannot write standard output: ")


@pytest.mark.skipif(os.name == "nt", reason="closes a stream in a POSIX shell")
def test_a_closed_standard_output_is_one_line_and_code_1(page: Path) -> None:
    """`clean page >&-` fails with a message, not with a traceback."""
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *argv(page)], stderr=subprocess.PIPE, env=environment(), check=False, timeout=60
    )
    assert done.returncode == 1
    assert one_line(done.stderr).startswith("clean: cannot write standard output: ")


@pytest.mark.skipif(os.name == "nt", reason="needs a named pipe")
@BOTH_WAYS
def test_ctrl_c_is_code_130_without_a_traceback(tmp_path: Path, way: tuple[str, ...]) -> None:
    """An interrupt ends the run with the shell's code for it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    call = argv(*way, pipe)
    # Opening the pipe to write waits until the command opens it to read.
    with (
        subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process,
        open(pipe, "wb"),
    ):
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, stdout, stderr) == (130, b"", b"")


def test_writes_a_file(page: Path) -> None:
    """`-o` writes what standard output would hold, which then holds nothing."""
    done = run_clean("-o", "out.txt", page, page.name, folder=page.parent)
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 0)
    written = (page.parent / "out.txt").read_text(encoding="utf-8")
    assert written == f"==> {page} <==\n{ARTICLE}\n\n==> page.html <==\n{ARTICLE}\n"


def test_the_page_itself_can_be_the_output(page: Path) -> None:
    """Reading ends before writing begins."""
    assert run_clean("-o", page, page).returncode == 0
    assert page.read_text(encoding="utf-8") == ARTICLE + "\n"


@pytest.mark.parametrize("name", ["gone.html", "shell.html"])
def test_a_file_is_not_touched_when_nothing_comes_out(tmp_path: Path, name: str) -> None:
    """What stood in the file of `-o` before is still there after a page that gives nothing."""
    (tmp_path / "shell.html").write_text(EMPTY_SHELL)
    (tmp_path / "out.txt").write_text("precious")
    assert run_clean("-o", "out.txt", name, folder=tmp_path).returncode in (1, 3)
    assert run_clean("-o", "new.txt", name, folder=tmp_path).returncode in (1, 3)
    assert (tmp_path / "out.txt").read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.txt", "shell.html"]


@pytest.mark.parametrize("target", ["no-such-folder/out.txt", "page.html/out.txt"])
def test_a_file_that_cannot_be_written_is_code_1(page: Path, target: str) -> None:
    """An output that cannot be made is named in one line."""
    done = run_clean("-o", target, page, folder=page.parent)
    assert (done.returncode, done.stdout) == (1, b"")
    assert one_line(done.stderr).startswith(f"clean: cannot write {target}: ")


def test_title_first(page: Path) -> None:
    """`--title` puts the title above the text; without it the body stands alone."""
    done = run_clean("--title", page)
    assert done.stdout.decode() == f"A ferry that nobody waits for\n\n{ARTICLE}\n"


def test_kind_overrules_the_content() -> None:
    """Text that speaks of tags is HTML only if one says so."""
    source = f"{PARAGRAPHS[0]}\n<p>{PARAGRAPHS[1]}</p>\n{PARAGRAPHS[2]}\n".encode()
    assert b"<p>" in run_clean("--kind", "text", stdin=source).stdout
    assert b"<p>" not in run_clean("--kind", "html", stdin=source).stdout


def test_explain_prints_a_row_a_block(page: Path) -> None:
    """`--explain` leaves standard output as it is and fits its table in 80 columns."""
    done = run_clean("--explain", page)
    assert (done.stdout.decode(), done.returncode) == (ARTICLE + "\n", 0)
    table = done.stderr.decode()
    assert f"{page}: 3 kept" in " ".join(table.split())
    for paragraph in PARAGRAPHS:
        assert paragraph[:15] in table
    assert max(map(len, table.splitlines())) <= 80


def test_explain_does_not_take_the_next_word(page: Path) -> None:
    """The word after a bare `--explain` is a page, even one called json."""
    (page.parent / "json").write_text(HTML_PAGE)
    done = run_clean("--explain", "json", folder=page.parent)
    assert (done.stdout.decode(), done.returncode) == (ARTICLE + "\n", 0)
    assert "outcome" in done.stderr.decode()


def test_explain_json_is_a_line_a_page(page: Path) -> None:
    """`--explain=json` is JSON Lines and nothing else, pages that fail included, in the order of the pages."""
    shell = page.parent / "shell.html"
    shell.write_text(EMPTY_SHELL)
    done = run_clean("--explain=json", "page.html", "gone.html", "shell.html", folder=page.parent)
    assert done.returncode == 1
    told = [json.loads(line) for line in done.stderr.decode("ascii").splitlines()]
    assert [(one["name"], one["outcome"]) for one in told] == [
        ("page.html", "article"),
        ("gone.html", "unreadable"),
        ("shell.html", "no-article"),
    ]
    assert [one["message"] for one in told] == ["", "no such file", "no article in the page"]
    assert told[0]["title"] == "A ferry that nobody waits for"
    assert told[0]["language"] == "en"
    assert [decision["text"] for decision in told[0]["decisions"]] == list(PARAGRAPHS)
    assert {decision["outcome"] for decision in told[0]["decisions"]} == {"kept"}


def test_the_address_reaches_the_explanation(page: Path) -> None:
    """`--url` is the page's address from then on."""
    done = run_clean("--url", "https://example.org/ferry", "--explain=json", page)
    assert json.loads(done.stderr)["url"] == "https://example.org/ferry"


def test_one_address_for_two_pages_is_wrong_usage(page: Path) -> None:
    """`--url` belongs to one page."""
    done = run_clean("--url", "https://example.org/ferry", page, page)
    assert (done.returncode, done.stdout) == (2, b"")


def test_names_that_begin_with_a_dash(tmp_path: Path) -> None:
    """After `--` every word is a page."""
    (tmp_path / "--explain").write_text(HTML_PAGE)
    done = run_clean("--", "--explain", folder=tmp_path)
    assert (done.stdout.decode(), done.stderr, done.returncode) == (ARTICLE + "\n", b"", 0)


def test_a_bug_is_one_line_and_not_a_traceback(page: Path) -> None:
    """What nobody foresaw is reported like any other failure, and with its traceback only when asked for."""
    broken = "import cleaner.cli.pages as p, cleaner.cli.clean as c\ndef clean(*a, **k): raise TypeError('x\x1b[1m')\n"
    call = [*argv()[:1], "-c", f"{broken}p.clean = clean\nc.main([{str(page)!r}])"]
    done = subprocess.run(call, capture_output=True, env=environment(), check=False, timeout=60)
    assert (done.returncode, done.stdout) == (1, b"")
    assert "TypeError: x[1m" in one_line(done.stderr)
    done = subprocess.run(call, capture_output=True, env=environment(CLEANER_DEBUG="1"), check=False, timeout=60)
    assert done.returncode == 1
    assert b"Traceback" in done.stderr


def test_a_bare_call_loads_neither_typer_nor_rich(page: Path) -> None:
    """A cold start pays for no option parser, no tables and no JSON-writing that it does not use."""
    script = f"import sys\nfrom cleaner.cli.clean import main\ntry: main([{str(page)!r}])\nfinally: print(*sys.modules)"
    done = subprocess.run(
        [*argv()[:1], "-c", script], capture_output=True, env=environment(), check=True, timeout=60, text=True
    )
    assert done.stdout.startswith(ARTICLE)
    loaded = done.stdout.splitlines()[-1].split()
    assert "cleaner.cli.pages" in loaded
    assert not {"typer", "click", "rich", "bs4", "readability", "cleaner.cli.explain"} & set(loaded)
