# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A process on SQLite is killed at every statement of every workflow, then again and again while it recovers: nothing is lost."""

from __future__ import annotations

import itertools
import os

import pytest

from tests.faults.killing import killed
from tests.faults.slices import SEED, TIMES, chance
from tests.faults.stages import SqlitePlace, Stage, Trials
from werkzaam.app.ledger import new_facts
from werkzaam.store.database import open_database
from werkzaam.store.sqlite import SqliteDatabase

MORE_KILLS = 6
"""How often a process that recovers is killed again, in the second test."""
LEAST = 3_000


def test_killed_at_every_point_and_while_recovering(sqlite_place: SqlitePlace) -> None:
    done = Trials()
    for stage in sqlite_place.stages:
        for point in range(1, stage.points + 1):
            done.run(sqlite_place, stage, [point], look=point % 5 == 0)
    first = done.kills
    assert not done.faults
    assert first == sum(stage.points for stage in sqlite_place.stages), "Every process was killed where it should be."
    for times in range(TIMES):
        dice = chance("kills on SQLite", times)
        for stage in sqlite_place.stages:
            for point in range(1, stage.points + 1):
                more = [dice.randint(1, stage.points) for _ in range(MORE_KILLS)]
                done.run(sqlite_place, stage, [point, *more], look=False)
    assert not done.faults, f"FAULTS_SEED={SEED}"
    assert done.kills >= LEAST * TIMES
    print(f"{first} points, {done.kills} kills, {done.trials} times given again")


def stage_called(place: SqlitePlace, name: str) -> Stage:
    return next(stage for stage in place.stages if stage.command.name == name)


def test_without_transactions_a_kill_is_noticed(sqlite_place: SqlitePlace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: each statement kept on its own, foreign keys off, as in a program that trusts its own order of work."""
    monkeypatch.setattr(SqliteDatabase, "_begin", lambda self: self.connection.execute("PRAGMA foreign_keys = OFF"))
    monkeypatch.setattr(SqliteDatabase, "_commit", lambda self: None)
    done, stage = Trials(), stage_called(sqlite_place, "run March")
    for point in range(1, stage.points + 1):
        done.run(sqlite_place, stage, [point], look=False)
    assert len({each.split(":")[0] for each in done.faults or ()}) > 10


def test_without_keys_a_kill_doubles(sqlite_place: SqlitePlace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a key that is new at each try, as a random number is."""
    numbers = itertools.count()
    monkeypatch.setattr(new_facts.NewFact, "key", property(lambda self: f"{self.kind} {os.getpid()} {next(numbers)}"))
    done, stage = Trials(), stage_called(sqlite_place, "record wages")
    for point in range(1, stage.points + 1):
        done.run(sqlite_place, stage, [point], look=False)
    assert any("fact" in each and "too many" in each for each in done.faults or ())


def test_a_command_that_is_not_given_again_is_noticed(sqlite_place: SqlitePlace) -> None:
    """The control of the comparison itself: killed and left alone, a ledger is not as it should be."""
    from tests.faults.outcome import differences, tables

    stage = stage_called(sqlite_place, "run June")
    url = sqlite_place.again(stage.number)
    assert killed(url, stage.command, stage.points - 6)
    with open_database(url) as database:
        assert differences(tables(database), stage.wanted)
