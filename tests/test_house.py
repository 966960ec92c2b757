"""The order of the house, proved from the source: who imports whom, how long files are, what is documented."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cleaner
from cleaner import DEFAULT

PACKAGE = Path(cleaner.__file__).parent
ROOT = PACKAGE.parent
FILES = sorted(PACKAGE.rglob("*.py"))

LONGEST = 350  # lines of a module

# From the ground up. A module imports from its own layer and those before it; the names are those of the first folder
# or module under cleaner/, and each module of the package belongs to one layer.
LAYERS = (
    {"errors", "datafile", "native", "_native"},
    {"model", "members"},
    {"protocol"},
    {
        "text",
        "prose",
        "repetition",
        "likeness",
        "phrasebook",
        "phrase",
        "phrase_table",
        "phrase_search",
        "lexicon",
        "appeal",
    },
    {"read", "scoring", "write"},
    {"filters"},
    {"pipeline"},
    {"api", "nothing"},
    {"__init__"},
    {"learn"},
    {"measure", "batch"},
    {"cli", "__main__"},
)

# Distributions from outside, and the only places that may import them.
GUESTS = {
    "typer": ("cli",),
    "rich": ("cli",),
    "readability": ("read.region",),
    "lxml": ("read.region",),
    "selectolax": ("read",),
    "bs4": ("read",),
    "numpy": ("learn",),
    "lightgbm": ("learn",),
    "scipy": ("learn.word_regression",),
    "sklearn": ("learn.word_regression",),
}

# Folders that know nothing of each other, though their layers would let them.
STRANGERS = {
    "read": ("scoring", "write", "lexicon", "phrasebook"),
    "scoring": ("read", "write"),
    "write": ("read", "scoring"),
    "filters": ("read", "write"),
}


def module_of(file: Path) -> str:
    """A file's module name under `cleaner`: `read.html`, `filters`, `__init__`."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def imports(file: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, wherever in it, with the line. `from cleaner import x` gives `cleaner.x`."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: relative import"
            assert node.module
            names = [name.name for name in node.names]
            is_package = node.module in ("cleaner", "cleaner.read", "cleaner.write")
            yield from ((f"{node.module}.{name}" if is_package else node.module, node.lineno) for name in names)


def inside(name: str) -> str | None:
    """The module under `cleaner` that an imported name belongs to; None for one of another distribution."""
    top, _, rest = name.partition(".")
    if top != "cleaner":
        return None
    first = rest.partition(".")[0]
    known = {module_of(file).partition(".")[0] for file in (*FILES, *PACKAGE.glob("*.pyi"))}
    return rest if first in known else "__init__"


def layer(module: str) -> int:
    """The number of a module's layer."""
    first = module.partition(".")[0]
    found = [number for number, names in enumerate(LAYERS) if first in names]
    assert found, f"cleaner/{first} stands in no layer: say in tests/test_house.py where it belongs"
    return found[0]


@pytest.mark.parametrize("file", FILES, ids=module_of)
def test_imports_point_one_way(file: Path) -> None:
    """A module imports from its own layer or from below, and no stranger."""
    module = module_of(file)
    strangers = STRANGERS.get(module.partition(".")[0], ())
    for name, line in imports(file):
        other = inside(name)
        if other is None:
            continue
        where = f"{file.relative_to(ROOT)}:{line} imports {name}"
        assert layer(other) <= layer(module), f"{where}, which stands above it"
        assert other.partition(".")[0] not in strangers, f"{where}, a stranger to it"


@pytest.mark.parametrize("file", FILES, ids=module_of)
def test_guests_stay_in_their_rooms(file: Path) -> None:
    """Only the folder or module that a distribution was chosen for imports it; the rest is the standard library."""
    module = module_of(file)
    for name, line in imports(file):
        top = name.partition(".")[0]
        if top == "cleaner" or top in sys.stdlib_module_names:
            continue
        where = f"{file.relative_to(ROOT)}:{line} imports {name}"
        assert top in GUESTS, f"{where}, which is no dependency"
        rooms = GUESTS[top]
        typed = top == "bs4" and module == "api"  # for the type of an argument
        assert typed or any(module == room or module.startswith(f"{room}.") for room in rooms), where


def test_ground_floor_is_standard_library() -> None:
    """The types and the errors import nothing but the standard library and each other."""
    for name in ("model", "errors"):
        for imported, line in imports(PACKAGE / f"{name}.py"):
            top = imported.partition(".")[0]
            assert top in sys.stdlib_module_names or inside(imported) in ("errors", "native"), (
                f"{name}.py:{line} imports {imported}"
            )


@pytest.mark.parametrize("file", FILES, ids=module_of)
def test_module_is_short(file: Path) -> None:
    """No module is longer than a person reads at once."""
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("file", FILES, ids=module_of)
def test_public_names_are_documented(file: Path) -> None:
    """Each module, and each public class, function and method in it, has a docstring.

    A method that only fills in what its base class or protocol describes may go without: properties of one line,
    special methods, and a protocol's own call.
    """
    tree = ast.parse(file.read_text("utf-8"))
    assert ast.get_docstring(tree), f"{file.name} has no docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{file.relative_to(ROOT)}:{node.lineno} {node.name} has no docstring"
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and not part.name.startswith("_") and not one_line_property(part):
                    where = f"{file.relative_to(ROOT)}:{part.lineno} {node.name}.{part.name}"
                    assert ast.get_docstring(part), f"{where} has no docstring"


def one_line_property(function: ast.FunctionDef) -> bool:
    """Whether a method is a property that returns one expression: its name says it all."""
    is_property = any(isinstance(mark, ast.Name) and mark.id == "property" for mark in function.decorator_list)
    return is_property and len(function.body) == 1


@pytest.mark.parametrize("file", sorted((PACKAGE / "filters").glob("[!_]*.py")), ids=module_of)
def test_filter_file_has_its_test_and_fixture(file: Path) -> None:
    """A filter is one file, one test file, one fixture folder."""
    assert (ROOT / "tests" / "filters" / f"test_{file.stem}.py").exists(), f"no tests/filters/test_{file.stem}.py"
    name = file.stem.replace("_", "-")
    assert list((ROOT / "fixtures").glob(f"{name}--*")), f"no fixtures/{name}--…"
    assert name in {step.name for step in DEFAULT}, f"{file.name} stands in no order"


def test_filter_names_are_unique() -> None:
    """A filter is chosen by its name, so no two have the same."""
    names = [step.name for step in DEFAULT]
    assert len(names) == len(set(names))


def test_no_file_is_named_for_nothing() -> None:
    """A module's name says what it does."""
    assert not {file.stem for file in FILES} & {"utils", "util", "helpers", "helper", "misc", "common", "manager"}


def test_public_names_are_in_the_readme() -> None:
    """`cleaner.__all__` and the names that the README's library section lists are the same, and they exist."""
    readme = (ROOT / "README.md").read_text("utf-8")
    section = readme.partition("\n## The library\n")[2].partition("\n## ")[0]
    assert section, "README.md has no section “The library”"
    listed = {
        cell.strip("` ") for line in section.splitlines() if line.startswith("| `") for cell in line.split("|")[1:2]
    }
    assert listed == set(cleaner.__all__)
    assert all(hasattr(cleaner, name) for name in cleaner.__all__)
