# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Towns, households and the chain of events of each: opened here, written by writer.py, read up to a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from werkzaam.ledger.event import Event, Head
from werkzaam.store.database import Database, Value

EVENT_COLUMNS = "municipality, household, hseq, prev_hash, kind, payload, recorded_at, actor, idem_key, hash, hash_version"


class Moment(NamedTuple):
    """When an event of a household was recorded, and by whom."""

    hseq: int
    recorded_at: str
    actor: str


def open_municipality(database: Database, municipality: str, name: str) -> None:
    """Add a town; one that is there stays as it is."""
    database.need_transaction()
    if database.value("SELECT 1 FROM municipality WHERE municipality = ?", (municipality,)) is None:
        database.insert("municipality", ("municipality", "name"), [(municipality, name)])


def open_households(database: Database, municipality: str, households: Sequence[int]) -> None:
    """Add households without a past; those that are there stay as they are."""
    database.need_transaction()
    there = {row[0] for row in database.rows("SELECT household FROM household WHERE municipality = ?", (municipality,))}
    new = [(municipality, household) for household in dict.fromkeys(households) if household not in there]
    database.insert("household", ("municipality", "household"), new)


def municipalities(database: Database) -> dict[str, str]:
    """The name of every town."""
    return dict(database.rows("SELECT municipality, name FROM municipality ORDER BY municipality"))


def households(database: Database, municipality: str) -> list[int]:
    """The numbers of all households of a town, in order."""
    rows = database.rows("SELECT household FROM household WHERE municipality = ? ORDER BY household", (municipality,))
    return [row[0] for row in rows]


def events(database: Database, municipality: str, household: int, upto: int | None = None) -> list[Event]:
    """The chain of a household, up to and including a number."""
    where = "municipality = ? AND household = ?"
    values: list[Value] = [municipality, household]
    if upto is not None:
        where, values = f"{where} AND hseq <= ?", [*values, upto]
    return [Event(*row) for row in database.rows(f"SELECT {EVENT_COLUMNS} FROM event WHERE {where} ORDER BY hseq", values)]


def moments(database: Database, municipality: str, household: int) -> list[Moment]:
    """When each event of a household was recorded, in order: the chain without what it says, for a page that many open."""
    values: tuple[Value, ...] = (municipality, household)
    query = "SELECT hseq, recorded_at, actor FROM event WHERE municipality = ? AND household = ? ORDER BY hseq"
    return [Moment(*row) for row in database.rows(query, values)]


def all_events(database: Database, municipality: str) -> Iterator[Event]:
    """Every event of a town, household after household, each in order."""
    query = f"SELECT {EVENT_COLUMNS} FROM event WHERE municipality = ? ORDER BY municipality, household, hseq"
    return (Event(*row) for row in database.stream(query, (municipality,)))


def heads(database: Database, municipality: str) -> dict[int, Head]:
    """The head of every household that has a past, by its number."""
    rows = database.rows(
        "SELECT household, head_seq, head_hash, head_at FROM household WHERE municipality = ? AND head_seq IS NOT NULL",
        (municipality,),
    )
    return {household: Head(*head) for household, *head in rows}


def head_of(database: Database, municipality: str, household: int) -> Head | None:
    """The head of one household, None without a past: its hash is that of everything in its chain."""
    values: tuple[Value, ...] = (municipality, household)
    query = "SELECT head_seq, head_hash, head_at FROM household WHERE municipality = ? AND household = ? AND head_seq IS NOT NULL"
    found = database.row(query, values)
    return None if found is None else Head(*found)


def known_at(database: Database, municipality: str, household: int, moment: str) -> int:
    """The number of the last event that was recorded at a moment or before it; 0 when nothing was known yet."""
    values: tuple[Value, ...] = (municipality, household, moment)
    found = database.value(
        "SELECT hseq FROM event WHERE municipality = ? AND household = ? AND recorded_at <= ? ORDER BY hseq DESC LIMIT 1", values
    )
    return found or 0


def happened(database: Database, municipality: str, household: int, idem_key: str) -> bool:
    """Whether an event with this key is there."""
    values: tuple[Value, ...] = (municipality, household, idem_key)
    found = "SELECT 1 FROM event WHERE municipality = ? AND household = ? AND idem_key = ?"
    return database.value(found, values) is not None
