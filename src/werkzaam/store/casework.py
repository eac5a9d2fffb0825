# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossiers of clients: entries, contacts and case managers, written under the household's lock and read by capacity.

A reader names the roles whose entries they may see; the others never leave the database. Reading is many at once: one client, a
case manager's clients or a whole town are the same three questions.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.casework.dossier import Contact, Spell
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.core.errors import UnknownName
from werkzaam.ledger.event import Event, EventKind
from werkzaam.store.database import Database, Value
from werkzaam.store.facts import canonical
from werkzaam.store.months import day_of
from werkzaam.store.writer import Fields, Writer


@dataclass(frozen=True, slots=True)
class Client:
    """A person by number with the household in whose chain the dossier stands; no date of birth once it was destroyed."""

    person: int
    household: int
    born: date | None


def record_entry(writer: Writer, household: int, entry: Entry, *, idem_key: str) -> Event | None:
    """Write an entry; None when one with this key is there. Raises Refused when a constraint does not hold."""
    row: Fields = {
        "person": entry.person, "kind": entry.kind.value, "day": entry.day.isoformat(),
        "until_day": entry.until.isoformat() if entry.until else None, "role": entry.role.value, "worker": entry.worker,
        "supersedes_seq": entry.replaces, "body": canonical(entry.body),
    }  # fmt: skip
    return writer.add(household, EventKind.GUIDANCE, lambda _: {"guidance_entry": [row]}, idem_key=idem_key)


def record_contact(
    writer: Writer, household: int, contact: Contact, *, idem_key: str, note: str | None = None, replaces: int | None = None
) -> Event | None:
    """Write a contact; None when one with this key is there. Raises Refused when a constraint does not hold."""
    row: Fields = {
        "person": contact.person, "day": contact.day.isoformat(), "channel": contact.channel,
        "initiator": contact.initiator, "kind": contact.kind, "presence": contact.presence, "role": contact.role.value,
        "worker": contact.worker, "place": contact.place, "areas": ",".join(contact.areas), "reason": contact.reason,
        "note": note, "supersedes_seq": replaces,
    }  # fmt: skip
    return writer.add(household, EventKind.GUIDANCE, lambda _: {"contact": [row]}, idem_key=idem_key)


def assign(
    writer: Writer, client: Client, worker: str | None, from_day: date, *, reason: str, approved_by: str | None = None
) -> Event | None:
    """Give a client a case manager from a day on, or none; None when that is so already.

    Raises Refused for a day on which another was assigned already: nobody has two on one day.
    """
    writer.flush()
    last = writer.database.rows(
        "SELECT number, from_day, worker FROM assignment WHERE municipality = ? AND person = ? ORDER BY number DESC LIMIT 1",
        (writer.municipality, client.person),
    )
    number, since, now = last[0] if last else (None, None, None)
    if last and now == worker and since <= from_day.isoformat():
        return None
    row: Fields = {
        "person": client.person, "number": (number or 0) + 1, "prev_number": number, "prev_from_day": since, "worker": worker,
        "from_day": from_day.isoformat(), "reason": reason, "approved_by": approved_by,
    }  # fmt: skip
    key = f"assignment {client.person} {(number or 0) + 1}"
    return writer.add(client.household, EventKind.GUIDANCE, lambda _: {"assignment": [row]}, idem_key=key)


def clients(database: Database, municipality: str, persons: Collection[int] | None = None) -> dict[int, Client]:
    """People by their number, in its order: those that are named, or all of a town. Raises UnknownName for who is not there."""
    rows = database.rows(
        "SELECT person.person, person.household, latest.born FROM person LEFT JOIN person_detail AS latest "
        "ON latest.municipality = person.municipality AND latest.person = person.person "
        "AND NOT EXISTS (SELECT 1 FROM person_detail AS later WHERE later.municipality = latest.municipality "
        "AND later.person = latest.person AND later.detail > latest.detail) "
        f"WHERE person.municipality = ?{_named('person.person', persons)} ORDER BY person.person",
        (municipality, *sorted(persons or ())),
    )
    found = {person: Client(person, household, day_of(born)) for person, household, born in rows}
    missing = sorted(set(persons or ()) - found.keys())
    if missing:
        raise UnknownName(f"Person {missing[0]} of {municipality} is not known; record the household first.")
    return found


def entries_of(
    database: Database, municipality: str, roles: Collection[Role], persons: Collection[int] | None = None, *,
    kinds: Collection[Kind] | None = None, upto_day: date | None = None,
) -> Mapping[int, Sequence[Entry]]:  # fmt: skip
    """The entries of clients that these roles may see, without those that were replaced, in the order they were recorded."""
    asked = sorted(role.value for role in roles)
    said = sorted(kind.value for kind in kinds or ())
    rows = database.rows(
        "SELECT person, kind, day, role, worker, body, until_day, hseq, supersedes_seq FROM guidance_entry AS one "
        f"WHERE municipality = ? AND day <= ? AND role IN ({_marks(asked)}){_named('person', persons)}"
        f"{f' AND kind IN ({_marks(said)})' if kinds is not None else ''} AND NOT EXISTS (SELECT 1 FROM guidance_entry AS later "
        "WHERE later.municipality = one.municipality AND later.household = one.household AND later.supersedes_seq = one.hseq) "
        "ORDER BY person, hseq",
        (municipality, (upto_day or date.max).isoformat(), *asked, *sorted(persons or ()), *said),
    )
    found: dict[int, list[Entry]] = defaultdict(list)
    for person, kind, day, role, worker, body, until, hseq, replaces in rows:
        found[person].append(Entry(person, Kind(kind), date.fromisoformat(day), Role(role), worker, json.loads(body),
                                   day_of(until), hseq, replaces))  # fmt: skip
    return found


_CONTACT = "person, day, channel, initiator, kind, presence, worker, role, place, areas, reason, hseq"


def contacts_of(
    database: Database, municipality: str, roles: Collection[Role], persons: Collection[int] | None = None, *,
    upto_day: date | None = None, last_only: bool = False,
) -> Mapping[int, Sequence[Contact]]:  # fmt: skip
    """The contacts of clients that these roles may see, by day; with `last_only` the last per initiator, channel and presence."""
    asked = sorted(role.value for role in roles)
    not_replaced = (
        "NOT EXISTS (SELECT 1 FROM contact AS later WHERE later.municipality = contact.municipality "
        "AND later.household = contact.household AND later.supersedes_seq = contact.hseq)"
    )
    where = (
        f"municipality = ? AND day <= ? AND role IN ({_marks(asked)}){_named('person', persons)} AND {not_replaced}"
    )  # fmt: skip
    query = f"SELECT {_CONTACT} FROM contact WHERE {where} ORDER BY person, day, hseq"
    if last_only:
        newest = "ROW_NUMBER() OVER (PARTITION BY person, initiator, channel, presence ORDER BY day DESC, hseq DESC)"
        query = (
            f"SELECT {_CONTACT} FROM (SELECT {_CONTACT}, {newest} AS place_in_line FROM contact WHERE {where}) AS ranked "
            "WHERE place_in_line = 1 ORDER BY person, day, hseq"
        )
    rows = database.rows(query, (municipality, (upto_day or date.max).isoformat(), *asked, *sorted(persons or ())))
    found: dict[int, list[Contact]] = defaultdict(list)
    for person, day, channel, initiator, kind, presence, worker, role, place, areas, reason, hseq in rows:
        found[person].append(
            Contact(person, date.fromisoformat(day), channel, initiator, kind, presence, worker, Role(role), place,
                    tuple(areas.split(",")) if areas else (), reason, hseq)
        )  # fmt: skip
    return found


def spells_of(database: Database, municipality: str, persons: Collection[int] | None = None) -> Mapping[int, Sequence[Spell]]:
    """The case managers of clients, first to last; a time without one is a gap."""
    rows = database.rows(
        "SELECT person, worker, from_day, reason, hseq FROM assignment "
        f"WHERE municipality = ?{_named('person', persons)} ORDER BY person, number",
        (municipality, *sorted(persons or ())),
    )
    by_person: dict[int, list[tuple[str | None, date, str, int]]] = defaultdict(list)
    for person, worker, since, reason, hseq in rows:
        by_person[person].append((worker, date.fromisoformat(since), reason, hseq))
    return {person: _spells(said) for person, said in by_person.items()}


def _spells(said: Sequence[tuple[str | None, date, str, int]]) -> list[Spell]:
    ends = [since - timedelta(1) for _, since, _, _ in said[1:]]
    return [
        Spell(worker, since, last, reason, hseq)
        for (worker, since, reason, hseq), last in zip(said, [*ends, None], strict=True)
        if worker is not None
    ]


def _marks(values: Sequence[Value]) -> str:
    return ", ".join("?" * len(values))


def _named(column: str, persons: Collection[int] | None) -> str:
    return "" if persons is None else f" AND {column} IN ({_marks(sorted(persons))})"
