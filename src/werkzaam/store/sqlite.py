# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The ledger in one SQLite file, through the standard library: every commit is on disk before it is answered."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from werkzaam.store.database import Database, Row, Value
from werkzaam.store.errors import CommitUnknown, Refused, StoreError
from werkzaam.store.schema import schema

WAIT_MILLISECONDS = 30_000
"""How long one writer waits for another."""
_PRAGMAS = (
    f"PRAGMA busy_timeout = {WAIT_MILLISECONDS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # Without it, INSERT OR REPLACE deletes a row and no trigger sees it.
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -65536",
)
_SETTINGS = ("synchronous", "foreign_keys", "recursive_triggers", "ignore_check_constraints", "writable_schema", "journal_mode")
_FAILED = re.compile(r"(CHECK|UNIQUE|NOT NULL|FOREIGN KEY) constraint failed(?:: (.*))?")


class SqliteDatabase(Database):
    """One connection to one file."""

    dialect = "sqlite"

    def __init__(self, path: str) -> None:
        super().__init__(f"sqlite:///{path}")
        self.path = path
        try:
            self.connection = sqlite3.connect(path, isolation_level=None, timeout=WAIT_MILLISECONDS // 1000)
            for pragma in _PRAGMAS:
                self.connection.execute(pragma)
        except sqlite3.Error as wrong:
            raise StoreError(
                f"The database {path} could not be opened: {wrong}. Check the path and who may write there."
            ) from None

    def close(self) -> None:
        self.connection.close()

    def stream(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        with _translated(sql):
            yield from self.connection.execute(sql, values)

    def settings(self) -> dict[str, str]:
        return {name: str(self.connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in _SETTINGS}

    def _begin(self) -> None:
        with _translated("BEGIN"):
            self.connection.execute("BEGIN IMMEDIATE")

    def _begin_reading(self) -> None:
        with _translated("BEGIN"):
            self.connection.execute("BEGIN DEFERRED")

    def _commit(self) -> None:
        try:
            with _translated("COMMIT"):
                self.connection.execute("COMMIT")
        except StoreError:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def _execute(self, sql: str, values: Sequence[Value]) -> int:
        with _translated(sql):
            return self.connection.execute(sql, values).rowcount

    def _many(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        with _translated(sql):
            self.connection.executemany(sql, rows)

    def _rows(self, sql: str, values: Sequence[Value]) -> list[Row]:
        with _translated(sql):
            return self.connection.execute(sql, values).fetchall()

    def _insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
        self._many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", rows)


@contextmanager
def _translated(sql: str) -> Iterator[None]:
    """Errors of SQLite as ours, with the constraint by its name."""
    try:
        yield
    except sqlite3.IntegrityError as wrong:
        name = constraint_of(str(wrong))
        raise Refused(f"The ledger refused a row ({name or wrong}): {_verb(sql)}. Nothing was saved.", name) from None
    except (sqlite3.Error, UnicodeEncodeError) as wrong:
        if sql == "COMMIT" and not isinstance(wrong, sqlite3.OperationalError):
            raise CommitUnknown(f"Saving ended with {wrong}; do the same again, nothing counts twice.") from None
        raise StoreError(f"The database answered {str(wrong)!r} to: {_verb(sql)}. Nothing was saved.") from None


def _verb(sql: str) -> str:
    return " ".join(sql.split()[:4])


def constraint_of(message: str) -> str:
    """The name in the schema of the constraint that an answer of SQLite is about; a foreign key and a column have none there."""
    found = _FAILED.fullmatch(message)
    if found is None:
        return message if message.replace("_", "").isalnum() else ""
    kind, what = found.groups()
    if kind == "UNIQUE":
        table = what.split(".")[0]
        columns = tuple(part.split(".")[1] for part in what.split(", "))
        keys = (one for one in schema().table(table).constraints if one.kind in ("UNIQUE", "PRIMARY KEY"))
        return next((one.name for one in keys if one.columns == columns), what)
    return {"FOREIGN KEY": "foreign key"}.get(kind, what)
