# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Write down who works at the office and who is away, and see it with the clients of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.staff_file import read_staff_file
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.notion import Remark
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.staffing import StaffEntry, StaffKind, office_on, without_worker
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.store.casework import clients_of_workers
from werkzaam.store.staff import record_staff, staff_entries


@dataclass(frozen=True, slots=True)
class StaffWritten:
    """What became of it: the entries that are new, how many were there already, and what to know about it."""

    new: tuple[StaffEntry, ...]
    already: int
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class AtWork:
    """Somebody on the day: whether they work, when they are back if they are away, and how many clients are theirs."""

    worker: Worker
    works: bool
    clients: int


def record_staff_file(desk: Desk, path: Path) -> StaffWritten:
    """Write down what a file says, all of it or nothing; the same file twice adds nothing. Raises InputError if not."""
    return write_staff(desk, read_staff_file(path), str(path))


def away(
    desk: Desk, worker: str, first: date, last: date, *, replaces: int | None = None, instead: str | None = None
) -> StaffWritten:  # fmt: skip
    """Somebody is away from a day to a day, both included; `replaces` is the number of an absence whose place it takes.

    `instead` is the colleague who stands in: on those days the clients of who is away are theirs to help. Raises UnknownName for
    a colleague who does not work here, InputError for somebody who would stand in for themselves.
    """
    if last < first:
        raise InputError(f"--to: the last day, {last}, is before the first, {first}. Both days count.")
    body = {"instead": instead} if instead is not None else {}
    return write_staff(desk, [StaffEntry(StaffKind.AWAY, first, worker, body, until=last, replaces=replaces)])


def leaves(desk: Desk, worker: str, last: date) -> StaffWritten:
    """Somebody leaves; `last` is the last day. Who their clients are is said."""
    return write_staff(desk, [StaffEntry(StaffKind.LEFT, last, worker)])


def take_back(desk: Desk, number: int, because: str) -> StaffWritten:
    """An entry was a mistake, or no longer holds."""
    if not because.strip():
        raise InputError("--because: say why this entry no longer holds.")
    about = next((one for one in staff_entries(desk.database, desk.town.id) if one.number == number), None)
    if about is None:
        raise UnknownName(
            f"Staff entry {number} of {desk.town.id} is not there, or was taken back before. See werkzaam staff list --all."
        )
    gone = StaffEntry(StaffKind.GONE, desk.today, about.worker, {"because": because.strip()}, replaces=number)
    return write_staff(desk, [gone])


def write_staff(desk: Desk, entries: Iterable[StaffEntry], where: str | None = None) -> StaffWritten:
    """Write down what became so of people who work here, all of it or nothing; what is there already adds nothing."""
    given = list(entries)
    with desk.writes() as writer:
        added = record_staff(writer, given)
        writer.flush()
        held = staff_entries(desk.database, desk.town.id)
        _check(given, held, where)
    remarks = (
        Remark("staff_left_with_clients", {"worker": name, "clients": many}) for name, many in left_with_clients(desk).items()
    )
    return StaffWritten(tuple(added), len(given) - len(added), tuple(remarks))


def _check(given: Iterable[StaffEntry], held: list[StaffEntry], where: str | None) -> None:
    """Whether what was written can be, with all that holds; raises InputError, and then nothing is kept."""
    begins: dict[str, date] = {}
    for one in held:
        if one.kind is StaffKind.IN_SERVICE and one.worker:
            begins[one.worker] = min(one.day, begins.get(one.worker, one.day))
    for one in given:
        if one.worker is not None and one.kind is not StaffKind.GONE:
            _known(one, one.worker, begins, where)
            _instead(one, begins, where)
            _once(one, [other for other in held if other.worker == one.worker], where)


def _known(one: StaffEntry, worker: str, begins: dict[str, date], where: str | None) -> None:
    if worker not in begins:
        raise UnknownName(
            f"{worker}: nobody with this id is in service here. Add a [[medewerker]] to a staff file first.", file=where
        )
    if one.day < begins[worker]:
        raise InputError(f"{worker} began on {begins[worker]}; {one.kind.value} on {one.day} is before that.", file=where)


def _instead(one: StaffEntry, begins: dict[str, date], where: str | None) -> None:
    """Who stands in is a colleague."""
    named = one.body.get("instead")
    if named == one.worker:
        raise InputError(f"vervanger: a colleague of {one.worker} was expected; found {named}.", file=where)
    if named is not None and named not in begins:
        raise UnknownName(f"vervanger: {named}: nobody with this id is in service here.", file=where)


def _once(one: StaffEntry, about: list[StaffEntry], where: str | None) -> None:
    """On a day somebody has one service and one absence; what says otherwise puts the other one right, and names it."""
    for other in about:
        same = (other.kind, other.day, other.until, other.body) == (one.kind, one.day, one.until, one.body)
        if other.kind is not one.kind or same:
            continue
        if one.kind is StaffKind.AWAY and other.day <= (one.until or date.max) and one.day <= (other.until or date.max):
            raise InputError(f"{one.worker} is away from {other.day} to {other.until} already (entry {other.number}). To change "
                             f"that one, add --instead-of {other.number}.", file=where)  # fmt: skip
        if one.kind is StaffKind.IN_SERVICE and one.day == other.day:
            raise InputError(f"{one.worker} began on {one.day} in two ways (entry {other.number}). Take that one back first: "
                             f"werkzaam staff withdraw {other.number} --because WHY.", file=where)  # fmt: skip


def at_work(desk: Desk) -> list[AtWork]:
    """Everybody who works here on the day, and who left with clients, by id."""
    office, theirs = office_of(desk), clients_of_workers(desk.database, desk.town.id, desk.today)
    found = [AtWork(one, one.works_on(desk.today), theirs.get(one.id, 0)) for one in office.workers.values()]
    return sorted((one for one in found if not _over(one.worker, office) or one.clients), key=lambda one: one.worker.id)


def _over(worker: Worker, office: Office) -> bool:
    return worker.last is not None and worker.last < office.today


def left_with_clients(desk: Desk) -> dict[str, int]:
    """Who does not work here on the day and still has clients, with how many; nobody where no staff is known."""
    entries = staff_entries(desk.database, desk.town.id)
    office, theirs = office_on(desk.today, entries), clients_of_workers(desk.database, desk.town.id, desk.today)
    return {one: theirs[one] for one in without_worker(office, theirs)} if office.workers else {}
