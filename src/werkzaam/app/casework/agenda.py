# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is due in a week and who is there for it, out of the dossiers and what waits in the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date, timedelta

from werkzaam.app.casework.dossiers import dossiers, no_collection
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.told import code_of
from werkzaam.casework.contacts import Silence, silent
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Role
from werkzaam.casework.notions import due_of
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.week import Week, open_days, room_of, week_asked
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.store.appointments import clients_of, met_by
from werkzaam.store.queue import queue

_SILENT_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """A week as it was asked, with the dossiers it was made of, the office, and who was silent longest."""

    week: Week
    dossiers: Mapping[int, Dossier]
    office: Office
    silent: tuple[Silence, ...]


def due_in_week(desk: Desk, worker: str | None, monday: date) -> list[Due]:
    """What is due by the Sunday of a week for the clients of a case manager, or of everybody, most overdue first."""
    sunday, said = monday + timedelta(6), _due_with_money(desk)
    persons = None if worker is None else clients_of(desk.database, desk.town.id, [worker], desk.today).keys()
    found = dossiers(desk, Role.SUPPORT, persons, purpose="de week plannen").values() if persons is None or persons else ()
    office = office_of(desk)
    return sorted((due for one in found for due in said(one, office) if due.by <= sunday), key=lambda due: due.rank)


def week_of_town(desk: Desk, monday: date, *, away: str | None = None) -> Asked:
    """What a week asks of the whole town; `away` is somebody who is counted as away in it.

    Of somebody who is away only their team is asked: the others keep what they have. Raises InputError for a week that has been.
    """
    office = _without(office_of(desk), away, monday)
    if away is None:
        return _asked(desk, office, monday, None)
    team = office.workers[away].team
    names = [worker.id for worker in office.workers.values() if worker.team == team]
    persons = {*clients_of(desk.database, desk.town.id, names, max(desk.today, monday))}
    persons |= met_by(desk.database, desk.town.id, names, monday)
    return _asked(desk, office, monday, persons)


def week_of_worker(desk: Desk, worker: str, monday: date) -> Asked:
    """One case manager's week: own clients, and whoever has an appointment with them; only their own room.

    Raises UnknownName for who neither works here nor has clients, InputError for a week that has been.
    """
    office = office_of(desk)
    persons = {*clients_of(desk.database, desk.town.id, [worker], max(desk.today, monday))}
    persons |= met_by(desk.database, desk.town.id, [worker], monday)
    if not persons and worker not in office.workers:
        raise UnknownName(f"{worker}: nobody of that name works here or has clients. Use the name that clients were assigned to.")
    asked = _asked(desk, office, monday, persons)
    room = room_of(office.workers.get(worker) or Worker(worker, worker, worker), office, open_days(office, monday))
    talks = [one for one in asked.week.talks if (one.kept.worker if one.kept else one.own) == worker]
    alone = [replace(one, one_worker=True) for one in talks]
    return replace(asked, week=replace(asked.week, talks=tuple(alone), rooms={worker: room}))


def _asked(desk: Desk, office: Office, monday: date, persons: Collection[int] | None) -> Asked:
    if not open_days(office, monday):
        raise InputError(f"The working days of the week of {monday} have been; ask for a later week, or for --at a day before.")
    with no_collection() if persons is None else nullcontext():
        found = dossiers(desk, Role.SUPPORT, persons, purpose="de week plannen") if persons is None or persons else {}
        week = week_asked(found.values(), _due_with_money(desk), office, monday)
        guided = [one for one in found.values() if one.guidance is not None or one.spells]
        return Asked(week, found, office, tuple(silent(guided, desk.today)[:_SILENT_SHOWN]))


def _without(office: Office, away: str | None, monday: date) -> Office:
    """The office with somebody away for a week; raises InputError for who does not work here."""
    if away is None:
        return office
    worker = office.workers.get(away)
    if worker is None:
        listed = ", ".join(sorted(office.workers)) or "nobody"
        raise InputError(f"--away: somebody who works here was expected ({listed}); found {away!r}.")
    absent = replace(worker, away=(*worker.away, (monday, monday + timedelta(6))))
    return replace(office, workers={**office.workers, away: absent})


def _due_with_money(desk: Desk) -> Callable[[Dossier, Office], Sequence[Due]]:
    """Everything that is due for a client; what waits in the ledger about their money is among it (R-263)."""
    waits = money_dues(desk)

    def said(dossier: Dossier, office: Office) -> Sequence[Due]:
        of_money = [replace(due, person=dossier.person) for due in waits.get(dossier.household, ())]
        found = due_of(dossier, office)
        return sorted([*of_money, *found], key=lambda due: due.rank) if of_money else found

    return said


def money_dues(desk: Desk) -> dict[int, list[Due]]:
    """What waits for the town in the ledger, by household: disputes, proposals, months that could not be computed or paid."""
    found: dict[int, list[Due]] = defaultdict(list)
    for task in queue(desk.database, desk.town.id):
        if task.household is not None:
            since = date.fromisoformat(task.since[:10])
            values = {"what": f"task_{code_of(task.text) or task.kind}", "on": since}
            found[task.household].append(Due(0, Reason.DISPUTE, "money", since, f"{task.kind} {task.reference}", values=values))
    return found
