# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Pay periods: which months a payslip belongs to, and how much of an amount each of them gets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from werkzaam.core.errors import InputError
from werkzaam.core.money import HALF_UP, share_of
from werkzaam.core.months import Month, Span

FOUR_WEEKS = 28
WEEK = 7
PAYS_A_YEAR = 13
"""How often four-weekly pay comes in a year."""
MONTHLY = Fraction(13, 12)
"""What a month gets of one four-weekly pay, so that twelve months get thirteen pays (Divosa 2019, 2.5)."""
SETTLED_WITHIN = 6
"""Months after the one of receipt in which income may still be set off (Pw 58:4)."""


class Tijdvak(Enum):
    """What one payslip pays for; the values are labels in Dutch and English."""

    MAAND = ("maand", "month")
    VIER_WEKEN = ("vier weken", "four weeks")
    WEEK = ("week", "week")
    ANDERS = ("andere periode", "other period")


@dataclass(frozen=True, slots=True)
class Part:
    """What a month gets of an amount: `units` of all `of` days or months lie in it."""

    month: Month
    units: int
    of: int

    @property
    def whole(self) -> bool:
        """The month gets all of it."""
        return self.units == self.of


def days_in(first: date, last: date) -> int:
    """How many days there are from the first to the last, both included."""
    return (last - first).days + 1


def tijdvak_of(first: date, last: date) -> Tijdvak | None:
    """The pay period that the days themselves tell; None for 28 days, which may be four weeks or just so many days.

    Seven days inside a month are a week, after which more of the month's wages come; fewer, or up to its last day, are its wages.
    """
    days, start = days_in(first, last), Month.of_day(first)
    if first == start.first_day and last == start.last_day:
        return Tijdvak.MAAND
    if days == FOUR_WEEKS:
        return None
    if Month.of_day(last) == start:
        return Tijdvak.WEEK if days == WEEK and last < start.last_day else Tijdvak.MAAND
    return Tijdvak.WEEK if days <= WEEK else Tijdvak.ANDERS


def by_days(first: date, last: date) -> tuple[Part, ...]:
    """The months of a period, each with the calendar days of it that lie in that month."""
    _in_order(first, last)
    every = days_in(first, last)
    return tuple(
        Part(month, days_in(max(first, month.first_day), min(last, month.last_day)), every)
        for month in Span(Month.of_day(first), Month.of_day(last))
    )


def by_months(first: Month, last: Month) -> tuple[Part, ...]:
    """The months of a period, each with the same part."""
    months = tuple(Span(first, last))
    return tuple(Part(month, 1, len(months)) for month in months)


def over_period(first: date, last: date) -> tuple[Part, ...]:
    """Whole calendar months get the same part each; any other period is spread by its days."""
    start, end = Month.of_day(first), Month.of_day(last)
    whole = first == start.first_day and last == end.last_day
    return by_months(start, end) if whole else by_days(first, last)


def in_month(month: Month) -> tuple[Part, ...]:
    """All of it belongs to one month."""
    return (Part(month, 1, 1),)


def spread(cents: int, parts: Sequence[Part]) -> tuple[int, ...]:
    """What each part gets of an amount, in whole cents that add up to it; below zero as above zero.

    Each part is what is due up to and including it, half a cent up, less what earlier parts got.
    """
    return tuple(_differences(cents, parts)) if cents else (0,) * len(parts)


def _differences(cents: int, parts: Sequence[Part]) -> Iterator[int]:
    sign, amount = (-1, -cents) if cents < 0 else (1, cents)
    units = given = 0
    for part in parts:
        units += part.units
        due = share_of(amount, Fraction(units, part.of), HALF_UP)
        yield sign * (due - given)
        given = due


def monthly(cents: int) -> int:
    """One four-weekly amount as that of a month: times 13/12, half a cent up; below zero as above zero."""
    converted = share_of(abs(cents), MONTHLY, HALF_UP)
    return -converted if cents < 0 else converted


def too_late(received: Month, known: Month) -> bool:
    """Whether income became known too late to be simply set off (Pw 58:4): January's in August or later."""
    return known > received + SETTLED_WITHIN


def _in_order(first: date, last: date) -> None:
    if last < first:
        raise InputError(f"A period from {first} to {last} ends before it begins.")
