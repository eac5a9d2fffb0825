# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A database that holds the ledger: one connection, one dialect of SQL, whole numbers and texts in, rows out.

    with open_database("sqlite:///ledger.db") as database, database.transaction():
        ...

SQL in this package has `?` for a value and holds no `?` in texts. Everything is written inside a transaction, which is kept or
thrown away as a whole.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal, Self

from werkzaam.core.errors import InputError
from werkzaam.store.errors import StoreError

Value = str | int | bytes | None
Row = tuple[Any, ...]
Dialect = Literal["sqlite", "postgresql"]
_KINDS = frozenset({str, int, bytes, type(None)})
_MOST = 2**63
_PASSWORD = re.compile(r"(?<=//)([^:/@]*):[^/]*(?=@)")


def shown_address(url: str) -> str:
    """The address of a database as it may stand on a screen: without its password."""
    return _PASSWORD.sub(r"\1", url)


class Database(ABC):
    """One open connection, for one thread at a time."""

    dialect: Dialect

    def __init__(self, url: str) -> None:
        self.url = url
        """The address by which it was opened, and by which another process can open it too."""
        self._in_transaction = False
        self._in_snapshot = False
        self.before: Callable[[str], None] | None = None
        """Called with each statement just before it is sent, COMMIT too: where a test stops the world."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def has_transaction(self) -> bool:
        """Whether a transaction or a snapshot is open."""
        return self._in_transaction or self._in_snapshot

    @contextmanager
    def transaction(self) -> Iterator[Self]:
        """All that is written within is kept together, or not at all when an error comes out of it.

        Raises StoreError for one within another, and CommitUnknown when the connection is lost while it is kept.
        """
        if self._in_transaction:
            raise StoreError("A transaction is open; its work is kept or thrown away as a whole, so no other begins within it.")
        self._announce("BEGIN")
        self._begin()
        self._in_transaction = True
        try:
            yield self
            self._announce("COMMIT")
        except BaseException:
            self._in_transaction = False
            self._roll_back()
            raise
        self._in_transaction = False
        self._commit()

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """What is written within is thrown away alone when an error comes out of it; the transaction around it can go on.

        Raises StoreError outside a transaction, and when the connection was lost.
        """
        self.need_transaction()
        self.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self.execute("ROLLBACK TO SAVEPOINT part")
            self.execute("RELEASE SAVEPOINT part")
            raise
        self.execute("RELEASE SAVEPOINT part")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read within is of one moment, whatever others write meanwhile; nothing can be written."""
        if self._in_transaction:
            raise StoreError("A transaction is open; what is read as of one moment is read before it.")
        self._begin_reading()
        self._in_snapshot = True
        try:
            yield
        finally:
            self._in_snapshot = False
            self._roll_back()

    def need_transaction(self) -> None:
        """Raises StoreError outside a transaction: nothing is written half."""
        if not self._in_transaction:
            raise StoreError("Nothing is written outside a transaction; begin one with database.transaction().")

    def execute(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement; how many rows it touched."""
        self._announce(sql)
        return self._execute(sql, checked(values))

    def many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each row of values."""
        self._announce(sql)
        self._many(sql, all_checked(rows))

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query."""
        self._announce(sql)
        return self._rows(sql, checked(values))

    def row(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The only row of a query, or None; raises StoreError when there are more."""
        found = self.rows(sql, values)
        if len(found) > 1:
            raise StoreError(f"At most one row was expected, {len(found)} were found: {sql}")
        return found[0] if found else None

    def value(self, sql: str, values: Sequence[Value] = ()) -> Any:
        """The first column of the only row of a query, or None."""
        found = self.row(sql, values)
        return found[0] if found else None

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """Add rows to a table; for many rows the quickest way that this database has."""
        self._announce(f"INSERT INTO {table}")
        self._insert(table, columns, all_checked(rows))

    def _announce(self, sql: str) -> None:
        if self.before is not None:
            self.before(sql)

    @abstractmethod
    def stream(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows of a query one after another, without holding them all."""

    @abstractmethod
    def settings(self) -> dict[str, str]:
        """The settings on which it depends whether what was kept survives a power cut, by name."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the connection."""

    @abstractmethod
    def _begin(self) -> None: ...

    @abstractmethod
    def _begin_reading(self) -> None: ...

    @abstractmethod
    def _commit(self) -> None: ...

    @abstractmethod
    def _roll_back(self) -> None: ...

    @abstractmethod
    def _execute(self, sql: str, values: Sequence[Value]) -> int: ...

    @abstractmethod
    def _many(self, sql: str, rows: Sequence[Sequence[Value]]) -> None: ...

    @abstractmethod
    def _rows(self, sql: str, values: Sequence[Value]) -> list[Row]: ...

    @abstractmethod
    def _insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None: ...


def checked(values: Sequence[Value]) -> Sequence[Value]:
    """The values, when all can be stored as they are: whole numbers, texts, bytes and nothing.

    Raises InputError for a number with a fraction of any kind, a truth value, a number beyond 64 bits, and a text that a database
    cannot hold. A database would round the first without a word.
    """
    for value in values:
        if isinstance(value, str):
            if "\0" in value:
                raise InputError(f"The text {value!r} holds a NUL, which cannot be stored.")
            continue
        if type(value) not in _KINDS:
            raise InputError(f"A whole number or a text was expected; found {value!r}. Money is whole cents, never a fraction.")
        if isinstance(value, int) and not -_MOST <= value < _MOST:
            raise InputError(f"The number {value!r} does not fit in the 64 bits of a stored number.")
    return values


def all_checked(rows: Iterable[Sequence[Value]]) -> list[Sequence[Value]]:
    """Rows of which every value can be stored as it is; raises InputError as `checked` does. Quick: column by column."""
    listed = list(rows)
    for column in zip(*listed, strict=True):
        kinds = set(map(type, column))
        numbers = kinds == {int} and (max(column) >= _MOST or min(column) < -_MOST)
        texts = kinds == {str} and "\0" in "".join(column)
        if numbers or texts or not (kinds == {int} or kinds == {str}):
            for value in column:
                checked((value,))
    return listed


def open_database(url: str) -> Database:
    """The database at `sqlite:///path` or `postgresql://...`, with settings under which what is kept stays.

    Raises StoreError when it is not there or another kind was asked for. See check.check for what it refuses before use.
    """
    kind, _, rest = url.partition("://")
    if kind == "sqlite" and rest.startswith("/") and len(rest) > 1:
        from werkzaam.store.sqlite import SqliteDatabase

        return SqliteDatabase(rest[1:])
    if kind in ("postgresql", "postgres"):
        from werkzaam.store.postgres import PostgresDatabase

        return PostgresDatabase(url)
    raise StoreError(f"A database was expected as sqlite:///path or postgresql://...; found {url!r}.")
