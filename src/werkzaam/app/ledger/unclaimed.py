# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Bijstand that somebody who left has a right to and did not ask for: looked at with consent only, and offered (R-082)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from werkzaam.app.casework.reachable import reached_at
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.keep import LANG, keep_message
from werkzaam.app.ledger.new_facts import begun_again
from werkzaam.app.messages import unclaimed_message
from werkzaam.core.months import Month
from werkzaam.store.facts import consenting


@dataclass(frozen=True, slots=True)
class Offer:
    """What a household could get in a month, in cents of bijstand with holiday allowance."""

    household: int
    month: Month
    cents: int


def unclaimed(desk: Desk, month: Month, progress: Callable[[int], object] = lambda count: None) -> tuple[Offer, ...]:
    """Offer bijstand to who left, has known income below the norm in a month, and allowed that this is looked at today.

    Of all others nothing is read and nothing is written. Asked again, the same offer is made once.
    """
    found = []
    for household in consenting(desk.database, desk.town.id, desk.today):
        file = desk.file(household)
        cents = 0 if file.settles(month) or month < file.first_month else _below_norm(desk, file, month)
        if cents:
            found.append(Offer(household, month, cents))
            _tell(desk, file, found[-1])
        progress(1)
    return tuple(found)


def _below_norm(desk: Desk, file: HouseholdFile, month: Month) -> int:
    """The bijstand of a month as if it had been asked for; nothing when no income of that month is known."""
    if not any(month in one.months for one in file.of("wage", "income")):
        return 0
    again = Known(max(one.hseq for one in file.known) + 1, "arrangement", begun_again(month.first_day).row, desk.moment, "")
    case = replace(file, known=(*file.known, again)).case(month, desk.facts, desk.regime)
    return next(one.value("bijstand") for one in case.calculate().months if one.month == month)


def _tell(desk: Desk, file: HouseholdFile, offer: Offer) -> None:
    told = unclaimed_message(list(file.persons), offer.cents, offer.month, reached_at(desk, file, desk.today), LANG)
    with desk.writes() as writer:
        keep_message(desk, writer, offer.household, "offer", told, f"{offer.month}")
