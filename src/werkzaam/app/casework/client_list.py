# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The clients of one or more case managers as rows: who, under which guidance, when we last spoke, and what waits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.app.casework.caseload_tables import part_name
from werkzaam.app.casework.dossier_view import next_talk
from werkzaam.app.casework.dossiers import dossiers
from werkzaam.app.casework.named import names
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.week_view import Told, told
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Role
from werkzaam.casework.notions import due_of
from werkzaam.casework.office import Office
from werkzaam.casework.overdue import Waits, waiting
from werkzaam.store.appointments import clients_of
from werkzaam.store.named import worked_since

_WORKS = timedelta(62)
"""Who was paid for a day so recent works, as far as is known: a payslip comes a month later."""


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client: whose, under what, how long they wait, the next talk, and the first thing that waits.

    `late` counts what is late; `works` says whether payslips tell of work in the last two months; `promise` is the contact that
    was promised.
    """

    person: int
    name: str
    worker: str
    part: str | None
    waits: Waits
    talk: date | None
    first: Told | None
    late: int
    works: bool
    promise: Told | None


def client_rows(desk: Desk, workers: Collection[str], lang: str, *, role: Role, purpose: str) -> list[ClientRow]:
    """The clients of these case managers on the day, by the days that they wait over what was promised, the longest first."""
    theirs = clients_of(desk.database, desk.town.id, workers, desk.today)
    if not theirs:
        return []
    office = office_of(desk)
    found = dossiers(desk, role, theirs, purpose=purpose)
    known, works = names(desk, found), worked_since(desk.database, desk.town.id, desk.today - _WORKS, found)
    return [_row(found[one.silence.person], one, office, theirs, known, works, lang) for one in waiting(found.values(), office)]


def _row(
    dossier: Dossier, waits: Waits, office: Office, theirs: Mapping[int, str], known: Mapping[int, str], works: set[int],
    lang: str,
) -> ClientRow:  # fmt: skip
    due = due_of(dossier, office)
    late = sum(one.by < office.today for one in due)
    part = part_name(dossier.guidance.part, lang).partition(" (")[0] if dossier.guidance is not None else None
    return ClientRow(
        dossier.person, known[dossier.person], theirs[dossier.person], part, waits, next_talk(dossier, office.today),
        told(due[0], office.today, lang) if due else None, late, dossier.person in works,
        told(waits.due, office.today, lang) if waits.due is not None else None,
    )  # fmt: skip
