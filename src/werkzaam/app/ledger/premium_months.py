# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The months in which a town pays premium, around a month: which payout of its year each is, and whether it was paid.

A town that ended its premium keeps its months for what was built up (decision 0207). One that never had a premium on earnings,
and pays one once or on leaving, pays at once: in any month, and at most two times a year (Pw 31:2:j).
"""

from __future__ import annotations

from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import RegimeError
from werkzaam.core.months import Month
from werkzaam.store.premiums import StoredAward, premiums

AT_ONCE = ("premie.eenmalig", "premie.uitstroom")
"""The premiums that a town may pay without one on earnings."""
TWICE = 2
"""The most payouts of a calendar year that part j leaves out of account."""


def payouts(desk: Desk, month: Month) -> list[Month]:
    """The months of payment in the year of a month; none in a town that pays no premium and states none, or before its regime."""
    try:
        fixed = desk.payout_months(month)
        every = not fixed and any(desk.regime.value(path, month).value for path in AT_ONCE)
    except RegimeError:
        return []
    return [Month.of(month.year, number) for number in range(1, 13)] if every else fixed


def payout_upto(desk: Desk, month: Month) -> Month | None:
    """The newest month of payment that is not after a month; None where the town had none in that year or the year before."""
    both = (*payouts(desk, month), *payouts(desk, Month.of(month.year - 1, 12)))
    return max((one for one in both if one <= month), default=None)


def payout_before(desk: Desk, month: Month) -> str:
    """The first day of the month of payment before one, as text: what became known before it was in that payout at the latest."""
    this_year = payouts(desk, month)
    earlier = [one for one in (*this_year, *(one - 12 for one in this_year)) if one < month]
    return max(earlier, default=month - 12).first_day.isoformat()


def half_of(desk: Desk, month: Month, before: StoredAward | None) -> int:
    """Which payout of its year a month of payment has: 1 or 2; 3 where a town that pays at once paid twice after `before`."""
    fixed = desk.payout_months(month)
    if fixed:
        return 2 if any(at.year == month.year and at < month for at in fixed) else 1
    return before.award.half + 1 if before and before.award.year == month.year else 1


def was_paid(desk: Desk, month: Month, before: StoredAward) -> bool:
    """Whether the payout of a month, or a later one, was before."""
    if not desk.payout_months(month):
        return month <= before.pay_month
    return (month.year, half_of(desk, month, before)) <= (before.award.year, before.award.half)


def last_entry(desk: Desk, person: int) -> StoredAward | None:
    """The newest entry of a person's premium."""
    past = premiums(desk.database, desk.town.id, person)
    return past[-1] if past else None
