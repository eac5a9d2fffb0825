# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the schema in a database is still the one this release made: every column, constraint, trigger and function.

What others keep in the same database is left alone, unless it is a trigger or a rule on one of our tables: that could change a
row on its way in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from werkzaam.store.database import Database
from werkzaam.store.schema import Schema, postgresql_statements, schema, sqlite_statements

Objects = dict[tuple[str, str], str]
"""What stands in a schema: its definition, by kind and name."""

_CREATE = re.compile(r"CREATE (TABLE|TRIGGER|FUNCTION|INDEX) (\w+)")
_CONSTRAINTS = """
    SELECT 'constraint', relname::text || '.' || conname::text, pg_get_constraintdef(pg_constraint.oid) FROM pg_constraint
    JOIN pg_class ON pg_class.oid = conrelid WHERE contype IN ('c', 'f', 'p', 'u') AND pg_class.relnamespace =
"""
_OTHERS = """
    SELECT 'trigger', relname::text || '.' || tgname::text, proname::text || ' ' || tgtype::text || ' ' || tgenabled::text
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid
    WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT 'function', proname::text, prosrc FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
    UNION ALL
    SELECT 'rule', tablename::text || '.' || rulename::text, definition FROM pg_rules WHERE schemaname = current_schema()
    UNION ALL
    SELECT 'index', tablename::text || '.' || indexname::text, substring(indexdef FROM '\\(.*\\)') FROM pg_indexes
    WHERE schemaname = current_schema()
    UNION ALL
    SELECT 'column', table_name::text || '.' || column_name::text,
        data_type::text || ' ' || is_nullable::text || ' ' || COALESCE(collation_name::text, '')
    FROM information_schema.columns WHERE table_schema = current_schema()
"""
_TRIGGER_BITS = {"ROW": 1, "BEFORE": 2, "INSERT": 4, "DELETE": 8, "UPDATE": 16, "TRUNCATE": 32}
_POSTGRESQL_TYPES = {"INTEGER": ("bigint", ""), "TEXT": ("text", "C"), "BLOB": ("bytea", "")}


def drift(database: Database) -> list[str]:
    """What of the schema is missing or other than this release makes it, and what else could change a row, each in words."""
    found = _found_sqlite(database) if database.dialect == "sqlite" else _found_postgresql(database)
    wanted = _wanted_sqlite() if database.dialect == "sqlite" else _wanted_postgresql(database)
    missing = [f"the {kind} {name} is missing" for kind, name in wanted if (kind, name) not in found]
    other = [f"the {kind} {name} was changed" for (kind, name), text in wanted.items() if found.get((kind, name), text) != text]
    ours = {table.name for table in schema().tables}
    strange = [
        f"there is a {kind} {name} that does not belong"
        for kind, name in found
        if kind in ("trigger", "rule", "constraint") and name.split(".")[0] in ours and (kind, name) not in wanted
    ]
    return missing + other + strange


def _told(text: str) -> str:
    """A definition without what only lays it out."""
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(text.split()))


@cache
def _wanted_sqlite() -> Objects:
    found: Objects = {}
    for statement in sqlite_statements(schema()):
        kind, name = _CREATE.match(statement).groups()  # type: ignore[union-attr]
        on = re.search(r" ON (\w+) ", statement) if kind != "TABLE" else None
        found[kind.lower(), f"{on[1]}.{name}" if on else name] = _told(statement)
    return found


def _found_sqlite(database: Database) -> Objects:
    rows = database.rows("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(kind, name if kind == "table" else f"{table}.{name}"): _told(sql) for kind, name, table, sql in rows}


def _wanted_postgresql(database: Database) -> Objects:
    made = schema()
    found: Objects = {}
    for table in made.tables:
        for column in table.columns:
            type_, collation = _POSTGRESQL_TYPES[column.type]
            found["column", f"{table.name}.{column.name}"] = f"{type_} {'NO' if column.required else 'YES'} {collation}".strip()
        for key in table.constraints:
            found["constraint", f"{table.name}.{key.name}"] = _told(f"{key.kind} {key.body}")
    for index in made.indexes:
        found["index", f"{index.table}.{index.name}"] = _told(index.columns)
    for statement in postgresql_statements(made):
        if statement.startswith("CREATE FUNCTION"):
            found["function", statement.split()[2].removesuffix("()")] = _told(statement.split("$$")[1])
        elif statement.startswith("CREATE TRIGGER"):
            _, _, name, _, event, _, table_name, _, _, level, *_, function = statement.split()
            bits = _TRIGGER_BITS["BEFORE"] + _TRIGGER_BITS[event] + _TRIGGER_BITS.get(level, 0)
            found["trigger", f"{table_name}.{name}"] = f"{function.removesuffix('()')} {bits} O"
    return found | _checks_as_postgresql_says_them(database, made)


def _checks_as_postgresql_says_them(database: Database, made: Schema) -> Objects:
    """Each CHECK in the words of this server, which rewrites what it is given: from tables that are gone at once."""

    class _Enough(Exception):
        """Throws the tables away."""

    found: Objects = {}
    try:
        with database.transaction():
            for table in made.tables:
                columns = ", ".join(f"{one.name} {_POSTGRESQL_TYPES[one.type][0]}" for one in table.columns)
                checks = "".join(f", {one.sql}" for one in table.constraints if one.kind == "CHECK")
                database.execute(f"CREATE TEMPORARY TABLE {table.name} ({columns}{checks})")
            found = _objects(database.rows(_CONSTRAINTS + "pg_my_temp_schema()"))
            raise _Enough
    except _Enough:
        return found


def _found_postgresql(database: Database) -> Objects:
    return _objects(database.rows(_CONSTRAINTS + "current_schema()::regnamespace") + database.rows(_OTHERS))


def _objects(rows: Iterable[tuple[Any, ...]]) -> Objects:
    return {(kind, name): _told(text) for kind, name, text in rows}
