# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One household as a case: who they are, what they earned and estimated, and its months for the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from werkzaam.app.dated import ALWAYS, Dated
from werkzaam.app.payslip import Attributed, EstimatedWage, OtherIncome, Record, Wage
from werkzaam.core.errors import FactNotInForce, NotCovered
from werkzaam.core.months import Month, Span, age_in_months
from werkzaam.engine.explain import Key, MonthInput
from werkzaam.engine.rule import Level
from werkzaam.facts.book import Facts
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules.book import NORM, known_amounts
from werkzaam.rules.calculate import Calculation, calculate
from werkzaam.rules.situatie import INPUTS, Rol

DEFAULTS: Mapping[Level, Record] = {
    level: {one.name: one.default or 0 for one in INPUTS if one.level == level} for level in Level
}
"""What the rules read of a household, person or job of which nothing is said."""
ON_FIRST_DAY = frozenset({"kinderen", "in_inrichting", "zorgt_elders", "ouders_dragen_niet_bij"})
"""Facts that decide the norm: they hold in a month when they hold on its first day. All others on any of its days."""
HOUSEMATE = list(Rol).index(Rol.HUISGENOOT)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who lives in the home; `inputs` hold always, `dated` on some days; the age is left out."""

    name: str
    born: date
    inputs: Record
    dated: Mapping[str, Dated] = field(default_factory=dict)
    lives_here: Dated = ALWAYS

    @property
    def housemate(self) -> bool:
        """Somebody who only lives in the home; no wages, no bijstand of this household."""
        return self.inputs.get("rol", 0) == HOUSEMATE

    def record(self, month: Month) -> Record:
        """What the rules read of this person in a month."""
        ages = {
            "leeftijd_begin": age_in_months(self.born, month.first_day),
            "leeftijd_eind": age_in_months(self.born, month.last_day),
        }
        return {**DEFAULTS[Level.PERSOON], **self.inputs, **held(self.dated, month), **ages}


@dataclass(frozen=True, slots=True)
class Household:
    """What holds for the household: always, on some days, or in some months."""

    inputs: Record
    dated: Mapping[str, Dated] = field(default_factory=dict)
    monthly: Mapping[Month, Record] = field(default_factory=dict)

    def record(self, month: Month) -> Record:
        """What the rules read of the household in a month."""
        return {**DEFAULTS[Level.HUISHOUDEN], **self.inputs, **held(self.dated, month), **self.monthly.get(month, {})}


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
    household: Household
    persons: tuple[Person, ...]
    wages: tuple[Wage, ...]
    estimates: tuple[EstimatedWage, ...]
    incomes: tuple[OtherIncome, ...] = ()
    attributed: tuple[Attributed, ...] = ()
    rechtsdatum: Month | None = None
    bedragen_van: Month | None = None
    outside: frozenset[Month] = frozenset()
    """Months of the span in which this household has no bijstand to settle; they are not computed (decision 0090)."""
    part: Mapping[Month, str] = field(default_factory=dict)
    """Months in the middle of which the household changes, each with why it is refused (decision 0098)."""

    @cached_property
    def members(self) -> tuple[Person, ...]:
        """The persons the bijstand is about in some month: everybody but housemates."""
        return tuple(person for person in self.persons if not person.housemate)

    def members_in(self, month: Month) -> tuple[Person, ...]:
        """The persons the bijstand is about in a month."""
        return tuple(person for person in self.members if person.lives_here.on(month.first_day))

    @cached_property
    def jobs(self) -> tuple[Key, ...]:
        """Every job of every person, person by person; a job has a record in each month, also without a wage."""
        return self._sorted({wage.key for wage in self.wages} | {each.key for each in self.estimates})

    @cached_property
    def sources(self) -> tuple[Key, ...]:
        """Every job and every other source of income, person by person."""
        return self._sorted({*self.jobs, *(each.key for each in self.incomes)})

    @cached_property
    def months(self) -> tuple[MonthInput, ...]:
        """What the rules read, month by month; the order of the rows makes no difference."""
        return self.months_until(None)

    def months_until(self, last: Month | None) -> tuple[MonthInput, ...]:
        """What the rules read up to and including a month; what is refused of later months does not matter then."""
        return tuple(self.month(month) for month in self.span if month not in self.outside and (last is None or month <= last))

    def month(self, month: Month) -> MonthInput:
        """What the rules read of one month of the case; raises NotCovered for a month in which the household changes."""
        if month in self.part:
            raise NotCovered(self.part[month])
        if month not in self._read:
            self._read[month] = MonthInput(month, self._records(month))
        return self._read[month]

    @cached_property
    def _read(self) -> dict[Month, MonthInput]:
        """What was asked of `month`: it is checked first and computed with later."""
        return {}

    def calculate(self, until: Month | None = None) -> Calculation:
        """All steps of all months, or of those up to and including one; raises what the rules, the facts or the regime refuse."""
        try:
            months = self.months if until is None else self.months_until(until)
            return calculate(months, self.regime, self.facts, rechtsdatum=self.rechtsdatum,
                             bedragen_van=known_amounts(self.facts, self.bedragen_van), breaks=bool(self.outside))  # fmt: skip
        except FactNotInForce as error:
            asked, known = until or self.span.last, self.facts.series(NORM)[-1].span.last
            if self.bedragen_van is not None or asked is None or known is None or asked <= known:
                raise
            law = "" if self.rechtsdatum else f'rechtsdatum = "{asked}" and '
            other = f'write {law}bedragen_van = "{known}" (docs/explanation/law-date.md)'
            raise FactNotInForce(f"{error} Or try its law with amounts that are known: {other}.") from error

    def law_date(self, month: Month) -> Month:
        """The month whose law and choices a month is computed by."""
        return self.rechtsdatum or month

    def by_work(self, month: Month) -> bool:
        """Whether the town counts a wage in the month of the work; the other reading is the month in which it comes in."""
        return self.regime.value("inkomsten.maandregel", self.law_date(month)).value == "maand_van_werk"

    def wages_in(self, month: Month, key: Key) -> tuple[Wage, ...]:
        return tuple(wage for wage in self.wages if wage.month == month and wage.key == key)

    def estimates_in(self, month: Month) -> tuple[EstimatedWage, ...]:
        return tuple(each for each in self.estimates if each.month == month)

    def incomes_in(self, month: Month) -> tuple[OtherIncome, ...]:
        return tuple(each for each in self.incomes if each.month == month)

    def attributed_in(self, month: Month, key: Key) -> tuple[Attributed, ...]:
        return tuple(each for each in self.attributed if each.month == month and each.key == key)

    def housemates_in(self, month: Month) -> tuple[Person, ...]:
        """Who lives in the home beside the household on the first day of the month."""
        return tuple(one for one in self.persons if one.housemate and one.lives_here.on(month.first_day))

    def known(self, month: Month, key: Key) -> bool:
        """Whether the wage of a month is known: every payslip is there, or nothing was estimated."""
        estimated = any(each.key == key for each in self.estimates_in(month))
        return not estimated or any(wage.closes for wage in self.wages_in(month, key))

    def _sorted(self, keys: set[Key]) -> tuple[Key, ...]:
        order = [person.name for person in self.persons]
        return tuple(sorted(keys, key=lambda key: (order.index(key[0]), key[1])))

    def _records(self, month: Month) -> dict[Level, dict[Key, Record]]:
        here = {one.name for one in (*self.members_in(month), *self.housemates_in(month))}
        persons: dict[Key, Record] = {(one.name,): one.record(month) for one in self.persons if one.name in here}
        sources = {key: self._source(month, key) for key in self.sources if key[0] in here}
        return {Level.HUISHOUDEN: {(): self.household.record(month)}, Level.PERSOON: persons, Level.BAAN: sources}

    def _source(self, month: Month, key: Key) -> Record:
        """A job or other source of income in a month: what came in added up, and the estimate."""
        found = {**DEFAULTS[Level.BAAN], "loon_bekend": int(self.known(month, key)), "loonsoort": self._kind(month, key)}
        incomes = (each for each in self.incomes_in(month) if each.key == key)
        reported: tuple[Wage | Attributed | OtherIncome, ...] = (
            *self.wages_in(month, key),
            *self.attributed_in(month, key),
            *incomes,
        )
        for inputs in (each.inputs for each in reported):
            for name, value in inputs.items():
                found[name] = value if name in SETTINGS else found[name] + value
        for each in self.estimates_in(month):
            if each.key == key:
                found |= {"loon_geschat": 1, "geschat_nettoloon": each.estimate.cents}
        return found

    def _kind(self, month: Month, key: Key) -> int:
        """What the wage of a month is pay for; without a wage, what the one before it was, or else the one after it."""
        wages = sorted((wage for wage in self.wages if wage.key == key and wage.slip), key=lambda wage: wage.month)
        before = [wage for wage in wages if wage.month <= month]
        nearest = before[-1:] or wages[:1]
        return nearest[0].slip.kind if nearest and nearest[0].slip else 0


SETTINGS = frozenset({"loonsoort", "loonaangifte_bekend", "dienstbetrekking", "inkomenssoort", "beslist"})
"""Inputs of a job that say something about it, instead of adding up."""


def held(facts: Mapping[str, Dated], month: Month) -> Record:
    """Which facts hold in a month, as the rules read them."""
    return {name: int(fact.on(month.first_day) if name in ON_FIRST_DAY else fact.within(month)) for name, fact in facts.items()}
