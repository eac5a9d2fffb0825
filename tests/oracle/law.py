# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is looked up: the numbers of the State, the town's choices, and everything of one household-month in one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.oracle.people import Household, Person, completed_months, turns
from werkzaam.core.months import Month
from werkzaam.facts.book import Unit
from werkzaam.regime.model import CHOICES

Amounts = dict[tuple[str, tuple[str, ...]], Any]


class Law:
    """The numbers of one month. A law date gives shares, durations and ages; amounts are those of the month, or of another."""

    def __init__(self, facts: Any, month: Month, law_date: Month | None, amounts_of: Month | None) -> None:
        self._facts, self.date, self._amounts = facts, law_date or month, amounts_of or month
        self._found: dict[str, Any] = {}

    @property
    def year(self) -> int:
        return self.date.year

    def __getitem__(self, key: str) -> Any:
        if key not in self._found:
            self._found[key] = self._find(key)
        return self._found[key]

    def _find(self, key: str) -> Any:
        money = self._facts.about(key).measure.unit is Unit.CENTS
        first, other = (self._amounts, self.date) if money else (self.date, self._amounts)
        for month in (first, other):
            for one in self._facts.series(key):
                if month in one.span:
                    return one.value
        if first == other:
            return self._facts.on(key, first).value
        return [one for one in self._facts.series(key) if one.span.first <= other][-1].value


class Town:
    """The town's choices in one month, by path; what no town states, or hangs on a choice that is off, is None."""

    def __init__(self, regime: Any, month: Month) -> None:
        self._regime, self._month = regime, month
        self._found: dict[str, Any] = {}

    def __getitem__(self, path: str) -> Any:
        if path not in self._found:
            self._found[path] = self._find(path)
        return self._found[path]

    def _find(self, path: str) -> Any:
        on = CHOICES[path].only_if
        if on is not None and not self[on]:
            return None
        return self._regime.value(path, self._month).value if self._regime.states(path, self._month) else None

    def lasting(self, path: str) -> Any:
        """A choice about premium on wages: of this month, or else of the last month in which there was such a premium."""
        month = self._month
        while any(month in one.span for one in getattr(self._regime, "regimes", (self._regime,))):
            town = town_of(self._regime, month)
            if town["premie.geldt"]:
                return town[path]
            month -= 1
        return None


_LAWS: dict[tuple[Any, ...], Law] = {}
_TOWNS: dict[tuple[Any, ...], Town] = {}


def law_of(facts: Any, month: Month, law_date: Month | None, amounts_of: Month | None) -> Law:
    """The law of a month; kept, so that no number is looked up twice."""
    key = (id(facts), month, law_date, amounts_of)
    if key not in _LAWS:
        _LAWS[key] = Law(facts, month, law_date, amounts_of)
    return _LAWS[key]


def town_of(regime: Any, month: Month) -> Town:
    """The town in a month; kept as well."""
    key = (id(regime), month)
    if key not in _TOWNS:
        _TOWNS[key] = Town(regime, month)
    return _TOWNS[key]


@dataclass
class Memory:
    """What a person carries from month to month; holiday money, year-end pay and four-weekly pay are kept per job."""

    n_used: int = 0
    r_clock: int = 0
    z_clock: int = 0
    uniform_clock: int | None = None
    half_year: int = 0
    built_this_year: int = 0
    ready: int = 0
    paid_this_year: int = 0
    months_worked: int = 0
    fees_this_year: int = 0
    holiday: dict[str, int] = field(default_factory=dict)
    bonus: dict[str, int] = field(default_factory=dict)
    received: dict[str, int] = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)


@dataclass
class HomeMemory:
    """What a household carries from month to month."""

    months_on_benefit: int = 0
    since_waiting: int | None = None
    reserve: int = 0
    gifts_this_year: int = 0
    buffer_this_year: int = 0
    months_since: int | None = None
    stay: int = 0
    """How long the present or last stay on benefit has lasted."""


class Scene:
    """One household in one month: who there is, how old, and by which law and town."""

    def __init__(self, household: Household, index: int, facts: Any) -> None:
        self.household, self.home, self.index = household, household.at(index), index
        self.month, self.facts = household.first + index, facts
        self.law = law_of(facts, self.month, household.law_date, household.amounts_of)
        self.town = town_of(household.regime, self.law.date)
        last = self.town["norm.peildag"] == "laatste_dag"
        self.day: date = self.month.last_day if last else self.month.first_day
        self.spouses = {name: one for name, one in self.home.persons.items() if one.role != "HUISGENOOT"}
        self.spouse_without_right = any(one.role == "PARTNER_ZONDER_RECHT" for one in self.spouses.values())
        self.couple = self.home.living == "GEHUWDEN"

    def age(self, person: Person) -> int:
        """Completed months on the day of the month by which the town decides the norm."""
        return completed_months(person.born, self.day)

    def young(self, person: Person) -> bool:
        return self.age(person) < self.law["norm_leeftijd_ondergrens"] * 12

    def pensioner(self, person: Person) -> bool:
        """Of the AOW age by the law of this month; or already by that of last year, on a day of last year (AOW 7a)."""
        earlier = date(self.month.year - 1, 12, 31)
        before = self.law if self.household.law_date else law_of(self.facts, Month.of_day(earlier), None, None)
        return bool(self.age(person) >= self.law["aow_leeftijd"] or turns(person.born, before["aow_leeftijd"]) <= earlier)
