# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The doors on the invented town: made once for each process of tests, and copied for each test, so that none sees another's."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.doors import Doors, ready_town


@pytest.fixture(scope="session")
def made_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the invented town, its accounts made; nobody writes in it."""
    folder = tmp_path_factory.mktemp("town")
    ready_town(folder)
    return folder


@pytest.fixture
def doors(made_town: Path, tmp_path: Path) -> Iterator[Doors]:
    """A site of its own, with everybody of the demo able to sign in."""
    folder = tmp_path / "town"
    shutil.copytree(made_town, folder)
    opened = Doors(folder)
    yield opened
    opened.close()


def pytest_configure() -> None:
    """Django looks for its settings the moment a view is imported."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werkzaam.web.settings")
