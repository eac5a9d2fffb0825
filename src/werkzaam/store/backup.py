# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A copy of the whole ledger as it is at one moment, in a folder, while others go on writing; and a database made from it again.

Of SQLite it is a database file, made by VACUUM INTO. Of PostgreSQL it is a file for each table, read in one snapshot.
`manifest.json` holds the fingerprint of each file. A folder is there whole or not at all. After a restore: check, verify, and
compare the anchors with those that were kept elsewhere; then match with the bank before anything is paid.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from werkzaam.store.check import check, make_schema
from werkzaam.store.database import Database, open_database
from werkzaam.store.errors import StoreError
from werkzaam.store.schema import VERSION, ddl_digest, schema

if TYPE_CHECKING:
    from werkzaam.store.postgres import PostgresDatabase  # Its package is needed for PostgreSQL only.

MANIFEST, SQLITE_FILE = "manifest.json", "ledger.db"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: of which kind of database and schema, and the SHA-256 of each of its files."""

    dialect: str
    version: int
    ddl_digest: str
    files: dict[str, str]


def backup(database: Database, folder: Path) -> Manifest:
    """Copy the ledger into a folder that is not there yet.

    Raises StoreError when something stands at that place.
    """
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    if folder.exists() or unfinished.exists():
        raise StoreError(f"A backup goes into a new folder; {folder} or {unfinished.name} is there already. Name another one.")
    unfinished.mkdir(parents=True)
    if database.dialect == "sqlite":
        database.execute("VACUUM INTO ?", (str(unfinished / SQLITE_FILE),))
    else:
        _copy_tables(cast("PostgresDatabase", database), unfinished)
    files = {path.name: _sealed(path) for path in sorted(unfinished.iterdir())}
    made = Manifest(database.dialect, VERSION, ddl_digest(), files)
    (unfinished / MANIFEST).write_text(json.dumps(asdict(made), indent=2, sort_keys=True) + "\n", encoding="utf-8")
    _sealed(unfinished / MANIFEST)
    _keep_names(unfinished)
    unfinished.rename(folder)
    _keep_names(folder.parent)
    return made


def _copy_tables(database: PostgresDatabase, folder: Path) -> None:
    with database.snapshot():
        for table in schema().tables:
            with (folder / f"{table.name}.copy").open("wb") as file:
                for piece in database.copy_out(table.name, [column.name for column in table.columns]):
                    file.write(piece)


def _sealed(path: Path) -> str:
    """The SHA-256 of a file, which is on disk when this returns."""
    with path.open("rb+") as file:
        found = hashlib.sha256()
        while piece := file.read(_PIECE):
            found.update(piece)
        os.fsync(file.fileno())
    return found.hexdigest()


def _keep_names(folder: Path) -> None:
    """The names in a folder are on disk when this returns."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_manifest(folder: Path) -> Manifest:
    """What a backup says it holds, when its files are as they were written.

    Raises StoreError for a folder that is no backup, one of another version, and a file that is missing or was changed.
    """
    try:
        found = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise StoreError(f"{folder} holds no backup: its {MANIFEST} is not there or cannot be read.") from None
    if (found.version, found.ddl_digest) != (VERSION, ddl_digest()):
        raise StoreError(
            f"The backup in {folder} is of another schema (version {found.version}); restore it with the release that made it."
        )
    for name, sha256 in found.files.items():
        path = folder / name
        if not path.is_file() or _sealed(path) != sha256:
            raise StoreError(f"The file {name} of the backup in {folder} is missing or was changed; take another backup.")
    return found


def restore(folder: Path, url: str) -> None:
    """Make the database at `url` from a backup, and check it. It must be empty: for SQLite a file that is not there.

    Raises StoreError otherwise, for a damaged backup, and for one of another kind of database.
    """
    manifest = read_manifest(folder)
    if not url.startswith(manifest.dialect):
        raise StoreError(f"The backup in {folder} is of {manifest.dialect}; {url.split(':')[0]} was asked for.")
    if manifest.dialect == "sqlite":
        _put_file(folder / SQLITE_FILE, Path(url.removeprefix("sqlite:///")))
    with open_database(url) as database:
        if database.dialect == "postgresql":
            _load_tables(cast("PostgresDatabase", database), folder)
        check(database)


def _put_file(source: Path, target: Path) -> None:
    if target.exists():
        raise StoreError(f"A backup is restored into a new database; {target} is there already. Move it away first.")
    unfinished = target.with_name(f"{target.name}.unfinished")
    shutil.copyfile(source, unfinished)
    _sealed(unfinished)
    unfinished.rename(target)
    _keep_names(target.parent)


def _load_tables(database: PostgresDatabase, folder: Path) -> None:
    """The tables, their rows, and only then what guards them: that refuses no row that was written while it stood."""

    def load() -> None:
        for table in schema().tables:
            columns = [column.name for column in table.columns]
            database.copy_in(table.name, columns, _pieces(folder / f"{table.name}.copy"))

    make_schema(database, between=load)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
