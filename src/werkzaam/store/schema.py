# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The DDL as data, and how it is written for each of the two databases.

`schema.sql` is read as it stands: its tables with their columns and named constraints, and its guards (triggers that refuse).
SQLite gets that text. PostgreSQL gets the same with other names for the types, text compared by byte, foreign keys when all
tables are there, and a guard as a function. Every table refuses DELETE, and every table but those in MOVES_FORWARD UPDATE.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from werkzaam.core.digest import digest

VERSION = 1
"""The version of the schema that this release reads and writes."""
MOVES_FORWARD = frozenset({"household", "run_slice", "experiment"})
"""Tables of which a row may change, and only as their guards let it."""
REFUSE_CHANGE = "append_only"
"""What the refusal of an UPDATE or DELETE is called."""

_TABLE = re.compile(r"CREATE TABLE (\w+) \(\n(.*?)\n\) STRICT;", re.DOTALL)
_GUARD = re.compile(
    r"CREATE TRIGGER (\w+) BEFORE (INSERT|UPDATE) ON (\w+) FOR EACH ROW\nWHEN (.*?)\nBEGIN SELECT RAISE\(ABORT, '(\w+)'\); END;",
    re.DOTALL,
)
_INDEX = re.compile(r"CREATE INDEX (\w+) ON (\w+) (\([\w, ]+\)(?: WHERE \([\w ]+\))?);")
_CONSTRAINT = re.compile(r"CONSTRAINT (\w+) (PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY) (.*)", re.DOTALL)
_TYPES = {"INTEGER": "BIGINT", "TEXT": 'TEXT COLLATE "C"', "BLOB": "BYTEA"}


@dataclass(frozen=True, slots=True)
class Constraint:
    """One named constraint of a table: its kind (`CHECK`, `FOREIGN KEY`, ...) and what follows it."""

    table: str
    name: str
    kind: str
    body: str

    @property
    def sql(self) -> str:
        return f"CONSTRAINT {self.name} {self.kind} {self.body}"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a key, in order; for a foreign key those of this table."""
        return tuple(self.body[1 : self.body.index(")")].split(", "))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its type and whether it may be absent."""

    name: str
    type: str
    required: bool


@dataclass(frozen=True, slots=True)
class Table:
    """One table with its columns and constraints, in the order of the DDL."""

    name: str
    columns: tuple[Column, ...]
    constraints: tuple[Constraint, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The columns of the primary key."""
        return next(one.columns for one in self.constraints if one.kind == "PRIMARY KEY")


@dataclass(frozen=True, slots=True)
class Guard:
    """A trigger that refuses a row when its condition holds; the refusal has the guard's name."""

    name: str
    event: str
    table: str
    condition: str


@dataclass(frozen=True, slots=True)
class Index:
    """An index that makes a question quick and refuses nothing; `columns` with, behind them, which rows it holds if not all."""

    name: str
    table: str
    columns: str

    @property
    def sql(self) -> str:
        return f"CREATE INDEX {self.name} ON {self.table} {self.columns}"


@dataclass(frozen=True, slots=True)
class Schema:
    """The whole DDL: tables, guards and indexes, in order."""

    tables: tuple[Table, ...]
    guards: tuple[Guard, ...]
    indexes: tuple[Index, ...]

    def table(self, name: str) -> Table:
        """A table by name; raises KeyError for another."""
        return next((one for one in self.tables if one.name == name), None) or _missing(name)

    def constraints(self) -> Iterator[Constraint]:
        """Every named constraint of every table."""
        return (constraint for table in self.tables for constraint in table.constraints)


def _missing(name: str) -> Table:
    raise KeyError(name)


def text() -> str:
    """The DDL as it is written."""
    return files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")


def ddl_digest() -> str:
    """A fingerprint of the DDL, kept in every database made from it."""
    return digest("werkzaam ddl", text())


@cache
def schema() -> Schema:
    """The DDL of this release as data."""
    return read(text())


def read(ddl: str) -> Schema:
    """A DDL as data; statements of another shape are not read."""
    plain = "\n".join(line for line in ddl.splitlines() if not line.startswith("--"))
    tables = tuple(_table(name, body) for name, body in _TABLE.findall(plain))
    guards = tuple(Guard(name, event, table, condition) for name, event, table, condition, _ in _GUARD.findall(plain))
    return Schema(tables, guards, tuple(Index(*found) for found in _INDEX.findall(plain)))


def _table(name: str, body: str) -> Table:
    columns, constraints = [], []
    for clause in _clauses(body):
        if found := _CONSTRAINT.fullmatch(clause):
            constraints.append(Constraint(name, *found.groups()))
        else:
            column, type_, *rest = clause.split()
            columns.append(Column(column, type_, rest == ["NOT", "NULL"]))
    return Table(name, tuple(columns), tuple(constraints))


def _clauses(body: str) -> Iterator[str]:
    """The clauses of a table, cut at the commas that stand in no bracket."""
    depth, begin = 0, 0
    for at, sign in enumerate(body):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            yield " ".join(body[begin:at].split())
            begin = at + 1
    yield " ".join(body[begin:].split())


def sqlite_statements(schema: Schema) -> Iterator[str]:
    """What makes the schema in SQLite."""
    for table in schema.tables:
        columns = (f"{one.name} {one.type}{' NOT NULL' if one.required else ''}" for one in table.columns)
        clauses = ",\n    ".join([*columns, *(one.sql for one in table.constraints)])
        yield f"CREATE TABLE {table.name} (\n    {clauses}\n) STRICT"
    yield from (index.sql for index in schema.indexes)
    for guard in schema.guards:
        yield (
            f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW WHEN {guard.condition} "
            f"BEGIN SELECT RAISE(ABORT, '{guard.name}'); END"
        )
    for table in schema.tables:
        for event in refused_events(table.name):
            yield (
                f"CREATE TRIGGER {table.name}_no_{event.lower()} BEFORE {event} ON {table.name} FOR EACH ROW "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSE_CHANGE}'); END"
            )


def refused_events(table: str) -> tuple[str, ...]:
    """Which changes of its rows a table never lets through."""
    return ("DELETE",) if table in MOVES_FORWARD else ("UPDATE", "DELETE")


def postgresql_statements(schema: Schema) -> Iterator[str]:
    """What makes the schema in PostgreSQL; foreign keys follow when all tables are there."""
    for table in schema.tables:
        columns = (f"{one.name} {_TYPES[one.type]}{' NOT NULL' if one.required else ''}" for one in table.columns)
        clauses = ",\n    ".join([*columns, *(one.sql for one in table.constraints if one.kind != "FOREIGN KEY")])
        yield f"CREATE TABLE {table.name} (\n    {clauses}\n)"
    for table in schema.tables:
        for key in table.constraints:
            if key.kind == "FOREIGN KEY":
                yield f"ALTER TABLE {table.name} ADD {key.sql}"
    yield from (index.sql for index in schema.indexes)
    yield _refusal(REFUSE_CHANGE, "TRUE")
    for guard in schema.guards:
        yield _refusal(guard.name, guard.condition)
        yield (f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW EXECUTE FUNCTION {guard.name}()")
    for table in schema.tables:
        for event in (*refused_events(table.name), "TRUNCATE"):
            yield (
                f"CREATE TRIGGER {table.name}_no_{event.lower()} BEFORE {event} ON {table.name} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {REFUSE_CHANGE}()"
            )


def _refusal(name: str, condition: str) -> str:
    """A trigger function that raises an integrity error with a constraint's name when a condition holds."""
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {condition} THEN "
        f"RAISE EXCEPTION '{name}' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = '{name}'; END IF; "
        "RETURN NEW; END $$"
    )
