# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The schema with one thing taken out of it, and what then gets through, in SQLite in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.store.hostile import Hostile
from tests.store.steps import Row
from werkzaam.store.schema import Constraint, Guard, Schema, sqlite_statements


def without_constraints(made: Schema) -> Iterator[tuple[str, str, Schema]]:
    """The schema without each constraint, and without each condition of a CHECK: its name, what is missing, and the schema."""
    for one in made.constraints():
        yield one.name, one.name, _exchanged(made, one, None)
        parts = conditions(one.body[1:-1], "AND") if one.kind == "CHECK" else []
        for part in parts if len(parts) > 1 else []:
            left = " AND ".join(other for other in parts if other != part)
            yield one.name, f"{one.name}: {part}", _exchanged(made, one, replace(one, body=f"({left})"))


def without_guards(made: Schema) -> Iterator[tuple[str, str, Schema]]:
    """The schema without each guard, and without each of the reasons for which one refuses."""
    for guard in made.guards:
        yield guard.name, guard.name, replace(made, guards=tuple(one for one in made.guards if one != guard))
        parts = conditions(guard.condition, "OR")
        for part in parts if len(parts) > 1 else []:
            left = Guard(guard.name, guard.event, guard.table, " OR ".join(other for other in parts if other != part))
            changed = tuple(left if one == guard else one for one in made.guards)
            yield guard.name, f"{guard.name}: {part}", replace(made, guards=changed)


def _exchanged(made: Schema, old: Constraint, new: Constraint | None) -> Schema:
    def constraints(found: Sequence[Constraint]) -> tuple[Constraint, ...]:
        return tuple(kept for one in found if (kept := new if one is old else one) is not None)

    tables = tuple(
        replace(table, constraints=constraints(table.constraints)) if table.name == old.table else table for table in made.tables
    )
    return replace(made, tables=tables)


def conditions(text: str, word: str) -> list[str]:
    """The conditions that a text joins with AND or OR outside brackets; the AND of a BETWEEN and of a CASE joins nothing."""
    parts, part, depth, held = [], list[str](), 0, 0
    for token in text.split():
        bare = token.strip("(),")
        if depth == 0 and held == 0 and bare == word:
            parts.append(" ".join(part))
            part = []
            continue
        if bare == "BETWEEN":
            held += 1
        elif bare == "AND" and held:
            held -= 1
        depth += token.count("(") - token.count(")") + (bare == "CASE") - (bare == "END")
        part.append(token)
    return [*parts, " ".join(part)]


class Copies:
    """The town in memory, and copies of it in which the schema is another: made by writing the text of the schema over.

    A key that is taken out leaves an index behind, so then the table is made again.
    """

    def __init__(self, made: Schema, town: Sequence[Row]) -> None:
        self.made, self.town = made, town
        self.statements = list(sqlite_statements(made))
        self._whole = self._built(self.statements).serialize()

    def _built(self, statements: Sequence[str]) -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.execute("BEGIN")
        for statement in statements:
            if statement.startswith("CREATE TABLE"):
                connection.execute(statement)
        for table, row in self.town:
            connection.execute(_insert(table, row), tuple(row.values()))
        for statement in statements:
            if statement.startswith("CREATE TRIGGER"):
                connection.execute(statement)
        connection.execute("COMMIT")
        return connection

    def other(self, mutant: Schema) -> sqlite3.Connection:
        """A copy with another schema."""
        statements = list(sqlite_statements(mutant))
        changed = [(new, old) for new, old in zip(statements, self.statements, strict=False) if new != old]
        if len(statements) != len(self.statements) or len(changed) != 1 or _keys(changed[0][0]) != _keys(changed[0][1]):
            return _guarded(self._built(statements))
        new, old = changed[0]
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.deserialize(self._whole)
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (new, old.split()[2]))
        connection.execute("PRAGMA writable_schema = RESET")
        return _guarded(connection)

    def without(self, trigger: str) -> sqlite3.Connection:
        """A copy without one trigger."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.deserialize(self._whole)
        connection.execute(f"DROP TRIGGER {trigger}")
        return _guarded(connection)


def _guarded(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    return connection


def _keys(statement: str) -> list[str]:
    """The lines of a table that make an index."""
    return [line for line in statement.splitlines() if " UNIQUE " in line or " PRIMARY KEY " in line]


def _insert(table: str, row: dict[str, object]) -> str:
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"


def gets_through(connection: sqlite3.Connection, rows: Sequence[Row], sql: str = "") -> str:
    """Empty when these rows are kept, else the answer of the database."""
    try:
        connection.execute("BEGIN")
        if sql:
            connection.execute(sql)
        for table, row in rows:
            connection.execute(_insert(table, row), tuple(row.values()))
        connection.execute("COMMIT")
    except sqlite3.Error as wrong:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return str(wrong)
    return ""


def lets_through(
    connection: sqlite3.Connection, hostile: Sequence[Hostile], steps: dict[str, list[Row]], town: Sequence[Row]
) -> list[str]:
    """Empty when one of these attempts gets through, or a right step is refused so that all would see it; else the answers."""
    answers = ["nothing was tried"]
    for one in hostile:
        answer = gets_through(connection, [] if one.sql else one.rows(steps, town), one.sql)
        if not answer:
            return []
        answers.append(f"{one.name} -> {answer}")
    before = connection.serialize()
    for rows in steps.values():
        connection.deserialize(before)
        if "foreign key mismatch" in gets_through(_guarded(connection), rows):
            return []
    return answers
