# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A client's case as colleagues may read it, and what they learned from it: without anybody's name (R-120)."""

from __future__ import annotations

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.entry import Role
from werkzaam.casework.peers import shared
from werkzaam.casework.staffing import StaffEntry, StaffKind
from werkzaam.store.people import people, representatives
from werkzaam.store.staff import record_staff, staff_entries


def peer_case(desk: Desk, person: int, text: str) -> str:
    """The text without who it is about; raises NotAllowed where something may still point to somebody.

    The names that are known are those of the household, of who acts for them, and of who works here. Nothing of it is kept.
    """
    household = dossier_of(desk, person, Role.SUPPORT, purpose="intervisie").household
    names = [one.name for one in people(desk.database, desk.town.id, household) if one.name]
    names += [one.representative.name for one in representatives(desk.database, desk.town.id, household)]
    return shared(text, [*names, *_colleagues(desk)])


def keep_lesson(desk: Desk, text: str) -> bool:
    """Keep what colleagues learned, and of whom neither they nor the client; whether it is new.

    Raises NotAllowed where something in it may point to somebody.
    """
    lesson = shared(text, _colleagues(desk))
    with desk.writes() as writer:
        return bool(record_staff(writer, [StaffEntry(StaffKind.LESSON, desk.today, body={"lesson": lesson})]))


def lessons(desk: Desk) -> list[StaffEntry]:
    """What colleagues learned, first to last."""
    return [one for one in staff_entries(desk.database, desk.town.id) if one.kind is StaffKind.LESSON]


def _colleagues(desk: Desk) -> list[str]:
    return [worker.name for worker in office_of(desk).workers.values()]
