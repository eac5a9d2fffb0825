# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The premium of one person: what each month earned, how much of the most that is allowed was used, and when it comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from werkzaam.app.case import Case
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.portal.kept import Kept, about
from werkzaam.app.premium_payout import PremiumStatement, premium_payout_month, premium_statements
from werkzaam.core.errors import RegimeError
from werkzaam.core.months import Month
from werkzaam.engine.explain import MonthSteps
from werkzaam.ledger.claim import pay_day
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.store.premiums import StoredAward, premiums

LOOKED_BACK = 12
"""Months after which a premium that a town ended is not looked for any more: each half-year of it was paid long before."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """The version of the rules of premium that holds in a month: the share of the wage, and the most in cents.

    `name` is the regime, and `names` what it is called in Dutch and English. `per` says over which time the most is counted
    (`maand`, `halfjaar` or `jaar`); `of_payout` is the most of one payout.
    """

    name: str
    names: Mapping[str, str]
    share: Fraction
    most: int
    per: str
    of_payout: int


@dataclass(frozen=True, slots=True)
class PremiumMonth:
    """One month: the wage that it is a share of, what was earned in cents, and whether the most of the month stopped it."""

    month: Month
    wage: int
    earned: int
    capped: bool


@dataclass(frozen=True, slots=True)
class OwnPremium:
    """The premium of a person as it stands: `built_up` in this half-year, `waiting` of earlier ones, paid with `expected`.

    `ended` is the last month of a premium that the town no longer pays; what was built up of it keeps its months (decision 207).
    """

    person: str
    scheme: Scheme
    months: tuple[PremiumMonth, ...]
    built_up: int
    waiting: int
    expected: Month | None
    pay_day: date | None
    ended: Month | None

    @property
    def used(self) -> int:
        """In how many months of this half-year premium was earned."""
        return sum(one.earned > 0 for one in self.months)

    @property
    def to_come(self) -> int:
        """Cents that are to be paid: what waits and what was built up, within the most of one payout."""
        return min(self.built_up + self.waiting, self.scheme.of_payout)

    @property
    def room(self) -> int:
        """Cents that this half-year can still build up within the most of one payout."""
        return max(self.scheme.of_payout - self.built_up, 0)


def scheme_of(regime: Regime | Timeline, month: Month) -> Scheme | None:
    """The version that holds in a month; None where the town pays no premium then."""
    try:
        if not regime.value("premie.geldt", month).value:
            return None
        share, most, per, of_payout = (
            regime.value(f"premie.{name}", month).value for name in ("aandeel", "maximum", "maximum_per", "maximum_uitbetaling")
        )
    except RegimeError:
        return None
    assert isinstance(share, Fraction)
    assert isinstance(most, int)
    assert isinstance(of_payout, int)
    one = regime.at(month)
    return Scheme(one.id, {"nl": one.name_nl, "en": one.name_en}, share, most, str(per), of_payout)


def paid_premiums(desk: Desk, person: int) -> tuple[StoredAward, ...]:
    """What was paid to a person as a premium, also where the town pays none any more."""
    return tuple(premiums(desk.database, desk.town.id, person))


def _last_scheme(regime: Regime | Timeline, month: Month) -> tuple[Scheme, Month] | None:
    """The version that holds in a month, or the last one before it, with its month; at most so many months ago."""
    months = (month - back for back in range(LOOKED_BACK + 1))
    return next(((scheme, at) for at in months if (scheme := scheme_of(regime, at)) is not None), None)


def own_premium(desk: Desk, household: int, person: int, kept: Kept) -> OwnPremium | None:
    """The premium of a person this month, or the last one that the town paid; None for who has no part in it."""
    file = desk.file(household)
    month = Month.of_day(desk.today)
    if not file.settles(month):
        month = file.left or month
    name = next(name for name, number in file.persons.items() if number == person)
    found = _last_scheme(desk.regime, month)
    if found is None:
        return None
    scheme, last = found
    case = kept.case(desk, file, month)
    stood, months = kept.get(("premium", about(desk, file), month, name), lambda: _computed(case, name, scheme))
    if stood is None:
        return None
    expected = stood.expected or premium_payout_month(last, desk.regime)
    expected = expected if expected and expected >= month else None
    day = pay_day(expected, desk.town.pay_day) if expected else None
    ended = last if last < month else None
    return OwnPremium(name, scheme, months, stood.built_up, stood.waiting, expected, day, ended)


def _computed(case: Case, name: str, scheme: Scheme) -> tuple[PremiumStatement | None, tuple[PremiumMonth, ...]]:
    done = case.calculate()
    stood = next((one for one in premium_statements(done) if one.person == name), None)
    steps = {one.month: one for one in done.months}
    return stood, tuple(_months(stood.months, steps, name, scheme)) if stood else ()


def _months(earned: Sequence[tuple[Month, int]], steps: dict[Month, MonthSteps], name: str, scheme: Scheme) -> list[PremiumMonth]:
    return [
        PremiumMonth(
            month, steps[month].value("premie_grondslag", (name,)), cents, scheme.per == "maand" and cents >= scheme.most
        )
        for month, cents in earned
    ]
