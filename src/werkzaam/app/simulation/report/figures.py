# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures 1 to 3 of the report as the simulation has them: lines of the mean of many trials, dots where a number was printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan

from werkzaam.app.chart import Number, axes, beside, document, dot, frame_for, line
from werkzaam.app.compare_earnings_picture import STYLES
from werkzaam.app.experiment.report.model import Cell, Picture, Table
from werkzaam.app.simulation.relive_published import Row, rows
from werkzaam.app.simulation.relive_trends import Value
from werkzaam.app.simulation.relive_trial import ARMS, WAVES
from werkzaam.app.simulation.report.words import WORDS
from werkzaam.experiment.words import number_text

TENTHS = 10
"""A chart counts whole numbers: percentages and hours go in as tenths."""
QUARTERS = tuple(f"{year}-Q{quarter}" for year in range(2018, 2023) for quarter in range(1, 5))
_ITEMS = {
    "outflow": "cumulative outflow from benefit",
    "work": "share with paid work",
    "hours": "mean weekly hours of those working",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its number, measure, the places along its axis, and by how much the measure is shown."""

    number: int
    measure: str
    places: tuple[str, ...]
    scale: int


FIGURES = (Figure(1, "outflow", QUARTERS[1:], 100), Figure(2, "work", WAVES, 100), Figure(3, "hours", WAVES, 1))


def pictures(value: Value, trials: int, labels: Mapping[str, str], lang: str) -> tuple[Picture, ...]:
    """The figures, from the mean of so many trials; `labels` names the arms."""
    return tuple(_picture(one, value, trials, labels, lang) for one in FIGURES)


def printed(figure: Figure) -> dict[tuple[str, str], Row]:
    """What was printed of a figure, by arm and place: the T3 of outflow stands at the quarter that it is taken from."""
    found = {}
    for row in rows():
        if row.item == _ITEMS[figure.measure] and row.kind == "number" and row.group in ARMS:
            place = (row.period if "-Q" in row.period else "2022-Q2") if figure.number == 1 else row.wave
            found[row.group, place] = row
    return found


def _of(figure: Figure, value: Value, arm: str, place: str) -> float:
    wave, period = ("", place) if figure.number == 1 else (place, "")
    return figure.scale * value(figure.measure, arm, wave, period)


def _picture(figure: Figure, value: Value, trials: int, labels: Mapping[str, str], lang: str) -> Picture:
    words, known = WORDS[lang], printed(figure)
    series = {arm: [_of(figure, value, arm, place) for place in figure.places] for arm in ARMS}
    title, says = words[f"figure_{figure.number}"], words["figure_says"].format(trials=trials)
    last = ", ".join(f"{labels[arm]} {number_text(values[-1], lang)}" for arm, values in series.items())
    desc = f"{says} {words['figure_last'].format(place=figure.places[-1], values=last)}"
    svg = document(title, words["figure_under"], desc, list(_body(figure, series, known, labels, lang)))
    return Picture(svg, desc, _table(figure, title, series, known, labels, lang))


def _body(figure: Figure, series: Mapping[str, Sequence[float]], known: Mapping[tuple[str, str], Row], labels: Mapping[str, str],
          lang: str) -> list[str]:  # fmt: skip
    words = WORDS[lang]
    tenths = [round(TENTHS * one) for values in series.values() for one in values if not isnan(one)]
    tenths += [round(TENTHS * float(row.value)) for row in known.values()]
    frame = frame_for(range(len(figure.places)), tenths, 40 + 8 * max(map(len, labels.values())))
    names: tuple[Callable[[Number], str], Callable[[Number], str]] = (
        lambda at: figure.places[int(at)] if figure.number > 1 or int(at) % 4 == 0 else "", lambda many: str(int(many) // TENTHS)
    )  # fmt: skip
    body = list(
        axes(
            frame, (words["quarter" if figure.number == 1 else "wave"], words["percent" if figure.scale > 1 else "hours"]), names
        )
    )
    ends = []
    for (arm, values), (colour, dash) in zip(series.items(), STYLES, strict=False):
        places = [(at, round(TENTHS * one)) for at, one in enumerate(values) if not isnan(one)]
        body.append(line(frame, places, colour, dash))
        for at, place in enumerate(figure.places):
            if (row := known.get((arm, place))) is not None:
                body += [part.replace("#1a1a1a", colour) for part in dot(frame, (at, round(TENTHS * float(row.value))))]
        ends.append((frame.y(places[-1][1]), labels[arm], colour))
    return [*body, *beside(frame, ends)]


def _table(figure: Figure, title: str, series: Mapping[str, Sequence[float]], known: Mapping[tuple[str, str], Row],
           labels: Mapping[str, str], lang: str) -> Table:  # fmt: skip
    words = WORDS[lang]
    rows_ = []
    for at, place in enumerate(figure.places):
        cells = [Cell(place)]
        for arm, values in series.items():
            row = known.get((arm, place))
            shown = number_text(values[at], lang)
            shown += "" if row is None else f" ({words['printed_as']} {number_text(float(row.value), lang)})"
            cells.append(Cell(shown, f"figure-{figure.number}/{arm}/{place}"))
        rows_.append(tuple(cells))
    head = (words["quarter" if figure.number == 1 else "wave"], *(labels[arm] for arm in series))
    return Table(f"figure-{figure.number}", title, head, tuple(rows_))
