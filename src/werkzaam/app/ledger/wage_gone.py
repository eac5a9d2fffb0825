# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An employer says that a wage was never earned, and a month was decided with it: a named human finds out (decision 0246).

What was known stays and counts until somebody takes the wage back by name; the next run then settles the month anew. What no
decision rests on is taken over at once.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from werkzaam.app.ledger.after_end import ask_about_ended
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.record import Recorded, check
from werkzaam.app.ledger.tasks import refuse_closed
from werkzaam.app.ledger.told import coded
from werkzaam.core.errors import InputError
from werkzaam.core.money import parse_euro
from werkzaam.store.decisions import last_decisions
from werkzaam.store.facts import facts_known, record_fact
from werkzaam.store.queue import close, items_called, open_item
from werkzaam.store.writer import Writer

GONE = "gone"
"""How the names of these tasks begin."""


class Way(Enum):
    """How an employer says it; the values are in the names of the tasks and in the codes of their texts."""

    WITHDRAWN = "withdrawn"
    ZERO = "zero"
    MISSING = "missing"


def is_decided(desk: Desk, file: HouseholdFile, wage: Known) -> bool:
    """Whether the last decision on a month of a wage knew of it, or of one that it took the place of."""
    last, first = last_decisions(desk.database, desk.town.id, file.household), wage
    replaced = {one.superseded: one for one in file.known}
    while first.hseq in replaced:
        first = replaced[first.hseq]
    return any(last[month].decision.known_seq >= first.hseq for month in wage.months if month in last)


def ask(desk: Desk, writer: Writer, file: HouseholdFile, wage: Known, way: Way, done: Recorded) -> None:
    """Open the task of a wage, once for each way in which an employer says it; the household's contact owns it."""
    item = f"{GONE}-{file.household}-{wage.hseq}-{way.value}"
    if items_called(desk.database, desk.town.id, item):
        done.already += 1
        return
    row = wage.row
    text = coded(f"{GONE}_{way.value}", job=str(row["baan"]), day_from=row["gewerkt_van"].isoformat(),
                 day_to=row["gewerkt_tot"].isoformat(), cents=parse_euro(str(row["netto"])), task=item)  # fmt: skip
    open_item(writer, item, kind="check", text=text, household=file.household, owner=file.contact)
    writer.flush()
    done.new += 1
    done.remarks.append(f"household {file.household}: {row['baan']}, {row['gewerkt_van']} - {row['gewerkt_tot']} is said not to "
                        f"be earned, and stays until somebody finds out ({item})")  # fmt: skip


def take_back_wage(desk: Desk, item_id: str, *, reason: str) -> Known:
    """Take back the wage of a task, with its corrections, in the name of who is at the desk; the wage that was taken back.

    Closing the task instead lets the wage stay. Raises InputError for a task that asks about no wage, and for a wage that
    was replaced since; AnsweredBefore for a task that was closed, with who closed it.
    """
    if not reason.strip():
        raise InputError("Taking a wage back needs a reason: whom you asked, and what they said.")
    household, hseq = _named(item_id)
    with desk.writes() as writer:
        writer.lock([household])
        for task in items_called(desk.database, desk.town.id, item_id):
            refuse_closed(task)
        file = desk.file(household)
        wage = next((one for one in file.of("wage") if one.hseq == hseq), None)
        if wage is None:
            raise InputError(f"The wage of {item_id} was replaced or taken back since. Close the task with what came of it.")
        gone = [wage, *(one for one in file.of("correction") if one.wage_key == wage.wage_key)]
        numbers = {one.hseq for one in gone}
        left = tuple(one for one in file.known if one.hseq not in numbers)
        check(desk, replace(file, known=left), (), f"household {household}")
        _withdraw(desk, writer, household, numbers, reason)
        ask_about_ended(desk, writer, file, set(wage.months))
        for task in items_called(desk.database, desk.town.id, f"{GONE}-{household}-{hseq}-", beginning=True):
            if task.status != "closed":
                close(writer, task.item_id, reason)
    return wage


def _withdraw(desk: Desk, writer: Writer, household: int, numbers: set[int], reason: str) -> None:
    """Record of each of these facts that it was taken back, and why; nothing is taken away."""
    for one in facts_known(desk.database, desk.town.id, household):
        if one.hseq in numbers:
            row = {**one.fact.row, "reden": reason}
            back = replace(one.fact, kind="withdrawal", cents=None, supersedes=one.hseq, row=row)
            record_fact(writer, household, back, idem_key=f"taken back {one.hseq}")


def _named(item_id: str) -> tuple[int, int]:
    """The household and the wage in the name of a task."""
    parts = item_id.split("-")
    if len(parts) != 4 or parts[0] != GONE or not (parts[1].isdecimal() and parts[2].isdecimal()):
        raise InputError(f"{item_id} asks about no wage that an employer took back; `werkzaam queue` lists what does.")
    return int(parts[1]), int(parts[2])
