# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The schema refuses what must not be written, each thing by the constraint that is there for it, on both databases."""

from __future__ import annotations

from collections.abc import Sequence

from tests.store.hostile_experiment import EXPERIMENTS
from tests.store.hostile_guidance import GUIDANCE
from tests.store.hostile_money import DECISIONS, PREMIUM, PREMIUM_VERDICTS, PROPOSALS, VERDICTS
from tests.store.hostile_paid import BANK, CLAIMS, FILES, LETTERS, PAYMENTS, RECOVERIES, RUNS
from tests.store.hostile_spine import ACCOUNTS, FACTS, PEOPLE, SPINE
from tests.store.mutants import Copies, lets_through, without_constraints, without_guards
from tests.store.steps import Row, rows_of, steps
from tests.store.world import build
from werkzaam.store.database import Database, open_database
from werkzaam.store.errors import Refused
from werkzaam.store.schema import schema

HOSTILE = [
    *SPINE, *PEOPLE, *ACCOUNTS, *FACTS, *DECISIONS, *PROPOSALS, *VERDICTS, *PREMIUM, *PREMIUM_VERDICTS, *PAYMENTS, *CLAIMS,
    *RECOVERIES, *FILES, *BANK, *RUNS, *LETTERS, *GUIDANCE, *EXPERIMENTS,
]  # fmt: skip
FOREIGN_KEYS = {one.name for one in schema().constraints() if one.kind == "FOREIGN KEY"}


class _Undo(Exception):
    """Takes back what got through."""


def tried(database: Database, rows: Sequence[Row], sql: str = "") -> str:
    """The constraint that refuses these rows; empty when they are kept."""
    try:
        with database.transaction():
            if sql:
                database.execute(sql)
            for table, row in rows:
                database.insert(table, tuple(row), [tuple(row.values())])
    except Refused as wrong:
        return wrong.constraint
    return ""


def test_every_attempt_is_refused_by_the_constraint_that_is_there_for_it(database: Database) -> None:
    town = build(database)
    there, ways = rows_of(database), steps(town)
    wrong = []
    for one in HOSTILE:
        found = tried(database, [] if one.sql else one.rows(ways, there), one.sql)
        nameless = database.dialect == "sqlite" and one.refused_by in FOREIGN_KEYS and found == "foreign key"
        if found != one.refused_by and not nameless:
            wrong.append(f"{one.name} -> {found or 'kept'}")
    assert not wrong, "\n".join(wrong)
    assert rows_of(database) == there


def test_every_constraint_refuses_something_that_nothing_else_does(sqlite_url: str) -> None:
    with open_database(sqlite_url) as database:
        town = build(database)
        there, ways = rows_of(database), steps(town)
    copies, alive = Copies(schema(), there), []
    for name, what, mutant in [*without_constraints(schema()), *without_guards(schema())]:
        answers = lets_through(copies.other(mutant), [one for one in HOSTILE if one.refused_by == name], ways, there)
        if answers:
            alive.append(f"{what}: {answers}")
    assert not alive, "\n".join(alive)
