"""CPU time a page, with ratios to the peers."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from rich.table import Table

from tests.benchmarks.race import OURS, PEERS, Contestant, least_seconds, present, ratios


def raced(
    pages: Sequence[Path], rounds: int, interpreters: Sequence[str] = (), only: Sequence[str] = ()
) -> dict[str, float]:
    """CPU milliseconds a page by extractor; of this program also as other interpreters have it installed."""
    names = [name for name in present() if not only or name in only]
    with ExitStack() as stack:
        entrants = [(OURS, python) for python in interpreters] + [(name, None) for name in names]
        contestants = [stack.enter_context(Contestant(name, pages, python)) for name, python in entrants]
        seconds = least_seconds(contestants, len(pages), rounds)
    return {name: spent * 1000 / len(pages) for name, spent in seconds.items()}


def table(milliseconds: dict[str, float]) -> Table:
    """The figures, each also as a share of the peers'."""
    shown = Table(title="CPU time a page")
    shown.add_column("extractor")
    shown.add_column("ms", justify="right")
    shares = {peer: ratios(milliseconds, peer) for peer in PEERS}
    for peer in PEERS:
        shown.add_column(f"of {peer}'s", justify="right")
    for name, spent in milliseconds.items():
        cells = [shares[peer][name] for peer in PEERS]
        shown.add_row(name, f"{spent:.1f}", *("" if share is None else f"{share:.2f}" for share in cells))
    return shown
