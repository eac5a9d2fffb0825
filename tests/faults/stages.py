# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The moments before each command of the town, on SQLite and on PostgreSQL: a trial begins at one of them."""

from __future__ import annotations

import hashlib
import re
import shutil
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.databases import Cluster
from tests.faults.killing import do, killed, statements
from tests.faults.outcome import Tables, differences, tables, wrong
from tests.faults.world import TOWN, Command, commands
from werkzaam.app.ledger.desk import new_ledger
from werkzaam.store.bank import pay_files
from werkzaam.store.database import open_database

_MOMENT = re.compile(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d")


@dataclass(frozen=True)
class Stage:
    """A command, at how many points it can be killed, and what it comes to undisturbed."""

    command: Command
    points: int
    wanted: Tables
    written: bytes | None
    number: int


class Place(ABC):
    """Databases that hold the town as it stood before each of its commands."""

    stages: list[Stage]

    @abstractmethod
    def live(self) -> str:
        """The address of the database in which the town lives undisturbed."""

    @abstractmethod
    def keep(self, number: int) -> None:
        """Keep a copy of it as it is before a command."""

    @abstractmethod
    def again(self, number: int) -> str:
        """The address of a database that is as it was before a command; what was done in the last one is gone."""

    def prepare(self, folder: Path) -> None:
        """Live the town's life once, keeping a copy before each command."""
        new_ledger(self.live(), TOWN)
        self.stages = []
        for number, command in enumerate(commands(folder)):
            self.keep(number)
            points = statements(self.live(), command)
            with open_database(self.live()) as database:
                assert wrong(database) == []
                written = command.out.read_bytes() if command.out else None
                self.stages.append(Stage(command, points, tables(database), written, number))


class SqlitePlace(Place):
    """Files in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def live(self) -> str:
        return f"sqlite:///{self.folder / 'live.db'}"

    def keep(self, number: int) -> None:
        shutil.copy(self.folder / "live.db", self.folder / f"before{number}")

    def again(self, number: int) -> str:
        for name in ("trial.db", "trial.db-wal", "trial.db-shm"):
            (self.folder / name).unlink(missing_ok=True)
        shutil.copy(self.folder / f"before{number}", self.folder / "trial.db")
        return f"sqlite:///{self.folder / 'trial.db'}"


class PostgresPlace(Place):
    """Databases in one cluster, each a template for the trials of a command."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.cluster.run("CREATE DATABASE live TEMPLATE template0")

    def live(self) -> str:
        return self.cluster.at("live")

    def keep(self, number: int) -> None:
        self.cluster.run(f"CREATE DATABASE before{number} TEMPLATE live STRATEGY file_copy")

    def again(self, number: int) -> str:
        self.cluster.run("DROP DATABASE IF EXISTS trial WITH (FORCE)")
        self.cluster.run(f"CREATE DATABASE trial TEMPLATE before{number} STRATEGY file_copy")
        return self.cluster.at("trial")


@dataclass
class Trials:
    """What came of many trials: processes that were killed, and what was wrong after the command was given again."""

    kills: int = 0
    trials: int = 0
    faults: list[str] | None = None

    def run(self, place: Place, stage: Stage, points: Sequence[int], *, look: bool = True) -> None:
        """Kill a command at each of these points in turn, give it once more, and look what it came to."""
        command, url = stage.command, place.again(stage.number)
        if command.out:
            command.out.unlink(missing_ok=True)
        found: list[str] = []
        for times, point in enumerate(points):
            self.kills += killed(url, command, point, again=times)
            found += _half_a_file(url, command)
        try:
            do(url, command, again=len(points))
            with open_database(url) as database:
                found += differences(tables(database), stage.wanted) + (wrong(database) if look else [])
            found += _other_file(stage)
        except Exception as error:
            found.append(repr(error))
        self.trials += 1
        self.faults = (self.faults or []) + [f"{command.name}, killed at {list(points)}: {each}" for each in found]


def _half_a_file(url: str, command: Command) -> list[str]:
    """A file for the bank that is there is whole, and was kept in the ledger before."""
    if command.out is None or not command.out.exists():
        return []
    with open_database(url) as database:
        kept = {one.sha256 for one in pay_files(database, TOWN.id)}
    return (
        [] if hashlib.sha256(command.out.read_bytes()).hexdigest() in kept else ["there is a file that the ledger does not know"]
    )


def _other_file(stage: Stage) -> list[str]:
    if stage.command.out is None or stage.written is None:
        return []
    same = _MOMENT.sub(b"*", stage.command.out.read_bytes()) == _MOMENT.sub(b"*", stage.written)
    return [] if same else ["the file for the bank is another one"]
