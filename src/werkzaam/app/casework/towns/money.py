# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a household gets and keeps in a month under a regime, by the same rules as every month; or why there is no result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

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


def money_of(one: Named, household: Household, amounts: Amounts) -> Kept | NoResult:
    """The month of a household under a regime, at the regime's own date and the State's amounts of one month."""
    month, regime = amounts.month_for(household), one.regime
    law = law_date(regime, month)
    if amounts.net_share is None and takes_gross(regime, law):
        return NoResult(needs_net_share=True)
    long = MONTHS_ON_BENEFIT if household.months_on_benefit is None else household.months_on_benefit
    setting = Setting(amounts.facts, month, household.leefvorm, long, amounts.net_share, pinned_norm=False)
    working = replace(setting, minutes=_minutes(household))
    try:
        within_law([regime], amounts.facts, until=law)
        total = Curve(regime, law, working).at(household.net).total
        idle = Curve(regime, law, setting).at(0).total
    except NotStated:
        return NoResult(tuple(each.path for each in regime.choices(law) if isinstance(each, Unstated) and each.needed))
    except WerkzaamError as error:
        return NoResult(reason=str(error))
    return Kept(total, total - idle, _per_hour(total - idle, household))


def _minutes(household: Household) -> int:
    """Unpaid minutes of a month, for which a town may pay an amount per hour; half a minute counts as one."""
    return share_of(60, (household.unpaid_hours or Fraction(0)) * WEEKS_A_MONTH, HALF_UP)


def _per_hour(kept: int, household: Household) -> int | None:
    """What is kept for each paid hour of work, in cents; None without hours."""
    if not household.hours or kept < 0 or not household.net:
        return None
    return share_of(kept, 1 / (household.hours * WEEKS_A_MONTH), HALF_UP)
