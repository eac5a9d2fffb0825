# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who works at a town's office, as it was written down: numbered entries of the town, in no household's chain."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from werkzaam.casework.staffing import StaffEntry, StaffKind
from werkzaam.core.errors import UnknownName
from werkzaam.store.database import Database
from werkzaam.store.facts import canonical
from werkzaam.store.months import day_of
from werkzaam.store.numbered import last_of_town
from werkzaam.store.writer import Writer


def record_staff(writer: Writer, entries: Iterable[StaffEntry]) -> list[StaffEntry]:
    """Write entries; those that are new, with their numbers. One that holds already is not written again.

    Raises UnknownName for one that replaces a number that is not there, and Refused when a constraint does not hold.
    """
    last = last_of_town(writer, "staff_entry")
    there = {_told(one) for one in staff_entries(writer.database, writer.municipality)}
    numbers = {
        row[0] for row in writer.database.rows("SELECT number FROM staff_entry WHERE municipality = ?", (writer.municipality,))
    }
    added: list[StaffEntry] = []
    for entry in entries:
        if entry.replaces is not None and entry.replaces not in numbers:
            raise UnknownName(
                f"Staff entry {entry.replaces} of {writer.municipality} is not known. See werkzaam staff list --all."
            )
        if _told(entry) in there:
            continue
        last += 1
        writer.beside("staff_entry", {
            "number": last, "prev_number": last - 1 or None, "kind": entry.kind.value, "worker": entry.worker,
            "day": entry.day.isoformat(), "until_day": entry.until.isoformat() if entry.until else None,
            "body": canonical(entry.body), "supersedes_number": entry.replaces, "recorded_at": writer.recorded_at,
            "actor": writer.actor,
        })  # fmt: skip
        there.add(_told(entry))
        numbers.add(last)
        added.append(replace(entry, number=last))
    return added


def _told(entry: StaffEntry) -> tuple[object, ...]:
    """What an entry says, by which the same one is known again."""
    return entry.kind, entry.worker, entry.day, entry.until, canonical(entry.body), entry.replaces


def last_staff_entry(database: Database, municipality: str) -> int:
    """The number of the last entry of a town, 0 before the first: entries are only added, so it stands for all before it."""
    return database.value("SELECT max(number) FROM staff_entry WHERE municipality = ?", (municipality,)) or 0


def staff_entries(database: Database, municipality: str, *, all_versions: bool = False) -> list[StaffEntry]:
    """What was written about who works here, in that order, without what was replaced; or all of it."""
    rows = database.rows(
        "SELECT number, kind, worker, day, until_day, body, supersedes_number FROM staff_entry "
        "WHERE municipality = ? ORDER BY number",
        (municipality,),
    )
    found = [
        StaffEntry(StaffKind(kind), date.fromisoformat(day), worker, json.loads(body), day_of(until), replaces, number)
        for number, kind, worker, day, until, body, replaces in rows
    ]
    gone = {one.replaces for one in found}
    return found if all_versions else [one for one in found if one.number not in gone]
