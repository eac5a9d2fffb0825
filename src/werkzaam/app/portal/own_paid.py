# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the money of a month went: to the account, to others by agreement, and what was kept for which other month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.core.months import Month
from werkzaam.ledger.payment import PartKind
from werkzaam.store.own_payments import OwnPart

_KEYS = {PartKind.ACCOUNT: "went_account", PartKind.THIRD_PARTY: "went_other", PartKind.RECOVERY: "went_back"}


@dataclass(frozen=True, slots=True)
class Went:
    """One part of a payment. For what was kept: `back` is the month for which, and `worked` from when, until when and paid on
    which day the wages of that month were."""

    part: OwnPart
    key: str
    back: Month | None = None
    worked: tuple[tuple[date, date, date], ...] = ()


def went_of(file: HouseholdFile, parts: Iterable[OwnPart]) -> tuple[Went, ...]:
    """Parts of the payments of a month with what each was for; the wages are those of the file."""
    return tuple(_went(file, one) for one in parts)


def _went(file: HouseholdFile, part: OwnPart) -> Went:
    if part.premium:
        return Went(part, "went_premium")
    if part.kind is not PartKind.RECOVERY:
        return Went(part, _KEYS[part.kind])
    back = Month.parse(part.name)
    rows = (one.row for one in file.of("wage", "correction"))
    worked = sorted(
        (row["gewerkt_van"], row["gewerkt_tot"], row["betaald_op"]) for row in rows if Month.of_day(row["gewerkt_van"]) == back
    )
    return Went(part, _KEYS[part.kind], back, tuple(worked))
