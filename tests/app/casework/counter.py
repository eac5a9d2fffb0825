# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A town with clients and case managers, on a real database, for tests of guidance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tests.app.ledger.a_town import TOWN
from werkzaam.app.casework.agenda import due_in_week
from werkzaam.app.casework.record import Written, write
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.calendar import week_of
from werkzaam.casework.due import Due
from werkzaam.casework.entry import Kind, Role
from werkzaam.store.casework import assign, clients
from werkzaam.store.database import Database
from werkzaam.store.events import open_households, open_municipality
from werkzaam.store.people import record_person


@dataclass
class Counter:
    """What tests do at the counter: `on` opens a desk on a day, the rest is one thing at a time."""

    database: Database

    def on(self, day: str, actor: str = "j.visser") -> Desk:
        return Desk(self.database, TOWN, actor, f"{day}T10:00:00Z")

    def open(self, day: str, *people: int, born: str = "1978-05-14") -> None:
        """Open the town with people, each a household of their own with the same number."""
        with self.on(day).writes() as writer:
            open_municipality(self.database, TOWN.id, TOWN.name)
            open_households(self.database, TOWN.id, people)
            for person in people:
                record_person(writer, person, person, name=f"Client {person}", born=date.fromisoformat(born))

    def assign(self, day: str, person: int, worker: str, reason: str = "nieuw", actor: str = "teamleider") -> None:
        with self.on(day, actor).writes() as writer:
            client = clients(self.database, TOWN.id, [person])[person]
            assign(writer, client, worker, date.fromisoformat(day), reason=reason)

    def write(self, day: str, person: int, kind: Kind, actor: str = "j.visser", role: Role = Role.SUPPORT,
              on: str | None = None, until: str | None = None, **raw: object) -> Written:  # fmt: skip
        """Write an entry on a day; `on` is the day it is about when that is another."""
        about = date.fromisoformat(on) if on else None
        last = date.fromisoformat(until) if until else None
        return write(self.on(day, actor), person, kind, raw, role=role, day=about, until=last)

    def due(self, day: str, week: str, worker: str | None = None) -> Sequence[Due]:
        return due_in_week(self.on(day), worker, week_of(week))
