# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is due for a case manager's clients in a week, most overdue first."""

from __future__ import annotations

from datetime import date, timedelta

from werkzaam.app.casework.dossiers import dossiers
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.due import Due
from werkzaam.casework.entry import Role
from werkzaam.casework.notions import due_of


def due_in_week(desk: Desk, worker: str | None, monday: date) -> list[Due]:
    """What is due by the Sunday of a week for the clients of a case manager, or of everybody."""
    office, sunday = office_of(desk), monday + timedelta(6)
    found: list[Due] = []
    for dossier in dossiers(desk, Role.SUPPORT).values():
        spell = dossier.worker_on(desk.today)
        if worker is None or (spell is not None and spell.worker == worker):
            found += [due for due in due_of(dossier, office) if due.by <= sunday]
    return sorted(found, key=lambda due: due.rank)
