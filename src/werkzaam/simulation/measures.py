# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a life under a regime comes to: sums of whole numbers by month, and how many households had something so many times.

Sums of two parts of a town are added to those of the whole, whatever the parts, so that a town can be measured in chunks and on
many machines. A mean is one sum over another (MEASURES), and is taken last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.simulation.leaving import Left
from werkzaam.simulation.life import Lived
from werkzaam.simulation.people import Ints, People, Truths

MONTHLY = (
    "households", "on", "works", "works_on", "minutes", "wages", "wages_on", "income", "paid", "holiday", "short", "short_cents",
    "claims", "claimed", "made_up_times", "made_up", "taken", "corrected", "premium_times", "premium", "premium_built",
    "earning", "income_earning", "spent", "built_times", "left_work", "left_other", "returned",
    "contacts", "changes", "changed_cents", "compared",
)  # fmt: skip
"""Sums of one month over all households, in counts, cents or minutes a week.

households     everybody            on           on bijstand this month
works          recipients with work works_on     of those, who are on bijstand
minutes        usual minutes a week of recipients who work
wages          net wages of everybody; wages_on of who is on bijstand
income         all that reached who is on bijstand; paid of that is bijstand, holiday holiday allowance
short          households on bijstand whose income was below the norm; short_cents by how much
claims         households that got a claim by a correction downward; claimed how much
made_up        paid for earlier months by corrections upward; made_up_times to how many households
taken          taken for claims; corrected months that were corrected, up or down
premium        premium paid out; premium_times to how many households; premium_built what was built up; built_times by how many
earning        households on bijstand with wages; income_earning all that reached them
spent          bijstand, holiday allowance and premium paid to everybody
left_work      households that left bijstand for work at the end of the month; left_other for another reason
returned       households on bijstand that were not last month
contacts       contacts with a case manager; changes of case manager
changed_cents  by how much the income of who is on bijstand now and was last month differs from last month's; compared how many
"""
TIMES = ("short", "claims", "on", "premium_times")
"""Of which it is kept how many households had it in how many months."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums by month and name (months,), and by name how many households had something in 0, 1, 2.. months (months + 1,)."""

    monthly: Mapping[str, Ints]
    times: Mapping[str, Ints]

    def __add__(self, other: Sums) -> Sums:
        """Both together; raises InputError for lives of another length."""
        if self.months != other.months:
            raise InputError(f"Sums over {self.months} months cannot be added to those over {other.months}.")
        return Sums(
            {name: column + other.monthly[name] for name, column in self.monthly.items()},
            {name: column + other.times[name] for name, column in self.times.items()},
        )

    @property
    def months(self) -> int:
        """How many months were lived."""
        return len(self.monthly["on"])

    def total(self, name: str) -> int:
        """The sum over all months."""
        return int(self.monthly[name].sum())

    def last(self, name: str) -> int:
        """The sum of the last month."""
        return int(self.monthly[name][-1])


class Summing:
    """Adds up a life as it is lived; keeps four numbers a household and nothing else."""

    def __init__(self, people: People, months: int) -> None:
        households = len(people.number)
        self._first, self._monthly = people.first[:-1], {name: np.zeros(months, np.int64) for name in MONTHLY}
        self._times = {name: np.zeros(households, np.int64) for name in TIMES}
        self._was = np.ones(households, dtype=bool)
        self._income = np.zeros(households, np.int64)
        self._changes = np.ones(households, np.int64)
        self._months = months

    def month(self, lived: Lived) -> None:
        """Add a month; the months come in order."""
        found = self._columns(lived)
        for name, column in found.items():
            self._monthly[name][lived.at] = int(column.sum())
        for name, times in self._times.items():
            times += found[name] > 0
        self._was, self._income = lived.on.copy(), lived.paid.income.copy()
        self._changes = lived.guided.managers.copy()

    def sums(self) -> Sums:
        """What was added up so far."""
        times = {name: np.bincount(column, minlength=self._months + 1) for name, column in self._times.items()}
        return Sums(self._monthly, {name: column.astype(np.int64) for name, column in times.items()})

    def _columns(self, lived: Lived) -> dict[str, Ints | Truths]:
        """One number a household for each sum (households,)."""
        on, paid, first = lived.on, lived.paid, self._first
        works = lived.work.contract[first] > 0
        earning = on & (lived.wages > 0)
        ended, left = lived.standing.ended, lived.standing.left
        both = on & self._was if lived.at else np.zeros(len(on), dtype=bool)
        return {
            "households": np.ones(len(on), np.int64), "on": on, "works": works, "works_on": works & on,
            "minutes": np.where(works, lived.work.minutes[first], 0), "wages": lived.wages,
            "wages_on": np.where(on, lived.wages, 0),
            "income": np.where(on, paid.income, 0), "paid": paid.bijstand, "holiday": paid.holiday,
            "short": paid.short > 0, "short_cents": paid.short, "claims": paid.claimed > 0, "claimed": paid.claimed,
            "made_up_times": paid.made_up > 0, "made_up": paid.made_up, "taken": paid.taken, "corrected": paid.corrected,
            "premium_times": paid.premium > 0, "premium": paid.premium, "premium_built": np.where(on, lived.premium, 0),
            "earning": earning, "income_earning": np.where(earning, paid.income, 0),
            "spent": paid.bijstand + paid.holiday + paid.premium,
            "built_times": on & (lived.premium > 0),
            "left_work": ended & (left == Left.WORK), "left_other": ended & (left == Left.OTHER), "returned": on & ~self._was,
            "contacts": lived.guided.contacts, "changes": lived.guided.managers - self._changes,
            "changed_cents": np.where(both, np.abs(paid.income - self._income), 0), "compared": both,
        }  # fmt: skip


def measure(people: People, life: Iterable[Lived], months: int) -> Sums:
    """The sums of a whole life, month by month."""
    summing = Summing(people, months)
    for lived in life:
        summing.month(lived)
    return summing.sums()


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of a life: a sum over another, times a factor. `unit` is cents, share, hours, count or months.

    `per` is nothing where the upper sum is divided by the lower one as they stand; `last` takes both of the last month only.
    """

    name: str
    unit: str
    upper: str
    lower: str
    times: int = 1
    over: int = 1
    last: bool = False

    def of(self, sums: Sums) -> Fraction | None:
        """The number; None where nobody is counted in the lower sum."""
        upper, lower = (sums.last(one) if self.last else sums.total(one) for one in (self.upper, self.lower))
        return Fraction(upper * self.times, lower * self.over) if lower else None

    def by_month(self, sums: Sums) -> list[Fraction | None]:
        """The number of each month on its own."""
        upper, lower = sums.monthly[self.upper].tolist(), sums.monthly[self.lower].tolist()
        return [Fraction(a * self.times, b * self.over) if b else None for a, b in zip(upper, lower, strict=True)]


YEAR, HOUR, HUNDRED = 12, 60, 100
MEASURES = (
    Measure("income", "cents", "income", "on"),
    Measure("income_earning", "cents", "income_earning", "earning"),
    Measure("below_share", "share", "short", "on"),
    Measure("below_cents", "cents", "short_cents", "short"),
    Measure("claims_a_year", "count", "claims", "on", YEAR * HUNDRED),
    Measure("claim_cents", "cents", "claimed", "claims"),
    Measure("claimed", "cents", "claimed", "earning"),
    Measure("made_up", "cents", "made_up", "earning"),
    Measure("volatility", "cents", "changed_cents", "compared"),
    Measure("premium", "cents", "premium", "on"),
    Measure("premium_built", "cents", "premium_built", "earning"),
    Measure("works", "share", "works", "households"),
    Measure("works_end", "share", "works", "households", last=True),
    Measure("hours", "hours", "minutes", "works", 1, HOUR),
    Measure("on_end", "share", "on", "households", last=True),
    Measure("left_work", "count", "left_work", "on", YEAR * HUNDRED),
    Measure("left_other", "count", "left_other", "on", YEAR * HUNDRED),
    Measure("returned", "count", "returned", "households", YEAR * HUNDRED),
    Measure("contacts", "count", "contacts", "on", YEAR),
    Measure("changes", "count", "changes", "on", YEAR * HUNDRED),
    Measure("paid", "cents", "paid", "households"),
    Measure("premium_paid", "cents", "premium", "households"),
    Measure("spent", "cents", "spent", "households"),
)  # fmt: skip
"""What is compared. Amounts are cents a month; `claims_a_year`, `left_..`, `returned` and `changes` are a year for each hundred
households; `contacts` is a year for each household on bijstand. `volatility` is the mean change, up or down, of the monthly
income of who is on bijstand from one month to the next."""
BY_NAME = {one.name: one for one in MEASURES}


def below_months(sums: Sums) -> Fraction:
    """Months below the norm of a household in the whole life, on average."""
    times = sums.times["short"]
    return Fraction(int((times * np.arange(len(times))).sum()), int(times.sum()))


def ever(sums: Sums, name: str) -> Fraction:
    """The share of households that ever had something of TIMES."""
    times = sums.times[name]
    return 1 - Fraction(int(times[0]), int(times.sum()))
