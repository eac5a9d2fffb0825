# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The months in which a town pays premium, around a month: which payout of its year each is, and whether it was paid."""

from __future__ import annotations

from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import RegimeError
from werkzaam.core.months import Month
from werkzaam.store.premiums import StoredAward, premiums


def payouts(desk: Desk, month: Month) -> list[Month]:
    """The months of payment in the year of a month; none in a town that pays no premium and states none, or before its regime."""
    try:
        return desk.payout_months(month)
    except RegimeError:
        return []


def payout_upto(desk: Desk, month: Month) -> Month | None:
    """The newest month of payment that is not after a month; None where the town had none in that year or the year before."""
    both = (*payouts(desk, month), *payouts(desk, Month.of(month.year - 1, 12)))
    return max((one for one in both if one <= month), default=None)


def payout_before(desk: Desk, month: Month) -> str:
    """The first day of the month of payment before one, as text: what became known before it was in that payout at the latest."""
    this_year = payouts(desk, month)
    earlier = [one for one in (*this_year, *(one - 12 for one in this_year)) if one < month]
    return max(earlier, default=month - 12).first_day.isoformat()


def half_of(desk: Desk, month: Month) -> int:
    """Which payout of its year a month of payment has: 1 or 2."""
    return 2 if any(at.year == month.year and at < month for at in desk.payout_months(month)) else 1


def was_paid(desk: Desk, month: Month, before: StoredAward) -> bool:
    """Whether the payout of a month, or a later one, was before."""
    return (month.year, half_of(desk, month)) <= (before.award.year, before.award.half)


def last_entry(desk: Desk, person: int) -> StoredAward | None:
    """The newest entry of a person's premium."""
    past = premiums(desk.database, desk.town.id, person)
    return past[-1] if past else None
