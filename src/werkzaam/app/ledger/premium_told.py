# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The message to a person about the premium that is paid: thanks, and where the money goes (R-102, R-110).

Of who left the household or died nothing is told to those who live there: a named person writes to whom it belongs.
"""

from __future__ import annotations

from werkzaam.app.casework.reachable import reached_at
from werkzaam.app.ledger.acting import managed_by
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.keep import LANG, keep_message
from werkzaam.app.ledger.payable import unpaid_name
from werkzaam.app.ledger.premium_gone import ESTATE
from werkzaam.app.ledger.told import coded
from werkzaam.app.messages import payout_message
from werkzaam.core.months import Month
from werkzaam.ledger.claim import pay_day
from werkzaam.ledger.event import Event
from werkzaam.ledger.payment import Account
from werkzaam.ledger.premium import Award
from werkzaam.store.queue import open_item
from werkzaam.store.writer import Writer


def tell_of_premium(desk: Desk, writer: Writer, file: HouseholdFile, award: Award, entry: str, *, later: bool) -> None:
    """Keep the message about a premium in the transaction that pays it; nothing is said of an entry that pays nothing.

    `later` says that the person hears of premium that waits for a wage. Who left hears that it is of the time with bijstand.
    """
    if award.cents <= 0:
        return
    name = name_of(file, award)
    day = max(pay_day(Month.of_day(desk.today), desk.town.pay_day), desk.today)
    left = file.left is not None and file.left < Month.of_day(day)
    told = payout_message(name, award.cents, Month.of_day(day), reached_at(desk, file, desk.today), LANG,
                          managed_by(desk, file.household, day), later=later, left=left)  # fmt: skip
    keep_message(desk, writer, file.household, "message", told, f"premium {entry}")


def ask_whose_account(writer: Writer, file: HouseholdFile, award: Award, payee: Account, event: Event) -> None:
    """Ask the household's contact for the account of who left, or of an estate; the task closes when the money is in a file."""
    code = "premium_estate" if payee.ref.startswith(ESTATE) else "premium_own"
    text = coded(code, name=name_of(file, award), cents=award.cents, payee=payee.ref)
    open_item(writer, unpaid_name(file.household, event.hseq, 1), kind="check", text=text, household=file.household,
              cents=award.cents, owner=file.contact)  # fmt: skip


def name_of(file: HouseholdFile, award: Award) -> str:
    """Whose premium it is."""
    return next(name for name, number in file.persons.items() if number == award.person)
