# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody keeps of more work: a month now and with the extra wage, computed with the same rules as the month itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import count

from werkzaam.app.case import Case
from werkzaam.app.extra_work import Extra, ExtraWork
from werkzaam.app.month_inputs import members, run_out, with_job
from werkzaam.app.rows import near
from werkzaam.core.errors import InputError
from werkzaam.core.money import format_euro
from werkzaam.core.months import Month
from werkzaam.engine.explain import MonthInput, MonthSteps
from werkzaam.engine.memory import NOTHING as NOTHING_BEFORE
from werkzaam.engine.memory import State
from werkzaam.engine.rule import Level
from werkzaam.rules.book import RuleBook
from werkzaam.rules.calculate import Calculation, calculate

EXTRA_JOB = "wat als"
NOTHING = Extra()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One month of a household, in cents; `total` is all that the month brings, also what is paid later."""

    wages: int
    exempt: int
    counts: int
    norm: int
    bijstand: int
    reserve: int
    paid: int
    premium: int
    total: int

    @property
    def rest(self) -> int:
        """What the month brings beside wages, bijstand and premium, such as a premium per hour or holiday money."""
        return self.total - self.wages - self.bijstand - self.premium


@dataclass(frozen=True, slots=True)
class Point:
    """The month at a number of extra hours a week; `kept` is what it brings more than now, `of_wage` the extra wage itself."""

    hours: Fraction
    outcome: Outcome
    of_wage: int
    kept: int


@dataclass(frozen=True)
class Trial:
    """One month of a case in which one person earns more or less than known; every answer is computed once."""

    case: Case
    book: RuleBook
    """The facts, the regime and the law date under which the case itself is computed."""
    person: str
    month: Month
    months: tuple[MonthInput, ...]
    """What the rules read, up to and including the month asked."""

    @classmethod
    def of(cls, case: Case, person: str | None = None, month: Month | None = None) -> Trial:
        """The person and month asked, or the only person and the last month; raises InputError for others."""
        month = month or case.span.last
        if month is None or month not in case.span:
            raise InputError(f"The month {month} was asked; this case runs from {case.span}.", file=case.file)
        months = case.months_until(month)
        return cls(case, case.calculate(month).book, _person(case, members(months[-1]), person), month, months)

    @property
    def law(self) -> Month:
        """The month whose choices of the town hold: the month itself, unless the case pins a law date."""
        return self.book.rechtsdatum or self.month

    @cached_property
    def _known(self) -> dict[Extra, Calculation]:
        return {}

    def calculation(self, extra: Extra = NOTHING) -> Calculation:
        """The months up to the one asked, with an extra wage in it."""
        if extra.net < 0 and self.earned + extra.net < 0:
            raise InputError(
                f"That is {format_euro(-extra.net, 'en')} less in {self.month}, and {self.person} earns "
                f"{format_euro(self.earned, 'en')} in that month. Ask for fewer hours less.", file=self.case.file
            )  # fmt: skip
        if extra not in self._known:
            months = with_job(self.months, (self.person, self._job), extra) if extra.net else self.months
            self._known[extra] = self._computed(months, extra=bool(extra.net))
        return self._known[extra]

    @cached_property
    def _pasts(self) -> dict[bool, Calculation]:
        """The months before the one asked, without and with a job that pays nothing in them: the same for every extra wage."""
        return {}

    def _computed(self, months: Sequence[MonthInput], *, extra: bool) -> Calculation:
        """The months, of which those before the last are computed once; it goes on from the state that they left."""
        *past, last = months
        if not past:
            return self._calculated([last], NOTHING_BEFORE)
        if extra not in self._pasts:
            self._pasts[extra] = self._calculated(past, NOTHING_BEFORE)
        known = self._pasts[extra]
        return Calculation((*known.months, *self._calculated([last], known.months[-1].state).months), known.book)

    def _calculated(self, months: Sequence[MonthInput], before: State) -> Calculation:
        book = self.book
        return calculate(months, book.regime, book.facts, rechtsdatum=book.rechtsdatum, bedragen_van=book.bedragen_van,
                         before=before, breaks=bool(self.case.outside))  # fmt: skip

    def at(self, extra: Extra = NOTHING) -> Outcome:
        """The month with an extra wage."""
        return outcome_of(self.calculation(extra).months[-1])

    def later(self) -> Trial:
        """The same month with every temporary exemption behind the household."""
        return replace(self, months=tuple(map(run_out, self.months)))

    @cached_property
    def earned(self) -> int:
        """What the person earns in the month as it is known, all jobs together."""
        steps = self._computed(self.months, extra=False).months[-1].steps
        return sum(step.value for (name, key), step in steps.items() if name == "loon" and key[0] == self.person)

    @cached_property
    def _job(self) -> str:
        """A job of its own: a name that no job has."""
        taken = {key[1] for key in self.months[-1].records[Level.BAAN] if key[0] == self.person}
        return next(name for n in count() if (name := EXTRA_JOB + "'" * n) not in taken)


def outcome_of(steps: MonthSteps) -> Outcome:
    """The amounts of a computed month that a what-if shows."""
    exempt = sum(step.value for (name, _), step in steps.steps.items() if name == "vrijgelaten_loon")
    names = ("middelen", "bijstandsnorm", "bijstand", "reservering", "uit_te_betalen", "premie_erbij", "samen")
    return Outcome(steps.value("lonen"), exempt, *map(steps.value, names))


def sweep(trial: Trial, work: ExtraWork, hours: Sequence[Fraction]) -> tuple[Point, ...]:
    """The month at each number of extra hours a week."""
    return tuple(point(trial, work, each) for each in hours)


def point(trial: Trial, work: ExtraWork, hours: Fraction) -> Point:
    """The month at a number of extra hours a week."""
    extra = work.of(hours)
    found = trial.at(extra)
    return Point(hours, found, extra.net, found.total - trial.at().total)


def share_kept(kept: int, of_wage: int) -> Fraction | None:
    """Which part of a wage is kept; nothing where there is no wage."""
    return Fraction(kept, of_wage) if of_wage else None


def _person(case: Case, names: Sequence[str], asked: str | None) -> str:
    if asked is None and len(names) == 1:
        return names[0]
    if asked is None:
        raise InputError(f"Who works more? Add --person with one of {', '.join(names)}.", file=case.file)
    if asked not in names:
        raise InputError(f"There is no person {asked!r} here. {near(asked, names)}", file=case.file)
    return asked
