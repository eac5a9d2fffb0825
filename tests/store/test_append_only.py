# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing that was written changes or goes, and nothing that must be there is left out: of every table and column."""

from __future__ import annotations

import sqlite3

import pytest

from tests.store.hostile import alone, h
from tests.store.mutants import Copies, gets_through
from tests.store.steps import Row, rows_of, steps
from tests.store.test_hostile import tried
from tests.store.world import TOWN, build
from werkzaam.core.errors import InputError
from werkzaam.store.database import Database, open_database
from werkzaam.store.errors import StoreError
from werkzaam.store.schema import MOVES_FORWARD, REFUSE_CHANGE, refused_events, schema

TABLES = [table.name for table in schema().tables]


def test_no_row_is_changed_or_removed(database: Database) -> None:
    build(database)
    before = rows_of(database)
    for table in TABLES:
        column = schema().table(table).columns[0].name
        if table not in MOVES_FORWARD:
            assert tried(database, [], f"UPDATE {table} SET {column} = {column}") == REFUSE_CHANGE
        assert tried(database, [], f"DELETE FROM {table}") == REFUSE_CHANGE
        if database.dialect == "postgresql":
            assert tried(database, [], f"TRUNCATE {table} CASCADE") == REFUSE_CHANGE
    assert rows_of(database) == before


def test_no_row_is_replaced(sqlite_url: str) -> None:
    """INSERT OR REPLACE removes a row without the trigger of DELETE, unless SQLite is told to heed it."""
    with open_database(sqlite_url) as database:
        build(database)
        for table in TABLES:
            columns = ", ".join(column.name for column in schema().table(table).columns)
            replace = f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}"
            assert tried(database, [], replace) in (REFUSE_CHANGE, *(guard.name for guard in schema().guards))


LEAVES = [
    h("", "town"),
    h("", "household"),
    h("", "statement", only=("bank_statement",)),
    h("", "open item"),
    h("", "fact", alone(3), only=("event",)),
    h("", "person", {"person.hseq": 1}, only=("person",)),
    h("", "premium verdict", {"premium_verdict.hseq": 1}, only=("premium_verdict",)),
    h("", "premium reclaim", {"premium_reclaim.hseq": 2, "premium_reclaim.entry_before": 1}, only=("premium_reclaim",)),
    h("", "verdict", {"verdict.hseq": 1}, only=("verdict",)),
    h("", "reveal", only=("experiment_event",)),
    h("", "design", {"experiment_design.seq": 1}, only=("experiment_design",)),
    h("", "people", {"participant.seq": 1}, only=("participant",)),
    h("", "draw", only=("experiment_event", "draw_result")),
    h("", "commit", {"commitment.seq": 13, "commitment.committed_at": "2026-03-26T13:00:00Z"}, only=("commitment",)),
]
"""What is added, so that these tables have a row with nothing behind it."""
HELD_TWICE = {
    f"{table}_no_delete": {"FOREIGN KEY constraint failed"} for table in ("attempt", "pay_file", "payment", "payment_part")
}
"""Triggers that foreign keys back up: payment and parts, file and transfers refer to one another, so none can go alone."""


def test_every_trigger_against_change_is_needed(sqlite_url: str) -> None:
    """Without it, a row of its table is changed or removed."""
    with open_database(sqlite_url) as database:
        town = build(database)
        ways, there = steps(town), rows_of(database)
        for leaf in LEAVES:
            assert tried(database, leaf.rows(ways, there)) == ""
        there = rows_of(database)
    copies, alive = Copies(schema(), there), {}
    for table in TABLES:
        for event in refused_events(table):
            connection = copies.without(f"{table}_no_{event.lower()}")
            answers = {gets_through(connection, [], sql) for sql in _changes(table, event, there)}
            if "" not in answers:
                alive[f"{table}_no_{event.lower()}"] = answers
    assert alive == HELD_TWICE


def _changes(table: str, event: str, there: list[Row]) -> list[str]:
    """Statements that change or remove one row of a table each."""
    keys = schema().table(table).key
    wheres = [" AND ".join(f"{key} = {_quoted(row[key])}" for key in keys) for name, row in there if name == table]
    if event == "DELETE":
        return [f"DELETE FROM {table} WHERE {where}" for where in wheres]
    column = next(one.name for one in schema().table(table).columns if one.name not in keys or one.name == keys[0])
    return [f"UPDATE {table} SET {column} = {column} WHERE {where}" for where in wheres]


def _quoted(value: object) -> str:
    return str(value) if isinstance(value, int) else f"'{value}'"


def test_every_column_that_must_be_there_must_be_there(database: Database) -> None:
    town = build(database)
    kept, seen = [], set()
    for rows in steps(town).values():
        for at, (table, row) in enumerate(rows):
            for column in schema().table(table).columns:
                if column.required and (table, column.name) not in seen:
                    seen.add((table, column.name))
                    missing = [*rows[:at], (table, {**row, column.name: None}), *rows[at + 1 :]]
                    if tried(database, missing) != f"{table}.{column.name}":
                        kept.append(f"{table}.{column.name}")
    assert not kept
    required = {(table.name, one.name) for table in schema().tables for one in table.columns if one.required}
    assert seen == required


@pytest.mark.parametrize("value", [0.9, 10.99, 100.0, True, float("nan"), 2**63, -(2**63) - 1, "a\0b", "\ud800"])
def test_only_whole_numbers_and_texts_that_can_be_stored_enter(database: Database, value: object) -> None:
    """A database would round the first two without a word (measured with Django's BigIntegerField)."""
    with pytest.raises((InputError, StoreError)), database.transaction():
        database.insert("municipality", ("municipality", "name"), [(TOWN, value)])  # type: ignore[list-item]
    assert database.rows("SELECT * FROM municipality") == []


def test_a_number_in_the_place_of_a_text_is_refused_by_sqlite_itself(sqlite_url: str) -> None:
    with open_database(sqlite_url) as database:
        build(database)
    raw = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    with pytest.raises(sqlite3.IntegrityError, match="cannot store REAL value"):
        raw.execute("INSERT INTO run_slice SELECT municipality, run_id, 9, 0.5, 1, 1, 0, NULL, NULL, 0 FROM run")
    raw.close()
