# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The message to a person about the premium that is paid: thanks, and where the money goes (R-102, R-110)."""

from __future__ import annotations

from werkzaam.app.casework.reachable import reached_at
from werkzaam.app.ledger.acting import managed_by
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.keep import LANG, keep_message
from werkzaam.app.messages import payout_message
from werkzaam.core.months import Month
from werkzaam.ledger.claim import pay_day
from werkzaam.ledger.premium import Award
from werkzaam.store.writer import Writer


def tell_of_premium(desk: Desk, writer: Writer, file: HouseholdFile, award: Award, entry: str, *, later: bool) -> None:
    """Keep the message about a premium in the transaction that pays it; nothing is said of an entry that pays nothing.

    `later` says that the person hears of premium that waits for a wage. Who left hears that it is of the time with bijstand.
    """
    if award.cents <= 0:
        return
    name = next(name for name, number in file.persons.items() if number == award.person)
    day = max(pay_day(Month.of_day(desk.today), desk.town.pay_day), desk.today)
    left = file.left is not None and file.left < Month.of_day(day)
    told = payout_message(name, award.cents, Month.of_day(day), reached_at(desk, file, desk.today), LANG,
                          managed_by(desk, file.household, day), later=later, left=left)  # fmt: skip
    keep_message(desk, writer, file.household, "message", told, f"premium {entry}")
