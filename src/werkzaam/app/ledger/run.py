# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The run of a month: look first at what it would change, then do it, slice by slice; one that was stopped goes on."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from werkzaam.app.ledger.carry_out import Paid, carry_out
from werkzaam.app.ledger.changes import Changed, Held, changes
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.plan import RULES_VERSION, HouseholdPlan
from werkzaam.app.ledger.planner import COMPILED_FROM, Planner
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.events import heads
from werkzaam.store.of_many import heads_between
from werkzaam.store.runs import (
    DECIDED,
    HELD,
    UNCHANGED,
    RunItem,
    Slice,
    finish_slice,
    is_done,
    last_run,
    slices,
    start_run,
    take_slice,
)

LEASE = timedelta(minutes=30)
"""How long a worker may take for a slice before another may take it over."""


@dataclass
class RunView:
    """What a run changed, or would change: rows for a person, results by household, and the money in cents.

    `left` is how many slices somebody else works on, or stopped working on less than LEASE ago: the run is not done then.
    """

    month: Month
    rows: list[Changed | Held] = field(default_factory=list)
    results: Counter[str] = field(default_factory=Counter)
    paid: int = 0
    premium: int = 0
    withheld: int = 0
    short: list[str] = field(default_factory=list)
    left: int = 0

    def add(self, result: str, rows: list[Changed | Held], paid: Paid) -> None:
        """Add what a household came to."""
        self.results[result] += 1
        self.rows += rows
        self.paid, self.premium, self.withheld = (
            self.paid + paid.cents,
            self.premium + paid.premium,
            self.withheld + paid.withheld,
        )
        self.short += paid.short


def households_of(desk: Desk) -> int:
    """How many households a run is about."""
    return len(heads(desk.database, desk.town.id))


def trial(
    desk: Desk, month: Month, progress: Callable[[int], object] = lambda count: None, *, compiled_from: int = COMPILED_FROM
) -> RunView:
    """What a run of a month would change; nothing is written. See `run` for `compiled_from`."""
    view, planner = RunView(month), Planner(desk, month, compiled_from=compiled_from)
    numbers = sorted(heads(desk.database, desk.town.id))
    for at in range(0, len(numbers), planner.slice_size):
        some = numbers[at : at + planner.slice_size]
        for position, found, _ in planner.planned((some[0], some[-1])):
            view.add(_result(found), list(changes(position, found)), Paid(sum(one.pay for one in found.decisions)))
        progress(len(some))
    return view


def run(
    desk: Desk, month: Month, progress: Callable[[int], object] = lambda count: None, *, compiled_from: int = COMPILED_FROM
) -> RunView:
    """Decide every household whose months are touched by new knowledge, up to a month, and keep it all.

    Each slice is one transaction: after a stop the same command goes on where it was. What was decided is not decided again.
    From `compiled_from` households on the rules are compiled, once for each regime; the decisions are the same. Raises
    InputError for a month that has not begun.
    """
    if month > Month.of_day(desk.today):
        raise InputError(f"{month} is not open: it is {desk.today}, and a month begins on its first day. Look with --dry-run.")
    view, planner = RunView(month), Planner(desk, month, compiled_from=compiled_from)
    run_id = _begin(desk, month, planner.slice_size)
    for held in _slices(desk, run_id):
        for result, rows, paid in _do(desk, planner, held):
            view.add(result, rows, paid)
        progress(held.households)
    view.left = sum(not one.done for one in slices(desk.database, desk.town.id, run_id))
    return view


def _begin(desk: Desk, month: Month, slice_size: int) -> str:
    """The run that is under way, or a new one."""
    with desk.writes() as writer:
        before = last_run(desk.database, desk.town.id, month, "month")
        if before is not None and not is_done(desk.database, desk.town.id, before):
            return before.run_id
        numbers = sorted(heads(desk.database, desk.town.id))
        return start_run(writer, month, "month", numbers, rules_version=RULES_VERSION, slice_size=slice_size).run_id


def _slices(desk: Desk, run_id: str) -> Iterator[Slice]:
    until = (datetime.fromisoformat(desk.moment) + LEASE).strftime("%Y-%m-%dT%H:%M:%SZ")
    while True:
        with desk.database.transaction():
            held = take_slice(desk.database, desk.town.id, run_id, worker=desk.actor, now=desk.moment, leased_until=until)
        if held is None:
            return
        yield held


def _do(desk: Desk, planner: Planner, held: Slice) -> list[tuple[str, list[Changed | Held], Paid]]:
    """One slice in one transaction: every household is decided, unchanged or held, and none is left out."""
    done, items, between = [], [], (held.first, held.last)
    with collecting_later(), desk.writes() as writer:
        writer.lock(heads_between(desk.database, desk.town.id, between))
        for position, found, claimed in planner.planned(between):
            paid = carry_out(desk, writer, position, found, planner.world.month, claimed)
            result = _result(found)
            owner = position.file.contact if found.held else None
            items.append(RunItem(found.household, result, found.held or None, owner))
            done.append((result, list(changes(position, found)), paid))
        finish_slice(writer, held, items)
    return done


@contextmanager
def collecting_later() -> Iterator[None]:
    """Look for garbage in circles at the end only: a slice makes many objects and hardly a circle, and looking takes long."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _result(found: HouseholdPlan) -> str:
    if found.held:
        return HELD
    return DECIDED if found.outcomes else UNCHANGED
