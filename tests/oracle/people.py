# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The people of the oracle: births, circumstances and payslips, as a caseworker would have them before anything is computed."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import Any

from werkzaam.core.months import Month

Changes = tuple[tuple[int, str, Any], ...]
"""What changes from a month on: the number of the month from 0, the field, and its value from then."""


@dataclass(frozen=True)
class WageReturn:
    """What the employer told the tax office about one month; `employed`: there is an employment, so a uniform premium."""

    taxed: int
    tax: int = 0
    health: int = 0
    car: int = 0
    exempt: int = 0
    employed: bool = True


@dataclass(frozen=True)
class Other:
    """Income of another kind; `decided` is what the municipality decided to count, if it decided."""

    kind: str
    amount: int
    decided: int | None = None


@dataclass(frozen=True)
class Job:
    """One source of income in one month: its wage rows (a correction is below zero), and what was estimated before."""

    rows: tuple[int, ...] = ()
    known: bool = True
    estimate: int | None = None
    built_up: int = 0
    paid_out: int = 0
    sort: str = "WERK"
    four_weeks: int = 0
    four_weeks_more: int = 0
    gross: int = 0
    credit_missed: int = 0
    bonus_built_up: int = 0
    bonus_paid: int = 0
    bonus_attributed: int = 0
    wage_return: WageReturn | None = None
    minutes: int = 0
    other: Other | None = None

    @property
    def net(self) -> int:
        return sum(self.rows)


@dataclass(frozen=True)
class Person:
    """One person: birth, circumstances, exemption months used elsewhere, and the jobs of each month by name."""

    born: date
    jobs: tuple[dict[str, Job], ...]
    role: str = "BIJSTAND"
    housemate_as: str = "MEEDELEND"
    limited_hours: bool = False
    young_child: bool = False
    helps: bool = True
    institution: bool = False
    cares_elsewhere: bool = False
    without_parents: bool = False
    wage_subsidy: bool = False
    no_more_hours: bool = False
    new_job: bool = False
    n_before: int = 0
    r_before: int = 0
    z_before: int = 0
    uniform_before: int = 0
    changes: Changes = ()
    away: frozenset[int] = frozenset()
    """The months in which this person does not live there, by their number."""

    def at(self, index: int) -> Person:
        """The person as he is in a month."""
        return _changed(self, index)


@dataclass(frozen=True)
class Household:
    """Consecutive months of one household; `living` is a name of the forms of living.

    With a `law_date` the law of that month is tried on these months, with the amounts of `amounts_of` if that is given.
    """

    first: Month
    living: str
    persons: dict[str, Person]
    regime: Any
    children: bool = False
    months_before: int = 0
    reserve_before: int = 0
    instalment: int = 0
    gifts_decided: int = 0
    ends: bool = False
    ended: bool = False
    law_date: Month | None = None
    amounts_of: Month | None = None
    changes: Changes = ()

    @property
    def length(self) -> int:
        return len(next(iter(self.persons.values())).jobs)

    def at(self, index: int) -> Household:
        """The household as it is in a month, with who lives there then as they are then."""
        then = _changed(self, index)
        return replace(then, persons={name: one.at(index) for name, one in self.persons.items() if index not in one.away})


def _changed(one: Any, index: int) -> Any:
    return replace(one, **{field: value for at, field, value in one.changes if at <= index}) if one.changes else one


def half_up(amount: int, share: Fraction) -> int:
    """To whole cents; half a cent goes up."""
    return floor(amount * share + Fraction(1, 2))


@lru_cache(maxsize=100_000)
def turns(born: date, months: int) -> date:
    """The day somebody completes so many months; born on a day that the month lacks, it is the month's last day."""
    year, month0 = divmod(born.year * 12 + born.month - 1 + months, 12)
    return date(year, month0 + 1, min(born.day, monthrange(year, month0 + 1)[1]))


@lru_cache(maxsize=100_000)
def completed_months(born: date, day: date) -> int:
    """How many months of age somebody has completed on a day."""
    months = (day.year - born.year) * 12 + day.month - born.month
    return months if turns(born, months) <= day else months - 1
