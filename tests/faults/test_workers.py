# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Two processes share a run: one is killed, whoever began it is killed or interrupted, others run beside it; nothing is lost."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing import active_children, get_context
from pathlib import Path

import pytest

from tests.app.ledger.a_town import FIRST, Chance, desk_on, found_town, slips
from tests.faults.killing import Dies, code_of_child
from tests.faults.outcome import wrong
from werkzaam.app.ledger import one_slice, workers
from werkzaam.app.ledger import planner as planner_module
from werkzaam.app.ledger.run import RunView, run
from werkzaam.app.ledger.run_text import totals
from werkzaam.core.errors import LedgerError
from werkzaam.store.check import create_schema
from werkzaam.store.database import Database, open_database
from werkzaam.store.errors import StoreError
from werkzaam.store.facts import record_fact
from werkzaam.store.writer import ORDER

HOUSEHOLDS, SLICE = 12, 2
MONTH = FIRST + 2
DAY = "2026-03-28"
AGAIN = {"unchanged": 10, "held": 2}
"""What a run comes to when everything was decided: two households of this town cannot be computed."""


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six slices, done by processes that are forked, so that what a test changes is changed there too."""
    monkeypatch.setattr(planner_module, "SLICE", SLICE)
    monkeypatch.setattr(workers, "START", "fork")


@pytest.fixture
def town(database_url: str) -> str:
    """A town with facts and wages that was not settled yet."""
    with open_database(database_url) as database:
        found(database)
    return database_url


def found(database: Database) -> None:
    chance = Chance(11)
    found_town(desk_on(database, "2026-01-05"), chance, HOUSEHOLDS)
    with desk_on(database, "2026-03-05").writes() as writer:
        for number in range(1, HOUSEHOLDS + 1):
            for fact in slips(chance, number, FIRST + 1):
                record_fact(writer, number, fact.fact(), idem_key=fact.key)


def do(url: str, count: int = 2, *, actor: str = "m.bakker", day: str = DAY) -> RunView:
    with open_database(url) as database:
        return run(desk_on(database, day, actor), MONTH, workers=count)


def rows(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for how often a slice was taken and by whom."""
    with open_database(url) as database:
        assert wrong(database) == []
        return {table: sorted(database.rows(f"SELECT * FROM {table}"), key=repr) for table in (*ORDER, "household")
                if table != "run_slice"}  # fmt: skip


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[RunView, dict[str, list[tuple[object, ...]]]]:
    """What one process makes of the town."""
    url = f"sqlite:///{tmp_path_factory.mktemp('alone') / 'ledger.db'}"
    with pytest.MonkeyPatch.context() as patch, open_database(url) as database:
        patch.setattr(planner_module, "SLICE", SLICE)
        create_schema(database)
        found(database)
        return run(desk_on(database, DAY), MONTH, workers=1), rows(url)


Alone = tuple[RunView, dict[str, list[tuple[object, ...]]]]


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_two_processes_write_and_tell_what_one_does(town: str, alone: Alone, start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "START", start)
    did = Counter[int]()
    monkeypatch.setattr(workers, "_give", counted(workers._give, did))
    view = do(town)
    assert (view, rows(town)) == alone
    assert len(did) == 2
    assert do(town, day="2026-03-29").results == AGAIN


def counted(give: Callable[..., None], did: Counter[int]) -> Callable[..., None]:
    def giving(worker: workers._Worker, held: object) -> None:
        did[worker.process.pid or 0] += 1
        give(worker, held)

    return giving


def one_dies(patch: pytest.MonkeyPatch, flag: Path, at: int) -> None:
    """The first worker that opens the ledger is killed at a statement of its own."""

    def opened(url: str) -> Database:
        database = open_database(url)
        try:
            flag.touch(exist_ok=False)
        except FileExistsError:
            return database
        database.before = Dies(at)
        return database

    patch.setattr(workers, "open_database", opened)


@pytest.mark.parametrize("at", [1, 4, 8, 11, 13, 15, 17, 19, 21, 23, 30])
def test_one_of_two_is_killed_and_its_slice_is_done_all_the_same(
    town: str, alone: Alone, at: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one_dies(monkeypatch, tmp_path / "flag", at)
    view = do(town)
    assert (view.stopped, view.left) == (1, 0)
    assert "1" in totals(view, "nl", trial=False)
    assert rows(town) == alone[1]


def test_all_workers_are_killed_and_the_run_is_done_all_the_same(
    town: str, alone: Alone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(url: str) -> Database:
        database = open_database(url)
        database.before = Dies(20)
        return database

    monkeypatch.setattr(workers, "open_database", opened)
    view = do(town)
    assert (view.stopped, view.left, view.rows) == (2, 0, alone[0].rows)
    assert rows(town) == alone[1]


def test_whoever_began_the_run_is_killed_and_the_same_command_finishes_it(
    town: str, alone: Alone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The workers notice, and end; what they kept before that counts once."""
    taken: list[int] = []

    def dies_later(*given: object) -> None:
        taken.append(1)
        if len(taken) > 5:
            os.kill(os.getpid(), signal.SIGKILL)
        give(*given)  # type: ignore[arg-type]

    give = workers._give
    with monkeypatch.context() as patch:
        patch.setattr(workers, "_give", dies_later)
        assert code_of_child(lambda: do(town)) is None
    for _ in range(50):  # A worker that is still at a slice keeps it, or is refused; then everything is done.
        try:
            view = do(town, day="2026-03-29")
        except (StoreError, LedgerError):
            time.sleep(0.1)
            continue
        if not view.left:
            break
    mine = rows(town)
    for table in ("decision", "payment", "payment_part", "proposal"):
        assert len(mine[table]) == len(alone[1][table]), table


def test_interrupted_all_end_at_once_and_the_same_command_finishes_it(
    town: str, alone: Alone, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(workers, "do_slice", asleep)
        patch.setattr(workers, "wait", interrupted(workers.wait))
        with pytest.raises(KeyboardInterrupt):
            do(town)
    assert active_children() == []
    assert do(town) == alone[0]
    assert rows(town) == alone[1]


def asleep(*_: object) -> None:
    time.sleep(60)


def interrupted(wait: Callable[..., object]) -> Callable[..., object]:
    """Ctrl-C is pressed while whoever began the run waits; the workers wait as always."""
    began = os.getpid()

    def waiting(*given: object) -> object:
        if os.getpid() == began:
            raise KeyboardInterrupt
        return wait(*given)

    return waiting


def test_what_a_worker_raises_is_raised(town: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(workers, "do_slice", fails)
    with pytest.raises(StoreError, match="The disk is full"):
        do(town)
    assert active_children() == []


def test_two_people_run_the_same_month_at_once(town: str, alone: Alone) -> None:
    """Each does the slices that the other does not; whoever is first to end is told what is left."""
    other = get_context("fork").Process(target=do, args=(town,), kwargs={"actor": "s.yilmaz"})
    other.start()
    mine = do(town)
    other.join()
    assert other.exitcode == 0
    assert sum(mine.results.values()) + mine.left * SLICE <= HOUSEHOLDS
    found = rows(town)
    assert [row[1:4] for row in found["decision"]] == [row[1:4] for row in alone[1]["decision"]]
    assert len(found["run_item"]) == HOUSEHOLDS * len(found["run"])


def test_what_becomes_known_while_a_slice_is_planned_counts(town: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wages that are recorded after the plan was made, and before it is written: the plan is made again."""
    plan = planner_module.Planner.planned
    told: list[int] = []

    def planned(self: planner_module.Planner, between: tuple[int, int]) -> planner_module.PlannedSlice:
        done = plan(self, between)
        with open_database(town) as other, desk_on(other, "2026-03-06").writes() as writer:
            for number in range(between[0], between[1] + 1):
                for fact in slips(Chance(99), number, MONTH):
                    told.append(number)
                    record_fact(writer, number, fact.fact(), idem_key=fact.key)
        return done

    def refused(*_: object) -> None:
        raise AssertionError("It must be seen before anything is written, not refused by the database.")

    monkeypatch.setattr(planner_module.Planner, "planned", planned)
    monkeypatch.setattr(one_slice, "_refused", refused)
    do(town, 1)
    assert len(told) > 2
    with open_database(town) as database:
        assert wrong(database) == []
        first = "SELECT household, MIN(known_seq) FROM decision GROUP BY household"
        heads = (
            "SELECT household, MAX(hseq) FROM event WHERE kind = 'fact' AND household IN (SELECT household FROM decision) "
            "GROUP BY household"
        )
        assert sorted(database.rows(first)) == sorted(database.rows(heads))
    monkeypatch.undo()
    assert do(town, 1, day="2026-03-29").results == AGAIN
