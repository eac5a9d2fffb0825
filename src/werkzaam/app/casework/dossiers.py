# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers as their reader may see them; opening one is kept (who looked, in which capacity, what for)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cache

from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.access import readable_by
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.regime.guidance import Guidance, guidance_of_part
from werkzaam.store.casework import clients, contacts_of, entries_of, spells_of


def dossier_of(desk: Desk, person: int, role: Role) -> Dossier:
    """One client's whole dossier on the desk's day, as a role may see it; raises UnknownName for who is not there."""
    return dossiers(desk, role, [person], whole=True)[person]


def dossiers(desk: Desk, role: Role, persons: Collection[int] | None = None, *, whole: bool = False) -> dict[int, Dossier]:
    """The dossiers of some clients or of the town, on the desk's day; `whole` with every contact, else only the last ones."""
    database, town, day, roles = desk.database, desk.town.id, desk.today, readable_by(role)
    known = clients(database, town, persons)
    entries = entries_of(database, town, roles, persons, upto_day=day)
    contacts = contacts_of(database, town, roles, persons, upto_day=day, last_only=not whole)
    spells, guided = spells_of(database, town, persons), _guidance_on(day)
    found = {}
    for person, client in known.items():
        mine = tuple(entries.get(person, ()))
        found[person] = Dossier(
            person, client.household, client.born, guided(mine), mine, tuple(contacts.get(person, ())),
            tuple(spells.get(person, ())),
        )  # fmt: skip
    return found


def _guidance_on(day: date) -> Callable[[Sequence[Entry]], Guidance | None]:
    """What finds the guidance that the newest entry about it names."""
    part_of = cache(guidance_of_part)

    def found(entries: Sequence[Entry]) -> Guidance | None:
        under = [one for one in entries if one.kind is Kind.GUIDANCE and one.day <= day]
        newest = max(under, key=lambda one: (one.day, one.seq), default=None)
        return None if newest is None or not newest.body.get("part") else part_of(str(newest.body["part"]))

    return found
