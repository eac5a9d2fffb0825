# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A process on SQLite is killed at every statement of every workflow, then again and again while it recovers: nothing is lost."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from tests.faults.everywhere import killed_everywhere
from tests.faults.killing import killed
from tests.faults.slices import SEED, TIMES
from tests.faults.stages import SqlitePlace, Stage, Trials
from werkzaam.app.ledger import new_facts
from werkzaam.store.database import open_database
from werkzaam.store.sqlite import SqliteDatabase

LEAST = 3_000


def test_killed_at_every_point_and_while_recovering(memory: Path) -> None:
    found = killed_everywhere(memory)
    assert not found.faults, f"FAULTS_SEED={SEED}"
    assert found.first == found.points, "Every process was killed where it should be."
    assert found.kills >= LEAST * TIMES
    print(f"{found.first} points, {found.kills} kills, {found.trials} times given again")


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
