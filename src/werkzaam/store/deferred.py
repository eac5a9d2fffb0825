# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Looks whether what the database checks at the end of a transaction would hold, before the end.

A foreign key that is deferred is refused at COMMIT, and with it all that was written. Whoever wants to know which household is to
blame looks here first, in SQL that both databases have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from werkzaam.store.database import Database
from werkzaam.store.of_many import Between
from werkzaam.store.schema import Constraint, schema

_KEY = re.compile(r"\(([\w, ]+)\) REFERENCES (\w+) \(([\w, ]+)\) DEFERRABLE INITIALLY DEFERRED")


def unmet(database: Database, municipality: str, between: Between) -> str:
    """The name of a deferred foreign key that some row of these households does not meet; empty when all hold.

    `between` are the first and the last household.
    """
    for name, query in _queries():
        if database.rows(query, (municipality, *between)):
            return name
    return ""


@cache
def _queries() -> tuple[tuple[str, str], ...]:
    return tuple(_of_schema())


def _of_schema() -> Iterator[tuple[str, str]]:
    for table in schema().tables:
        if any(column.name == "household" for column in table.columns):
            for key in table.constraints:
                if key.kind == "FOREIGN KEY" and (query := _query(key)):
                    yield key.name, query


def _query(key: Constraint) -> str:
    """A row of a table that has no row where its key points to; empty for a key that is checked at once."""
    found = _KEY.fullmatch(key.body)
    if found is None:
        return ""
    columns, there, theirs = (part.split(", ") for part in found.groups())
    present = " AND ".join(f"mine.{one} IS NOT NULL" for one in columns)
    same = " AND ".join(f"other.{one} = mine.{mine}" for one, mine in zip(theirs, columns, strict=True))
    return (
        f"SELECT mine.household FROM {key.table} AS mine WHERE mine.municipality = ? AND mine.household BETWEEN ? AND ? "
        f"AND {present} AND NOT EXISTS (SELECT 1 FROM {there[0]} AS other WHERE {same}) LIMIT 1"
    )
