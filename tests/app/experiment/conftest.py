# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Most tests here need no second kind of database: `database` is SQLite, and `both` is each of the two in turn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from werkzaam.store.database import Database, open_database


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    """An open SQLite database with the schema of the ledger and nothing in it."""
    with open_database(sqlite_url) as opened:
        yield opened


@pytest.fixture
def both(database_url: str) -> Iterator[Database]:
    """The same, once on SQLite and once on PostgreSQL."""
    with open_database(database_url) as opened:
        yield opened
