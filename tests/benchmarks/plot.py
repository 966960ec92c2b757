"""Speed against quality, drawn."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

OURS, THEIRS = "#c0392b", "#34495e"


class Spot(NamedTuple):
    """An extractor in the picture."""

    label: str
    milliseconds: float  # of CPU time a page
    quality: float  # mean word F1
    is_ours: bool = False


def draw(spots: list[Spot], caption: str, file: Path) -> None:
    """Write the picture, of the kind that the file's ending says. The same spots give the same bytes of SVG."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot
    from matplotlib.ticker import ScalarFormatter

    mpl.rcParams["svg.hashsalt"] = "speed-and-quality"
    figure, axes = pyplot.subplots(figsize=(8, 5))
    axes.set_xscale("log")
    for spot in spots:
        colour = OURS if spot.is_ours else THEIRS
        axes.plot(spot.milliseconds, spot.quality, "o", color=colour, markersize=9 if spot.is_ours else 7)
    for spot, shift in zip(spots, placed(spots), strict=True):
        axes.annotate(
            spot.label,
            (spot.milliseconds, spot.quality),
            xytext=(0, shift),
            textcoords="offset points",
            ha="center",
            va="center",
            color=OURS if spot.is_ours else THEIRS,
            fontweight="bold" if spot.is_ours else "normal",
        )
    quick, slow = min(spot.milliseconds for spot in spots), max(spot.milliseconds for spot in spots)
    low, high = min(spot.quality for spot in spots), max(spot.quality for spot in spots)
    axes.set_xlim(quick / 2, slow * 2)
    axes.set_ylim(low - 0.15 * (high - low) - 0.005, high + 0.15 * (high - low) + 0.005)
    axes.xaxis.set_major_formatter(ScalarFormatter())
    axes.grid(which="major", color="#dddddd")
    axes.set_axisbelow(True)
    axes.set_xlabel("CPU time a page in milliseconds, logarithmic: further left is faster")
    axes.set_ylabel("mean word F1: further up is better")
    axes.set_title(caption, fontsize=10)
    figure.tight_layout()
    metadata = {"Date": None} if file.suffix == ".svg" else None
    figure.savefig(file, metadata=metadata, dpi=120)
    pyplot.close(figure)


ROOM = 0.04  # of the height of the picture that a label takes
ABOVE, BELOW = 12.0, -14.0  # points from a spot to its label


def placed(spots: list[Spot]) -> list[float]:
    """For each spot how far above it its label stands, in points: of two spots near each other, below the slower one."""
    height = max(spot.quality for spot in spots) - min(spot.quality for spot in spots) or 1.0
    found = []
    for spot in spots:
        crowded = any(
            spot.milliseconds / 4 < other.milliseconds < spot.milliseconds
            and abs(other.quality - spot.quality) < ROOM * height
            for other in spots
        )
        found.append(BELOW if crowded else ABOVE)
    return found
