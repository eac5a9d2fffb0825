# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A run by columns and compiled rules writes what a run of one household after another writes: every row of every table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from tests.app.ledger.a_town import FIRST, Chance, answer_part_months, desk_on, found_town, home_changes, slips
from tests.kernels import CACHE
from werkzaam.app.ledger import one_slice, planner, positions
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dues import MonthDue
from werkzaam.app.ledger.officer import approve_claim
from werkzaam.app.ledger.plain import record_plain
from werkzaam.app.ledger.plan import plan
from werkzaam.app.ledger.planner import Planner
from werkzaam.app.ledger.positions import position_of
from werkzaam.app.ledger.run import run, trial
from werkzaam.core.errors import NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Proposal
from werkzaam.store.check import create_schema
from werkzaam.store.database import Database, open_database
from werkzaam.store.facts import record_fact
from werkzaam.store.proposals import waiting
from werkzaam.store.writer import ORDER, Writer

ONE_BY_ONE = 10**9
HOUSEHOLDS, MONTHS = 30, 4


@pytest.fixture(autouse=True)
def compiled_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKZAAM_CACHE", str(CACHE))


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    return {table: sorted(database.rows(f"SELECT * FROM {table}"), key=repr) for table in (*ORDER, "household")}


def settle(database: Database, seed: int, compiled_from: int, months: int = MONTHS,
           before: Callable[[Desk, Month], object] = lambda desk, month: None) -> None:  # fmt: skip
    """A town that is settled month after month, with what became known in between and one officer who says yes."""
    chance = Chance(seed)
    found_town(desk_on(database, "2026-01-05"), chance, HOUSEHOLDS)
    for turn in range(months):
        month = FIRST + turn
        desk = desk_on(database, f"2026-{turn + 1:02}-28")
        about = month - 1 if chance.once_in(2) and turn else month  # Now and then everything comes a month late.
        with desk.writes() as writer:
            for number in range(1, HOUSEHOLDS + 1):
                new = (*slips(chance, number, about), *answer_part_months(desk, number), *home_changes(desk, number, month))
                for fact in new:
                    record_fact(writer, number, fact.fact(), idem_key=fact.key)
        before(desk, month)
        run(desk, month, compiled_from=compiled_from)
        approve_some(desk_on(database, f"2026-{turn + 1:02}-28", "s.yilmaz"))


def approve_some(desk: Desk) -> None:
    """The officer approves what waits for most households."""
    for one in waiting(desk.database, desk.town.id, last=True):
        if one.household % 5 and one.outcome is None and isinstance(one.value, Proposal):
            with suppress(NotAllowed):  # Newer knowledge replaced some of them.
                approve_claim(desk, one.household, one.value.month, reason="gezien", protected_earnings="blijft erboven")


@pytest.mark.parametrize("seed", [1, 2])
def test_both_ways_write_the_same_rows(database: Database, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    plain: list[int] = []

    def counted(writer: Writer, month: Month, dues: Mapping[int, MonthDue]) -> None:
        plain.extend(dues)
        record_plain(writer, month, dues)

    monkeypatch.setattr(one_slice, "record_plain", counted)
    settle(database, seed, 1)
    assert len(plain) > 10, "Some households had nothing new, and were written without a plan of their own."
    with open_database(f"sqlite:///{tmp_path / 'other.db'}") as other:
        create_schema(other)
        settle(other, seed, ONE_BY_ONE)
        one, many = everything(other), everything(database)
    assert {table for table, rows in one.items() if rows} >= {"decision", "proposal", "payment_part", "run_item"}
    for table, rows in one.items():
        assert many[table] == rows, table


def test_positions_that_are_read_together_give_the_same_plans(database: Database) -> None:
    seen: set[bool] = set()

    def compare(desk: Desk, month: Month) -> None:
        world = desk.world(month)
        now = positions.standing(desk, (1, HOUSEHOLDS), month).positions
        assert list(now) == list(range(1, HOUSEHOLDS + 1))
        for number, position in now.items():
            alone = position_of(desk, number)
            assert (position.file, position.news, position.waiting, position.reopened) == (
                alone.file, alone.news, alone.waiting, alone.reopened)  # fmt: skip
            assert plan(position, world) == plan(alone, world)
            assert position.latest.items() <= alone.latest.items()
            seen.add(position.latest == alone.latest)

    settle(database, 3, ONE_BY_ONE, before=compare)
    assert {bool(position_of(desk_on(database, "2026-05-01"), number).file.course.steps) for number in (7, 14, 21, 28)} == {True}
    assert seen == {True, False}  # Of some households less was read, and of those with news everything.


def test_a_trial_shows_what_the_run_does(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    found_town(desk_on(database, "2026-01-05"), Chance(4), HOUSEHOLDS)
    desk = desk_on(database, "2026-02-28")
    monkeypatch.setattr(planner, "SLICE", 7)
    shown, columns = trial(desk, FIRST + 1), trial(desk, FIRST + 1, compiled_from=1)
    assert shown == columns
    done = run(desk, FIRST + 1)
    assert (done.results, list(done.rows)) == (shown.results, shown.rows)


def test_the_compiled_rules_compute_nearly_everybody(database: Database) -> None:
    found_town(desk_on(database, "2026-01-05"), Chance(5), HOUSEHOLDS)
    desk = desk_on(database, "2026-02-28")
    of_many = Planner(desk, FIRST + 1, compiled_from=1)
    asked: list[int] = []

    def counted(position: object, world: object) -> object:
        asked.append(1)
        return plan(position, world)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planner, "plan", counted)
        found = [one.plan for one in of_many.planned((1, HOUSEHOLDS)).households]
    held = sum(bool(one.held) for one in found)
    assert len(found) == HOUSEHOLDS
    assert len(asked) <= held + 3
