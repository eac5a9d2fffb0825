# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The three figures: leaving bijstand, paid work per round, hours of those who work; each with its table and its pattern."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from werkzaam.app.chart import Number, axes, beside, document, dot, frame_for, line
from werkzaam.app.compare_earnings_picture import STYLES
from werkzaam.app.experiment.report.model import Cell, Picture, Table
from werkzaam.app.experiment.report.words import HIDDEN, WORDS
from werkzaam.experiment.design import Design, Kind, Outcome
from werkzaam.experiment.disclosure.attack import LEAST
from werkzaam.experiment.panel import Floats, Panel
from werkzaam.experiment.verdict.columns import counted
from werkzaam.experiment.words import number_text

TENTHS = 10
"""A chart counts whole numbers: percentages and hours go in as tenths."""


@dataclass(frozen=True, slots=True)
class Series:
    """One arm's line: at each place its value and how many people it rests on; None where it is not shown."""

    name: str
    places: tuple[tuple[int, float | None, int], ...]


def pictures(panel: Panel, design: Design, lang: str) -> tuple[Picture, ...]:
    """The figures for which the plan has outcomes."""
    found = [*_leaving(panel, design, lang), *_rounds(panel, design, lang)]
    return tuple(found)


def _leaving(panel: Panel, design: Design, lang: str) -> list[Picture]:
    """Figure 1: who had left bijstand by each quarter, of everybody drawn."""
    words = WORDS[lang]
    for outcome in (one for one in design.outcomes if one.kind is Kind.TIME and one.id in panel.values):
        months = range(0, int(outcome.horizon or 0) + 1, 3)
        series = []
        for place, arm in enumerate(design.arms):
            times = panel.values[outcome.id][panel.arms == place]
            left = panel.values[f"{outcome.id}.happened"][panel.arms == place] == 1
            shares = [(month, _share(int((left & (times <= month)).sum()), len(times)), len(times)) for month in months]
            series.append(Series(getattr(arm.label, lang), tuple(shares)))
        return [_picture("fig-1", words["figure_out"], series, (words["months"], words["percent"]), lang, outcome.id)]
    return []


def _share(people: int, among: int) -> float | None:
    """A percentage, hidden where it would tell of fewer than ten people; nobody at all is told."""
    return None if 0 < people < LEAST or 0 < among - people < LEAST else 100 * people / among


def _rounds(panel: Panel, design: Design, lang: str) -> list[Picture]:
    """Figures 2 and 3: a yes-or-no outcome that is asked at every round, and the hours of those who say yes."""
    words, found = WORDS[lang], []
    asked = _asked(design, "work")
    if len(asked) > 1:
        what = "betaald werk" if lang == "nl" else "paid work"
        series = [Series(getattr(arm.label, lang), tuple(_of(panel, design, place, at, column) for at, column in asked))
                  for place, arm in enumerate(design.arms)]  # fmt: skip
        title = words["figure_work"].format(what=what)
        found.append(_picture("fig-2", title, series, (words["rounds"], words["percent"]), lang, "work"))
    hours = _asked(design, "hours")
    if len(hours) > 1:
        series = [Series(getattr(arm.label, lang), tuple(_hours(panel, design, place, at, column) for at, column in hours))
                  for place, arm in enumerate(design.arms)]  # fmt: skip
        picture = _picture("fig-3", words["figure_hours"], series, (words["rounds"], words["hours"]), lang, "hours")
        found.append(Picture(picture.svg, f"{picture.says} {words['hours_warning']}", picture.table))
    return found


def _asked(design: Design, variable: str) -> list[tuple[int, str]]:
    """The rounds in which a variable was asked, with its column: the baseline is the first round."""
    rounds = {wave.id: place for place, wave in enumerate(design.waves)}
    outcomes = [one for one in design.outcomes if one.variable == variable and one.wave]
    first = [(0, one.baseline) for one in outcomes if one.baseline][:1]
    return [*first, *sorted((rounds[str(one.wave)], one.id) for one in outcomes)]


def _people(panel: Panel, design: Design, place: int) -> Floats:
    """Those interviewed at every wave, in one arm: the same people in every round."""
    outcome: Outcome = next(one for one in design.outcomes if one.wave)
    return np.asarray(counted(panel, design, outcome) & (panel.arms == place))


def _of(panel: Panel, design: Design, place: int, at: int, column: str) -> tuple[int, float | None, int]:
    values = panel.values[column][_people(panel, design, place)]
    values = values[~np.isnan(values)]
    return at, _share(int(values.sum()), len(values)) if len(values) else None, len(values)


def _hours(panel: Panel, design: Design, place: int, at: int, column: str) -> tuple[int, float | None, int]:
    values = panel.values[column][_people(panel, design, place)]
    works = values[values > 0]
    return at, float(works.mean()) if len(works) >= LEAST else None, len(works)


def _picture(id: str, title: str, series: Sequence[Series], words: tuple[str, str], lang: str, handle: str) -> Picture:  # noqa: A002
    points = [(at, round(TENTHS * value)) for one in series for at, value, _ in one.places if value is not None]
    right = 40 + 8 * max(len(one.name) for one in series)
    frame = frame_for([at for at, _ in points] or [0, 1], [value for _, value in points] or [0], right)
    shown: tuple[Callable[[Number], str], Callable[[Number], str]] = (str, lambda tenths: str(int(tenths) // TENTHS))
    body, labels = [*axes(frame, words, shown)], []
    for one, (colour, dash) in zip(series, STYLES, strict=False):
        places = [(at, round(TENTHS * value)) for at, value, _ in one.places if value is not None]
        if not places:
            continue
        body.append(line(frame, places, colour, dash))
        body += [part for place in places for part in dot(frame, place)] if len(places) < 6 else []
        labels.append((frame.y(places[-1][1]), one.name, colour))
    body += beside(frame, labels)
    says = _pattern(series, lang)
    return Picture(document(title, words[1], says, body), says, _table(id, title, series, words, lang, handle))


def _pattern(series: Sequence[Series], lang: str) -> str:
    last = [(value, one.name) for one in series if (value := one.places[-1][1]) is not None]
    if not last:
        return WORDS[lang]["hidden"].format(sign=HIDDEN)
    (low, low_arm), (high, arm) = min(last), max(last)
    return WORDS[lang]["highest"].format(
        arm=arm, value=number_text(high, lang), low_arm=low_arm, low_value=number_text(low, lang)
    )


def _table(id: str, title: str, series: Sequence[Series], words: tuple[str, str], lang: str, handle: str) -> Table:  # noqa: A002
    head = (words[0], *(one.name for one in series))
    rows = []
    for place, (at, _, _) in enumerate(series[0].places):
        cells = [Cell(str(at))]
        for one in series:
            value, people = one.places[place][1:]
            text = HIDDEN if value is None else f"{number_text(value, lang)} (n {people})"
            cells.append(Cell(text, f"{id}/{handle}/{at}/{one.name}"))
        rows.append(tuple(cells))
    return Table(id, title, head, tuple(rows))
