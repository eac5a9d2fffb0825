# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The reference by which an employer may name somebody without a citizen service number: handed out, and ended (decision 203).

It says nothing of whose it is, and one that ended is never handed out again. An employer hears from nobody but the employee
whether it still holds: our answer to a delivery is the same for everybody (decision 190).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.offices import office_of
from werkzaam.app.exchange.bsn import is_bsn
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.store.people import Person, change_person, details, people, reference_given, representatives
from werkzaam.store.writer import Writer

_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are read as another: I and 1, O and 0."""
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference, the day it was handed out and by whom, and the same of its end: None while it holds."""

    reference: str
    given_on: date
    given_by: str
    ended_on: date | None = None
    ended_by: str = ""


@dataclass(frozen=True, slots=True)
class References:
    """What employers may call somebody: the reference that holds, those that ended, the newest first.

    `by_number`: the town knows the person by the citizen service number, so that no reference is needed.
    """

    holds: Reference | None
    ended: tuple[Reference, ...]
    by_number: bool


def references(desk: Desk, household: int, person: int) -> References:
    """The references of a person on the desk's day."""
    found, last = list[Reference](), None
    for one in details(desk.database, desk.town.id, person):
        if one.reference == (last.reference if last else None):
            continue
        day, who = date.fromisoformat(one.recorded_at[:10]), _called(desk, household, person, one.actor)
        if last is not None:
            found.append(Reference(last.reference, last.given_on, last.given_by, day, who))
        last = Reference(one.reference, day, who) if one.reference else None
    by_number = last is not None and is_bsn(last.reference)
    shown = tuple(one for one in reversed(found) if not is_bsn(one.reference))
    return References(None if by_number else last, shown, by_number)


def give_reference(desk: Desk, household: int, person: int) -> str:
    """Hand out a reference; the one that holds when there is one. Raises NotAllowed where the town knows the number itself."""
    with desk.writes() as writer:
        known = _known(desk, writer, household, person)
        if known.reference is not None:
            if is_bsn(known.reference):
                raise NotAllowed(f"Person {person} is known by the citizen service number; an employer uses that.")
            return known.reference
        made = _new(desk)
        _change(writer, known, made)
    return made


def end_reference(desk: Desk, household: int, person: int, reference: str) -> bool:
    """From now on nobody is found by a reference; False for one that does not hold. What was delivered with it stays."""
    with desk.writes() as writer:
        known = _known(desk, writer, household, person)
        if known.reference is None or known.reference != reference or is_bsn(reference):
            return False
        _change(writer, known, None)
    return True


def _known(desk: Desk, writer: Writer, household: int, person: int) -> Person:
    """Who it is, with nobody else writing; raises InputError for somebody of whom nothing personal is kept."""
    writer.lock([household])
    found = next((one for one in people(desk.database, desk.town.id, household) if one.person == person), None)
    if found is None or found.name is None or found.born is None:
        raise InputError(f"A name and a day of birth of person {person} were expected; they are not kept (any more).")
    return found


def _change(writer: Writer, known: Person, reference: str | None) -> None:
    assert known.name is not None
    assert known.born is not None
    change_person(writer, known.person, name=known.name, born=known.born, reference=reference)


def _new(desk: Desk) -> str:
    """By chance, and never one that anybody ever had."""
    while True:
        first, second = ("".join(secrets.choice(_SIGNS) for _ in range(_GROUP)) for _ in range(2))
        made = f"K-{first}-{second}"
        if not reference_given(desk.database, desk.town.id, made):
            return made


def _called(desk: Desk, household: int, person: int, actor: str) -> str:
    """Who did it as the person may read it: themselves (nothing), who represents them, a name, or else the team."""
    if actor == f"inwoner {person}":
        return ""
    kept = representatives(desk.database, desk.town.id, household)
    if actor in {one.representative.name for one in kept}:
        return actor
    worker = office_of(desk).workers.get(actor)
    return worker.name if worker else desk.town.contact
