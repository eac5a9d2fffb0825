# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Guidance of two people in the town: entries and contacts of which one was put right, case managers, staff, and who looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from werkzaam.casework.dossier import Contact
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.staffing import StaffEntry, StaffKind
from werkzaam.store.casework import assign, clients, record_contact, record_entry
from werkzaam.store.looks import record_look, record_look_of_many
from werkzaam.store.staff import record_staff, staff_entries
from werkzaam.store.writer import Writer

if TYPE_CHECKING:
    from tests.store.world import Town

GOAL = Entry(1, Kind.GOAL, date(2026, 3, 2), Role.SUPPORT, "m.bakker", {"text": "fietsenmaker worden"}, date(2026, 9, 1))
VISIT = Contact(1, date(2026, 3, 2), "bezoek", "inwoner", "gesprek", "gekomen", "m.bakker", place="buurthuis",
                areas=("werk", "huis"), reason="vroeg erom")  # fmt: skip
HIRED = StaffEntry(StaffKind.IN_SERVICE, date(2025, 1, 1), "m.bakker", {"name": "M. Bakker", "team": "noord"})
AWAY = StaffEntry(StaffKind.AWAY, date(2026, 4, 1), "m.bakker", until=date(2026, 4, 10))


def guide(town: Town, known: str) -> None:
    """All of it; `known` is the town's id."""
    with town.at() as writer:
        goal = record_entry(writer, 1, GOAL, idem_key="goal 1")
        assert goal is not None
        better = GOAL._replace(body={"text": "eigen fietsenzaak"}, replaces=goal.hseq)
        record_entry(writer, 1, better, idem_key="goal 2")
        found = GOAL._replace(kind=Kind.SIGNAL, role=Role.ENFORCEMENT, body={"text": "woont elders"}, until=None)
        record_entry(writer, 1, found, idem_key="signal")
        record_entry(writer, 2, GOAL._replace(person=2), idem_key="goal")
        visit = record_contact(writer, 1, VISIT, idem_key="visit 1", note="bang voor de deurwaarder")
        assert visit is not None
        record_contact(writer, 1, VISIT._replace(place="thuis"), idem_key="visit 2", replaces=visit.hseq)
        writer.flush()
        people = clients(town.database, known)
        assign(writer, people[1], "m.bakker", date(2026, 2, 1), reason="nieuw")
        assign(writer, people[1], "s.yilmaz", date(2026, 3, 1), reason="verhuisd naar zuid", approved_by="teamleider")
        assign(writer, people[2], "m.bakker", date(2026, 2, 1), reason="nieuw")
        away = record_staff(writer, [HIRED, AWAY])[-1]
        record_staff(writer, [replace(AWAY, until=date(2026, 4, 3), replaces=away.number)])
        record_staff(writer, [StaffEntry(StaffKind.TERMS, date(2026, 1, 1), body={"answer_working_days": 3})])
        for person, purpose in ((1, "gesprek voorbereiden"), (1, "plan bekijken"), (2, "gesprek voorbereiden")):
            record_look(writer, person, Role.SUPPORT, purpose)
        for purpose in ("week plannen", "caseload"):
            record_look_of_many(writer, Role.SUPPORT, purpose, 3)


def _latest(town: Town, writer: Writer, table: str, person: int) -> int:
    """The number of the newest row of a person."""
    query = f"SELECT max(hseq) FROM {table} WHERE municipality = ? AND person = ? AND role = 'hulp'"
    return int(town.database.value(query, (writer.municipality, person)))


def _entry(town: Town, writer: Writer) -> None:
    again = GOAL._replace(day=date(2026, 3, 28), replaces=_latest(town, writer, "guidance_entry", 1))
    record_entry(writer, 1, again, idem_key="goal next")


def _contact(town: Town, writer: Writer) -> None:
    seen = _latest(town, writer, "contact", 1)
    record_contact(writer, 1, VISIT._replace(day=date(2026, 3, 28)), idem_key="visit next", note="x", replaces=seen)


def _assigned(town: Town, writer: Writer) -> None:
    client = clients(town.database, writer.municipality)[1]
    assign(writer, client, "m.bakker", date(2026, 4, 1), reason="terug", approved_by="teamleider")


def _staff(town: Town, writer: Writer) -> None:
    (away,) = (one for one in staff_entries(town.database, writer.municipality) if one.kind is StaffKind.AWAY)
    record_staff(writer, [replace(away, until=date(2026, 4, 5), replaces=away.number)])


def _looked(town: Town, writer: Writer) -> None:
    record_look(writer, 1, Role.LEAD, "klacht")


def _looked_at_many(town: Town, writer: Writer) -> None:
    record_look_of_many(writer, Role.LEAD, "caseload", 2)


GUIDANCE_STEPS = {
    "entry": _entry, "contact": _contact, "assignment": _assigned, "staff": _staff, "look": _looked,
    "look of many": _looked_at_many,
}  # fmt: skip
