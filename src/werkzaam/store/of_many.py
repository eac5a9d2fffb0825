# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a run reads of many households at once, from one number to another: a few queries for a slice, none for each household."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from werkzaam.core.months import Month
from werkzaam.ledger.event import Head
from werkzaam.store.database import Database
from werkzaam.store.months import month_of

Between = tuple[int, int]
"""The numbers of the first and the last household of a slice."""
FactRow = tuple[int, int, str, str, str, str, int | None]
"""Household, number, kind, body, moment, source, and the number of the fact that replaced it."""
AT_ONCE = 500
"""How many households one query names."""


def count_heads(database: Database, municipality: str) -> int:
    """How many households have a past."""
    query = "SELECT count(*) FROM household WHERE municipality = ? AND head_seq IS NOT NULL"
    return int(database.value(query, (municipality,)))


def heads_between(database: Database, municipality: str, between: Between) -> dict[int, Head]:
    """The head of every household of a slice that has a past, by its number and in that order."""
    rows = database.rows(
        "SELECT household, head_seq, head_hash, head_at FROM household WHERE municipality = ? AND household BETWEEN ? AND ? "
        "AND head_seq IS NOT NULL ORDER BY household",
        (municipality, *between),
    )
    return {household: Head(*head) for household, *head in rows}


def fact_rows(database: Database, municipality: str, between: Between) -> Iterator[FactRow]:
    """Every fact of every household of a slice, in the order in which each household's became known."""
    yield from database.rows(
        "SELECT fact.household, fact.hseq, fact.kind, fact.body, event.recorded_at, fact.source_ref, later.hseq FROM fact "
        "JOIN event ON event.municipality = fact.municipality AND event.household = fact.household AND event.hseq = fact.hseq "
        "LEFT JOIN fact AS later ON later.municipality = fact.municipality AND later.household = fact.household "
        "AND later.supersedes_seq = fact.hseq WHERE fact.municipality = ? AND fact.household BETWEEN ? AND ? "
        "ORDER BY fact.household, fact.hseq",
        (municipality, *between),
    )


def reopened_between(database: Database, municipality: str, between: Between) -> dict[int, set[Month]]:
    """The months that were opened again, by household."""
    found: dict[int, set[Month]] = defaultdict(set)
    query = "SELECT household, month FROM reopened WHERE municipality = ? AND household BETWEEN ? AND ?"
    for household, month in database.rows(query, (municipality, *between)):
        found[household].add(month_of(month))
    return found


def with_claims(database: Database, municipality: str, between: Between) -> set[int]:
    """The households of which something was claimed once: a claim grows by a verdict only."""
    query = "SELECT household FROM verdict WHERE municipality = ? AND household BETWEEN ? AND ? AND outcome = 'approved'"
    return {row[0] for row in database.rows(query, (municipality, *between))}


def in_parts(households: Sequence[int]) -> Iterator[Sequence[int]]:
    """Numbers in parts that fit in one query."""
    return (households[at : at + AT_ONCE] for at in range(0, len(households), AT_ONCE))
