# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts of a whole town, added up by the database itself.

Nothing here is about a case manager: no row names one. A contact that was put right counts once; one that did not take place, or
was written in a capacity that is not asked for, not at all.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from werkzaam.casework.calendar import months_after
from werkzaam.casework.channels import PERSONAL
from werkzaam.casework.entry import Role
from werkzaam.casework.period import Period
from werkzaam.store.casework import among
from werkzaam.store.database import Database, Row, Value

Guided = tuple[int, str, str, str, int]
"""A person, a part of a regime, the first and last day under it as text, and what counts for the promise there: 1 for contacts
that we began, 2 for talks, 3 for both, 0 for none."""
_GUIDED = {
    "sqlite": (
        "SELECT json_extract(value, '$[0]') AS person, json_extract(value, '$[1]') AS part, "
        "json_extract(value, '$[2]') AS since, json_extract(value, '$[3]') AS until, "
        "json_extract(value, '$[4]') AS counts FROM json_each(?)"
    ),
    "postgresql": (
        "SELECT (value->>0)::bigint AS person, value->>1 AS part, value->>2 AS since, value->>3 AS until, "
        "(value->>4)::int AS counts FROM json_array_elements(?::json)"
    ),
}
_OURS = "one.initiator = 'klantmanager'"
_TALK = f"one.channel IN ({', '.join(repr(channel) for channel in sorted(PERSONAL))})"
_MONTH = "substr(one.day, 1, 7)"
_NOT_RIGHTED = (
    " AND NOT EXISTS (SELECT 1 FROM contact AS later WHERE later.municipality = one.municipality "
    "AND later.household = one.household AND later.supersedes_seq = one.hseq)"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which town, in which days, written in which capacities, and of which clients (None: everybody)."""

    municipality: str
    period: Period
    roles: Collection[Role]
    persons: Collection[int] | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """The contacts of a period that took place, added up.

    `tallies` by part, month, channel, first step and topic, with how many of them count for a promise; the part is None on days
    without one. `clients` by person and part: those that we began, and the talks.
    """

    tallies: Sequence[tuple[str | None, str, str, str, str, int, int]]
    clients: Sequence[tuple[int, str, int, int]]


def added_up(database: Database, asked: Asked, guided: Iterable[Guided]) -> Sums:
    """The contacts of the period that took place, by the part that their clients were under that day."""
    which, values = _held(database, asked)
    which = f"{which} AND one.day >= ? AND one.day <= ?"
    days = (*values, asked.period.first.isoformat(), asked.period.last.isoformat())
    theirs = json.dumps([*guided], separators=(",", ":"))
    # CROSS JOIN: SQLite goes from each stretch to the contacts of that person, by their index, and not the other way.
    under = (
        f"FROM guided CROSS JOIN contact AS one WHERE one.person = guided.person AND one.day >= guided.since "
        f"AND one.day <= guided.until AND {which}"
    )
    known = f"WITH guided AS MATERIALIZED ({_GUIDED[database.dialect]}) "
    promised = f"({_OURS} AND guided.counts IN (1, 3)) OR ({_TALK} AND guided.counts IN (2, 3))"
    tallies = database.rows(
        f"{known}SELECT guided.part, {_MONTH}, one.channel, one.initiator, one.kind, COUNT(*), {_sum(promised)} {under} "
        f"GROUP BY guided.part, {_MONTH}, one.channel, one.initiator, one.kind",
        (theirs, *days),
    )
    clients = database.rows(
        f"{known}SELECT guided.person, guided.part, {_sum(_OURS)}, {_sum(_TALK)} {under} GROUP BY guided.person, guided.part",
        (theirs, *days),
    )
    return Sums([*tallies, *_without_part(database, which, days, tallies)], clients)


def _without_part(database: Database, which: str, values: tuple[Value, ...], tallies: Sequence[Row]) -> Iterator[Row]:
    """The contacts on days without a part: all of them, less those that were found under one."""
    found = sum(one[5] for one in tallies)
    if database.value(f"SELECT COUNT(*) FROM contact AS one WHERE {which}", values) == found:
        return
    under = Counter[tuple[str, str, str, str]]()
    for _, month, channel, initiator, topic, contacts, _ in tallies:
        under[month, channel, initiator, topic] += contacts
    every = database.rows(
        f"SELECT {_MONTH}, one.channel, one.initiator, one.kind, COUNT(*) FROM contact AS one WHERE {which} "
        f"GROUP BY {_MONTH}, one.channel, one.initiator, one.kind",
        values,
    )
    for month, channel, initiator, topic, contacts in every:
        if (left := contacts - under[month, channel, initiator, topic]) > 0:
            yield None, month, channel, initiator, topic, left, 0


def _sum(condition: str) -> str:
    return f"SUM(CASE WHEN {condition} THEN 1 ELSE 0 END)"


def begun_by_us(database: Database, asked: Asked, persons: Collection[int]) -> Iterator[tuple[int, str, bool]]:
    """Of these clients the contacts that we began and that took place, by person and day: whose, when, and whether with a reason.

    From a year before the period on, so that the one before the first of the period is there.
    """
    which, values = _held(database, replace(asked, persons=persons))
    since, last = months_after(asked.period.first, -12).isoformat(), asked.period.last.isoformat()
    rows = database.stream(
        f"SELECT one.person, one.day, one.reason FROM contact AS one WHERE {which} AND {_OURS} AND one.day >= ? AND one.day <= ? "
        "ORDER BY one.person, one.day, one.hseq",
        (*values, since, last),
    )
    return ((person, day, reason is not None) for person, day, reason in rows)


def last_contacts(database: Database, asked: Asked) -> Mapping[int, date]:
    """The day of each client's last contact that took place, up to the end of the period; who never had one is left out."""
    which, values = _held(database, asked)
    rows = database.rows(
        f"SELECT one.person, MAX(one.day) FROM contact AS one WHERE {which} AND one.day <= ? GROUP BY one.person",
        (*values, asked.period.last.isoformat()),
    )
    return {person: date.fromisoformat(day) for person, day in rows}


def _held(database: Database, asked: Asked) -> tuple[str, tuple[Value, ...]]:
    """Which contacts count, of `contact AS one`, and the values of it."""
    of, named = among(database, "one.person", asked.persons)
    roles = sorted(role.value for role in asked.roles)
    put_right = "SELECT 1 FROM contact WHERE municipality = ? AND supersedes_seq IS NOT NULL LIMIT 1"
    # To look at each contact whether it was put right takes a third as long again; where none was, nobody looks.
    righted = "" if database.value(put_right, (asked.municipality,)) is None else _NOT_RIGHTED
    which = f"one.municipality = ? AND one.presence = 'gekomen' AND one.role IN ({_marks(roles)}){of}{righted}"
    return which, (asked.municipality, *roles, *named)


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))
