# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossiers of clients: entries, contacts and case managers, written under the household's lock and read by capacity.

A reader names the roles whose entries they may see; the others never leave the database. Reading is many at once: one client, a
case manager's clients or a whole town are the same three questions.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter, itemgetter

from werkzaam.casework.dossier import Contact, Spell
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.core.errors import UnknownName
from werkzaam.ledger.event import Event, EventKind
from werkzaam.store.database import Database, Row, Value
from werkzaam.store.destroy import GONE
from werkzaam.store.facts import canonical
from werkzaam.store.months import day_of
from werkzaam.store.writer import Fields, Writer


@dataclass(frozen=True, slots=True)
class Client:
    """A person by number with the household in whose chain the dossier stands; no date of birth once it was destroyed."""

    person: int
    household: int
    born: date | None


def record_entry(writer: Writer, household: int, entry: Entry, *, idem_key: str, fresh: bool = False) -> Event | None:
    """Write an entry; None when one with this key is there. Raises Refused when a constraint does not hold.

    `fresh` says that the key cannot be there, and leaves out the look.
    """
    row: Fields = {
        "person": entry.person, "kind": entry.kind.value, "day": entry.day.isoformat(),
        "until_day": entry.until.isoformat() if entry.until else None, "role": entry.role.value, "worker": entry.worker,
        "supersedes_seq": entry.replaces, "body": canonical(entry.body),
    }  # fmt: skip
    return writer.add(household, EventKind.GUIDANCE, lambda _: {"guidance_entry": [row]}, idem_key=idem_key, fresh=fresh)


def record_contact(
    writer: Writer, household: int, contact: Contact, *, idem_key: str, note: str | None = None, replaces: int | None = None,
    fresh: bool = False,
) -> Event | None:  # fmt: skip
    """Write a contact; None when one with this key is there. Raises Refused when a constraint does not hold.

    `fresh` says that the key cannot be there, and leaves out the look.
    """
    row: Fields = {
        "person": contact.person, "day": contact.day.isoformat(), "channel": contact.channel,
        "initiator": contact.initiator, "kind": contact.kind, "presence": contact.presence, "role": contact.role.value,
        "worker": contact.worker, "place": contact.place, "areas": ",".join(contact.areas), "reason": contact.reason,
        "note": note, "supersedes_seq": replaces,
    }  # fmt: skip
    return writer.add(household, EventKind.GUIDANCE, lambda _: {"contact": [row]}, idem_key=idem_key, fresh=fresh)


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
    number, since, now = last[0] if last else (0, None, None)
    if last and now == worker and since <= from_day.isoformat():
        return None
    return _assigned(writer, client, worker, from_day, reason, approved_by, number, since)


def assign_first(writer: Writer, client: Client, worker: str, from_day: date, *, reason: str) -> Event | None:
    """Give a client who never had one a case manager, without looking; Refused when that was not so. For many at once."""
    return _assigned(writer, client, worker, from_day, reason, None, 0, None)


def _assigned(
    writer: Writer, client: Client, worker: str | None, from_day: date, reason: str, approved_by: str | None, before: int,
    since: str | None,
) -> Event | None:  # fmt: skip
    row: Fields = {
        "person": client.person, "number": before + 1, "prev_number": before or None, "prev_from_day": since, "worker": worker,
        "from_day": from_day.isoformat(), "reason": reason, "approved_by": approved_by,
    }  # fmt: skip
    key = f"assignment {client.person} {before + 1}"
    return writer.add(client.household, EventKind.GUIDANCE, lambda _: {"assignment": [row]}, idem_key=key, fresh=True)


def clients(database: Database, municipality: str, persons: Collection[int] | None = None) -> dict[int, Client]:
    """People by their number, in its order: those that are named, or all of a town. Raises UnknownName for who is not there."""
    named, values = among(database, "person.person", persons)
    rows = database.rows(
        "SELECT person.person, person.household, latest.born FROM person LEFT JOIN person_detail AS latest "
        "ON latest.municipality = person.municipality AND latest.person = person.person "
        "AND NOT EXISTS (SELECT 1 FROM person_detail AS later WHERE later.municipality = latest.municipality "
        "AND later.person = latest.person AND later.detail > latest.detail) "
        f"WHERE person.municipality = ?{named} ORDER BY person.person",
        (municipality, *values),
    )
    found = {person: Client(person, household, day_of(born)) for person, household, born in rows}
    missing = sorted(set(persons or ()) - found.keys())
    if missing:
        raise UnknownName(f"Person {missing[0]} of {municipality} is not known; record the household first.")
    return found


def count_clients(database: Database, municipality: str) -> int:
    """How many people a town has."""
    return int(database.value("SELECT count(*) FROM person WHERE municipality = ?", (municipality,)))


def entries_of(
    database: Database, municipality: str, roles: Collection[Role], persons: Collection[int] | None = None, *,
    kinds: Collection[Kind] | None = None, upto_day: date | None = None,
) -> Mapping[int, list[Entry]]:  # fmt: skip
    """The entries of clients that these roles may see, without those that were replaced, in the order they were recorded.

    Those of which the content was destroyed are left out.
    """
    asked, said = sorted(role.value for role in roles), sorted(kind.value for kind in kinds or ())
    named, values = among(database, "person", persons)
    rows = database.rows(
        "SELECT person, kind, day, role, worker, until_day, hseq, supersedes_seq, body FROM guidance_entry "
        f"WHERE municipality = ? AND kind <> ? AND role IN ({_marks(asked)})"
        f"{f' AND kind IN ({_marks(said)})' if kinds is not None else ''}{named}",
        (municipality, GONE, *asked, *said, *values),
    )
    replaced = {(row[0], row[7]) for row in rows if row[7] is not None}  # By one of the same client, kind and role: among these.
    upto, found, days = (upto_day or date.max).isoformat(), defaultdict[int, list[Entry]](list), _Days()
    for row, body in zip(rows, _bodies([row[8] for row in rows]), strict=True):
        person, kind, day, role, worker, until, hseq, replaces, _ = row
        if day <= upto and (not replaced or (person, hseq) not in replaced):
            told = (person, _KIND[kind], days[day], _ROLE[role], worker, body, until and days[until], hseq, replaces)
            found[person].append(_made(Entry, told))
    for some in found.values():
        some.sort(key=_SEQ)
    return found


def keys_of(database: Database, municipality: str, persons: Collection[int]) -> dict[tuple[int, str], str | None]:
    """The keys of everything that was written in the chains of some people, by household: for many at once.

    With each stands whose contact it was; None for what is no contact.
    """
    named, values = among(database, "person.person", persons)
    rows = database.rows(
        "SELECT DISTINCT event.household, event.idem_key, contact.worker FROM event JOIN person "
        "ON person.municipality = event.municipality AND person.household = event.household LEFT JOIN contact "
        "ON contact.municipality = event.municipality AND contact.household = event.household AND contact.hseq = event.hseq "
        f"WHERE event.municipality = ? AND event.kind = ?{named}",
        (municipality, EventKind.GUIDANCE.value, *values),
    )
    return {(household, key): worker for household, key, worker in rows}


def written_by(database: Database, municipality: str, household: int, idem_key: str) -> str | None:
    """Whose contact or entry an event with this key has; None when there is no such event."""
    found = database.value(
        "SELECT COALESCE(contact.worker, guidance_entry.worker) FROM event LEFT JOIN contact "
        "ON contact.municipality = event.municipality AND contact.household = event.household AND contact.hseq = event.hseq "
        "LEFT JOIN guidance_entry ON guidance_entry.municipality = event.municipality "
        "AND guidance_entry.household = event.household AND guidance_entry.hseq = event.hseq "
        "WHERE event.municipality = ? AND event.household = ? AND event.idem_key = ?",
        (municipality, household, idem_key),
    )
    return None if found is None else str(found)


class _Days(dict[str, date]):
    """Days by how they are written: a town has a million of them, and of few different ones."""

    def __missing__(self, text: str) -> date:
        self[text] = day = date.fromisoformat(text)
        return day


_made = tuple.__new__
"""Makes a tuple with names of all its fields, in half of the time."""
_KIND, _ROLE = {kind.value: kind for kind in Kind}, {role.value: role for role in Role}
_SEQ = attrgetter("seq")
_TOGETHER = 10_000


def _bodies(texts: Sequence[str]) -> Iterator[dict[str, object]]:
    """The fields of many entries; many texts are read at once, which takes a third of the time of one after another."""
    for at in range(0, len(texts), _TOGETHER):
        yield from json.loads(f"[{','.join(texts[at : at + _TOGETHER])}]")


_CONTACT = "person, day, channel, initiator, kind, presence, worker, role, hseq"


def contacts_of(
    database: Database, municipality: str, roles: Collection[Role], persons: Collection[int] | None = None, *,
    upto_day: date | None = None, last_only: bool = False,
) -> Mapping[int, list[Contact]]:  # fmt: skip
    """The contacts of clients that these roles may see, by day.

    With `last_only` the last per initiator, channel and presence, without place, areas and reason. A contact of which the content
    was destroyed still counts, as of an unknown kind.
    """
    asked = sorted(role.value for role in roles)
    named, values = among(database, "person", persons)
    where = f"municipality = ? AND day <= ? AND role IN ({_marks(asked)}){named}"
    standing = (
        f"{where} AND (person, hseq) NOT IN "
        f"(SELECT person, supersedes_seq FROM contact WHERE municipality = ? AND supersedes_seq IS NOT NULL{named})"
    )
    given = (municipality, (upto_day or date.max).isoformat(), *asked, *values)
    both = (*given, municipality, *values)
    if not last_only:
        return _with_words(database.rows(f"SELECT {_CONTACT}, place, areas, reason FROM contact WHERE {standing}", both))
    righted = _with_righted(database, municipality, persons)
    if persons is not None and righted:
        return _without_words(database.rows(_LAST_OF[database.dialect].format(where=standing), both))
    found = _without_words(database.rows(_LAST_OF[database.dialect].format(where=where), given))
    # To look at each contact whether it was put right takes half as long again; so of a town only those of whom one was.
    again = contacts_of(database, municipality, roles, righted, upto_day=upto_day, last_only=True) if righted else {}
    for person in righted:
        found[person] = again.get(person, [])
    return found


def _with_righted(database: Database, municipality: str, persons: Collection[int] | None) -> set[int]:
    """The people of whom a contact was put right."""
    named, values = among(database, "person", persons)
    rows = database.rows(
        f"SELECT DISTINCT person FROM contact WHERE municipality = ? AND supersedes_seq IS NOT NULL{named}",
        (municipality, *values),
    )
    return {person for (person,) in rows}


def _without_words(rows: Iterable[Row]) -> dict[int, list[Contact]]:
    days, found = _Days(), defaultdict[int, list[Contact]](list)
    for person, day, channel, initiator, kind, presence, worker, role, hseq, *_ in rows:
        told = (person, days[day], channel, initiator, kind, presence, worker, _ROLE[role], None, (), None, hseq)
        found[person].append(_made(Contact, told))
    return _by_day(found)


def _with_words(rows: Iterable[Row]) -> dict[int, list[Contact]]:
    days, found = _Days(), defaultdict[int, list[Contact]](list)
    for person, day, channel, initiator, kind, presence, worker, role, hseq, place, areas, reason in rows:
        about = tuple(areas.split(",")) if areas else ()
        told = (person, days[day], channel, initiator, kind, presence, worker, _ROLE[role], place, about, reason, hseq)
        found[person].append(_made(Contact, told))
    return _by_day(found)


def _by_day(found: dict[int, list[Contact]]) -> dict[int, list[Contact]]:
    for some in found.values():
        some.sort(key=_DAY)
    return found


_DAY = itemgetter(1, 11)
"""The day of a contact, and its number; by place, as that is quickest."""
_GROUP = "person, initiator, channel, presence"
_LAST_OF = {
    "sqlite": (  # The other columns are those of the row with the MAX, as SQLite promises; the index has the newest first.
        f"SELECT {_CONTACT}, MAX(day) FROM contact WHERE {{where}} GROUP BY {_GROUP}"
    ),
    "postgresql": (
        f"SELECT DISTINCT ON ({_GROUP}) {_CONTACT} FROM contact WHERE {{where}} ORDER BY {_GROUP}, day DESC, hseq DESC"
    ),
}


def spells_of(database: Database, municipality: str, persons: Collection[int] | None = None) -> Mapping[int, Sequence[Spell]]:
    """The case managers of clients, first to last; a time without one is a gap."""
    named, values = among(database, "person", persons)
    rows = database.rows(
        f"SELECT person, worker, from_day, reason, hseq FROM assignment WHERE municipality = ?{named} ORDER BY person, number",
        (municipality, *values),
    )
    by_person: dict[int, list[tuple[str | None, date, str, int]]] = defaultdict(list)
    days = _Days()
    for person, worker, since, reason, hseq in rows:
        by_person[person].append((worker, days[since], reason, hseq))
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


def among(database: Database, column: str, persons: Collection[int] | None) -> tuple[str, tuple[Value, ...]]:
    """A condition on one value, however many people it names: a statement has room for so many values only."""
    if persons is None:
        return "", ()
    listed = ",".join(map(str, sorted(set(persons))))
    if database.dialect == "postgresql":
        return f" AND {column} = ANY(?::bigint[])", (f"{{{listed}}}",)
    return f" AND {column} IN (SELECT value FROM json_each(?))", (f"[{listed}]",)


def clients_of_worker(database: Database, municipality: str, worker: str, day: date) -> list[int]:
    """The people whose own case manager somebody is on a day, by number."""
    rows = database.rows(
        "SELECT person FROM assignment AS mine WHERE municipality = ? AND worker = ? AND from_day <= ? "
        "AND NOT EXISTS (SELECT 1 FROM assignment AS later WHERE later.municipality = mine.municipality "
        "AND later.person = mine.person AND later.number > mine.number AND later.from_day <= ?) ORDER BY person",
        (municipality, worker, day.isoformat(), day.isoformat()),
    )
    return [row[0] for row in rows]


def clients_of_workers(database: Database, municipality: str, day: date) -> dict[str, int]:
    """How many people are whose on a day, by case manager."""
    rows = database.rows(
        "SELECT worker, count(*) FROM assignment AS mine WHERE municipality = ? AND worker IS NOT NULL AND from_day <= ? "
        "AND NOT EXISTS (SELECT 1 FROM assignment AS later WHERE later.municipality = mine.municipality "
        "AND later.person = mine.person AND later.number > mine.number AND later.from_day <= ?) GROUP BY worker ORDER BY worker",
        (municipality, day.isoformat(), day.isoformat()),
    )
    return dict(rows)


def notes_of(
    database: Database, municipality: str, roles: Collection[Role], persons: Collection[int]
) -> dict[tuple[int, int], str]:
    """The notes of contacts that these roles may see, by person and number; also of contacts that were put right."""
    asked = sorted(role.value for role in roles)
    named, values = among(database, "person", persons)
    rows = database.rows(
        "SELECT person, hseq, note FROM contact WHERE municipality = ? AND note IS NOT NULL "
        f"AND role IN ({_marks(asked)}){named}",
        (municipality, *asked, *values),
    )
    return {(person, hseq): note for person, hseq, note in rows}
