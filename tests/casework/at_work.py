# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One invented client who looks for work, without a database: what is written goes through form and judge, as at the counter."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from werkzaam.casework.access import readable_by
from werkzaam.casework.dossier import Contact, Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.notion import Remark
from werkzaam.casework.notions import FORMS, due_of, judged
from werkzaam.casework.office import Office


@dataclass
class Client:
    """Client 7, or another; `seq` is the number of what was written last."""

    person: int = 7
    born: date | None = date(1978, 5, 14)
    entries: list[Entry] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    seq: int = 0

    def dossier(self, day: str, role: Role = Role.SUPPORT) -> Dossier:
        """The dossier on a day, as a role may read it."""
        today, roles = date.fromisoformat(day), readable_by(role)
        entries = tuple(one for one in self.entries if one.day <= today and one.role in roles)
        contacts = tuple(one for one in self.contacts if one.day <= today)
        return Dossier(self.person, self.person, self.born, None, entries, contacts)

    def write(self, day: str, kind: Kind, role: Role = Role.SUPPORT, until: str | None = None, on: str | None = None,
              **raw: object) -> list[Remark]:  # fmt: skip
        """Write an entry on a day (`on`: the day it is about), and give what is remarked; raises what the judge raises."""
        about, last = date.fromisoformat(on or day), date.fromisoformat(until) if until else None
        entry = Entry(self.person, kind, about, role, "j.visser", FORMS[kind].read(raw), last)
        remarks = judged(entry, self.dossier(day, role), office(day))
        self.seq += 1
        self.entries.append(Entry(self.person, kind, about, role, "j.visser", entry.body, last, self.seq))
        return remarks

    def withdraw(self, day: str, seq: int) -> None:
        """Take an entry back, as its own notion writes it."""
        self.seq += 1
        body = {"about": seq, "reason": "vergissing"}
        self.entries.append(
            Entry(self.person, Kind.WITHDRAWN, date.fromisoformat(day), Role.SUPPORT, "j.visser", body, None, self.seq)
        )

    def meet(self, day: str) -> None:
        """A talk that took place."""
        self.contacts.append(
            Contact(self.person, date.fromisoformat(day), "telefoon", "klantmanager", "nazorg", "gekomen", "j.visser")
        )

    def due(self, day: str) -> list[Due]:
        """Everything that is or will be due but the yearly look at who is silent, which every client has."""
        return [one for one in due_of(self.dossier(day), office(day)) if one.reason is not Reason.SILENCE]

    def codes(self, day: str) -> list[str]:
        """The codes of what is due, most overdue first."""
        return [one.code for one in self.due(day)]


def office(day: str) -> Office:
    """The office on a day."""
    return Office(date.fromisoformat(day))


def codes(remarks: list[Remark]) -> list[str]:
    """The codes of remarks."""
    return [one.code for one in remarks]
