# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody reads of their own dossier: of one moment, and without a look being kept of people at what is theirs.

Who reads it for somebody else is written down at the door, before this is asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Role
from werkzaam.casework.office import Office


@dataclass(frozen=True)
class Own:
    """A person's own dossier with the office of the day."""

    desk: Desk
    dossier: Dossier
    office: Office

    def entry(self, seq: int) -> Entry | None:
        """An entry by its number; None when it is not there."""
        return next((one for one in self.dossier.entries if one.seq == seq), None)

    def wrote(self, worker: str) -> str:
        """Who wrote something, by name where we know it."""
        known = self.office.workers.get(worker)
        return known.name if known else worker

    def reached(self, worker: str) -> str:
        """Who is to be met or called: somebody in service, else the team; never who left."""
        return reached(self.desk, self.office, worker)


def reached(desk: Desk, office: Office, worker: str | None) -> str:
    """The same for a page that needs no dossier; the team where nobody has it yet."""
    known = office.workers.get(worker or "")
    gone = known is None or (known.last is not None and known.last < desk.today)
    return desk.town.contact if known is None or gone else known.name


def own_of(desk: Desk, person: int) -> Own:
    """The dossier of a person on the desk's day, as the person may see it; raises UnknownName for who is not there."""
    with desk.database.snapshot():
        return Own(desk, dossier_of(desk, person, Role.CLIENT), office_of(desk))
