# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A counter on SQLite and on PostgreSQL."""

from __future__ import annotations

import pytest

from tests.app.casework.counter import Counter
from werkzaam.store.database import Database


@pytest.fixture
def counter(database: Database) -> Counter:
    return Counter(database)
