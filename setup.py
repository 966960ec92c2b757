"""Builds the hot modules to machine code with mypyc; without a C compiler, or told not to, the package is pure Python.

The source is the same either way, and so are the results (tests/test_wheel.py). An editable install stays pure, so
that an edit shows at once; CLEANER_COMPILE=0 and CLEANER_COMPILE=1 decide for any build.
"""

import os
import sys
from pathlib import Path

from setuptools import Extension, setup

FOLDERS = ("filters", "scoring")  # all of their modules
MODULES = (
    "api appeal lexicon likeness members model phrase phrase_table pipeline prose repetition text read/hiding "
    "read/html read/inline read/metadata read/nesting read/structured read/tags read/title read/walk write/control "
    "write/plain filters/__init__"
).split()
# A module shows its entry and nothing else: the loader has a thousand names fewer to look up. And a product and a sum
# are rounded one after the other, as in Python, also by machines that could do both at once.
COMPILER = [] if sys.platform == "win32" else ["-fvisibility=hidden", "-ffp-contract=off"]
OPTIMISED = [] if sys.platform == "win32" else ["-O3"]
# Types are checked elsewhere: a build lacks the packages that the modules import.
FLAGS = ("--config-file=", "--ignore-missing-imports")


def hot_modules() -> list[str]:
    """The files that are compiled."""
    package = Path("cleaner")
    found = [package / f"{name}.py" for name in MODULES]
    for folder in FOLDERS:
        found += [file for file in (package / folder).glob("*.py") if file.name != "__init__.py"]
    return sorted(map(str, found))


def kernels() -> Extension:
    """The module in C: what stays slow when its Python is compiled."""
    folder = Path("native")
    sources, headers = (sorted(map(str, folder.glob(each))) for each in ("*.c", "*.h"))
    return Extension("cleaner._native", sources, depends=headers, extra_compile_args=OPTIMISED)


def extensions() -> list[Extension]:
    """The compiled modules; none where they are not wanted. Without mypyc, those in C alone."""
    wanted = os.environ.get("CLEANER_COMPILE", "0" if "editable_wheel" in sys.argv else "1")
    if "sdist" in sys.argv:
        return [kernels()]  # for its sources to be packed
    if wanted == "0" or not {"bdist_wheel", "build", "build_ext", "editable_wheel"} & set(sys.argv):
        return []
    made = [kernels()]
    try:
        from mypyc.build import mypycify
    except ImportError:
        pass
    else:
        made += mypycify([*FLAGS, *hot_modules()], opt_level="2", debug_level="0", group_name="cleaner")
    for extension in made:
        extension.extra_compile_args += COMPILER
        extension.optional = True  # a machine without a compiler installs the package all the same
    return made


setup(ext_modules=extensions())
