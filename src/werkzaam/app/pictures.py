# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of results, as SVG and PNG, each with the table it was drawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

Array = npt.NDArray[Any]
INK, PAPER, GRID = "#1a1a1a", "#ffffff", "#d9d9d9"
COLOURS = ("#004699", "#009de6", "#ec8000")
"""Dark blue, light blue and orange: apart from each other also in grey and for colour-blind eyes."""
STEADY: Any = {"svg.fonttype": "none", "svg.hashsalt": "werkzaam", "font.family": "sans-serif"}
"""Settings under which a picture has the same bytes every time."""


@dataclass(frozen=True)
class Band:
    """Average amounts per band of wages: the table behind the picture."""

    wages: Array
    """Lower edge of each band, in euros a month."""
    households: Array
    parts: Mapping[str, Array]
    """Average euros a month per part, in the order in which they stand on each other."""


def bands(lonen: Array, parts: Mapping[str, Array], step: int = 100, fewest: int = 20) -> Band:
    """Average of each part per band of wages (cents in, euros out); bands of fewer household-months are left out."""
    band = lonen // (step * 100)
    size = np.bincount(band)
    kept = np.flatnonzero(size >= fewest)
    means = {name: np.bincount(band, weights=values)[kept] / size[kept] / 100 for name, values in parts.items()}
    return Band(kept * step, size[kept], means)


def table(band: Band, heads: Sequence[str]) -> str:
    """The table as text, columns aligned."""
    rows = [list(heads)]
    for i, wage in enumerate(band.wages):
        amounts = [values[i] for values in band.parts.values()]
        rows.append([f"{wage:.0f}", f"{band.households[i]:,}", *(f"{a:,.0f}" for a in amounts), f"{sum(amounts):,.0f}"])
    widths = [max(len(row[c]) for row in rows) for c in range(len(heads))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def stacked(band: Band, title: str, note: str, xlabel: str, ylabel: str, file: Path) -> list[Path]:
    """Draw the parts on each other over wages; returns the SVG and the PNG."""
    figure = Figure(figsize=(9, 5.2), facecolor=PAPER, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    base = np.zeros(len(band.wages))
    for colour, (name, values) in zip(COLOURS, band.parts.items(), strict=False):
        axes.bar(band.wages, values, width=88, bottom=base, align="edge", color=colour, label=name, edgecolor=PAPER,
                 linewidth=0.5)  # fmt: skip
        base = base + values
    axes.set_title(title, loc="left", fontsize=13, fontweight="bold", color=INK, pad=14)
    axes.set_xlabel(xlabel, color=INK)
    axes.set_ylabel(ylabel, color=INK)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}".replace(",", ".")))
    axes.set_ylim(0, max(base, default=1) * 1.18)
    axes.grid(axis="y", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.legend(loc="upper left", ncols=len(band.parts), frameon=False, reverse=False)
    figure.text(0.01, -0.04, note, fontsize=8.5, color=INK)
    return _save(figure, file)


def svg_text(figure: Figure) -> str:
    """The picture as SVG: real text, the same bytes every time, nothing of the day on which it was drawn."""
    made = StringIO()
    with rc_context(STEADY):
        figure.savefig(made, format="svg", metadata={"Date": None})
    return made.getvalue()


def _save(figure: Figure, file: Path) -> list[Path]:
    """SVG with real text and the same bytes every time, and a PNG for readers without SVG."""
    written = []
    with rc_context(STEADY):
        for suffix, extra in ((".svg", {"metadata": {"Date": None}}), (".png", {"dpi": 130})):
            target = file.with_suffix(suffix)
            figure.savefig(target, bbox_inches="tight", **extra)
            written.append(target)
    return written
