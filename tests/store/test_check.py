# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A database under which money could be lost or changed unseen is refused before use, and says what is wrong."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

import pytest

from tests.databases import Cluster, started
from tests.store.world import TOWN
from werkzaam.store.check import check, create_schema, unsafe_settings
from werkzaam.store.database import Database, open_database
from werkzaam.store.drift import drift
from werkzaam.store.errors import StoreError, Unsafe
from werkzaam.store.events import open_municipality
from werkzaam.store.schema import REFUSE_CHANGE, refused_events, schema

GOLDEN = Path(__file__).parents[1] / "golden/store/schema.txt"


def listed() -> list[str]:
    """Everything of the schema that refuses something, a line each."""
    constraints = [f"{one.table}.{one.name} {one.kind}" for one in schema().constraints()]
    guards = [f"{one.table}.{one.name} BEFORE {one.event}" for one in schema().guards]
    changes = [f"{one.name}.{one.name}_no_{event.lower()}" for one in schema().tables for event in refused_events(one.name)]
    return sorted([*constraints, *guards, *changes])


def test_the_constraints_and_triggers_are_those_of_the_golden_list() -> None:
    """Whoever takes one away takes it out of this list too, where a reader sees it: tests/golden/store/schema.txt."""
    assert GOLDEN.read_text(encoding="utf-8").splitlines() == listed()


def test_a_database_with_the_schema_is_as_it_must_be(database: Database) -> None:
    check(database)
    assert drift(database) == []


def test_the_schema_is_made_once_and_whole(empty_url: str) -> None:
    with open_database(empty_url) as database:
        with pytest.raises(StoreError, match="holds no ledger"):
            check(database)
        stopped = 300

        def stop(statement: str) -> None:
            nonlocal stopped
            stopped -= 1
            if stopped == 200:
                raise KeyboardInterrupt

        database.before = stop
        with pytest.raises(KeyboardInterrupt):
            create_schema(database)
        database.before = None
        with pytest.raises(StoreError, match="holds no ledger"):
            check(database)
        create_schema(database)
        check(database)
        with pytest.raises(StoreError, match="already exists"):
            create_schema(database)


DRIFT = {
    "sqlite": {
        "DROP TRIGGER event_no_delete": "the trigger event.event_no_delete is missing",
        "DROP TABLE open_item_step": "the table open_item_step is missing",
        "ALTER TABLE decision ADD COLUMN extra TEXT": "the table decision was changed",
        "CREATE TRIGGER mine AFTER INSERT ON payment BEGIN UPDATE run SET go = 2; END":
            "there is a trigger payment.mine that does not belong",
    },
    "postgresql": {
        "ALTER TABLE event DISABLE TRIGGER event_no_delete": "the trigger event.event_no_delete was changed",
        "DROP TRIGGER event_no_delete ON event": "the trigger event.event_no_delete is missing",
        "ALTER TABLE decision DROP CONSTRAINT decision_claim": "the constraint decision.decision_claim is missing",
        "ALTER TABLE decision DROP CONSTRAINT decision_claim, ADD CONSTRAINT decision_claim CHECK (claim_after >= -1)":
            "the constraint decision.decision_claim was changed",
        "ALTER TABLE decision ALTER due_cents TYPE NUMERIC": "the column decision.due_cents was changed",
        "ALTER TABLE decision ALTER due_cents DROP NOT NULL": "the column decision.due_cents was changed",
        f"CREATE OR REPLACE FUNCTION {REFUSE_CHANGE}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'":
            f"the function {REFUSE_CHANGE} was changed",
        "CREATE RULE mine AS ON INSERT TO payment DO INSTEAD NOTHING": "there is a rule payment.mine that does not belong",
        "ALTER TABLE payment ADD CONSTRAINT mine CHECK (amount_cents < 100)":
            "there is a constraint payment.mine that does not belong",
    },
}  # fmt: skip


@pytest.mark.parametrize("statement", DRIFT["sqlite"])
def test_drift_is_found_and_told_on_sqlite(sqlite_url: str, statement: str) -> None:
    with open_database(sqlite_url) as database:
        assert_found(database, statement)


@pytest.mark.parametrize("statement", DRIFT["postgresql"])
def test_drift_is_found_and_told_on_postgresql(cluster: Cluster, statement: str) -> None:
    with cluster.database(schema=True) as url, open_database(url) as database:
        assert_found(database, statement)


def assert_found(database: Database, statement: str) -> None:
    """The database is refused after this statement, for the right reason."""
    database.execute(statement)
    assert DRIFT[database.dialect][statement] in drift(database)
    with pytest.raises(Unsafe, match="cannot be used"):
        check(database)


@pytest.mark.parametrize(
    ("pragma", "told"),
    [
        ("synchronous = NORMAL", "synchronous is 1"),
        ("synchronous = OFF", "synchronous is 0"),
        ("foreign_keys = OFF", "foreign_keys is 0"),
        ("recursive_triggers = OFF", "recursive_triggers is 0"),
        ("ignore_check_constraints = ON", "ignore_check_constraints is 1"),
        ("journal_mode = OFF", "journal_mode is off"),
        ("journal_mode = MEMORY", "journal_mode is memory"),
    ],
)
def test_unsafe_settings_of_sqlite_are_refused(sqlite_url: str, pragma: str, told: str) -> None:
    with open_database(sqlite_url) as database:
        database.rows(f"PRAGMA {pragma}")
        with pytest.raises(Unsafe, match=told):
            check(database)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("synchronous_commit = off", "synchronous_commit is off"),
        ("session_replication_role = replica", "session_replication_role"),
    ],
)
def test_unsafe_settings_of_a_session_of_postgresql_are_refused(cluster: Cluster, setting: str, told: str) -> None:
    with cluster.database(schema=True) as url, open_database(url) as database:
        database.execute(f"SET {setting}")
        with pytest.raises(Unsafe, match=told):
            check(database)


def test_unsafe_settings_of_a_server_are_refused() -> None:
    with (
        tempfile.TemporaryDirectory(prefix="werkzaam-pg-") as folder,
        started(Path(folder), fsync="off", full_page_writes="off") as unsafe,
        open_database(unsafe.url) as database,
    ):
        assert [line.split(",")[0] for line in unsafe_settings(database)] == ["fsync is off", "full_page_writes is off"]


def test_another_version_of_the_schema_is_refused(database: Database) -> None:
    with database.transaction():
        database.insert("schema_version", ("version", "ddl_digest"), [(2, "f" * 64)])
    with pytest.raises(StoreError, match="reads version 1 of the schema; the database has 2"):
        check(database)


def test_errors_say_what_was_looked_for_and_what_to_do(tmp_path: Path, database: Database) -> None:
    with pytest.raises(StoreError, match=r"sqlite:///path or postgresql://\.\.\.; found 'mysql://x'"):
        open_database("mysql://x")
    with pytest.raises(StoreError, match=r"could not be opened.*Check the path"):
        open_database(f"sqlite:///{tmp_path}/no/such/folder/x.db")
    with pytest.raises(StoreError, match="could not be opened"):
        open_database("postgresql://nobody@/none?host=/no/such/folder")
    with pytest.raises(StoreError, match="Nothing is written outside a transaction"):
        open_municipality(database, TOWN, "Teststad")
    with database.transaction(), pytest.raises(StoreError, match="no other begins within it"), database.transaction():
        pass


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Geachte heer, mevrouw, " * 100)
    with pytest.raises(StoreError, match="file is not a database"):
        open_database(f"sqlite:///{path}")
    assert sqlite3.sqlite_version_info >= (3, 37), "STRICT tables"
