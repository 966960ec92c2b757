"""The kernels in C where the installation built them: `native` is their module, None in pure Python."""

from __future__ import annotations

try:
    from cleaner import _native
except ImportError:
    native = None
else:
    native = _native
