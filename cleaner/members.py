"""The members of the enumerations by themselves, for what is asked of each block.

To get one from its class takes Python 3.11 a quarter of a microsecond, longer than most filters need for a block.
"""

from __future__ import annotations

from cleaner.model import Kind, Outcome, Strictness

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

PARAGRAPH: Final = Kind.PARAGRAPH
HEADING: Final = Kind.HEADING
ITEM: Final = Kind.ITEM
QUOTE: Final = Kind.QUOTE
CODE: Final = Kind.CODE
ROW: Final = Kind.ROW
CAPTION: Final = Kind.CAPTION
LABEL: Final = Kind.LABEL
LENIENT: Final = Strictness.LENIENT
BALANCED: Final = Strictness.BALANCED
STRICT: Final = Strictness.STRICT
KEPT: Final = Outcome.KEPT
DROPPED: Final = Outcome.DROPPED
SPARED: Final = Outcome.SPARED
