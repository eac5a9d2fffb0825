# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A clock that jumps back, a worker that sleeps past its lease, and a run that is taken up after a stop."""

from __future__ import annotations

import os
import signal
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.faults.killing import desk_at, do, in_child
from tests.faults.outcome import tables, wrong
from tests.faults.world import MAKER, OTHER, TOWN, Command, commands, later
from werkzaam.app.ledger import run as run_module
from werkzaam.app.ledger.one_slice import LEASE
from werkzaam.app.ledger.record import record_households
from werkzaam.app.ledger.run import run
from werkzaam.core.errors import LedgerError
from werkzaam.core.months import Month
from werkzaam.store.database import open_database
from werkzaam.store.errors import Fenced

MARCH = Month.of(2021, 3)
LATER = 31
"""Minutes after which a slice that was left may be taken over by anybody."""
MOMENT = "2021-03-20T09:00:00Z"


@pytest.fixture
def ready(database_url: str, planned_once: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A town with facts, before its first run."""
    with open_database(database_url) as database, database.transaction():
        database.insert("municipality", ("municipality", "name"), [(TOWN.id, TOWN.name)])
    for command in commands(tmp_path, households=(11, 14, 18)):
        if command.name == "run March":
            return database_url
        do(database_url, command)
    raise AssertionError


def running(moment: str = MOMENT, actor: str = MAKER) -> Command:
    return Command("run March", moment, actor, lambda desk: run(desk, MARCH))


def test_a_clock_that_jumped_back_is_refused(ready: str) -> None:
    do(ready, running())
    with open_database(ready) as database:
        before = tables(database)
    with pytest.raises(LedgerError):
        _strictly(ready, Command("wages", "2021-03-19T09:00:00Z", MAKER, _wage))
    with open_database(ready) as database:
        after = tables(database)
        assert wrong(database) == []
    assert after == before
    do(ready, Command("wages", "2021-03-21T09:00:00Z", MAKER, _wage))
    with pytest.raises(LedgerError):
        _strictly(ready, running("2021-03-20T23:00:00Z"))
    do(ready, running("2021-03-21T09:00:00Z", OTHER), again=LATER)


def _strictly(url: str, command: Command) -> object:
    with desk_at(url, command) as desk:
        return command.work(desk)


def _wage(desk: object) -> None:
    from tests.faults.world import SETTLES, _wages

    _wages([SETTLES], 3, "900.00")(desk)  # type: ignore[arg-type]


def test_a_worker_that_slept_past_its_lease_keeps_nothing(ready: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The slice of a worker that pauses is taken over by another; when it wakes up, it is refused and nothing is paid twice."""
    over = (datetime.fromisoformat(MOMENT) + LEASE + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    work, woken = run_module.do_slice, []

    def paused(desk: object, planner: object, held: object) -> object:
        if not woken:
            woken.append(held)
            _strictly(ready, running(over, "c.devries"))
        return work(desk, planner, held)  # type: ignore[arg-type]

    monkeypatch.setattr(run_module, "do_slice", paused)
    with pytest.raises((Fenced, LedgerError)):
        _strictly(ready, running())
    with open_database(ready) as database:
        assert wrong(database) == []
        assert database.value("SELECT COUNT(*) FROM decision WHERE month = 202103") == 3
        assert database.value("SELECT COUNT(*) FROM payment WHERE month = 202103") == 3
        assert database.rows("SELECT slice, taken, worker FROM run_slice ORDER BY slice") == [
            (1, 2, "c.devries"),
            (2, 1, "c.devries"),
        ]


def stop_after_taking(url: str) -> None:
    """Kill a run when it has taken its first slice and written nothing of it."""
    seen: list[str] = []

    def dies(statement: str) -> None:
        seen.append(statement)
        if statement == "BEGIN" and any(one.startswith("UPDATE run_slice SET taken") for one in seen):
            os.kill(os.getpid(), signal.SIGKILL)

    assert in_child(lambda: do(url, running(), before=dies))


def test_a_stopped_run_is_taken_up_at_once_by_whoever_began_it_and_told_to_others(ready: str) -> None:
    stop_after_taking(ready)
    with desk_at(ready, running(later(MOMENT, minutes=1), OTHER)) as desk:
        view = run(desk, MARCH)
        assert (view.left, sum(view.results.values())) == (1, 1), (
            "Another does what is left, and is told that somebody holds a slice."
        )
    with desk_at(ready, running(later(MOMENT, minutes=2))) as desk:
        view = run(desk, MARCH)
        assert (view.left, sum(view.results.values())) == (0, 2)


def test_a_household_that_came_while_a_run_was_stopped_does_not_block_it(ready: str, tmp_path: Path) -> None:
    """A new household with a number between those of a slice: the run can still be finished."""
    stop_after_taking(ready)
    file = tmp_path / "new.toml"
    text = (tmp_path / "household14.toml").read_text()
    file.write_text(text.replace("nummer = 141", "nummer = 121").replace("nummer = 14\n", "nummer = 12\n"))
    do(ready, Command("record a household", later(MOMENT, minutes=1), MAKER, lambda desk: record_households(desk, [file])))
    with desk_at(ready, running(later(MOMENT, minutes=2))) as desk:
        view = run(desk, MARCH)
    assert (view.left, view.results["decided"]) == (0, 4)
    with open_database(ready) as database:
        assert wrong(database) == []
