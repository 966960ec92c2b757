"""The files of a folder and of all folders in it, in the order of their names."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator

from cleaner.batch.formats import NO_PAGES


def walk(folder: str, left_out: Callable[[str], None], shunned: frozenset[str] = frozenset()) -> Iterator[str]:
    """The paths of the files below a folder, sorted by name within each; a folder that cannot be read is one itself.

    Left out, and named to `left_out`: what its name says is no page (a style sheet, an image), hidden files and
    folders, devices and pipes. Folders are not entered by symbolic links, which may lead in circles. What is `shunned`,
    by real path, is passed over without a word: the run's own output.
    """
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        yield folder
        return
    for name in names:
        path = os.path.join(folder, name)
        if shunned and os.path.realpath(path) in shunned:
            continue
        try:
            mode = os.stat(path).st_mode
        except OSError:  # a dangling link: an input that cannot be read
            yield path
            continue
        if stat.S_ISDIR(mode):
            if name.startswith(".") or os.path.islink(path):
                left_out(path)
            else:
                yield from walk(path, left_out, shunned)
        elif not stat.S_ISREG(mode) or name.startswith(".") or is_no_page(name):
            left_out(path)
        else:
            yield path


def is_no_page(name: str) -> bool:
    """Whether a file's name says that it is something else than a page."""
    return os.path.splitext(name.lower().removesuffix(".gz"))[1] in NO_PAGES
