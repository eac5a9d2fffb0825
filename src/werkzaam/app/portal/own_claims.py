# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody got too much and pays back: of which month, how fast, what they said of it, and what happens next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.ledger.desk import Desk
from werkzaam.core.months import Month
from werkzaam.ledger.claim import HolidayMoney, Instalment, ceiling_of, first_month, pay_day, plan, withhold
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.store.claims import ClaimState, StoredDispute, claims, disputes

HOLIDAY_MONTH = "norm.vakantietoeslag_maand"


@dataclass(frozen=True, slots=True)
class OwnClaim:
    """One month of which too much was paid, in cents: all of it, what came back, what is left, and what the person contests.

    `open_to_say` is what they can still say of that they do not agree.
    `first` is the first month of which a payment may be lowered for it; none while no letter told of it.
    """

    month: Month
    cents: int
    recovered: int
    left: int
    contested: int
    first: Month | None
    disputes: tuple[StoredDispute, ...]
    open_to_say: int


@dataclass(frozen=True, slots=True)
class Pace:
    """One way to pay back: so much a month, for so many months, until the last; with holiday money where it is used."""

    key: str
    a_month: int
    instalments: tuple[Instalment, ...]
    holiday: int = 0

    @property
    def months(self) -> int:
        """How many months it takes."""
        return len(self.instalments)

    @property
    def last(self) -> Month | None:
        """The month of the last one."""
        return self.instalments[-1].month if self.instalments else None


@dataclass(frozen=True, slots=True)
class OwnClaims:
    """All of a household, with the ceiling of a month in cents, and the ways to pay back of which one can be proposed."""

    claims: tuple[OwnClaim, ...]
    ceiling: int
    paces: tuple[Pace, ...]
    states: tuple[ClaimState, ...] = ()
    """The same claims as the ledger's rules see them."""

    @property
    def left(self) -> int:
        """Cents that still come back, all months together."""
        return sum(one.left for one in self.claims)


def claims_of(desk: Desk, household: int, norm: int, holiday: int, undecided: Month) -> OwnClaims:
    """The claims on a household.

    `norm` is that of this month in cents, `holiday` what a year of holiday allowance of bijstand is likely to be, and `undecided`
    the first month of which the payment was not decided yet.
    """
    stored = claims(desk.database, desk.town.id, household)
    if not stored:
        return OwnClaims((), 0, ())
    said = disputes(desk.database, desk.town.id, household)
    month = Month.of_day(desk.today)
    ceiling = ceiling_of(norm, desk.ceiling_share(month))
    found = tuple(
        _own(desk, state, tuple(one for one in said if one.dispute.month == at), undecided)
        for at, state in sorted(stored.items())
    )
    total = sum(one.left - min(one.left, one.contested) for one in found)
    return OwnClaims(found, ceiling, _paces(desk, total, ceiling, holiday, undecided), tuple(stored.values()))


def _own(desk: Desk, state: ClaimState, said: tuple[StoredDispute, ...], undecided: Month) -> OwnClaim:
    value = state.value(desk.today, desk.town.notice_days)
    first = None
    if value.notices:
        sent = min(one.sent_on for one in value.notices)
        first = max(first_month(sent, day=desk.town.pay_day, notice_days=desk.town.notice_days), undecided)
    return OwnClaim(state.month, state.claim, state.recovered, value.outstanding, value.contested, first, said, state.undisputed)


def _paces(desk: Desk, total: int, ceiling: int, holiday: int, undecided: Month) -> tuple[Pace, ...]:
    """At the ceiling, at half of it, and at half of it with holiday money beside it."""
    if not total or not ceiling:
        return ()
    first = max(first_month(desk.today, day=desk.town.pay_day, notice_days=desk.town.notice_days), undecided)
    ways: list[tuple[str, int, HolidayMoney | None]] = [("as_proposed", ceiling, None), ("half", max(ceiling // 2, 1), None)]
    at = holiday_month(desk.regime, first)
    if at is not None and holiday:
        ways.append(("holiday", max(ceiling // 2, 1), HolidayMoney(at, min(holiday, total))))
    made = ((key, cents, money, plan(total, cents, first=first, holiday=money)) for key, cents, money in ways)
    return tuple(Pace(key, cents, found, money.cents if money else 0) for key, cents, money, found in made)


def holiday_month(regime: Regime | Timeline, month: Month) -> int | None:
    """The calendar month in which the town pays the holiday allowance, where it is stated."""
    return int(str(regime.value(HOLIDAY_MONTH, month).value)) if regime.states(HOLIDAY_MONTH, month) else None


def taken_on(desk: Desk, owed: OwnClaims, pay: int, norm: int, month: Month) -> tuple[int, date]:
    """What the payment of a month is lowered by as things stand, in cents, and the day of that payment."""
    day = pay_day(month, desk.town.pay_day)
    values = [one.value(day, desk.town.notice_days) for one in owed.states]
    if not values:
        return 0, day
    ceiling = ceiling_of(norm, desk.ceiling_share(month))
    return sum(one.cents for one in withhold(pay, values, ceiling, day, notice_days=desk.town.notice_days)), day
