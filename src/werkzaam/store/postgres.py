# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The ledger in PostgreSQL, through psycopg: READ COMMITTED with the household's row locked, and the schema's constraints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

import psycopg
from psycopg import sql as composing

from werkzaam.store.database import Database, Row, Value
from werkzaam.store.errors import CommitUnknown, Refused, StoreError

_SETTINGS = ("fsync", "synchronous_commit", "full_page_writes", "server_encoding", "session_replication_role")
_COPY_FROM = 20
"""From how many rows on COPY is quicker than statements."""


class PostgresDatabase(Database):
    """One connection to one database."""

    dialect = "postgresql"

    def __init__(self, url: str) -> None:
        super().__init__(url)
        try:
            self.connection = psycopg.connect(url, autocommit=True)
        except psycopg.Error as wrong:
            raise StoreError(
                f"The database could not be opened: {str(wrong).strip()}. Check its address and its account."
            ) from None

    def close(self) -> None:
        self.connection.close()

    def stream(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        with _translated(sql), self.connection.cursor() as cursor:
            yield from cursor.stream(_ours(sql), values)

    def settings(self) -> dict[str, str]:
        return {name: self._rows(f"SHOW {name}", ())[0][0] for name in _SETTINGS}

    def copy_out(self, table: str, columns: Sequence[str]) -> Iterator[bytes]:
        """A whole table in the server's own text form, in order of its columns."""
        listed = ", ".join(columns)
        query = f"COPY (SELECT {listed} FROM {table} ORDER BY {listed}) TO STDOUT"
        with _translated(query), self.connection.cursor() as cursor, cursor.copy(query.encode()) as copy:
            yield from map(bytes, copy)

    def copy_in(self, table: str, columns: Sequence[str], pieces: Iterable[bytes]) -> None:
        """Fill a table from that form."""
        query = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
        with _translated(query), self.connection.cursor() as cursor, cursor.copy(query.encode()) as copy:
            for piece in pieces:
                copy.write(piece)

    def _begin(self) -> None:
        with _translated("BEGIN"):
            self.connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED")

    def _begin_reading(self) -> None:
        with _translated("BEGIN"):
            self.connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def _commit(self) -> None:
        try:
            self.connection.execute("COMMIT")
        except psycopg.IntegrityError as wrong:
            raise _refused(wrong, "COMMIT") from None
        except psycopg.Error as wrong:
            lost = f"The connection was lost while saving ({_said(wrong)}); do the same again, nothing counts twice."
            raise CommitUnknown(lost) from None

    def _roll_back(self) -> None:
        if not self.connection.closed and self.connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
            try:
                self.connection.execute("ROLLBACK")
            except psycopg.Error:
                self.connection.close()  # The server throws away what was open when a connection ends.

    def _execute(self, sql: str, values: Sequence[Value]) -> int:
        with _translated(sql):
            return self.connection.execute(_ours(sql), values).rowcount

    def _many(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        with _translated(sql), self.connection.cursor() as cursor:
            cursor.executemany(_ours(sql), rows)

    def _rows(self, sql: str, values: Sequence[Value]) -> list[Row]:
        with _translated(sql):
            return self.connection.execute(_ours(sql), values).fetchall()

    def _insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
        names = ", ".join(columns)
        if len(rows) < _COPY_FROM:
            self._many(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})", rows)
            return
        with (
            _translated(f"COPY {table}"),
            self.connection.cursor() as cursor,
            cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)


@lru_cache(maxsize=512)
def _ours(sql: str) -> composing.SQL:
    """A statement of this package as psycopg reads it."""
    return composing.SQL(sql.replace("%", "%%").replace("?", "%s"))


@contextmanager
def _translated(sql: str) -> Iterator[None]:
    """Errors of PostgreSQL as ours, with the constraint by its name."""
    try:
        yield
    except psycopg.IntegrityError as wrong:
        raise _refused(wrong, sql) from None
    except (psycopg.Error, UnicodeEncodeError) as wrong:
        raise StoreError(f"The database answered {_said(wrong)!r} to: {' '.join(sql.split()[:4])}. Nothing was saved.") from None


def _refused(wrong: psycopg.IntegrityError, sql: str) -> Refused:
    name = wrong.diag.constraint_name or f"{wrong.diag.table_name}.{wrong.diag.column_name}"
    return Refused(f"The ledger refused a row ({name}): {' '.join(sql.split()[:4])}. Nothing was saved.", name)


def _said(wrong: Exception) -> str:
    return str(wrong).strip().splitlines()[0] if str(wrong).strip() else type(wrong).__name__
