# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison of regimes as pictures: four lines through the months, and the differences in euros; each with its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import cycle
from textwrap import shorten

from werkzaam.app.chart import GRID, INK, QUIET, Frame, Number, axes, beside, document, frame_for, line, text, ticks
from werkzaam.app.compare_earnings_picture import STYLES
from werkzaam.app.simulation.comparison import Compared
from werkzaam.app.simulation.comparison_json import written
from werkzaam.app.simulation.comparison_text import difference_text, number_text, seeds_text, unit_of, whole_number
from werkzaam.app.texts.simulate import MEASURES, WORDS
from werkzaam.simulation.measures import Measure

LINES = {
    "on": Measure("on", "share", "on", "households", 100),
    "works": Measure("works", "share", "works", "households", 100),
    "income": Measure("income", "cents", "income", "on", 1, 100),
    "below": Measure("below", "share", "short", "on", 100),
}
"""The pictures through the months by file name: in percent, or in euros."""
DIFFERENCES = ("income_earning", "spent", "premium_paid", "paid", "claimed", "volatility")
"""What stands in the picture of differences, in euros."""
_LETTERS, _ROW, _TOP, _LEFT, _RIGHT = 36, 22, 84, 350, 770


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and the table that it was drawn from."""

    svg: str
    csv: str


def pictures(done: Compared, lang: str) -> dict[str, Picture]:
    """Every picture by the name of its file, without ending; differences only where there are two regimes."""
    found = {name: through_months(done, name, lang) for name in LINES}
    if len(done.lived) > 1:
        found["differences"] = _differences(done, lang)
    return found


def through_months(done: Compared, name: str, lang: str) -> Picture:
    """A number month by month, the mean over the seeds; a line per regime with its name at its end."""
    words, measure = WORDS[lang], LINES[name]
    series = [_means([measure.by_month(sums) for sums in lived.sums]) for lived in done.lived]
    months = list(done.asked.span)
    names = [_short(done, at) for at in range(len(done.lived))]
    frame = frame_for([0, max(len(months) - 1, 1)], [one for row in series for one in row if one is not None], _room(names))
    shown = (lambda at: str(months[int(at)]) if at < len(months) else "", lambda value: whole_number(int(value), lang))
    body = [*axes(frame, (words["picture_month"], words[f"{name}_y"]), shown), *_lines(frame, series, names)]
    ends = "; ".join(f"{who} {_said(row[-1], lang)}" for who, row in zip(names, series, strict=True))
    title = words[f"{name}_title"]
    desc = words["picture_desc"].format(title=title, ends=ends, file=f"{name}.csv")
    rows = [
        (month, *("" if row[at] is None else f"{float(row[at] or 0):.6f}" for row in series)) for at, month in enumerate(months)
    ]
    return Picture(
        document(title, _under(done, lang), desc, body), written(("month", *(one.living.name for one in done.lived)), rows)
    )


def _lines(frame: Frame, series: Sequence[Sequence[Fraction | None]], names: Sequence[str]) -> Iterator[str]:
    labels: list[tuple[int, str, str]] = []
    for row, name, (colour, dash) in zip(series, names, cycle(STYLES), strict=False):
        places = [(at, value) for at, value in enumerate(row) if value is not None]
        if places:
            yield line(frame, places, colour, dash)
            labels.append((frame.y(places[-1][1]), name, colour))
    yield from beside(frame, labels)


def _means(by_seed: Sequence[Sequence[Fraction | None]]) -> list[Fraction | None]:
    """The mean over seeds of each month; None where nobody was counted in any."""
    found = []
    for values in zip(*by_seed, strict=True):
        known = [one for one in values if one is not None]
        found.append(sum(known, Fraction(0)) / len(known) if known else None)
    return found


def _differences(done: Compared, lang: str) -> Picture:
    """The difference of each regime with the first: a dot, and a line through its interval where there is one."""
    words = WORDS[lang]
    title = words["differences_title"].format(first=done.lived[0].living.name)
    places = [(name, at) for name in DIFFERENCES for at in range(1, len(done.lived))]
    found = {place: done.difference(place[1], place[0]) for place in places}
    known = [round(one) for spread in found.values() for one in (spread.mean, spread.low, spread.high) if one is not None]
    frame = _across([one // 100 for one in known] + [-(-one // 100) for one in known])
    body, y = [], _TOP
    for name in DIFFERENCES:
        body.append(text(24, y + 14, MEASURES[lang][name].removeprefix("- "), weight=600))
        for at in range(1, len(done.lived)):
            y += _ROW
            body += _dot(
                frame, y, found[name, at].mean, (found[name, at].low, found[name, at].high), STYLES[(at) % len(STYLES)][0]
            )
            body += [text(40, y + 14, _short(done, at)), text(_RIGHT + 16, y + 14, _mean(found[name, at].mean, name, lang))]
        y += _ROW + 8
    body = [*_upright(frame, y, words["differences_x"], lang), *body]
    ends = "; ".join(f"{MEASURES[lang][name].removeprefix('- ')}, {done.lived[at].living.name}: "
                     f"{difference_text(found[name, at], unit_of(name), lang)}" for name, at in places)  # fmt: skip
    desc = words["differences_desc"].format(title=title, ends=ends, file="differences.csv")
    return Picture(document(title, _under(done, lang), desc, body, y + 60), "")


def _mean(value: float | None, name: str, lang: str) -> str:
    return "-" if value is None else number_text(value, unit_of(name), lang, signed=True)


def _across(euros: Sequence[int]) -> tuple[int, int]:
    """The euros at the left and at the right edge."""
    return min(0, *euros, -1), max(0, *euros, 1)


def _x(frame: tuple[int, int], cents: float) -> int:
    return _LEFT + round((cents - frame[0] * 100) * (_RIGHT - _LEFT) / ((frame[1] - frame[0]) * 100))


def _dot(
    frame: tuple[int, int], y: int, mean: float | None, interval: tuple[float | None, float | None], colour: str
) -> Iterator[str]:
    low, high = interval
    if low is not None and high is not None:
        yield f'<path d="M{_x(frame, low)} {y + 9} H{_x(frame, high)}" stroke="{colour}" stroke-width="2.2"/>'
    if mean is not None:
        yield f'<circle cx="{_x(frame, mean)}" cy="{y + 9}" r="4.5" fill="{colour}"/>'


def _upright(frame: tuple[int, int], bottom: int, words: str, lang: str) -> Iterator[str]:
    """Quiet lines up at round amounts, a dark one at nothing, and the numbers below."""
    for euros in ticks(frame[0], frame[1], 6):
        x = _x(frame, euros * 100)
        yield f'<path d="M{x} {_TOP - 6} V{bottom}" stroke="{GRID if euros else INK}" stroke-width="1"/>'
        yield text(
            x, bottom + 18, number_text(euros, "count", lang).split("," if lang == "nl" else ".")[0], anchor="middle", fill=QUIET
        )
    yield text((_LEFT + _RIGHT) // 2, bottom + 42, words, anchor="middle")


def _short(done: Compared, at: int) -> str:
    return shorten(f"[{at + 1}] {done.lived[at].living.short}", _LETTERS, placeholder="…")


def _room(names: Sequence[str]) -> int:
    return 40 + 8 * max(map(len, names))


def _said(value: Number | None, lang: str) -> str:
    return "-" if value is None else number_text(float(value), "hours", lang)


def _under(done: Compared, lang: str) -> str:
    asked = done.asked
    return WORDS[lang]["picture_under"].format(
        population=whole_number(asked.population, lang), months=len(list(asked.span)), seeds=seeds_text(done, lang)
    )
