# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Facts about people that may hold for a part of the time: on which days, and in which months that counts."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.app.rows import Row
from werkzaam.core.months import Month

_EXAMPLE = "{ van = 2026-02-01, tot = 2026-05-31 }"


@dataclass(frozen=True, slots=True)
class Days:
    """Consecutive days, both ends included; an open end is None."""

    first: date | None = None
    last: date | None = None

    def overlaps(self, other: Days) -> bool:
        return not _before(self.last, other.first) and not _before(other.last, self.first)


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact that holds on some days, none or all of them."""

    spans: tuple[Days, ...] = ()

    def on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return any(span.overlaps(Days(day, day)) for span in self.spans)

    def within(self, month: Month) -> bool:
        """Whether it holds on some day of a month."""
        return any(span.overlaps(Days(month.first_day, month.last_day)) for span in self.spans)


ALWAYS, NEVER = Dated((Days(),)), Dated()


def dated(row: Row, key: str, default: bool = False) -> Dated:
    """A truth, or the days on which it holds: `{ van = ..., tot = ... }`, or a list of these."""
    found = row.values.get(key, default)
    if isinstance(found, bool):
        return ALWAYS if found else NEVER
    each = found if isinstance(found, list) else [found]
    if not each or not all(isinstance(one, dict) for one in each):
        row.refuse(key, f"true, false, or the days on which it holds was expected, such as {key} = {_EXAMPLE}; found {found!r}.")
    return Dated(tuple(_days(row.inside(key, one)) for one in each))


def between(row: Row, first_key: str, last_key: str) -> Dated:
    """The days from one key to another of a row; either may be left out."""
    first = row.day(first_key) if first_key in row.values else None
    last = row.day(last_key) if last_key in row.values else None
    if _before(last, first):
        row.refuse(last_key, f"a day on or after {first} was expected; found {last}.")
    return Dated((Days(first, last),))


def single_days(row: Row, key: str) -> Dated:
    """The days in a key that holds one date or a list of them."""
    found = row.values.get(key, [])
    each = found if isinstance(found, list) else [found]
    if not all(type(one) is date for one in each):
        row.refuse(key, f"a date without quotes, or a list of them, was expected, such as {key} = 2027-04-01; found {found!r}.")
    return Dated(tuple(Days(one, one) for one in each))


def until_birthday(born: date, age: int) -> Dated:
    """The days from birth up to the day before a birthday; who was born on 29 February is a day older on the 28th."""
    year = born.year + age
    birthday = date(year, born.month, min(born.day, monthrange(year, born.month)[1]))
    return Dated((Days(born, birthday - timedelta(1)),))


def _days(row: Row) -> Days:
    row.only("van", "tot")
    if not row.values:
        row.refuse("", f"write the days on which it holds, such as {_EXAMPLE}.")
    return between(row, "van", "tot").spans[0]


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other
