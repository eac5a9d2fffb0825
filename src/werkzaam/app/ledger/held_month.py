# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whose month is held because nobody said how it goes on hears so at once: why, and what lets it go (decision 0094)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.reachable import reached_at
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.keep import LANG, keep_message
from werkzaam.app.ledger.plan import HouseholdPlan
from werkzaam.app.ledger.premium_gone import members_in
from werkzaam.app.ledger.told import code_of
from werkzaam.app.messages import Message, held_message
from werkzaam.core.months import Month
from werkzaam.ledger.claim import pay_day
from werkzaam.store.runs import last_held
from werkzaam.store.writer import Writer

SILENT = "silent"
"""The code of the reason for which such a month waits."""


@dataclass(frozen=True, slots=True)
class HeldMonth:
    """A month that waits until somebody says how it goes on, since which day, and what the person is told."""

    month: Month
    since: date
    told: Message

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What stands on a page: the message without its greeting."""
        return tuple(self.told.text.strip().split("\n\n")[1:])


def tell_that_it_waits(desk: Desk, writer: Writer, file: HouseholdFile, plan: HouseholdPlan) -> None:
    """Keep the message in the transaction of the run that holds the month; of the same month nothing more is said."""
    if plan.silent is not None:
        told = _message(desk, file, plan.silent, desk.today, LANG)
        keep_message(desk, writer, plan.household, "held", told, str(plan.silent))


def held_month(desk: Desk, file: HouseholdFile, lang: str) -> HeldMonth | None:
    """The month of a household that the last run held for this; None when it did not, or when something was reported since."""
    found = last_held(desk.database, desk.town.id, file.household)
    if found is None or code_of(found.reason) != SILENT:
        return None
    if file.known[-1].recorded_at > found.started_at:
        return None
    month, since = Month.parse(json.loads(found.reason)["month"]), date.fromisoformat(found.started_at[:10])
    return HeldMonth(month, since, _message(desk, file, month, since, lang))


def _message(desk: Desk, file: HouseholdFile, month: Month, since: date, lang: str) -> Message:
    """It names the day on which the month would have been paid."""
    day = max(pay_day(month, desk.town.pay_day), since)
    names = [name for name in file.persons if name in members_in(file, month)]
    return held_message(names, month, day, reached_at(desk, file, since), lang)
