# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers for tests of pure guidance, without a database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from werkzaam.casework.dossier import Contact, Dossier, Spell
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.regime.guidance import guidance_of_part

BEGUN = date(2018, 3, 1)


def dossier(person: int = 1, part: str | None = "ams_extra_attention", worker: str | None = "w0", since: date = BEGUN) -> Dossier:
    """A client under a part of a regime since a day, with a case manager."""
    guidance = guidance_of_part(part) if part else None
    spells = (Spell(worker, since),) if worker else ()
    found = Dossier(person, person, date(1980, 1, 1), guidance, (), (), spells)
    return entered(found, Kind.GUIDANCE, str(since), part=part, because="loting") if part else found


def entered(
    one: Dossier, kind: Kind, day: str, *, role: Role = Role.SUPPORT, until: str | None = None, **body: object
) -> Dossier:  # fmt: skip
    """The dossier with one entry more, with the next number."""
    last = date.fromisoformat(until) if until else None
    entry = Entry(one.person, kind, date.fromisoformat(day), role, "w0", body, last, seq=len(one.entries) + 1)
    return replace(one, entries=(*one.entries, entry))


def talked(
    one: Dossier, *days: str, channel: str = "telefoon", initiator: str = "klantmanager", presence: str = "gekomen"
) -> Dossier:  # fmt: skip
    """The dossier with contacts more."""
    more: Sequence[Contact] = [
        Contact(one.person, date.fromisoformat(day), channel, initiator, "gesprek", presence, "w0", seq=100 + at)
        for at, day in enumerate(days, len(one.contacts))
    ]
    return replace(one, contacts=(*one.contacts, *more))
