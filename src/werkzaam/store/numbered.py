# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows that count on without a household's chain: of a town or of one person, each naming the one before it."""

from __future__ import annotations

from werkzaam.store.database import Value
from werkzaam.store.writer import Writer

_LOCKED = " FOR NO KEY UPDATE"
"""On PostgreSQL: another who counts waits, and who only refers to the row does not."""


def last_of_town(writer: Writer, table: str) -> int:
    """The last number of a table for the town, 0 when there is none; nobody else counts until the transaction ends."""
    writer.flush()
    _lock(writer, "SELECT 1 FROM municipality WHERE municipality = ?", writer.municipality)
    found = writer.database.value(f"SELECT max(number) FROM {table} WHERE municipality = ?", (writer.municipality,))
    return found or 0


def last_of_person(writer: Writer, table: str, person: int) -> int:
    """The last number of a table for a person, 0 when there is none; nobody else counts until the transaction ends."""
    writer.flush()
    values = (writer.municipality, person)
    _lock(writer, "SELECT 1 FROM person WHERE municipality = ? AND person = ?", *values)
    return writer.database.value(f"SELECT max(number) FROM {table} WHERE municipality = ? AND person = ?", values) or 0


def _lock(writer: Writer, select: str, *values: Value) -> None:
    """SQLite needs none: a transaction is its lock."""
    if writer.database.dialect == "postgresql":
        writer.database.rows(f"{select}{_LOCKED}", values)
