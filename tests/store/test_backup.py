# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A backup is the ledger of one moment, and a restored ledger is the same: rows, constraints, invariants and Merkle root."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.databases import Cluster
from tests.store.steps import rows_of
from tests.store.world import OFFICER, TO_GIVE_BACK, TOWN, build
from werkzaam.store.anchor import root_at
from werkzaam.store.backup import backup, restore
from werkzaam.store.check import check
from werkzaam.store.database import Database, open_database
from werkzaam.store.errors import StoreError
from werkzaam.store.facts import Fact, record_fact
from werkzaam.store.postgres import PostgresDatabase
from werkzaam.store.verify import verify
from werkzaam.store.writer import writing


@pytest.fixture
def new_url(database: Database, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where the same kind of database can be made."""
    if database.dialect == "sqlite":
        yield f"sqlite:///{tmp_path / 'restored.db'}"
        return
    with request.getfixturevalue("cluster").database(schema=False) as url:
        yield url


def test_the_drill(database: Database, tmp_path: Path, new_url: str) -> None:
    """Restore, check, verify, and the Merkle root that was kept elsewhere."""
    build(database)
    kept = root_at(database, TOWN, day="2026-03-27", until="2026-03-27T23:59:59Z")
    backup(database, tmp_path / "backup")
    restore(tmp_path / "backup", new_url)
    with open_database(new_url) as restored:
        check(restored)
        assert verify(restored, TOWN) == TO_GIVE_BACK
        assert root_at(restored, TOWN, day=kept.day, until=kept.until) == kept
        assert rows_of(restored) == rows_of(database)
        with restored.transaction(), writing(restored, TOWN, recorded_at="2026-03-29T09:00:00Z", actor=OFFICER) as writer:
            fact = Fact("consent", {}, date(2026, 3, 29), "formulier")
            assert record_fact(writer, 1, fact, idem_key="after the restore") is not None


def test_a_backup_leaves_out_what_is_not_kept_yet(database: Database, tmp_path: Path, database_url: str, new_url: str) -> None:
    build(database)
    before = rows_of(database)
    with open_database(database_url) as other, other.transaction():
        other.insert("municipality", ("municipality", "name"), [("later", "Later")])
        backup(database, tmp_path / "backup")
    assert rows_of(database) != before
    restore(tmp_path / "backup", new_url)
    with open_database(new_url) as restored:
        assert rows_of(restored) == before


def test_the_tables_of_a_backup_are_of_one_moment(cluster: Cluster) -> None:
    """Somebody writes between the first table and the next; the copy does not see it."""
    with cluster.database(schema=True) as url, open_database(url) as database:
        build(database)
        assert isinstance(database, PostgresDatabase)
        with database.snapshot():
            assert b"".join(database.copy_out("person", ["person"])) == b"1\n2\n3\n"
            with open_database(url) as other, other.transaction():
                other.insert("municipality", ("municipality", "name"), [("later", "Later")])
            assert b"".join(database.copy_out("municipality", ["municipality"])) == b"dorp\nteststad\n"
        assert len(database.rows("SELECT * FROM municipality")) == 3


def test_a_restore_never_goes_over_something_that_is_there(database: Database, tmp_path: Path, database_url: str) -> None:
    build(database)
    backup(database, tmp_path / "backup")
    with pytest.raises(StoreError, match=r"there already|already exists"):
        restore(tmp_path / "backup", database_url)
    with pytest.raises(StoreError, match="new folder"):
        backup(database, tmp_path / "backup")
    assert verify(database, TOWN) == TO_GIVE_BACK


def test_a_backup_that_was_damaged_is_refused(database: Database, tmp_path: Path, new_url: str) -> None:
    build(database)
    made = backup(database, tmp_path / "backup")
    name = sorted(made.files)[0]
    path = tmp_path / "backup" / name
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]) if content else b"x")
    with pytest.raises(StoreError, match=rf"{name} .* was changed"):
        restore(tmp_path / "backup", new_url)
    path.unlink()
    with pytest.raises(StoreError, match="is missing"):
        restore(tmp_path / "backup", new_url)
    (tmp_path / "backup" / "manifest.json").write_text("{}")
    with pytest.raises(StoreError, match="holds no backup"):
        restore(tmp_path / "backup", new_url)


def test_a_backup_of_another_kind_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    with open_database(sqlite_url) as database:
        backup(database, tmp_path / "backup")
    with pytest.raises(StoreError, match="is of sqlite; postgresql was asked for"):
        restore(tmp_path / "backup", "postgresql://nowhere/x")
