# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers of one and of many, as they are read back; two who write at once; and what is left when it was destroyed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.store.world import TOWN, build
from tests.store.world_guidance import GOAL, HIRED, VISIT
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.staffing import StaffEntry, StaffKind
from werkzaam.core.errors import UnknownName
from werkzaam.store.backup import backup, restore
from werkzaam.store.casework import (
    assign,
    clients,
    clients_of_worker,
    clients_of_workers,
    contacts_of,
    entries_of,
    notes_of,
    record_contact,
    record_entry,
    spells_of,
)
from werkzaam.store.database import Database, open_database
from werkzaam.store.destroy import GONE, copy_without, tell_destroyed
from werkzaam.store.errors import Refused
from werkzaam.store.events import open_households, open_municipality
from werkzaam.store.looks import looks_at, looks_at_many, record_look, record_look_of_many
from werkzaam.store.people import record_person
from werkzaam.store.staff import record_staff, staff_entries
from werkzaam.store.verify import verify
from werkzaam.store.writer import Writer, writing

HELP = frozenset({Role.SUPPORT})
AT = "2026-05-01T10:00:00Z"


@dataclass
class Here:
    """A town with people and nothing else."""

    database: Database

    def people(self, *persons: int) -> None:
        with self.database.transaction(), writing(self.database, TOWN, recorded_at=AT, actor="x") as writer:
            open_municipality(self.database, TOWN, "Teststad")
            open_households(self.database, TOWN, persons)
            for person in persons:
                record_person(writer, person, person, name="N.", born=date(1980, 1, 1))

    def write(self, *what: Callable[[Writer], object], at: str = AT) -> list[object]:
        with self.database.transaction(), writing(self.database, TOWN, recorded_at=at, actor="x") as writer:
            return [one(writer) for one in what]


@pytest.fixture
def here(database: Database) -> Here:
    return Here(database)


def test_the_last_contact_of_each_sort_is_the_same_on_both_databases(here: Here) -> None:
    """By day, then by number; a contact that was put right does not count, also when it was the last."""
    here.people(1)
    days = [("2026-04-10", "telefoon", "a"), ("2026-04-12", "telefoon", "b"), ("2026-04-12", "telefoon", "c"),
            ("2026-04-11", "telefoon", "d"), ("2026-04-20", "bezoek", "e")]  # fmt: skip
    for day, channel, worker in days:
        one = VISIT._replace(day=date.fromisoformat(day), channel=channel, worker=worker)
        (last,) = here.write(lambda writer, one=one: record_contact(writer, 1, one, idem_key=f"{one.worker}"))  # type: ignore[misc]
    earlier = VISIT._replace(day=date(2026, 4, 1), worker="f")
    here.write(lambda writer: record_contact(writer, 1, earlier, idem_key="f", replaces=last.hseq))  # type: ignore[attr-defined]
    found = contacts_of(here.database, TOWN, HELP, last_only=True)[1]
    assert [(str(one.day), one.channel, one.worker) for one in found] == [
        ("2026-04-01", "bezoek", "f"),
        ("2026-04-12", "telefoon", "c"),
    ]
    assert {(one.place, one.areas, one.reason) for one in found} == {(None, (), None)}
    upto = contacts_of(here.database, TOWN, HELP, upto_day=date(2026, 4, 11), last_only=True)[1]
    assert [(str(one.day), one.worker) for one in upto] == [("2026-04-01", "f"), ("2026-04-11", "d")]
    whole = contacts_of(here.database, TOWN, HELP, [1])[1]
    assert [one.worker for one in whole] == ["f", "a", "d", "b", "c"]
    assert (whole[0].place, whole[0].areas, whole[0].reason) == ("buurthuis", ("werk", "huis"), "vroeg erom")


def test_what_was_put_right_stays_away_and_what_only_holds_later_is_not_there_yet(here: Here) -> None:
    here.people(1)
    (goal,) = here.write(lambda writer: record_entry(writer, 1, GOAL, idem_key="1"))
    later = GOAL._replace(day=date(2026, 6, 1), body={"text": "later"}, replaces=goal.hseq)  # type: ignore[attr-defined]
    here.write(lambda writer: record_entry(writer, 1, later, idem_key="2"))
    assert entries_of(here.database, TOWN, HELP, upto_day=date(2026, 5, 1)) == {}
    (found,) = entries_of(here.database, TOWN, HELP, upto_day=date(2026, 6, 1))[1]
    assert (found.body, found.until, found.replaces) == ({"text": "later"}, date(2026, 9, 1), goal.hseq)  # type: ignore[attr-defined]
    assert entries_of(here.database, TOWN, HELP, kinds=[Kind.PLAN]) == {}
    assert entries_of(here.database, TOWN, HELP, kinds=[Kind.GOAL])[1] == [found]
    assert entries_of(here.database, TOWN, [Role.ENFORCEMENT]) == {}


def test_a_list_of_people_longer_than_a_statement_has_room_for_is_read(here: Here) -> None:
    """SQLite takes 250,000 values in a statement here, and PostgreSQL 65,535."""
    here.people(1, 2)
    here.write(
        lambda writer: record_entry(writer, 1, GOAL, idem_key="1"), lambda writer: record_contact(writer, 1, VISIT, idem_key="2")
    )
    many = range(1, 300_001)
    assert set(entries_of(here.database, TOWN, HELP, many)) == {1}
    assert set(contacts_of(here.database, TOWN, HELP, many)) == {1}
    assert set(contacts_of(here.database, TOWN, HELP, many, last_only=True)) == {1}
    assert spells_of(here.database, TOWN, many) == {}
    assert set(clients(here.database, TOWN, [2, 1])) == {1, 2}
    with pytest.raises(UnknownName, match="Person 3 "):
        clients(here.database, TOWN, many)
    assert entries_of(here.database, TOWN, HELP, []) == {}
    assert clients(here.database, TOWN, []) == {}


def test_whose_client_somebody_is_by_day(here: Here) -> None:
    here.people(1, 2)
    known = clients(here.database, TOWN)
    for person, worker, day in ((1, "a", "2026-01-01"), (2, "a", "2026-01-01"), (1, "b", "2026-03-01"), (2, None, "2026-04-01")):
        here.write(lambda writer, p=person, w=worker, d=day: assign(writer, known[p], w, date.fromisoformat(d), reason="x"))  # type: ignore[misc]
    assert clients_of_worker(here.database, TOWN, "a", date(2026, 2, 28)) == [1, 2]
    assert clients_of_worker(here.database, TOWN, "a", date(2026, 3, 1)) == [2]
    assert clients_of_workers(here.database, TOWN, date(2026, 3, 31)) == {"a": 1, "b": 1}
    assert clients_of_workers(here.database, TOWN, date(2026, 4, 1)) == {"b": 1}
    with pytest.raises(Refused, match="assignment_one_a_day"):
        here.write(lambda writer: assign(writer, known[1], "c", date(2026, 3, 1), reason="x"))


def _together(url: str, *what: Callable[[Database], object]) -> list[object]:
    """Do these at once, each on a connection of its own; what each gave, an error too."""
    ready, found = threading.Barrier(len(what)), [None] * len(what)

    def one(at: int) -> None:
        with open_database(url) as database:
            ready.wait()
            try:
                found[at] = what[at](database)  # type: ignore[call-overload]
            except Exception as wrong:
                found[at] = wrong  # type: ignore[call-overload]

    threads = [threading.Thread(target=one, args=(at,)) for at in range(len(what))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return found  # type: ignore[return-value]


def test_two_who_write_in_one_dossier_at_once_both_write_and_the_same_counts_once(here: Here) -> None:
    here.people(1)

    def writes(key: str) -> Callable[[Database], object]:
        def do(database: Database) -> object:
            return Here(database).write(lambda writer: record_entry(writer, 1, GOAL, idem_key=key))[0] is not None

        return do

    found = _together(here.database.url, *(writes(key) for key in ("a", "b", "c", "a", "b", "same", "same", "same")))
    assert sorted(map(str, found)) == ["False"] * 4 + ["True"] * 4
    assert [one.seq for one in entries_of(here.database, TOWN, HELP)[1]] == [2, 3, 4, 5]
    assert verify(here.database, TOWN) == []


def test_staff_and_looks_that_are_written_at_once_count_on(here: Here) -> None:
    here.people(1)
    here.write(lambda writer: record_staff(writer, [HIRED]))

    def away(number: int) -> Callable[[Database], object]:
        def do(database: Database) -> object:
            absence = StaffEntry(StaffKind.AWAY, date(2026, 1, number), "m.bakker", until=date(2026, 1, number))
            return Here(database).write(
                lambda writer: record_staff(writer, [absence]), lambda writer: record_look(writer, 1, Role.SUPPORT, "x"),
                lambda writer: record_look_of_many(writer, Role.SUPPORT, "x", 1),
            )  # fmt: skip

        return do

    found = _together(here.database.url, *(away(number) for number in range(1, 9)))
    assert not [one for one in found if isinstance(one, Exception)]
    assert [one.number for one in staff_entries(here.database, TOWN)] == list(range(1, 10))
    assert (len(looks_at(here.database, TOWN, 1)), len(looks_at_many(here.database, TOWN))) == (8, 8)
    assert verify(here.database, TOWN) == []


def test_a_staff_entry_that_is_not_there_cannot_be_replaced(here: Here) -> None:
    here.people(1)
    with pytest.raises(UnknownName, match="Staff entry 7"):
        here.write(lambda writer: record_staff(writer, [StaffEntry(StaffKind.GONE, date(2026, 1, 1), replaces=7)]))
    assert staff_entries(here.database, TOWN) == []


def test_nothing_that_was_said_is_left_when_it_was_destroyed(database: Database, empty_url: str) -> None:
    """And what is left is still read, counted and verified."""
    if empty_url.startswith(database.dialect):
        pytest.skip("from each of the two to the other is enough")
    build(database)
    secret = ("fietsen", "woont elders", "buurthuis", "thuis", "deurwaarder", "huis", "vroeg erom", "verhuisd", "voorbereiden",
              "plan bekijken", "goal", "signal", "gesprek")  # fmt: skip
    with open_database(empty_url) as copy:
        copy_without(database, copy, TOWN, [1])
        with copy.transaction(), writing(copy, TOWN, recorded_at="2026-04-01T00:00:00Z", actor="x") as writer:
            assert tell_destroyed(writer, 1, "bewaartermijn") > 0
        for table in ("guidance_entry", "contact", "assignment"):
            text = str(copy.rows(f"SELECT * FROM {table} WHERE household = 1"))
            assert not [word for word in secret if word in text], table
        assert {one.purpose for one in looks_at(copy, TOWN, 1)} == {GONE}
        assert "voorbereiden" in str(looks_at(copy, TOWN, 2))
        assert [one.kind for one in entries_of(copy, TOWN, set(Role))[2]] == [Kind.GOAL]
        assert 1 not in entries_of(copy, TOWN, set(Role))
        assert [(one.kind, one.place) for one in contacts_of(copy, TOWN, HELP, [1])[1]] == [(GONE, GONE)]
        assert set(notes_of(copy, TOWN, HELP, [1]).values()) <= {GONE}
        assert [one.worker for one in spells_of(copy, TOWN)[1]] == ["m.bakker", "s.yilmaz"]
        assert {one.invariant for one in verify(copy, TOWN)} <= {"I10", "anchor"}


def test_a_backup_holds_dossiers_staff_and_looks(database: Database, empty_url: str, tmp_path: Path) -> None:
    if not empty_url.startswith(database.dialect):
        pytest.skip("a backup goes back into the same kind of database")
    build(database)
    backup(database, tmp_path / "copy")
    restore(tmp_path / "copy", empty_url)
    with open_database(empty_url) as copy:
        for table in ("guidance_entry", "contact", "assignment", "staff_entry", "look", "look_of_many"):
            rows = f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4"
            assert copy.rows(rows) == database.rows(rows) != []
