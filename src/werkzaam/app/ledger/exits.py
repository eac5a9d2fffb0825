# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Work stopped bijstand: a named person finds out, before a day, whether the household left (decision 0094)."""

from __future__ import annotations

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.missing_slips import EXPECTED_MONTHS, estimates
from werkzaam.app.ledger.plan import HouseholdPlan, Position
from werkzaam.app.ledger.stopped import known_dues, no_bijstand
from werkzaam.app.ledger.told import coded
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.months import Month
from werkzaam.ledger.claim import pay_day
from werkzaam.store.queue import OpenItem, close, items_called, open_item
from werkzaam.store.writer import Writer

LEFT = "left"
"""How the names of these tasks begin."""


def mind_exits(desk: Desk, writer: Writer, position: Position, plan: HouseholdPlan) -> None:
    """Ask whether somebody left, in the transaction that decides the first month without bijstand; not when it is back."""
    if not plan.outcomes:
        return
    file, decided = position.file, known_dues(position.latest, position.waiting)
    now = decided | {one.due.month: one.due for one in plan.outcomes}
    nothing = {month for month, due in now.items() if no_bijstand(due.lines)}
    first = last = max(now)
    while first - 1 in nothing and file.settles(first - 1):
        first -= 1
    if last not in nothing:
        if nothing:
            no_longer(desk, writer, file.household, f"bijstand {last}")
    elif first in {one.due.month for one in plan.outcomes}:
        _ask(desk, writer, position, first)


def _ask(desk: Desk, writer: Writer, position: Position, month: Month) -> None:
    """Open the task of a month, once and beside no other, with the household's own contact as its owner."""
    file, name = position.file, f"{LEFT}-{position.file.household}-{month}"
    if any(one.item_id == name or one.status != "closed" for one in _asked(desk, file.household)):
        return
    held = _first_unknown(desk, position, month)
    day = max(pay_day(held, desk.town.pay_day), desk.today)
    text = coded(LEFT, month=str(month), day=day.isoformat(), month_held=str(held))
    open_item(writer, name, kind="check", text=text, household=file.household, owner=file.contact)


def _first_unknown(desk: Desk, position: Position, month: Month) -> Month:
    """The first month after a stop of which no payslip is expected any more: nobody can estimate it."""
    until = month + EXPECTED_MONTHS
    try:
        rows = estimates(position.file.case(until, desk.facts, desk.regime), position.file, until)
    except WerkzaamError:
        return month + 1  # The town's choices or the State's numbers do not reach so far: then it is better asked early.
    return max([month, *(Month.parse(row["maand"]) for row in rows)]) + 1


def no_longer(desk: Desk, writer: Writer, household: int, reason: str) -> None:
    """Close the tasks of a household that ask whether it left; nothing when there is none."""
    for one in _asked(desk, household):
        if one.status != "closed":
            close(writer, one.item_id, reason)


def _asked(desk: Desk, household: int) -> list[OpenItem]:
    """What was asked of a household before, oldest first."""
    return items_called(desk.database, desk.town.id, f"{LEFT}-{household}-", beginning=True)
