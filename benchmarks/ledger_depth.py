# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""As known then, among millions of decisions: how long it takes for one household, and by which way the database goes.

The decisions are filler: right as far as columns and indexes go, without the rest of a ledger behind them, and so written
with the foreign keys off. Only how deep the indexes are matters here; nobody should keep such a database.
"""

from __future__ import annotations

import statistics
import time

from werkzaam.store.check import create_schema
from werkzaam.store.database import Database
from werkzaam.store.decisions import decisions
from werkzaam.store.facts import facts_known

TOWN, MONTHS, ASKED = "stad", 100, 200
MOMENT, ORDERED = "2026-01-01T00:00:00Z", "ORDER BY home.number, turn.number"
LINES, STATE = '[["bijstand","Pw 19",133142]]', '[["maanden_in_bijstand_geteld",12]]'


def fill(database: Database, count: int) -> None:
    """So many decisions, of a hundred months for each household."""
    create_schema(database)
    homes = count // MONTHS
    if database.dialect == "sqlite":
        numbers = ("WITH RECURSIVE home (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM home WHERE number < ?), "
                   "turn (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM turn WHERE number < ? - 1) ")  # fmt: skip
        places, off, digits = "home, turn", "PRAGMA foreign_keys = OFF", "printf('%032d%032d', home.number, turn.number)"
    else:
        numbers = "WITH home (number) AS (SELECT generate_series(1, ?)), turn (number) AS (SELECT generate_series(0, ? - 1)) "
        places, off = "home CROSS JOIN turn", "SET session_replication_role = replica"
        digits = "lpad(home.number::text, 32, '0') || lpad(turn.number::text, 32, '0')"
    database.execute(off)
    with database.transaction():
        database.execute("INSERT INTO municipality (municipality, name) VALUES (?, ?)", (TOWN, "Stad"))
        begun = "CASE WHEN turn.number > 0 THEN {} END"
        link = ", ".join(begun.format(what) for what in ("turn.number", digits, f"'{MOMENT}'"))
        database.execute(
            f"{numbers} INSERT INTO event (municipality, household, hseq, prev_seq, prev_hash, prev_at, kind, payload, "
            f"recorded_at, actor, idem_key, hash_version, hash) SELECT '{TOWN}', home.number, turn.number + 1, {link}, "
            f"'decision', 'decision', '{MOMENT}', 'm.bakker', 'decision ' || turn.number, 1, {digits} FROM {places} {ORDERED}",
            (homes, MONTHS),
        )
        database.execute(
            f"{numbers} INSERT INTO decision (municipality, household, month, version, hseq, known_seq, rules_version, "
            "input_digest, due_cents, provisional, lines, state, paid_before, claim_before, paid_after, claim_after, pay_cents, "
            f"payment_seq) SELECT '{TOWN}', home.number, (2018 + turn.number / 12) * 100 + turn.number % 12 + 1, 1, "
            f"turn.number + 1, turn.number, '1', {digits}, 133142, 0, '{LINES}', '{STATE}', 0, 0, 133142, 0, 133142, "
            f"turn.number + 1 FROM {places} {ORDERED}",
            (homes, MONTHS),
        )
    database.execute("ANALYZE")


def as_known(database: Database, count: int) -> dict[str, object]:
    """Milliseconds for a household's decisions and facts as known at some event, for some households all over the town."""
    homes, taken = count // MONTHS, []
    for turn in range(ASKED):
        household = 1 + turn * 7919 % homes
        started = time.perf_counter()
        found = decisions(database, TOWN, household, upto=60)
        facts_known(database, TOWN, household, 60)
        taken.append((time.perf_counter() - started) * 1000)
        assert len(found) == 60
    return {"median_ms": statistics.median(taken), "most_ms": max(taken), "decisions": count, "plan": query_plan(database)}


def query_plan(database: Database) -> list[str]:
    """How the database looks up one household's decisions as known then."""
    query = "SELECT due_cents FROM decision WHERE municipality = ? AND household = ? AND hseq <= ? ORDER BY month, version"
    explained = "EXPLAIN QUERY PLAN" if database.dialect == "sqlite" else "EXPLAIN"
    return [str(row[-1]).strip() for row in database.rows(f"{explained} {query}", (TOWN, 17, 60))]
