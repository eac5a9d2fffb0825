# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The differences of the main question under each other: a dot with its interval, and zero as a line (a forest picture)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

from werkzaam.app.chart import GRID, INK, QUIET, document, nice_step, text, ticks
from werkzaam.app.experiment.report.model import Cell, Picture, Table
from werkzaam.app.experiment.report.words import WORDS
from werkzaam.experiment.design import Design, Kind
from werkzaam.experiment.verdict.analysis import Result
from werkzaam.experiment.words import number_text

LEFT, RIGHT, TOP, ROW = 430, 870, 88, 34
TENTHS = 10
_LETTERS = 62
"""Of a name beside the drawing; the table has it in full."""


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison: its outcome, its arms, the difference and the ends of its interval in the printed unit, whether shown."""

    outcome: str
    contrast: str
    effect: float
    low: float
    high: float
    shown: bool
    handle: str


def forests(results: Sequence[Result], design: Design, lang: str) -> tuple[Picture, ...]:
    """A picture for each unit that the main question has: shares, months and other units never stand on one axis."""
    main, outcomes = design.families[0], {one.id: one for one in design.outcomes}
    found = []
    for kind in Kind:
        lines = [_line(one, design, kind, lang) for one in results
                 if one.family == main.id and outcomes[one.outcome].kind is kind]  # fmt: skip
        if lines:
            found.append(_picture(lines, kind, lang))
    return tuple(found)


def _line(one: Result, design: Design, kind: Kind, lang: str) -> Line:
    scale = kind.scale
    outcome = next(each for each in design.outcomes if each.id == one.outcome)
    arms = " − ".join(getattr(design.arm(name).label, lang) for name in (one.contrast.arm, one.contrast.against))
    low, high = one.estimate.interval()
    shown = max(one.adjusted, one.p) <= design.families[0].level / 1000
    return Line(getattr(outcome.label, lang), arms, scale * one.estimate.effect, scale * low, scale * high, shown, one.handle)


def _picture(lines: Sequence[Line], kind: Kind, lang: str) -> Picture:
    words = WORDS[lang]
    unit = words[f"unit_{kind.value}"]
    title = words["forest"].format(unit=unit)
    says = words["forest_says"].format(shown=sum(one.shown for one in lines), all=len(lines))
    svg = document(title, unit, says, list(_body(lines, lang)), TOP + ROW * len(lines) + 40)
    head = (words["outcome"], words["contrast"], words["effect"], words["interval"])
    joined = f" {'en' if lang == 'nl' else 'and'} "
    rows = tuple(
        (Cell(one.outcome), Cell(one.contrast), Cell(number_text(one.effect, lang), f"forest/{one.handle}/effect"),
         Cell(joined.join(number_text(end, lang) for end in (one.low, one.high)), f"forest/{one.handle}/interval"))
        for one in lines
    )  # fmt: skip
    return Picture(svg, says, Table(f"forest-{kind.value}", title, head, rows))


def _body(lines: Sequence[Line], lang: str) -> Iterator[str]:
    """Zero and the scale first, then a row for each comparison; who is shown has a full dot, so colour says nothing."""
    low, high = (round(TENTHS * end(each)) for end, each in ((min, [0.0, *(one.low for one in lines)]),
                                                            (max, [0.1, *(one.high for one in lines)])))  # fmt: skip
    step = nice_step(low, high, 8)
    low, high = low // step * step, -(-high // step) * step

    def x(tenths: float) -> int:
        return LEFT + round((tenths - low) * (RIGHT - LEFT) / (high - low))

    bottom = TOP + ROW * len(lines)
    for value in ticks(low, high, 8):
        yield f'<path d="M{x(value)} {TOP - 8} V{bottom}" stroke="{INK if value == 0 else GRID}" stroke-width="1"/>'
        yield text(x(value), bottom + 20, number_text(value / TENTHS, lang), anchor="middle", fill=QUIET)
    for place, one in enumerate(lines):
        y = TOP + ROW * place + ROW // 2
        yield text(24, y - 3, shorten(one.outcome, _LETTERS, placeholder="…"))
        yield text(24, y + 12, one.contrast, size=11, fill=QUIET)
        yield f'<path d="M{x(TENTHS * one.low)} {y} H{x(TENTHS * one.high)}" stroke="{INK}" stroke-width="2"/>'
        fill = INK if one.shown else "#ffffff"
        yield f'<circle cx="{x(TENTHS * one.effect)}" cy="{y}" r="5" fill="{fill}" stroke="{INK}" stroke-width="2"/>'
