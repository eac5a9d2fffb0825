# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the ledger still says what was written: every chain, every row behind an event, every anchor, every invariant."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from werkzaam.ledger.event import Event, Leaf, broken
from werkzaam.store.anchor import changed_since
from werkzaam.store.database import Database, Value
from werkzaam.store.events import EVENT_COLUMNS, households
from werkzaam.store.experiments import experiments, verify_experiment
from werkzaam.store.invariants import Finding, broken_invariants, refunds_due, unowned
from werkzaam.store.schema import schema
from werkzaam.store.writer import Fields, payload_of

SPINE_TABLES = (
    "person", "representative", "account_request", "account", "fact", "decision", "proposal", "reopened", "verdict", "premium",
    "premium_reclaim", "premium_verdict", "payment", "payment_part", "notice", "dispute", "dispute_end", "recovery", "letter",
    "guidance_entry", "contact", "assignment", "destruction",
)  # fmt: skip
"""Tables whose rows an event speaks for."""
AT_ONCE = 1_000
"""How many households are read at once."""


def verify(database: Database, municipality: str, *, unowned_before: str | None = None) -> list[Finding]:
    """Everything that is wrong in a town, empty when nothing is.

    I1 to I13 but I7, which computes months again and is the use case's; I14 for entries of the bank before a day that is given.
    """
    found = [*broken_chains(database, municipality), *wrong_lines(database, municipality)]
    found += [Finding("anchor", None, f"{one.day}: {one.root}") for one in changed_since(database, municipality)]
    found += [*broken_invariants(database, municipality), *refunds_due(database, municipality)]
    found += [one for name in experiments(database, municipality) for one in verify_experiment(database, municipality, name)]
    return found + (unowned(database, municipality, unowned_before) if unowned_before else [])


def broken_chains(database: Database, municipality: str) -> list[Finding]:
    """I5: events that do not follow, and events whose rows are not those they were written with, each by household and number."""
    found = []
    for first, last in _ranges(households(database, municipality)):
        events, heads = _events(database, municipality, first, last), _heads(database, municipality, first, last)
        wrong = {(one.household, one.hseq): one.why.value[1] for one in broken(events, heads)}
        rows = rows_behind(database, municipality, first, last)
        left = _left_of_destroyed(rows)
        for event in events:
            behind = rows.pop((event.household, event.hseq), {})
            if payload_of(behind) != left.get((event.household, event.hseq), event.payload):
                wrong.setdefault((event.household, event.hseq), "the rows behind this event are not those it was written with")
        for household, hseq in rows:
            wrong.setdefault((household, hseq), "there are rows behind no event")
        found += [Finding("I5", household, f"event {hseq}: {why}") for (household, hseq), why in sorted(wrong.items())]
    return found


def _ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at in range(0, len(numbers), AT_ONCE):
        some = numbers[at : at + AT_ONCE]
        yield some[0], some[-1]


def _events(database: Database, municipality: str, first: int, last: int) -> list[Event]:
    where = "municipality = ? AND household BETWEEN ? AND ? ORDER BY household, hseq"
    query = f"SELECT {EVENT_COLUMNS} FROM event WHERE {where}"
    return [Event(*row) for row in database.rows(query, (municipality, first, last))]


def _heads(database: Database, municipality: str, first: int, last: int) -> list[Leaf]:
    query = (
        "SELECT municipality, household, head_seq, head_hash FROM household "
        "WHERE municipality = ? AND household BETWEEN ? AND ? AND head_seq IS NOT NULL"
    )
    return [Leaf(*row) for row in database.rows(query, (municipality, first, last))]


def _left_of_destroyed(rows: Mapping[tuple[int, int], Mapping[str, list[Fields]]]) -> dict[tuple[int, int], Value]:
    """Of events of which something was destroyed the fingerprint of what is left, as a later event of the chain says it."""
    gone = (row for tables in rows.values() for row in tables.get("destruction", ()))
    return {(int(row["household"]), int(row["about_seq"])): row["kept"] for row in gone}  # type: ignore[arg-type]


def rows_behind(database: Database, municipality: str, first: int, last: int) -> dict[tuple[int, int], dict[str, list[Fields]]]:
    """The rows behind the events of some households, by household, number and table."""
    found: dict[tuple[int, int], dict[str, list[Fields]]] = defaultdict(dict)
    for table in SPINE_TABLES:
        columns = [column.name for column in schema().table(table).columns]
        query = f"SELECT {', '.join(columns)} FROM {table} WHERE municipality = ? AND household BETWEEN ? AND ?"
        for row in database.rows(query, (municipality, first, last)):
            fields = dict(zip(columns, row, strict=True))
            found[fields["household"], fields["hseq"]].setdefault(table, []).append(fields)
    return found


def wrong_lines(database: Database, municipality: str) -> list[Finding]:
    """I8: decisions whose lines do not add up to what is due, or name no rule or no law."""
    query = "SELECT household, month, version, due_cents, lines FROM decision WHERE municipality = ?"
    found = []
    for household, month, version, due, lines in database.stream(query, (municipality,)):
        if not _adds_up(lines, due):
            found.append(Finding("I8", household, f"{month} {version}"))
    return found


def _adds_up(lines: str, due: int) -> bool:
    try:
        read = [(name, law, int(cents)) for name, law, cents in json.loads(lines)]
    except (TypeError, ValueError):
        return False
    return sum(cents for _, _, cents in read) == due and all(name and law for name, law, _ in read)
