# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A wage of a month after the end of bijstand turns out lower, and that month had been paid: a person looks (decision 0249).

Such a month is not decided any more, so a claim on it would stand by a wage that was not so.
"""

from __future__ import annotations

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.new_facts import NewFact
from werkzaam.app.ledger.told import coded
from werkzaam.core.money import parse_euro
from werkzaam.core.months import Month
from werkzaam.store.decisions import last_decisions
from werkzaam.store.queue import items_called, open_item
from werkzaam.store.writer import Writer

AFTER_END = "after_end"
"""How the names of these tasks begin."""


def is_lower(fact: NewFact, before: Known | None) -> bool:
    """Whether a report makes a wage lower than was known."""
    known = parse_euro(str(before.row["netto"])) if before is not None else 0
    return (fact.cents or 0) < known


def ask_about_ended(desk: Desk, writer: Writer, file: HouseholdFile, months: set[Month]) -> None:
    """Ask the household's contact about each of these months that lies after an end and was paid; one open task for each."""
    after = sorted(month for month in months if file.ends and month > file.first_month and not file.settles(month))
    last = last_decisions(desk.database, desk.town.id, file.household) if after else {}
    for month in after:
        made = last[month].decision if month in last else None
        if made is None or not made.paid_after:
            continue
        begin = f"{AFTER_END}-{file.household}-{month}-"
        before = items_called(desk.database, desk.town.id, begin, beginning=True)
        if all(one.status == "closed" for one in before):
            home, name = file.household, f"{begin}{len(before) + 1}"
            text = coded(AFTER_END, month=str(month), cents=made.paid_after, cents_claim=made.claim_after, household=home)
            open_item(writer, name, kind="check", text=text, household=home, owner=file.contact)
            writer.flush()
