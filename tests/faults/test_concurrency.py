# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Eight processes on four households: what does not fit is refused, and what is kept adds up, with locks and without."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.databases import Cluster
from tests.faults.crowd import PROCESSES, crowd
from tests.faults.killing import do
from tests.faults.outcome import wrong
from tests.faults.slices import SEED, TIMES
from tests.faults.world import TOWN, commands
from werkzaam.app.ledger.desk import new_ledger
from werkzaam.store.database import Row, Value, open_database
from werkzaam.store.postgres import PostgresDatabase
from werkzaam.store.schema import postgresql_statements, schema

EACH = 60 * TIMES
HOUSEHOLDS = [11, 12, 14, 15]


def begin(url: str, folder: Path, *, made: bool = False) -> None:
    """The town up to the run of April, in which every household has a claim that waits."""
    if not made:
        new_ledger(url, TOWN)
    for command in commands(folder, households=HOUSEHOLDS):
        do(url, command)
        if command.name == "run April":
            return


def lived(url: str, folder: Path, name: str) -> tuple[Counter[str], list[str]]:
    found = crowd(url, HOUSEHOLDS, folder, each=EACH, name=name)
    with open_database(url) as database:
        bad = wrong(database)
    print(name, dict(sorted(found.items())))
    return found, bad


def refused(found: Counter[str]) -> int:
    """How often the database itself said no."""
    return sum(times for kind, times in found.items() if "Refused" in kind)


def test_on_sqlite(memory: Path, planned_once: pytest.MonkeyPatch) -> None:
    folder = Path(tempfile.mkdtemp(dir=memory))
    begin(url := f"sqlite:///{folder}/crowd.db", folder)
    found, bad = lived(url, folder, "sqlite")
    assert not bad, f"FAULTS_SEED={SEED}"
    assert found.total() == PROCESSES * EACH
    assert min(found["run done"], found["approve done"], found["pay done"]) > 0


def test_on_postgresql(own_cluster: Cluster, planned_once: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own_cluster.run("CREATE DATABASE crowd TEMPLATE template0")
    begin(own_cluster.at("crowd"), tmp_path)
    found, bad = lived(own_cluster.at("crowd"), tmp_path, "postgresql")
    assert not bad, f"FAULTS_SEED={SEED}"
    assert min(found["run done"], found["approve done"], found["pay done"]) > 0


@pytest.fixture
def without_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for anybody: every lock of a row is left out."""
    rows = PostgresDatabase._rows

    def unlocked(self: PostgresDatabase, sql: str, values: Sequence[Value]) -> list[Row]:
        return rows(self, sql.replace(" FOR UPDATE SKIP LOCKED", "").replace(" FOR UPDATE", ""), values)

    monkeypatch.setattr(PostgresDatabase, "_rows", unlocked)


def test_on_postgresql_without_locks(
    own_cluster: Cluster, planned_once: pytest.MonkeyPatch, without_locks: None, tmp_path: Path
) -> None:
    own_cluster.run("CREATE DATABASE unlocked TEMPLATE template0")
    begin(own_cluster.at("unlocked"), tmp_path)
    found, bad = lived(own_cluster.at("unlocked"), tmp_path, "without locks")
    assert not bad, f"FAULTS_SEED={SEED}"
    assert refused(found), "Without locks two processes must meet at a constraint, or nothing was concurrent."


def test_without_locks_and_constraints_it_goes_wrong(
    own_cluster: Cluster, planned_once: pytest.MonkeyPatch, without_locks: None, tmp_path: Path
) -> None:
    """The control: the same crowd on tables that hold anything."""
    own_cluster.run("CREATE DATABASE anything TEMPLATE template0")
    with open_database(own_cluster.at("anything")) as database, database.transaction():
        for statement in postgresql_statements(schema()):
            if statement.startswith("CREATE TABLE"):
                lines = [line.rstrip(",") for line in statement.splitlines() if "CONSTRAINT" not in line]
                columns = ", ".join(line for line in lines[1:] if line != ")")
                database.execute(f"{lines[0]} {columns})")
        database.insert("municipality", ("municipality", "name"), [(TOWN.id, TOWN.name)])
    begin(own_cluster.at("anything"), tmp_path, made=True)
    _, bad = lived(own_cluster.at("anything"), tmp_path, "without locks and constraints")
    assert bad, "What the test looks for must be there when nothing prevents it."
