"""The content model in C: rows and scores are those of the figures in Python, to the last bit."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from itertools import batched, count, islice
from pathlib import Path

import pytest

from cleaner.filters import DEFAULT
from cleaner.model import Block, Drop, Element, InputKind, Kind, Metadata, Page
from cleaner.native import native
from cleaner.read.decode import decode
from cleaner.read.html import read_html
from cleaner.scoring import html_view
from cleaner.scoring.forest import Forest
from cleaner.scoring.judge import Judge
from cleaner.scoring.model import FLOOR, SETTLED, Model, shipped
from cleaner.scoring.text_figures import counts_in_python
from cleaner.scoring.words import name_words_in_python, text_words_in_python
from tests.factory import block, element, tree
