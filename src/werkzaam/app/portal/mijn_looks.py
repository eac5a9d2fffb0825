# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who looked at somebody's dossier and what was done for them by who represents them (R-213, R-150)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.entry import Kind, Role
from werkzaam.ledger.event import EventKind
from werkzaam.store.casework import entries_of
from werkzaam.store.events import events
from werkzaam.store.looks import looks_at, looks_at_many
from werkzaam.store.people import representatives

REFUSED = "geweigerd"
"""What begins the purpose of a look that is no look but a step that was refused."""
MOST_OF_MANY = 20


@dataclass(frozen=True, slots=True)
class Looked:
    """One access: the moment, who (by name where we know it), in which role, and what for.

    `representing`: it was somebody who represents the person; `refused`: they wanted to change something and could not;
    `people` is of how many dossiers at once, None for this one alone.
    """

    at: str
    who: str
    role: Role
    purpose: str
    representing: bool = False
    refused: bool = False
    people: int | None = None

    @property
    def day(self) -> date:
        """The day of it."""
        return date.fromisoformat(self.at[:10])

    @property
    def time(self) -> str:
        """The time of the day, UTC."""
        return self.at[11:16]


@dataclass(frozen=True, slots=True)
class Done:
    """Something that a representative did: the day, who, and what it was: a kind of entry, or else of event."""

    day: date
    who: str
    kind: str
    number: int


def looked_at(desk: Desk, person: int, own_actor: str) -> list[Looked]:
    """Every access of others to one dossier, the newest first; what people see of themselves is no access."""
    workers = office_of(desk).workers
    found = []
    for one in looks_at(desk.database, desk.town.id, person):
        if one.role is not Role.CLIENT or one.actor != own_actor:
            who = workers[one.actor].name if one.actor in workers else one.actor
            refused = one.purpose.startswith(REFUSED)
            found.append(Looked(one.looked_at, who, one.role, one.purpose, one.role is Role.CLIENT, refused))
    return found[::-1]


def looked_at_many(desk: Desk) -> list[Looked]:
    """The newest looks at many dossiers at once, such as an overview of a team; the newest first."""
    workers = office_of(desk).workers
    return [
        Looked(one.looked_at, workers[one.actor].name if one.actor in workers else one.actor, one.role, one.purpose,
               people=one.people)
        for one in looks_at_many(desk.database, desk.town.id)[-MOST_OF_MANY:][::-1]
    ]  # fmt: skip


def done_for(desk: Desk, person: int, household: int) -> list[Done]:
    """What those did who represent or represented a person, the newest first."""
    mandates = (one.representative for one in representatives(desk.database, desk.town.id, household))
    names = {one.name for one in mandates if one.person == person}
    entries = entries_of(desk.database, desk.town.id, list(Role), [person]).get(person, [])
    kinds: dict[int, Kind] = {one.seq: one.kind for one in entries}
    return [
        Done(date.fromisoformat(one.recorded_at[:10]), one.actor, kinds[one.hseq].value if one.hseq in kinds else one.kind,
             one.hseq)
        for one in reversed(events(desk.database, desk.town.id, household))
        if one.actor in names and one.kind != EventKind.LETTER.value
    ]  # fmt: skip
