"""`logging` put off until somebody logs: loading it takes a tenth of a cold start, and the HTML parser asks for it."""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class LateLogging(ModuleType):
    """Stands in for the module: hands out loggers, and gives way to the real one when anything else is asked of it.

    Only for the process of a single page (`cleaner.cli.clean.entry`), which has one thread.
    """

    def getLogger(self, name: str | None = None) -> LateLogger:  # noqa: N802  # the name that the module has
        """A logger that does not exist yet."""
        return LateLogger(name)

    def __getattr__(self, name: str) -> Any:
        return getattr(real(), name)


class LateLogger:
    """A logger that becomes the real one of its name when it is used."""

    def __init__(self, name: str | None) -> None:
        self.__dict__["late_name"] = name

    def __getattr__(self, name: str) -> Any:
        return getattr(real().getLogger(self.late_name), name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(real().getLogger(self.late_name), name, value)


def real() -> ModuleType:
    """The module itself, in its place from now on."""
    if isinstance(sys.modules.get("logging"), LateLogging):
        del sys.modules["logging"]
    import logging

    return logging
