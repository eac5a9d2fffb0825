# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One household as a case: who they are, which wages and estimates are known, and its months for the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from werkzaam.core.months import Month, Span, age_in_months
from werkzaam.engine.explain import Key, MonthInput
from werkzaam.engine.rule import Level
from werkzaam.facts.book import Facts
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules import RULES
from werkzaam.rules.calculate import Calculation, calculate
from werkzaam.rules.schatting import Estimate

Record = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the household; `inputs` are the values that the rules ask of a person, without the age."""

    name: str
    born: date
    inputs: Record


@dataclass(frozen=True, slots=True)
class Wage:
    """One wage, or a correction of one, in cents; `month` is the month it counts in."""

    person: str
    job: str
    month: Month
    worked_from: date
    worked_to: date
    paid_on: date
    net: int
    holiday_built_up: int
    holiday_paid_out: int
    source: str
    correction: bool

    @property
    def key(self) -> Key:
        return self.person, self.job


@dataclass(frozen=True, slots=True)
class EstimatedWage:
    """The estimate that was made for one job and month."""

    person: str
    job: str
    month: Month
    estimate: Estimate

    @property
    def key(self) -> Key:
        return self.person, self.job


@dataclass(frozen=True)
class Case:
    """A household in consecutive months under a regime; `contact` answers questions, `pinned` are facts filled in by hand."""

    file: str
    title: str
    contact: str
    span: Span
    regime: Regime | Timeline
    facts: Facts
    pinned: tuple[str, ...]
    household: Record
    persons: tuple[Person, ...]
    wages: tuple[Wage, ...]
    estimates: tuple[EstimatedWage, ...]

    @cached_property
    def jobs(self) -> tuple[Key, ...]:
        """Every job of every person, person by person; a job has a record in each month, also without a wage."""
        found = {wage.key for wage in self.wages} | {each.key for each in self.estimates}
        order = [person.name for person in self.persons]
        return tuple(sorted(found, key=lambda key: (order.index(key[0]), key[1])))

    @cached_property
    def months(self) -> tuple[MonthInput, ...]:
        """What the rules read, month by month; the order of the rows makes no difference."""
        return tuple(MonthInput(month, with_defaults(self._records(month))) for month in self.span)

    def calculate(self) -> Calculation:
        """All steps of all months; raises what the rules, the facts or the regime refuse."""
        return calculate(self.months, self.regime, self.facts)

    def wages_in(self, month: Month, key: Key) -> tuple[Wage, ...]:
        return tuple(wage for wage in self.wages if wage.month == month and wage.key == key)

    def estimates_in(self, month: Month) -> tuple[EstimatedWage, ...]:
        return tuple(each for each in self.estimates if each.month == month)

    def _records(self, month: Month) -> dict[Level, dict[Key, Record]]:
        persons: dict[Key, Record] = {(one.name,): {**one.inputs, **_ages(one.born, month)} for one in self.persons}
        jobs = {key: self._job(month, key) for key in self.jobs}
        return {Level.HUISHOUDEN: {(): self.household}, Level.PERSOON: persons, Level.BAAN: jobs}

    def _job(self, month: Month, key: Key) -> Record:
        """A job in a month: its wages added up, and the estimate, which is the wage itself when none was made."""
        wages = self.wages_in(month, key)
        estimated = [each.estimate.cents for each in self.estimates_in(month) if each.key == key]
        net = sum(wage.net for wage in wages)
        return {
            "nettoloon": net,
            "loon_bekend": int(bool(wages) or not estimated),
            "geschat_nettoloon": estimated[0] if estimated else net,
            "vakantiegeld_opgebouwd": sum(wage.holiday_built_up for wage in wages),
            "vakantiegeld_uitbetaald": sum(wage.holiday_paid_out for wage in wages),
        }


def with_defaults(records: Mapping[Level, Mapping[Key, Record]]) -> dict[Level, dict[Key, Record]]:
    """Records in which what nobody wrote has the value that the rules give it."""
    absent = {level: {n: one.default for n, one in RULES.inputs.items() if one.level == level and one.default is not None}
              for level in records}  # fmt: skip
    return {level: {key: {**absent[level], **record} for key, record in some.items()} for level, some in records.items()}


def _ages(born: date, month: Month) -> Record:
    return {"leeftijd_begin": age_in_months(born, month.first_day), "leeftijd_eind": age_in_months(born, month.last_day)}
