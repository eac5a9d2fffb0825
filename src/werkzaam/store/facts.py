# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of a household: rows of a case file, each with its source and the moment it became known."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzaam.core.errors import InputError
from werkzaam.ledger.event import Event, EventKind
from werkzaam.store.database import Database
from werkzaam.store.months import day_of
from werkzaam.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a case file: `row` as it is written there, and beside it what is asked for most.

    `kind` is household, person, wage, correction, estimate, income, arrangement, instalment, gift, consent or withdrawal.
    `valid_from` and `valid_to` are inclusive, no end means still. `cents` is below zero only in a correction. `supersedes` is
    the number of the fact that it replaces; a withdrawal replaces one by nothing.
    """

    kind: str
    row: Mapping[str, Any]
    valid_from: date
    source_ref: str
    valid_to: date | None = None
    person: int | None = None
    job: str | None = None
    cents: int | None = None
    supersedes: int | None = None


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact as it was known: its number, when it became known and by whom, and the number of what replaced it by then."""

    hseq: int
    recorded_at: str
    actor: str
    fact: Fact
    superseded_by: int | None


def record_fact(writer: Writer, household: int, fact: Fact, *, idem_key: str) -> Event | None:
    """Record a fact; None when one with this key is there. Raises Refused when a constraint does not hold."""
    row = {
        "kind": fact.kind,
        "person": fact.person,
        "job": fact.job,
        "valid_from": fact.valid_from.isoformat(),
        "valid_to": fact.valid_to.isoformat() if fact.valid_to else None,
        "amount_cents": fact.cents,
        "source_ref": fact.source_ref,
        "supersedes_seq": fact.supersedes,
        "body": canonical(fact.row),
    }
    return writer.add(household, EventKind.FACT, lambda _: {"fact": [row]}, idem_key=idem_key)


def facts_known(
    database: Database, municipality: str, household: int, upto: int | None = None, *, all_versions: bool = False
) -> list[KnownFact]:
    """The facts of a household as known at event `upto`, in the order in which they became known.

    Those that were replaced or withdrawn by then are left out, unless all versions are asked for.
    """
    known = 2**62 if upto is None else upto
    rows = database.rows(
        "SELECT fact.hseq, event.recorded_at, event.actor, fact.kind, fact.body, fact.valid_from, fact.valid_to, "
        "fact.source_ref, fact.person, fact.job, fact.amount_cents, fact.supersedes_seq, later.hseq FROM fact "
        "JOIN event ON event.municipality = fact.municipality AND event.household = fact.household AND event.hseq = fact.hseq "
        "LEFT JOIN fact AS later ON later.municipality = fact.municipality AND later.household = fact.household "
        "AND later.supersedes_seq = fact.hseq AND later.hseq <= ? "
        "WHERE fact.municipality = ? AND fact.household = ? AND fact.hseq <= ? ORDER BY fact.hseq",
        (known, municipality, household, known),
    )
    found = [_known(*row) for row in rows]
    return found if all_versions else [one for one in found if one.superseded_by is None and one.fact.kind != "withdrawal"]


def wages_read_in(database: Database, municipality: str, sources: Sequence[str]) -> list[tuple[int, int]]:
    """The wages that stand and were read in some sources, as household and number, in order."""
    rows = database.rows(
        f"SELECT fact.household, fact.hseq FROM fact WHERE fact.municipality = ? AND fact.kind = 'wage' AND fact.source_ref IN "
        f"({', '.join('?' * len(sources))}) AND NOT EXISTS (SELECT 1 FROM fact AS later "
        "WHERE later.municipality = fact.municipality AND later.household = fact.household "
        "AND later.supersedes_seq = fact.hseq) ORDER BY fact.household, fact.hseq",
        (municipality, *sources),
    )
    return [(household, hseq) for household, hseq in rows]


def consenting(database: Database, municipality: str, day: date) -> list[int]:
    """The households of which a consent holds on a day; of others nothing is read."""
    rows = database.rows(
        "SELECT DISTINCT fact.household FROM fact WHERE fact.municipality = ? AND fact.kind = 'consent' AND fact.valid_from <= ? "
        "AND fact.valid_to >= ? AND NOT EXISTS (SELECT 1 FROM fact AS later WHERE later.municipality = fact.municipality "
        "AND later.household = fact.household AND later.supersedes_seq = fact.hseq) ORDER BY fact.household",
        (municipality, day.isoformat(), day.isoformat()),
    )
    return [row[0] for row in rows]


def _known(
    hseq: int,
    recorded_at: str,
    actor: str,
    kind: str,
    body: str,
    valid_from: str,
    valid_to: str | None,
    source_ref: str,
    *rest: Any,
) -> KnownFact:
    person, job, cents, supersedes, superseded_by = rest
    fact = Fact(
        kind, json.loads(body), date.fromisoformat(valid_from), source_ref, day_of(valid_to), person, job, cents, supersedes
    )
    return KnownFact(hseq, recorded_at, actor, fact, superseded_by)


def canonical(value: Any) -> str:
    """A value as one text that is the same everywhere; days become yyyy-mm-dd.

    Raises InputError for a number with a fraction, which would differ between machines, and for what JSON cannot say.
    """
    return _encoded(_plain(value))


_encoded = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
    raise InputError(f"A text, a whole number, a day or rows of these were expected; found {value!r}.")
