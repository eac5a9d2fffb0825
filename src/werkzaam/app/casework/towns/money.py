# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a household gets and keeps in a month under a regime, by the same rules as every month; or why there is no result."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from werkzaam.app.casework.towns.households_file import Household
from werkzaam.app.casework.towns.named import Named
from werkzaam.app.compare_earnings import last_known_month
from werkzaam.app.curves import Curve, Setting, law_date
from werkzaam.app.extra_work import WEEKS_A_MONTH
from werkzaam.app.regimes import takes_gross, within_law
from werkzaam.core.errors import NotStated, WerkzaamError
from werkzaam.core.money import HALF_UP, share_of
from werkzaam.core.months import Month
from werkzaam.facts.book import Facts
from werkzaam.regime.regime import Unstated
from werkzaam.rules.situatie import Leefvorm

MONTHS_ON_BENEFIT = 12
"""For a household of which the file does not say how long it is on benefit; an assumption, and printed as one."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A month in cents: all that it brings, what of it the household has more than without work, and that per paid hour."""

    total: int
    kept: int
    per_hour: int | None


@dataclass(frozen=True, slots=True)
class NoResult:
    """No result: the choices that nobody states, or that a gross wage is needed, or else the reason."""

    unstated: tuple[str, ...] = ()
    needs_net_share: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Amounts:
    """For which month's amounts of the State all is computed, and the share of a gross wage that is left net, if given."""

    facts: Facts
    month: Month | None = None
    net_share: Fraction | None = None

    def month_for(self, household: Household) -> Month:
        """The month asked, or the last one whose norm for this household is known."""
        return self.month or last_known_month(self.facts, household.leefvorm)


@dataclass(frozen=True)
class Reckoner:
    """The months of households under one regime; what the law leaves and each household's curve are looked at once."""

    named: Named
    amounts: Amounts

    @cached_property
    def _curves(self) -> dict[tuple[Month, Leefvorm, int, int], Curve]:
        return {}

    @cached_property
    def _lawful(self) -> set[Month]:
        return set()

    def money_of(self, household: Household) -> Kept | NoResult:
        """The month of a household, at the regime's own date and the State's amounts of one month; or why there is none."""
        month = self.amounts.month_for(household)
        law = law_date(self.named.regime, month)
        if self.amounts.net_share is None and takes_gross(self.named.regime, law):
            return NoResult(needs_net_share=True)
        try:
            self._check(law)
            total = self._curve(household, month, _minutes(household)).at(household.net).total
            idle = self._curve(household, month, 0).at(0).total
        except NotStated:
            missing = (each for each in self.named.regime.choices(law) if isinstance(each, Unstated) and each.needed)
            return NoResult(tuple(each.path for each in missing))
        except WerkzaamError as error:
            return NoResult(reason=str(error))
        return Kept(total, total - idle, _per_hour(total - idle, household))

    def _check(self, law: Month) -> None:
        if law not in self._lawful:
            within_law([self.named.regime], self.amounts.facts, until=law)
            self._lawful.add(law)

    def _curve(self, household: Household, month: Month, minutes: int) -> Curve:
        long = MONTHS_ON_BENEFIT if household.months_on_benefit is None else household.months_on_benefit
        key = (month, household.leefvorm, long, minutes)
        if key not in self._curves:
            setting = Setting(self.amounts.facts, month, household.leefvorm, long, self.amounts.net_share, pinned_norm=False,
                              minutes=minutes)  # fmt: skip
            self._curves[key] = Curve(self.named.regime, law_date(self.named.regime, month), setting)
        return self._curves[key]


def _minutes(household: Household) -> int:
    """Unpaid minutes of a month, for which a town may pay an amount per hour; half a minute counts as one."""
    return share_of(60, (household.unpaid_hours or Fraction(0)) * WEEKS_A_MONTH, HALF_UP)


def _per_hour(kept: int, household: Household) -> int | None:
    """What is kept for each paid hour of work, in cents; None without hours."""
    if not household.hours or kept < 0 or not household.net:
        return None
    return share_of(kept, 1 / (household.hours * WEEKS_A_MONTH), HALF_UP)
