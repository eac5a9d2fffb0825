# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A client's case as colleagues may read it, without anybody's name in it (R-120)."""

from __future__ import annotations

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.entry import Role
from werkzaam.casework.peers import shared
from werkzaam.store.people import people, representatives


def peer_case(desk: Desk, person: int, text: str) -> str:
    """The text without who it is about; raises NotAllowed where something may still point to somebody.

    The names that are known are those of the household, of who acts for them, and of who works here. Nothing is kept.
    """
    household = dossier_of(desk, person, Role.SUPPORT).household
    names = [one.name for one in people(desk.database, desk.town.id, household) if one.name]
    names += [one.representative.name for one in representatives(desk.database, desk.town.id, household)]
    names += [worker.name for worker in office_of(desk).workers.values()]
    return shared(text, names)
