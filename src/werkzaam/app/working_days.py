# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Working days in the Netherlands: not Saturday, Sunday or a holiday of article 3 of the Algemene termijnenwet."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_SATURDAY, _SUNDAY = 5, 6
_FROM_EASTER = (-2, 1, 39, 50)
"""Good Friday, Easter Monday, Ascension Day and Whit Monday, in days from Easter Sunday."""
_FIXED = ((1, 1), (5, 5), (12, 25), (12, 26))


def after_working_days(day: date, number: int) -> date:
    """The working day that is so many working days after a day."""
    while number:
        day += timedelta(days=1)
        number -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    """Whether offices are open by law on a day."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


@cache
def holidays(year: int) -> frozenset[date]:
    """The holidays of a year; the King's birthday moves to Saturday when it falls on a Sunday (2014 and later)."""
    king = date(year, 4, 27)
    moved = king - timedelta(days=1) if king.weekday() == _SUNDAY else king
    fixed = (date(year, month, day) for month, day in _FIXED)
    return frozenset({moved, *fixed, *(easter(year) + timedelta(days=days) for days in _FROM_EASTER)})


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher."""
    century, of_century = divmod(year, 100)
    golden, leaps, rest = year % 19, *divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - correction + 15) % 30
    weekday = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
