# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts of a whole town, as bare as they can be counted: one row each, in one look through the table.

Nothing here is about a case manager: no row names one. A contact that was put right
counts once; one that did not take place, or was written in a capacity that is not asked for, not at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from werkzaam.casework.calendar import months_after
from werkzaam.casework.entry import Role
from werkzaam.casework.period import Period
from werkzaam.store.casework import among
from werkzaam.store.database import Database, Value

Row = tuple[int, str, str, str, str]
"""Person, day as text, channel, who took the first step, topic."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which town, in which days, written in which capacities, and of which clients (None: everybody)."""

    municipality: str
    period: Period
    roles: Collection[Role]
    persons: Collection[int] | None = None


def held(database: Database, asked: Asked) -> Iterator[Row]:
    """The contacts of the period that took place, one after another and in no order."""
    which, values = _held(database, asked)
    return database.stream(
        f"SELECT person, day, channel, initiator, kind FROM contact AS one WHERE {which} AND day >= ? AND day <= ?",
        (*values, asked.period.first.isoformat(), asked.period.last.isoformat()),
    )


def begun_by_us(database: Database, asked: Asked, persons: Collection[int]) -> Iterator[tuple[int, str, bool]]:
    """Of these clients the contacts that we began and that took place, by person and day: whose, when, and whether with a reason.

    From a year before the period on, so that the one before the first of the period is there.
    """
    which, values = _held(database, asked)
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
    which, values = _held(database, replace(asked, persons=None))
    named, persons = among(database, "everybody.person", asked.persons)
    rows = database.rows(
        "SELECT person, last_day FROM (SELECT everybody.person AS person, (SELECT one.day FROM contact AS one "
        f"WHERE {which} AND one.person = everybody.person AND one.day <= ? ORDER BY one.day DESC LIMIT 1) AS last_day "
        f"FROM person AS everybody WHERE everybody.municipality = ?{named}) AS found WHERE last_day IS NOT NULL",
        (*values, asked.period.last.isoformat(), asked.municipality, *persons),
    )
    return {person: date.fromisoformat(day) for person, day in rows}


def _held(database: Database, asked: Asked) -> tuple[str, tuple[Value, ...]]:
    """Which contacts count, of `contact AS one`, and the values of it."""
    of, named = among(database, "one.person", asked.persons)
    roles = sorted(role.value for role in asked.roles)
    which = (
        f"one.municipality = ? AND presence = 'gekomen' AND role IN ({_marks(roles)}){of} AND NOT EXISTS (SELECT 1 FROM contact "
        "AS later WHERE later.municipality = one.municipality AND later.household = one.household "
        "AND later.supersedes_seq = one.hseq)"
    )
    return which, (asked.municipality, *roles, *named)


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))
