# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers as their reader may see them; opening one is kept (who looked, in which capacity, what for)."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from functools import cache

from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.access import FOR_THE_CLIENT, readable_by, sees
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role, last_of
from werkzaam.regime.guidance import Guidance, guidance_of_part
from werkzaam.store.casework import clients, contacts_of, count_clients, entries_of, spells_of
from werkzaam.store.looks import record_look, record_look_of_many

UNSAID = "inzien"
"""What a look was for when nobody said more."""


def dossier_of(desk: Desk, person: int, role: Role, *, purpose: str = UNSAID) -> Dossier:
    """One client's whole dossier on the desk's day, as a role may see it; raises UnknownName for who is not there.

    Outside a transaction the look is kept with its purpose, for the client to see. Within one somebody is writing in the dossier,
    and the event says who.
    """
    return dossiers(desk, role, [person], whole=True, purpose=purpose)[person]


def dossiers(
    desk: Desk, role: Role, persons: Collection[int] | None = None, *, whole: bool = False, purpose: str = UNSAID
) -> dict[int, Dossier]:
    """The dossiers of some clients or of the town, on the desk's day; `whole` with every contact, else only the last ones.

    Of one moment, and the look is kept before it (decision 153): of one client in their own list, of more in one row for all.
    """
    if desk.database.has_transaction:
        return _read(desk, role, persons, whole)
    _look(desk, role, persons, purpose)
    with desk.database.snapshot(), no_collection() if persons is None else nullcontext():
        return _read(desk, role, persons, whole)


def _look(desk: Desk, role: Role, persons: Collection[int] | None, purpose: str) -> None:
    known = clients(desk.database, desk.town.id, persons) if persons is not None else ()
    with desk.writes() as writer:
        if persons is None:
            record_look_of_many(writer, role, purpose, count_clients(desk.database, desk.town.id))
        elif len(known) == 1:
            record_look(writer, next(iter(known)), role, purpose)
        elif known:
            record_look_of_many(writer, role, purpose, len(known))


def _read(desk: Desk, role: Role, persons: Collection[int] | None, whole: bool) -> dict[int, Dossier]:
    database, town, day, roles = desk.database, desk.town.id, desk.today, readable_by(role)
    known = clients(database, town, persons)
    entries = entries_of(database, town, roles, persons, upto_day=day)
    contacts = contacts_of(database, town, roles, persons, upto_day=day, last_only=not whole)
    spells, guided = spells_of(database, town, persons), _guidance_on(day)
    found = {}
    for person, client in known.items():
        said = entries.get(person, ())
        mine = tuple([one for one in said if one.kind not in FOR_THE_CLIENT or sees(role, one)])
        found[person] = Dossier(
            person, client.household, client.born, guided(mine), mine, tuple(contacts.get(person, ())),
            tuple(spells.get(person, ())),
        )  # fmt: skip
    return found


@contextmanager
def no_collection() -> Iterator[None]:
    """Python does not look for cycles while a million values without any are made: that would take half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _guidance_on(day: date) -> Callable[[Sequence[Entry]], Guidance | None]:
    """What finds the guidance that the newest entry about it names."""
    part_of = cache(guidance_of_part)

    def found(entries: Sequence[Entry]) -> Guidance | None:
        under = [one for one in entries if one.kind is Kind.GUIDANCE and one.day <= day]
        newest = under[0] if len(under) == 1 else last_of(under)
        return None if newest is None or not newest.body.get("part") else part_of(str(newest.body["part"]))

    return found
