# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The run of a month: look first at what it would change, then do it, slice by slice; one that was stopped goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from werkzaam.app.ledger.carry_out import Paid, carry_out
from werkzaam.app.ledger.changes import Changed, Held, changes
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.plan import RULES_VERSION, HouseholdPlan, plan
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.events import heads
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

SLICE = 500
"""Households that are written in one transaction."""
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


def trial(desk: Desk, month: Month, progress: Callable[[int], object] = lambda count: None) -> RunView:
    """What a run of a month would change; nothing is written."""
    view, world = RunView(month), desk.world(month)
    for household, head in sorted(heads(desk.database, desk.town.id).items()):
        position = desk.position(household, head.hseq)
        found = plan(position, world)
        paid = Paid(sum(one.pay for one in found.decisions))
        view.add(_result(found), list(changes(position, found)), paid)
        progress(1)
    return view


def run(desk: Desk, month: Month, progress: Callable[[int], object] = lambda count: None) -> RunView:
    """Decide every household whose months are touched by new knowledge, up to a month, and keep it all.

    Each slice is one transaction: after a stop the same command goes on where it was. What was decided is not decided again.
    Raises InputError for a month that has not begun.
    """
    if month > Month.of_day(desk.today):
        raise InputError(f"{month} is not open: it is {desk.today}, and a month begins on its first day. Look with --dry-run.")
    view, run_id = RunView(month), _begin(desk, month)
    for held in _slices(desk, run_id):
        for result, rows, paid in _do(desk, month, held):
            view.add(result, rows, paid)
        progress(held.households)
    view.left = sum(not one.done for one in slices(desk.database, desk.town.id, run_id))
    return view


def _begin(desk: Desk, month: Month) -> str:
    """The run that is under way, or a new one."""
    with desk.writes() as writer:
        before = last_run(desk.database, desk.town.id, month, "month")
        if before is not None and not is_done(desk.database, desk.town.id, before):
            return before.run_id
        numbers = sorted(heads(desk.database, desk.town.id))
        return start_run(writer, month, "month", numbers, rules_version=RULES_VERSION, slice_size=SLICE).run_id


def _slices(desk: Desk, run_id: str) -> Iterator[Slice]:
    until = (datetime.fromisoformat(desk.moment) + LEASE).strftime("%Y-%m-%dT%H:%M:%SZ")
    while True:
        with desk.database.transaction():
            held = take_slice(desk.database, desk.town.id, run_id, worker=desk.actor, now=desk.moment, leased_until=until)
        if held is None:
            return
        yield held


def _do(desk: Desk, month: Month, held: Slice) -> list[tuple[str, list[Changed | Held], Paid]]:
    """One slice in one transaction: every household is decided, unchanged or held, and none is left out."""
    world, done, items = desk.world(month), [], []
    with desk.writes() as writer:
        numbers = [number for number in sorted(heads(desk.database, desk.town.id)) if held.first <= number <= held.last]
        writer.lock(numbers)
        for household in numbers:
            position = desk.position(household, writer.known_seq(household))
            found = plan(position, world)
            paid = carry_out(desk, writer, position, found, month)
            result = _result(found)
            owner = position.file.contact if found.held else None
            items.append(RunItem(household, result, found.held or None, owner))
            done.append((result, list(changes(position, found)), paid))
        finish_slice(writer, held, items)
    return done


def _result(found: HouseholdPlan) -> str:
    if found.held:
        return HELD
    return DECIDED if found.outcomes else UNCHANGED
