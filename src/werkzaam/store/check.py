# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Make the schema in an empty database, and refuse a database under which money could be lost or changed unseen."""

from __future__ import annotations

from collections.abc import Callable

from werkzaam.store.database import Database, shown_address
from werkzaam.store.drift import drift
from werkzaam.store.errors import StoreError, Unsafe
from werkzaam.store.schema import VERSION, ddl_digest, postgresql_statements, schema, sqlite_statements

SAFE = {
    "sqlite": {
        "synchronous": ("2", "3"),
        "foreign_keys": ("1",),
        "recursive_triggers": ("1",),
        "ignore_check_constraints": ("0",),
        "writable_schema": ("0",),
        "journal_mode": ("wal", "delete", "truncate", "persist"),
    },
    "postgresql": {
        "fsync": ("on",),
        "synchronous_commit": ("on", "remote_apply", "remote_write", "local"),
        "full_page_writes": ("on",),
        "server_encoding": ("UTF8",),
        "session_replication_role": ("origin",),
    },
}
"""The values of each setting under which a commit that was answered survives a power cut, and under which constraints hold."""

MOST_TOLD = 12
"""How many things that are wrong are told at once."""


def create_schema(database: Database) -> None:
    """Make all tables and guards in one transaction, in a database that has none of them.

    Raises StoreError when one of them is there already.
    """
    make_schema(database)


def make_schema(database: Database, *, between: Callable[[], None] | None = None) -> None:
    """The same; `between` runs in that transaction when the tables are there and nothing guards them yet, and fills them."""
    made = sqlite_statements(schema()) if database.dialect == "sqlite" else postgresql_statements(schema())
    statements = list(made)
    with database.transaction():
        for statement in statements:
            if between is not None and not statement.startswith("CREATE TABLE"):
                between()
                between = None
            database.execute(statement)
        if database.value("SELECT count(*) FROM schema_version") == 0:
            database.execute("INSERT INTO schema_version (version, ddl_digest) VALUES (?, ?)", (VERSION, ddl_digest()))


def holds_ledger(database: Database) -> bool:
    """Whether a database has the table that every ledger begins with."""
    found = {
        "sqlite": "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'",
        "postgresql": "SELECT 1 WHERE to_regclass('schema_version') IS NOT NULL",
    }[database.dialect]
    return database.value(found) is not None


def check(database: Database) -> None:
    """Raises Unsafe when a setting, a constraint or a trigger is not as it must be, naming each; StoreError without a ledger."""
    _check_version(database)
    _refuse(unsafe_settings(database) + drift(database))


def check_connection(database: Database) -> None:
    """As `check` without constraints and triggers: what can differ between connections to a database that was checked."""
    _check_version(database)
    _refuse(unsafe_settings(database))


def _refuse(wrong: list[str]) -> None:
    if wrong:
        more = f"; and {len(wrong) - MOST_TOLD} more" if len(wrong) > MOST_TOLD else ""
        told = "; ".join(wrong[:MOST_TOLD])
        raise Unsafe(f"This database cannot be used: {told}{more}. Put it back as it was, or restore a backup.")


def unsafe_settings(database: Database) -> list[str]:
    """The settings under which money could be lost, each with what it must be."""
    found = database.settings()
    return [
        f"{name} is {found[name]}, and must be {' or '.join(values)}"
        for name, values in SAFE[database.dialect].items()
        if found[name] not in values
    ]


def _check_version(database: Database) -> None:
    if not holds_ledger(database):
        raise StoreError(
            f"This database holds no ledger: {shown_address(database.url)} has no table schema_version. Look whether it is the "
            "one that you meant; `werkzaam new-ledger` makes a ledger."
        )
    found = database.row("SELECT max(version), max(ddl_digest) FROM schema_version")
    if found is None or found[0] != VERSION:
        raise StoreError(f"This release reads version {VERSION} of the schema; the database has {found and found[0]}.")
