# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts of a whole town, as bare as they can be counted: one row each, in one look through the table.

Nothing here is about a case manager: `workers` only says of whose clients, and no row names one. A contact that was put right
counts once; one that did not take place, or was written in a capacity that is not asked for, not at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from werkzaam.casework.calendar import months_after
from werkzaam.casework.entry import Role
from werkzaam.casework.period import Period
from werkzaam.store.database import Database, Value

Row = tuple[int, str, str, str, str]
"""Person, day as text, channel, who took the first step, topic."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which town, in which days, written in which capacities, and of the clients of which case managers (None: everybody).

    Whose client somebody is, is taken on the last day.
    """

    municipality: str
    period: Period
    roles: Collection[Role]
    workers: Collection[str] | None = None


def held(database: Database, asked: Asked) -> Iterator[Row]:
    """The contacts of the period that took place, one after another and in no order."""
    which, values = _held(asked)
    return database.stream(
        f"SELECT person, day, channel, initiator, kind FROM contact AS one WHERE {which} AND day >= ? AND day <= ?",
        (*values, asked.period.first.isoformat(), asked.period.last.isoformat()),
    )


def begun_by_us(database: Database, asked: Asked, persons: Collection[int]) -> Iterator[tuple[int, str, bool]]:
    """Of these clients the contacts that we began and that took place, by person and day: whose, when, and whether with a reason.

    From a year before the period on, so that the one before the first of the period is there.
    """
    which, values = _held(asked)
    since, last = months_after(asked.period.first, -12).isoformat(), asked.period.last.isoformat()
    everybody, kept = sorted(persons), frozenset(persons)
    between = (everybody[0], everybody[-1]) if everybody else (1, 0)
    rows = database.stream(
        f"SELECT person, day, reason FROM contact AS one WHERE {which} AND initiator = 'klantmanager' AND day >= ? AND day <= ? "
        "AND person >= ? AND person <= ? ORDER BY person, day, hseq",
        (*values, since, last, *between),
    )
    return ((person, day, reason is not None) for person, day, reason in rows if person in kept)


def last_contacts(database: Database, asked: Asked) -> Mapping[int, date]:
    """The day of each client's last contact that took place, up to the end of the period; who never had one is left out."""
    which, values = _held(asked)
    rows = database.rows(
        "SELECT person, last_day FROM (SELECT everybody.person AS person, (SELECT one.day FROM contact AS one "
        f"WHERE {which} AND one.person = everybody.person AND one.day <= ? ORDER BY one.day DESC LIMIT 1) AS last_day "
        "FROM person AS everybody WHERE everybody.municipality = ?) AS found WHERE last_day IS NOT NULL",
        (*values, asked.period.last.isoformat(), asked.municipality),
    )
    return {person: date.fromisoformat(day) for person, day in rows}


def _held(asked: Asked) -> tuple[str, tuple[Value, ...]]:
    """Which contacts count, of `contact AS one`, and the values of it."""
    of, named = _of_workers(asked)
    roles = sorted(role.value for role in asked.roles)
    which = (
        f"one.municipality = ? AND presence = 'gekomen' AND role IN ({_marks(roles)}){of} AND NOT EXISTS (SELECT 1 FROM contact "
        "AS later WHERE later.municipality = one.municipality AND later.household = one.household "
        "AND later.supersedes_seq = one.hseq)"
    )
    return which, (asked.municipality, *roles, *named)


def _of_workers(asked: Asked) -> tuple[str, tuple[Value, ...]]:
    """That the client of a contact is of one of the case managers on the last day, and the values of it."""
    if asked.workers is None:
        return "", ()
    last = asked.period.last.isoformat()
    of = (
        " AND one.person IN (SELECT mine.person FROM assignment AS mine WHERE mine.municipality = ? AND mine.from_day <= ? "
        f"AND mine.worker IN ({_marks(asked.workers)}) AND NOT EXISTS (SELECT 1 FROM assignment AS after "
        "WHERE after.municipality = mine.municipality AND after.person = mine.person AND after.number > mine.number "
        "AND after.from_day <= ?))"
    )
    return of, (asked.municipality, last, *sorted(asked.workers), last)


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))
