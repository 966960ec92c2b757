"""The distribution: built as a wheel and installed away from the checkout, it cleans a page and holds its data."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cleaner import clean
from tests.golden import FIXTURES, cleaned, folders, source, text_of

ROOT = FIXTURES.parent

# What the build reads.
SOURCES = ("pyproject.toml", "setup.py", "README.md", "LICENSE", "cleaner", "native")

# Loads all that the program ever loads, and prints the data files that were opened for it.
LOAD_ALL = """
import sys
from pathlib import Path

opened = set()
sys.addaudithook(lambda event, args: opened.add(str(args[0])) if event == "open" else None)

import cleaner
from cleaner.lexicon import lexicon
from cleaner.model import InputKind
from cleaner.phrasebook import load
from cleaner.scoring.model import shipped

data = Path(cleaner.__file__).parent / "data"
lexicon()
load()
for kind in (InputKind.HTML, InputKind.TEXT):
    shipped(kind)
# A text without markup has its language told by its words; in an old charset, that by its letters.
russian = "Жители деревни собрались у старой мельницы, чтобы решить, что с ней делать дальше. "
cleaner.clean(russian.encode("cp1251") * 9)
print(cleaner.__file__)
for path in sorted(data.rglob("*")):
    if path.is_file():
        print(path.relative_to(data).as_posix(), str(path) in opened)
"""


# Cleans the named pages and prints which file a hot module is, then the texts.
CLEAN_ALL = """
import json
import sys
from pathlib import Path

from cleaner import clean
from cleaner.read import html

print(json.dumps(html.__file__))
for name in sys.argv[1:]:
    print(json.dumps(clean(Path(name)).text))
"""


# Looks up all examples of the phrase files, alone and two in a row, by the kernel in C and by its twin in Python, and
# prints how many there were, how many held a phrase, and those of which the two say different things.
TWINS = """
import json

from cleaner.lexicon import TABLE, Lexicon
from cleaner.datafile import mapped
from cleaner.phrase import Match
from cleaner.phrase_search import Search
from cleaner.phrasebook import examples, load

lexicon = Lexicon(mapped(TABLE))
search = Search(lexicon.table)
shown = [text for _, text, _ in examples(load())]
marks = (" | ", " ", ". ", "", ": ", "\\n")
texts = shown + [f"{one}{marks[n % 6]}{other}" for n, (one, other) in enumerate(zip(shown, shown[7:] + shown[:7]))]
texts += [text.upper() for text in shown[::3]] + [text.replace("ss", "ß").replace("i", "ı") for text in shown[::5]]


def said(match: Match | None) -> object:
    return match and (match.category, match.language, match.phrase, match.start, match.weak)


def differs(text: str) -> bool:
    stems = lexicon.stems
    folded = text.casefold()
    return (
        said(lexicon.look_up(text, False)) != said(search.look_up(text, False))
        or said(lexicon.look_up(text, True)) != said(search.look_up(text, True))
        or list(map(said, lexicon.cues(text))) != list(map(said, search.cues(text)))
        or stems.all_in(text) != all(any(stem in folded for stem in kind) for kind in stems.kinds)
    )


held = sum(lexicon.look_up(text, False) is not None for text in texts)
print(json.dumps([lexicon.ready is not None, len(texts), held, [text for text in texts if differs(text)]]))
"""


def copied(copy: Path) -> None:
    """A copy of what the build reads, so that nothing is left in the checkout."""
    copy.mkdir()
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
        else:
            shutil.copy(ROOT / name, copy)


def build(copy: Path, made: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a wheel of a copy."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(made), str(copy)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | environment)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from a copy so that nothing is left in the checkout."""
    made = tmp_path_factory.mktemp("wheel")
    copy = tmp_path_factory.mktemp("source") / "tree"
    copied(copy)
    done = build(copy, made)
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = made.glob("article_cleaner-*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel alone is installed in."""
    target = tmp_path_factory.mktemp("installed")
    install = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", "--target", str(target)]
    done = subprocess.run([*install, str(wheel)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target


def run(installed: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command from a folder that is not the checkout, with the installed package first on the path."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        list(map(str, command)),
        capture_output=True,
        encoding="utf-8",
        cwd=installed.parent,
        env={**environment, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("name", ["german-news", "live-blog-text"])
def test_installed_command_cleans_a_page(installed: Path, name: str) -> None:
    """The command that the wheel installs prints what the checkout makes of a fixture, of HTML and of text."""
    done = run(installed, sys.executable, installed / "bin" / "clean", source(FIXTURES / name))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
    assert done.stdout == text_of(cleaned(FIXTURES / name))


def test_hot_modules_are_machine_code_and_say_the_same(installed: Path) -> None:
    """Where there is a compiler the wheel is compiled, and gives every fixture the text that pure Python gives it."""
    pages = [source(folder) for folder in folders()]
    done = run(installed, sys.executable, "-c", CLEAN_ALL, *pages)
    assert done.returncode == 0, done.stderr
    made_of, *texts = map(json.loads, done.stdout.splitlines())
    assert made_of.endswith(".py") == (shutil.which("cc") is None)
    assert texts == [clean(page).text for page in pages]


@pytest.mark.skipif(shutil.which("cc") is None, reason="nothing is built in C")
def test_what_is_built_in_c_does_the_same(installed: Path) -> None:
    """The walk over the parser's nodes gives what the walk in Python gives, of any page, deep and broken ones too."""
    shutil.copy(Path(__file__).with_name("twins.py"), installed.parent)
    pages = [source(folder) for folder in folders()]
    done = run(installed, sys.executable, installed.parent / "twins.py", *pages)
    assert done.returncode == 0, done.stderr
    assert {name: wrong for name, wrong in json.loads(done.stdout).items() if wrong} == {}


@pytest.mark.skipif(shutil.which("cc") is None, reason="nothing is built in C")
def test_kernels_say_the_same_as_their_twins(installed: Path) -> None:
    """Figures and scores of the wheel's kernels are those of its modules in Python, to the last bit."""
    tests = ROOT / "tests" / "scoring" / "test_judge.py"
    options = ("-q", "-p", "no:cacheprovider", "--import-mode=append", "--rootdir", ROOT)
    done = run(installed, sys.executable, "-m", "pytest", *options, tests)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "skipped" not in done.stdout


def test_phrases_are_found_alike_in_c_and_in_python(installed: Path) -> None:
    """The kernel that looks for phrases finds in every example what its twin in Python finds."""
    done = run(installed, sys.executable, "-c", TWINS)
    assert done.returncode == 0, done.stderr
    is_built, texts, held, different = json.loads(done.stdout)
    assert is_built == (shutil.which("cc") is not None)
    assert held > texts // 4
    assert different == []


def test_without_a_compiler_the_wheel_is_pure(tmp_path: Path) -> None:
    """Compiling is an offer: told not to, or unable to, the build makes a wheel for any machine."""
    copy = tmp_path / "source"
    copied(copy)
    done = build(copy, tmp_path / "wheel", CLEANER_COMPILE="0")
    assert done.returncode == 0, done.stdout + done.stderr
    assert [found.name.split("-", 2)[2] for found in (tmp_path / "wheel").iterdir()] == ["py3-none-any.whl"]


def test_installed_command_knows_its_version(installed: Path, wheel: Path) -> None:
    """The command's version is the wheel's."""
    done = run(installed, sys.executable, installed / "bin" / "clean", "--version")
    assert done.stdout == f"clean {wheel.name.split('-')[1]}\n"


def test_installed_workbench_scores_labelled_pages(installed: Path) -> None:
    """The second command that the wheel installs measures the installed cleaner."""
    done = run(installed, sys.executable, installed / "bin" / "cleaner", "score", "-q", ROOT / "examples" / "gold")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1].split()[:3] == ["gold", "3", "0"]


def test_wheel_holds_its_data(installed: Path) -> None:
    """Every data file of the checkout is in the wheel and, but for those to be read, loaded from there."""
    done = run(installed, sys.executable, "-c", LOAD_ALL)
    assert done.returncode == 0, done.stderr
    module, *lines = done.stdout.splitlines()
    assert Path(module).is_relative_to(installed)
    data = ROOT / "cleaner" / "data"
    files = [path for path in sorted(data.rglob("*")) if path.is_file()]
    shipped = [f"{path.relative_to(data).as_posix()} {path.suffix != '.md'}" for path in files]
    assert lines == shipped


def test_wheel_holds_the_package_alone(wheel: Path) -> None:
    """Tests and fixtures stay at home; the marker of a typed package and the licence are there."""
    names = zipfile.ZipFile(wheel).namelist()
    top = {name.split("/")[0].split("__mypyc.")[0] for name in names if ".dist-info/" not in name}
    assert top == {"cleaner"}
    assert "cleaner/py.typed" in names
    assert any(name.endswith("/LICENSE") for name in names)
