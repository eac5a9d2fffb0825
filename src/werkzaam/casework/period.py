# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A stretch of days that a figure is about: a year, a quarter, or from one month to another; never beyond today."""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month

_YEAR, _QUARTER = re.compile(r"\d{4}"), re.compile(r"(\d{4})-Q([1-4])")


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included. Raises InputError when it ends before it begins."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InputError(f"A period was expected that ends after it begins; found {self.first} to {self.last}.")

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def months(self) -> tuple[Month, ...]:
        """Its months, also those of which it has a part only."""
        first, last = Month.of_day(self.first), Month.of_day(self.last)
        return tuple(Month(index) for index in range(first.index, last.index + 1))

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """Its quarters, also those of which it has a part only, first to last."""
        return tuple(sorted({quarter_of(month) for month in self.months}))

    def both(self, first: date, last: date | None) -> Period | None:
        """The part of a stretch of days that lies in it, no last day being still; None when there is none."""
        start, end = max(self.first, first), self.last if last is None else min(self.last, last)
        return Period(start, end) if start <= end else None


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a calendar year, from 1 to 4."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    @property
    def period(self) -> Period:
        """Its days."""
        return Period(date(self.year, 3 * self.number - 2, 1), Month.of(self.year, 3 * self.number).last_day)


def quarter_of(month: Month) -> Quarter:
    """The quarter that a month lies in."""
    return Quarter(month.year, (month.number + 2) // 3)


def years(days: int, year: int) -> Fraction:
    """Days of a calendar year as a part of it."""
    return Fraction(days, 366 if isleap(year) else 365)


def period_of(text: str | None, today: date) -> Period:
    """The period written 2019, 2019-Q2 or 2019-01/2021-03; without a text the last twelve whole months.

    It ends today at the latest. Raises InputError for another text, and for a period that has yet to begin.
    """
    found = _said(text, today)
    if found.first > today:
        raise InputError(f"A period that has begun was expected; {text} begins on {found.first} and it is {today}.")
    return Period(found.first, min(found.last, today))


def _said(text: str | None, today: date) -> Period:
    if text is None:
        this = Month.of_day(today)
        return Period(Month(this.index - 12).first_day, this.first_day - timedelta(1))
    if _YEAR.fullmatch(text) and int(text):
        return Period(date(int(text), 1, 1), date(int(text), 12, 31))
    if (quarter := _QUARTER.fullmatch(text)) and int(quarter[1]):
        return Quarter(int(quarter[1]), int(quarter[2])).period
    first, slash, last = text.partition("/")
    if slash:
        return Period(Month.parse(first).first_day, Month.parse(last).last_day)
    raise InputError(f"A period was expected, such as 2019, 2019-Q2 or 2019-01/2021-03; found {text!r}.")
