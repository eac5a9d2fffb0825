# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Working days in the Netherlands: not Saturday, Sunday or a holiday of article 3 of the Algemene termijnenwet.

The one place that knows holidays: for terms (every day of article 3), and for the days on which nobody is at the office.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

SOURCE = "Algemene termijnenwet, artikel 3"
_SATURDAY, _SUNDAY = 5, 6
LIBERATION_DAY_OFF_SINCE, LUSTRUM_YEARS = 2024, 5
"""From this year on 5 May is a paid day off for everybody who works at a municipality: Cao Gemeenten 2023, article 6.6, as told
in https://www.gemeente.nu/blog/bevrijdingsdag-een-betaalde-vrije-dag/. Before, each town chose; that offices were closed in the
years that five divides only, as in 2020, is an assumption (docs/decisions/0241)."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """One holiday: a day of the year (`month`, `day`) or so many days `from_easter`, in the years `first` to `last`.

    With `before_sunday` it is held on the Saturday before when it falls on a Sunday. `for_terms_only` is a day that the act
    equates with a holiday for terms only: offices are open. With `closed_every` they are closed once in so many years, and from
    the year `closed_since` on each year. `law` is where it stands.
    """

    name: str
    law: str
    month: int = 0
    day: int = 0
    from_easter: int | None = None
    first: int = 1965
    last: int = 9999
    before_sunday: bool = False
    for_terms_only: bool = False
    closed_every: int = 1
    closed_since: int = 1965

    def in_year(self, year: int) -> date:
        """The day on which it is held in a year."""
        if self.from_easter is not None:
            return easter(year) + timedelta(self.from_easter)
        found = date(year, self.month, self.day)
        return found - timedelta(1) if self.before_sunday and found.weekday() == _SUNDAY else found

    def closes_in(self, year: int) -> bool:
        """Whether offices are closed on it in a year."""
        return not self.for_terms_only and (year >= self.closed_since or year % self.closed_every == 0)


HOLIDAYS = (
    Holiday("Nieuwjaarsdag", f"{SOURCE}, lid 1", 1, 1),
    Holiday("Goede Vrijdag", f"{SOURCE}, lid 2", from_easter=-2, for_terms_only=True),
    Holiday("tweede paasdag", f"{SOURCE}, lid 1", from_easter=1),
    # "De dag waarop de verjaardag van de Koning wordt gevierd": of the Queen until 2013, of the King from 2014 on.
    Holiday("Koninginnedag", f"{SOURCE}, lid 1", 4, 30, last=2013, before_sunday=True),
    Holiday("Koningsdag", f"{SOURCE}, lid 1", 4, 27, first=2014, before_sunday=True),
    Holiday("5 mei", f"{SOURCE}, lid 1", 5, 5, closed_every=LUSTRUM_YEARS, closed_since=LIBERATION_DAY_OFF_SINCE),
    Holiday("Hemelvaartsdag", f"{SOURCE}, lid 1", from_easter=39),
    Holiday("tweede pinksterdag", f"{SOURCE}, lid 1", from_easter=50),
    Holiday("eerste kerstdag", f"{SOURCE}, lid 1", 12, 25),
    Holiday("tweede kerstdag", f"{SOURCE}, lid 1", 12, 26),
)
"""The holidays of the act, each with the years in which it is held on that day."""


@lru_cache(maxsize=65_536)
def working_days_after(day: date, number: int) -> date:
    """The working day that is so many working days after a day; the day itself for none."""
    while number:
        day += timedelta(1)
        number -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    """Whether a day counts for a term that is given in working days."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


def is_office_day(day: date) -> bool:
    """Whether people are at the office on a day: Monday to Friday, but for the holidays on which offices are closed."""
    return day.weekday() < _SATURDAY and day not in _closed(day.year)


def closing_holiday(day: date) -> Holiday | None:
    """The holiday for which offices are closed on a day; None for another day."""
    return _closed(day.year).get(day)


@cache
def holidays(year: int) -> frozenset[date]:
    """The holidays of a year by which a term is counted."""
    return frozenset(one.in_year(year) for one in HOLIDAYS if one.first <= year <= one.last)


@cache
def _closed(year: int) -> dict[date, Holiday]:
    return {one.in_year(year): one for one in HOLIDAYS if one.first <= year <= one.last and one.closes_in(year)}


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
