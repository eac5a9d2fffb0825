# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who a household can turn to on a day: the case manager who is there for them, or else whom the town names (R-118)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.letters.content import Contact
from werkzaam.casework.dossier import Spell
from werkzaam.casework.office import Office
from werkzaam.store.casework import spells_of

Offices: TypeAlias = Callable[[Desk], Office]
"""Where the office of a desk is found, as it is known now."""


def contact_of(desk: Desk, file: HouseholdFile, day: date) -> Contact:
    """The name and the phone that stand on letters and pages of a household on a day.

    It is the case manager of the first person who has one and who is in service; with the number of the town where none is known,
    and while the case manager is away. Without a case manager it is the contact that was recorded with the household.
    """
    return contact_by(desk, recorded(desk, file, day), day)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the chain of a household says of who is there for it on a day: the recorded contact, and its case managers."""

    contact: str
    spells: tuple[Spell, ...]


def recorded(desk: Desk, file: HouseholdFile, day: date) -> Recorded:
    """The contact of a household and the spell of each of its persons that has one on a day."""
    persons = sorted(file.persons.values())
    spells = spells_of(desk.database, desk.town.id, persons)
    found = (_on(spells.get(person, ()), day) for person in persons)
    return Recorded(file.contact, tuple(spell for spell in found if spell is not None))


def contact_by(desk: Desk, said: Recorded, day: date, at: Offices | None = None) -> Contact:
    """The contact by what the chain says; the office is looked up now, where somebody of it is named, by `at` if it is given."""
    office = (at or office_of)(desk) if said.spells else None
    for spell in said.spells:
        found = reach(office, spell, day, desk.town.phone) if office is not None else None
        if found is not None:
            return found
    return Contact(said.contact, desk.town.phone)


def reached_at(desk: Desk, file: HouseholdFile, day: date) -> str:
    """The name and the phone as one text, for pages and messages."""
    return _told(contact_of(desk, file, day))


def reached_by(desk: Desk, said: Recorded, day: date, at: Offices) -> str:
    """As `reached_at`, by what the chain says."""
    return _told(contact_by(desk, said, day, at))


def _told(contact: Contact) -> str:
    return f"{contact.name}, {contact.phone}"


def reach(office: Office, spell: Spell | None, day: date, phone: str) -> Contact | None:
    """How a case manager is reached on a day, by `phone` while away; None for nobody, and for who does not work here then."""
    worker = office.workers.get(spell.worker) if spell is not None else None
    if worker is None or day < worker.first or (worker.last is not None and worker.last < day):
        return None
    return Contact(worker.name, worker.phone if worker.phone and worker.works_on(day) else phone)


def _on(spells: Sequence[Spell], day: date) -> Spell | None:
    return next((one for one in spells if one.first <= day and (one.last is None or day <= one.last)), None)
