# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever leaves is asked for the payslips that a premium on leaving needs: nobody reports wages by themselves then (0248)."""

from __future__ import annotations

from datetime import date

from werkzaam.app.casework.reachable import reached_at
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.keep import LANG, keep_message
from werkzaam.app.ledger.premium_gone import members_in
from werkzaam.app.messages import payslips_message
from werkzaam.app.regimes import regime_of
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.months import Month, Span
from werkzaam.store.writer import Writer

HOUSEMATE = "huisgenoot"
"""The role of who lives in the home and has no bijstand in it."""


def ask_for_payslips(desk: Desk, writer: Writer, file: HouseholdFile, last_day: date) -> None:
    """Keep the message in the transaction that records the end, where the town has such a premium; with all wages known, none."""
    end = Month.of_day(last_day)
    count = _months(desk, end + 1)
    months = tuple(Span(end + 1, end + count)) if count else ()
    here = members_in(file, end)
    people = [str(row["naam"]) for row in file.person_rows if row["naam"] in here and row.get("rol") != HOUSEMATE]
    known = {month for one in file.of("wage") for month in one.months}
    if people and not known.issuperset(months):
        told = payslips_message(people, end, months, reached_at(desk, file, desk.today), LANG)
        keep_message(desk, writer, file.household, "payslips", told, f"exit {end}")


def _months(desk: Desk, first: Month) -> int:
    """For how many months from the first without bijstand the town pays a premium on leaving; 0 where it pays none."""
    try:
        regime = regime_of(desk.town.regimes, desk.facts, max(first, Month.of_day(desk.today)))
        if not regime.value("premie.uitstroom", first).value:
            return 0
        return int(str(regime.value("premie.uitstroom_termijn", first).value))
    except WerkzaamError:
        return 0  # The town says nothing of that month: then nothing can be promised.
