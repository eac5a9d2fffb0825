# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sweep of a what-if as a picture: wages, bijstand and premium on each other, per hour of work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate

from werkzaam.app.chart import LEFT, Frame, Place, area, axes, beside, document, dot, frame_for, line, text, upright
from werkzaam.app.sentence import euros
from werkzaam.app.text_layout import decimal
from werkzaam.app.texts.whatif import WORDS
from werkzaam.app.whatif import Point
from werkzaam.app.whatif_answer import WhatIf
from werkzaam.core.errors import InputError
from werkzaam.core.money import format_euro

COLOURS = {"wages": "#004699", "bijstand": "#8ecdf0", "premium": "#ec8000", "rest": "#bfbfbf"}
"""Dark, light and middle: apart from each other also in grey and for colour-blind eyes."""
_THICK = 20
"""A band this many points high has room for its name."""
_RIGHT = 110
_CLOSE = 34
"""Dots closer than this would have their words on each other."""


def whatif_picture(answer: WhatIf, lang: str) -> str:
    """The picture; its table is the one per hour in the text, and `points` in the JSON."""
    points = answer.points
    if len(points) < 2:
        raise InputError("A picture needs a sweep; add for instance --sweep 0:40.")
    words, work = WORDS[lang], answer.question.work
    hours = words["hours"].format(number=decimal(work.hours, lang))
    desc = words["picture_desc"].format(
        first=decimal(points[0].hours, lang), last=decimal(points[-1].hours, lang), now=euros(answer.now.total, lang),
        hours=hours, then=euros(answer.then.outcome.total, lang),
    )  # fmt: skip
    drawn = _with_end(answer)
    frame = frame_for([point.hours for point in drawn], [point.outcome.total for point in drawn], _RIGHT)
    shown = (lambda value: decimal(Fraction(value), lang), lambda value: _whole(value, lang))
    body = [*axes(frame, (words["picture_x"], words["picture_y"]), shown),
            *_bands(frame, drawn, words), *_marks(frame, answer, lang)]  # fmt: skip
    under = words["picture_under"].format(now=euros(answer.now.total, lang), hours=_signed(work.hours, lang),
                                          then=euros(answer.then.outcome.total, lang))  # fmt: skip
    return document(f"{words['picture_title']}: {answer.trial.person}, {answer.trial.month.name(lang)}", under, desc, body)


def _with_end(answer: WhatIf) -> list[Point]:
    """The sweep, with the last cent with bijstand and the first without it, so that a loss stands upright."""
    points, end = list(answer.points), answer.end
    if end is not None:
        a_month, now = answer.question.work.net_of(Fraction(1)), answer.now.total
        for extra, found in ((end.extra - 1, end.before), (end.extra, end.after)):
            points.append(Point(Fraction(extra, a_month), found, extra, found.total - now))
    first, last = answer.points[0].hours, answer.points[-1].hours
    return sorted((point for point in points if first <= point.hours <= last), key=lambda point: point.hours)


def _bands(frame: Frame, points: Sequence[Point], words: Mapping[str, str]) -> Iterator[str]:
    """The parts on each other, each named where it is thick enough, and the total as a line on top."""
    under: list[Place] = [(point.hours, 0) for point in points]
    labels = []
    tops = [list(accumulate(part.values())) for part in map(_parts, points)]
    for number, (name, colour) in enumerate(COLOURS.items()):
        over: list[Place] = [(point.hours, top[number]) for point, top in zip(points, tops, strict=True)]
        heights = [frame.y(low[1]) - frame.y(high[1]) for low, high in zip(under, over, strict=True)]
        if max(heights) > 0:
            yield area(frame, under, over, colour)
        if heights[-1] > 0:
            labels.append((frame.y(over[-1][1]) + heights[-1] // 2, words[f"band_{name}"], colour))
        elif max(heights) >= _THICK:
            yield _inside(frame, over, heights, words[f"band_{name}"])
        under = over
    yield line(frame, under)
    yield from beside(frame, labels)


def _inside(frame: Frame, over: Sequence[Place], heights: Sequence[int], words: str) -> str:
    """The name of a band under its upper edge, where it is thickest, between the edges of the drawing."""
    at = max(range(len(heights)), key=heights.__getitem__)
    x = min(max(frame.x(over[at][0]), LEFT + 8), frame.right - 70)
    return text(x, frame.y(over[at][1]) + _THICK - 4, words, weight=600)


def _parts(point: Point) -> dict[str, int]:
    found = point.outcome
    return {"wages": found.wages, "bijstand": found.bijstand, "premium": found.premium, "rest": found.rest}


def _marks(frame: Frame, answer: WhatIf, lang: str) -> Iterator[str]:
    """Where bijstand ends, the month now, and the month as asked."""
    words, work = WORDS[lang], answer.question.work
    first, last = answer.points[0].hours, answer.points[-1].hours
    if answer.end is not None:
        at = Fraction(answer.end.extra, work.net_of(Fraction(1)))
        if first <= at <= last:
            yield from upright(frame, at, words["picture_end"])
    close = abs(frame.x(work.hours) - frame.x(Fraction(0))) < _CLOSE
    if first <= 0 <= last:
        yield from dot(frame, (Fraction(0), answer.now.total), words["picture_now"])
    if first <= work.hours <= last:
        yield from dot(frame, (work.hours, answer.then.outcome.total), _signed(work.hours, lang), below=close)


def _signed(hours: Fraction, lang: str) -> str:
    return ("+" if hours > 0 else "") + decimal(hours, lang)


def _whole(cents: int | Fraction, lang: str) -> str:
    """Euros without cents, for an axis."""
    return format_euro(int(cents), lang)[:-3]
