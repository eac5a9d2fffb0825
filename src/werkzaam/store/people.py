# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is in a household, and who may act for them. Names are versions of their own, in no fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from werkzaam.core.errors import UnknownName
from werkzaam.ledger.event import Event, EventKind
from werkzaam.store.database import Database, Value
from werkzaam.store.months import day_of
from werkzaam.store.writer import Fields, Writer


@dataclass(frozen=True, slots=True)
class Person:
    """A person: the number that the ledger knows, the household, and what is personal as last known (None once destroyed)."""

    person: int
    household: int
    name: str | None
    born: date | None
    reference: str | None = None


def record_person(
    writer: Writer, household: int, person: int, *, name: str, born: date, reference: str | None = None
) -> Event | None:
    """Add a person to a household; None when the number is there. `reference` is how other systems know the person."""
    added = writer.add(household, EventKind.FACT, lambda _: {"person": [{"person": person}]}, idem_key=f"person {person}")
    if added is not None:
        _detail(writer, person, 1, name=name, born=born, reference=reference)
    return added


def change_person(writer: Writer, person: int, *, name: str, born: date, reference: str | None = None) -> None:
    """What is personal is different from now on; what was known before stays. Raises UnknownName for another number."""
    writer.flush()
    found = writer.database.value(
        "SELECT max(detail) FROM person_detail WHERE municipality = ? AND person = ?", (writer.municipality, person)
    )
    if found is None:
        raise UnknownName(f"Person {person} of {writer.municipality} is not known; record the person first.")
    _detail(writer, person, found + 1, name=name, born=born, reference=reference)


def _detail(writer: Writer, person: int, detail: int, *, name: str, born: date, reference: str | None) -> None:
    writer.beside("person_detail", {
        "person": person, "detail": detail, "prev_detail": detail - 1 or None, "name": name, "born": born.isoformat(),
        "reference": reference, "recorded_at": writer.recorded_at, "actor": writer.actor,
    })  # fmt: skip


def people(database: Database, municipality: str, household: int | None = None) -> list[Person]:
    """The people of a household or a town, by number."""
    where, values = "person.municipality = ?", list[Value]([municipality])
    if household is not None:
        where, values = f"{where} AND person.household = ?", [*values, household]
    rows = database.rows(
        "SELECT person.person, person.household, latest.name, latest.born, latest.reference FROM person "
        "LEFT JOIN person_detail AS latest ON latest.municipality = person.municipality AND latest.person = person.person "
        "AND NOT EXISTS (SELECT 1 FROM person_detail AS later WHERE later.municipality = latest.municipality "
        f"AND later.person = latest.person AND later.detail > latest.detail) WHERE {where} ORDER BY person.person",
        values,
    )
    return [Person(person, home, name, day_of(born), reference) for person, home, name, born, reference in rows]


class Detail(NamedTuple):
    """How other systems knew a person, since a moment in UTC, and who said so."""

    reference: str | None
    recorded_at: str
    actor: str


def details(database: Database, municipality: str, person: int) -> list[Detail]:
    """How other systems knew a person, first to last; empty once what is personal was destroyed."""
    rows = database.rows(
        "SELECT reference, recorded_at, actor FROM person_detail WHERE municipality = ? AND person = ? ORDER BY detail",
        (municipality, person),
    )
    return [Detail(*row) for row in rows]


def reference_given(database: Database, municipality: str, reference: str) -> bool:
    """Whether anybody of a town has or had a reference."""
    sql = "SELECT 1 FROM person_detail WHERE municipality = ? AND reference = ?"
    return database.value(sql, (municipality, reference)) is not None


@dataclass(frozen=True, slots=True)
class Representative:
    """Somebody who may read or act for a person from a day to a day, both included; no end means still.

    `role` is bewindvoerder, curator, mentor, budgetbeheerder or gemachtigde; `rights` read or act; `evidence` what shows it.
    """

    person: int
    role: str
    name: str
    rights: str
    from_day: date
    evidence: str
    to_day: date | None = None


@dataclass(frozen=True, slots=True)
class StoredRepresentative:
    """A representative with the number of its event."""

    hseq: int
    representative: Representative


def record_representative(
    writer: Writer, household: int, representative: Representative, *, idem_key: str, supersedes: int | None = None
) -> Event | None:
    """Record who may act for a person, or with `supersedes` put another in the place of one, also to end it on a day."""
    row: Fields = {
        "person": representative.person, "role": representative.role, "name": representative.name,
        "rights": representative.rights, "from_day": representative.from_day.isoformat(),
        "to_day": representative.to_day.isoformat() if representative.to_day else None, "evidence": representative.evidence,
        "supersedes_seq": supersedes,
    }  # fmt: skip
    return writer.add(household, EventKind.FACT, lambda _: {"representative": [row]}, idem_key=idem_key)


def representatives(
    database: Database, municipality: str, household: int, *, on: date | None = None, upto: int | None = None
) -> list[StoredRepresentative]:
    """Who may act for the people of a household as known at event `upto`; on one day when it is given."""
    known = 2**62 if upto is None else upto
    rows = database.rows(
        "SELECT hseq, person, role, name, rights, from_day, evidence, to_day FROM representative AS one "
        "WHERE municipality = ? AND household = ? AND hseq <= ? AND NOT EXISTS (SELECT 1 FROM representative AS later "
        "WHERE later.municipality = one.municipality AND later.household = one.household AND later.supersedes_seq = one.hseq "
        "AND later.hseq <= ?) ORDER BY hseq",
        (municipality, household, known, known),
    )
    found = [_stored(*row) for row in rows]
    return [one for one in found if on is None or _holds(one.representative, on)]


def represented_by(database: Database, municipality: str, name: str, day: date) -> list[StoredRepresentative]:
    """Whom somebody may read or act for on a day, by number; a person with two mandates is there twice."""
    rows = database.rows(
        "SELECT hseq, person, role, name, rights, from_day, evidence, to_day FROM representative AS one "
        "WHERE municipality = ? AND name = ? AND from_day <= ? AND COALESCE(to_day, '9999-12-31') >= ? "
        "AND NOT EXISTS (SELECT 1 FROM representative AS later WHERE later.municipality = one.municipality "
        "AND later.household = one.household AND later.supersedes_seq = one.hseq) ORDER BY person, hseq",
        (municipality, name, day.isoformat(), day.isoformat()),
    )
    return [_stored(*row) for row in rows]


def _stored(
    hseq: int, person: int, role: str, name: str, rights: str, from_day: str, evidence: str, to_day: str | None
) -> StoredRepresentative:  # fmt: skip
    return StoredRepresentative(
        hseq, Representative(person, role, name, rights, date.fromisoformat(from_day), evidence, day_of(to_day))
    )


def _holds(one: Representative, day: date) -> bool:
    return one.from_day <= day and (one.to_day is None or day <= one.to_day)
