# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison as a picture: what is kept of a wage, a line per rule with its name at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, pairwise
from textwrap import shorten

from werkzaam.app.chart import Frame, Number, axes, beside, document, dot, frame_for, line
from werkzaam.app.compare_earnings import Comparison
from werkzaam.app.compare_earnings_text import series_name
from werkzaam.app.sentence import euros
from werkzaam.app.texts.compare_earnings import WORDS
from werkzaam.core.errors import InputError
from werkzaam.core.money import format_euro
from werkzaam.engine.text import label

COLOURS = ("#004699", "#ec8000", "#009de6", "#767676", "#8c1c5a", "#4d7c0f")
STYLES = tuple((colour, dash) for dash in ("", "7 4", "2 3") for colour in COLOURS)
"""Six colours apart for colour-blind eyes, and three kinds of line; with the name at the end none rests on colour alone."""
_LETTERS = 38
_FINER = 16
"""Parts into which a step is cut where a line bends in it."""


def comparison_picture(done: Comparison, lang: str) -> str:
    """The picture; its table is that of what is kept."""
    if not done.series:
        raise InputError("There is nothing to draw: none of these regimes has a result. Leave --svg out to see why.")
    words, first, last = WORDS[lang], done.earnings[0], done.earnings[-1]
    ends = "; ".join(f"{series_name(one, lang)} {euros(one.curve.kept(last), lang)}" for one in done.series)
    desc = words["picture_desc"].format(first=euros(first, lang), last=euros(last, lang), ends=ends)
    alike = _alike(done)
    right = 40 + 8 * max(len(_label(done, numbers, lang)) for numbers in alike)
    under = words["picture_under" if len(alike) == len(done.series) else "picture_under_alike"].format(
        household=label(done.setting.leefvorm, lang), month=done.setting.month.name(lang)
    )
    frame = frame_for(done.earnings, [one.curve.kept(net) for one in done.series for net in done.earnings], right)

    def whole(cents: Number) -> str:
        return format_euro(int(cents), lang)[:-3]

    body = [*axes(frame, (words["picture_x"], words["picture_y"]), (whole, whole)), *_lines(frame, done, lang)]
    return document(words["picture_title"], under, desc, body)


def _lines(frame: Frame, done: Comparison, lang: str) -> Iterator[str]:
    """A line for all rules that keep the same, a dot where lines cross, and the names beside their ends."""
    labels = []
    for numbers, (colour, dash) in zip(_alike(done), cycle(STYLES), strict=False):
        kept = done.series[numbers[0]].curve.kept
        yield line(frame, [(net, kept(net)) for net in refined(kept, done.earnings)], colour, dash)
        labels.append((frame.y(kept(done.earnings[-1])), _label(done, numbers, lang), colour))
    for place in dict.fromkeys((met.around, done.series[met.above].curve.kept(met.around)) for met in done.crossings):
        yield from dot(frame, place)
    yield from beside(frame, labels)


def refined(kept: Callable[[int], int], earnings: Sequence[int]) -> list[int]:
    """The wages of the table, and more between them around every place where a line bends."""
    steps = list(pairwise(earnings))
    rises = [kept(high) - kept(low) for low, high in steps]
    bent = [False] * len(steps)
    for at, ((low, high), (_, beyond)) in enumerate(pairwise(steps)):
        if abs(rises[at] * (beyond - high) - rises[at + 1] * (high - low)) > 4 * (high - low):  # More than cents of rounding.
            bent[at] = bent[at + 1] = True
    finer = ((low, *(low + (high - low) * part // _FINER for part in range(1, _FINER if bend else 1)))
             for (low, high), bend in zip(steps, bent, strict=True))  # fmt: skip
    return [*(net for nets in finer for net in nets), earnings[-1]]


def _alike(done: Comparison) -> list[list[int]]:
    """The places of series that keep the same at every wage of the table, together."""
    same: dict[tuple[int, ...], list[int]] = {}
    for number, one in enumerate(done.series):
        same.setdefault(tuple(one.curve.kept(net) for net in done.earnings), []).append(number)
    return list(same.values())


def _label(done: Comparison, numbers: Sequence[int], lang: str) -> str:
    """The number and name of the first of some series, and how many more there are."""
    name = shorten(f"[{numbers[0] + 1}] {series_name(done.series[numbers[0]], lang)}", _LETTERS, placeholder="…")
    return name if len(numbers) == 1 else f"{name} +{len(numbers) - 1}"
