# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The study of ways to settle wages as a picture: months below the norm, a bar per way; its table is the first of the text."""

from __future__ import annotations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from werkzaam.app.pictures import COLOURS, GRID, INK, PAPER, svg_text
from werkzaam.app.simulation.settlement import Settled, in_order, measured
from werkzaam.app.simulation.settlement_tally import MEASURES
from werkzaam.app.texts.settlement import METHOD_NAMES, WORDS


def settlement_picture(done: Settled, lang: str) -> str:
    """The picture as SVG, with real text and the same bytes every time."""
    words, ways = WORDS[lang], list(in_order(done))
    figure = Figure(figsize=(9, 5), facecolor=PAPER, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    places = list(range(len(ways)))
    for name, colour, label in (("months_below", COLOURS[1], "picture_all"), ("months_deep", COLOURS[0], "picture_deep")):
        found = [measured(some, MEASURES[name]) for _, some in ways]
        axes.barh(places, [float(one.mean) for one in found], height=0.62, color=colour, label=words[label])
        axes.hlines(places, [float(one.low) for one in found], [float(one.high) for one in found], color=INK, linewidth=1.6)
    axes.set_yticks(places, [METHOD_NAMES[lang][method.name] for method, _ in ways])
    axes.invert_yaxis()
    axes.set_title(words["picture_title"], loc="left", fontsize=13, fontweight="bold", color=INK, pad=14)
    note = words["picture_note"].format(seeds=len(done.asked.seeds))
    axes.set_xlabel(f"{words['picture_x']}\n{note}", color=INK)
    axes.grid(axis="x", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    figure.legend(loc="outside lower left", ncols=2, frameon=False)
    return svg_text(figure)
