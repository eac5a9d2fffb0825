# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A small town for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.portal.small_town import SmallTown


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallTown]:
    """Samira's household since January 2019."""
    town = SmallTown(tmp_path)
    yield town
    town.database.close()
