# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the money of a month went: to the account, to others by agreement, and what was kept for which other month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.ledger.desk import Desk
from werkzaam.core.months import Month
from werkzaam.ledger.payment import PartKind
from werkzaam.store.own_payments import OwnPart, own_parts

_KEYS = {PartKind.ACCOUNT: "went_account", PartKind.THIRD_PARTY: "went_other", PartKind.RECOVERY: "went_back"}


@dataclass(frozen=True, slots=True)
class Went:
    """One part of a payment. For what was kept: `back` is the month for which, and `worked` from when, until when and paid on
    which day the wages of that month were."""

    part: OwnPart
    key: str
    back: Month | None = None
    worked: tuple[tuple[date, date, date], ...] = ()


def went_of(desk: Desk, household: int, month: Month, day: date) -> tuple[Went, ...]:
    """The parts of the payments of a month as known at the end of a day."""
    upto = desk.known_on(household, day)
    mine = [one for one in own_parts(desk.database, desk.town.id, household) if one.month == month and one.hseq <= upto]
    return tuple(_went(desk, household, one) for one in mine)


def _went(desk: Desk, household: int, part: OwnPart) -> Went:
    if part.premium:
        return Went(part, "went_premium")
    if part.kind is not PartKind.RECOVERY:
        return Went(part, _KEYS[part.kind])
    back = Month.parse(part.name)
    rows = (one.row for one in desk.file(household).of("wage", "correction"))
    worked = sorted(
        (row["gewerkt_van"], row["gewerkt_tot"], row["betaald_op"]) for row in rows if Month.of_day(row["gewerkt_van"]) == back
    )
    return Went(part, _KEYS[part.kind], back, tuple(worked))
