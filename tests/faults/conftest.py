# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where faults are let loose: in memory where the machine has a folder for that, so that a trial costs no disk."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import Cluster, started
from tests.faults.killing import plan_once
from tests.faults.stages import PostgresPlace, SqlitePlace

_MEMORY = Path("/dev/shm")


@pytest.fixture(scope="package")
def memory() -> Iterator[Path]:
    """A folder in memory, or a plain one where there is none: slower, and nothing else."""
    with tempfile.TemporaryDirectory(prefix="werkzaam-", dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        Path(folder).chmod(0o755)  # The server of PostgreSQL runs as somebody else.
        yield Path(folder)


@pytest.fixture(scope="package")
def own_cluster(memory: Path) -> Iterator[Cluster]:
    """A PostgreSQL server of our own, whose files are in memory."""
    folder = memory / "postgres"
    folder.mkdir()
    with started(folder) as own:
        yield own


@pytest.fixture(scope="module")
def planned_once() -> Iterator[pytest.MonkeyPatch]:
    """Plans are made once, and a slice is two households."""
    with pytest.MonkeyPatch.context() as patch:
        plan_once(patch)
        yield patch


@pytest.fixture(scope="module")
def sqlite_place(memory: Path, planned_once: pytest.MonkeyPatch) -> SqlitePlace:
    """The town's moments on SQLite."""
    place = SqlitePlace(Path(tempfile.mkdtemp(dir=memory)))
    place.prepare(place.folder)
    gc.freeze()
    return place


@pytest.fixture(scope="module")
def postgres_place(memory: Path, own_cluster: Cluster, planned_once: pytest.MonkeyPatch) -> PostgresPlace:
    """The town's moments on PostgreSQL."""
    place = PostgresPlace(own_cluster)
    place.prepare(Path(tempfile.mkdtemp(dir=memory)))
    gc.freeze()
    return place
