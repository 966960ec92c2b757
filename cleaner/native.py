"""What an installation with a C compiler has: `native` is the module of kernels in C, None in pure Python.

`mypyc_attr` tells the compiler of Python something about a class and is nothing to anybody else.
"""

from __future__ import annotations

__all__ = ["mypyc_attr", "native"]

try:
    from cleaner import _native
except ImportError:
    native = None
else:
    native = _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr
else:

    def mypyc_attr(**_):
        """The class as it is."""
        return lambda made: made
