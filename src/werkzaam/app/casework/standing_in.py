# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""For whom somebody stands in on the day: the clients of a colleague who is away, and who has a talk with them this week."""

from __future__ import annotations

from datetime import date, timedelta

from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.access import readable_by
from werkzaam.casework.appointments import appointments_of
from werkzaam.casework.dossier import Dossier, spell_on
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.office import Worker
from werkzaam.casework.staffing import office_on
from werkzaam.store.appointments import clients_of, met_by
from werkzaam.store.casework import entries_of, spells_of
from werkzaam.store.database import Database
from werkzaam.store.staff import staff_entries

_OF_A_PLAN = (Kind.APPOINTMENT, Kind.CANCELLED, Kind.WITHDRAWN)


def stands_in_for(desk: Desk, worker: str) -> dict[int, str]:
    """The clients whom somebody helps today in the place of a colleague, each with that colleague."""
    return standing_in(desk.database, desk.town.id, worker, desk.today)


def standing_in(database: Database, municipality: str, worker: str, today: date) -> dict[int, str]:
    """As `stands_in_for`, on a ledger.

    These are all clients of a colleague who is away and for whom the office named this worker, and of any colleague those with
    whom this worker was given a talk this week: who holds a talk knows whom it is with.
    """
    office = office_on(today, staff_entries(database, municipality))
    if worker not in office.workers or not office.workers[worker].works_on(today):
        return {}
    colleagues = {one.id for one in office.workers.values() if one.id != worker}
    named = {one.id for one in office.workers.values() if one.stand_in_on(today) == worker and _in_service(one, today)}
    theirs = clients_of(database, municipality, colleagues, today)
    met = _met(database, municipality, worker, today)
    return {person: own for person, own in theirs.items() if own in named or person in met}


def is_stand_in(database: Database, municipality: str, worker: str, person: int, today: date) -> bool:
    """Whether somebody stands in for the case manager of a client today."""
    spell = spell_on(spells_of(database, municipality, [person]).get(person, ()), today)
    return spell is not None and person in standing_in(database, municipality, worker, today)


def _in_service(worker: Worker, today: date) -> bool:
    return worker.first <= today and (worker.last is None or today <= worker.last)


def _met(database: Database, municipality: str, worker: str, today: date) -> set[int]:
    """Who has an appointment that stands with somebody in the week of a day."""
    monday = today - timedelta(today.weekday())
    persons = met_by(database, municipality, [worker], monday)
    if not persons:
        return set()
    said = entries_of(database, municipality, readable_by(Role.SUPPORT), persons, kinds=_OF_A_PLAN, upto_day=today)
    made = {person: appointments_of(Dossier(person, 0, None, None, tuple(mine))) for person, mine in said.items()}
    days = {monday + timedelta(at) for at in range(7)}
    return {person for person, mine in made.items() if any(one.worker == worker and one.on in days for one in mine)}
