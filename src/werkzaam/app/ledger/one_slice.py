# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One slice of a run: planned and drafted while others may write, then locked, looked at again, and kept in one transaction.

A household of which something became known in between is planned again under its lock. A household that the database refuses
becomes an item of its own for a person, and all others are kept.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import NamedTuple

from werkzaam.app.ledger.carry_out import Paid, carry_out
from werkzaam.app.ledger.changes import Changed, Held, changes
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.plain import changed, record_plain
from werkzaam.app.ledger.plan import HouseholdPlan
from werkzaam.app.ledger.planner import Planned, PlannedSlice, Planner
from werkzaam.core.errors import LedgerError, TimeWentBack, WerkzaamError
from werkzaam.store.deferred import unmet
from werkzaam.store.errors import Refused
from werkzaam.store.of_many import Between, heads_between
from werkzaam.store.runs import DECIDED, ERROR, HELD, UNCHANGED, RunItem, Slice, finish_slice, take_slice
from werkzaam.store.writer import Writer

LEASE = timedelta(minutes=30)
"""How long a worker may take for a slice before another may take it over."""
AFTER_ANCHOR = "event_after_anchor"
"""The constraint that refuses whatever is recorded before an anchor."""


class Done(NamedTuple):
    """What a run came to for one household: its item, what changed, and the money; a plain tuple, as it goes through a pipe."""

    item: RunItem
    rows: tuple[Changed | Held, ...]
    paid: Paid


def take(desk: Desk, run_id: str, count: int, besides: Collection[int]) -> list[Slice]:
    """At most so many slices that nobody works on, for whoever is at this desk; `besides` are those given out already."""
    until = (datetime.fromisoformat(desk.moment) + LEASE).strftime("%Y-%m-%dT%H:%M:%SZ")
    found: list[Slice] = []
    with desk.database.transaction():
        while len(found) < count:
            given = {*besides, *(one.slice for one in found)}
            held = take_slice(desk.database, desk.town.id, run_id, worker=desk.actor, now=desk.moment, leased_until=until,
                              besides=given)  # fmt: skip
            if held is None:
                break
            found.append(held)
    return found


def do_slice(desk: Desk, planner: Planner, held: Slice) -> list[Done]:
    """Every household of a slice is decided, unchanged, held or refused, in order of their numbers, and none is left out.

    Raises Fenced when somebody else took the slice over, and TimeWentBack or Refused when the clock is behind.
    """
    between = (held.first, held.last)
    with collecting_later():
        planned = planner.apart(between)
        draft = desk.draft(planned.heads)
        try:
            done = _drafted(desk, draft, planner, planned)
            if _kept(desk, held, draft, done):
                return done
            return _under_lock(desk, planner, held, _each(planner, between, planned))
        except (Refused, LedgerError) as error:
            _raise_if_of_all(error)
            return _refused(desk, planner, held, _each(planner, between, planned))


def _drafted(desk: Desk, draft: Writer, planner: Planner, planned: PlannedSlice) -> list[Done]:
    """What a slice comes to, in order of the numbers, with all that is written for it in the draft."""
    done = _carried_out(desk, draft, planner, planned.households)
    if not planned.plain:
        return done
    record_plain(draft, planner.world.month, planned.plain)
    done += [Done(RunItem(row.household, DECIDED), (row,), paid) for row, paid in changed(planned.plain)]
    return sorted(done, key=lambda one: one.item.household)


def _each(planner: Planner, between: Between, planned: PlannedSlice) -> PlannedSlice:
    """The plan of each household, also of those that stood apart: what goes another way than was drafted goes one by one."""
    return planner.planned(between) if planned.plain else planned


def _kept(desk: Desk, held: Slice, draft: Writer, done: Sequence[Done]) -> bool:
    """Keep what was drafted; False, and nothing is kept, when something became known since."""
    with desk.database.transaction():
        if draft.confirm() or _came(desk, held, len(done)):
            return False
        finish_slice(draft, held, [one.item for one in done])
        draft.flush()
    return True


def _came(desk: Desk, held: Slice, planned: int) -> bool:
    """Whether a household came that was not there yet."""
    return len(heads_between(desk.database, desk.town.id, (held.first, held.last))) != planned


def _under_lock(desk: Desk, planner: Planner, held: Slice, planned: PlannedSlice) -> list[Done]:
    """The slice once more, with a new plan for each household of which something became known."""
    with desk.writes() as writer:
        found = _carried_out(desk, writer, planner, _as_known_now(desk, writer, planner, (held.first, held.last), planned))
        finish_slice(writer, held, [one.item for one in found])
    return found


def _as_known_now(desk: Desk, writer: Writer, planner: Planner, between: Between, planned: PlannedSlice) -> list[Planned]:
    """The plans that still hold, and new ones for who moved or came; the households are locked from here on."""
    writer.lock(heads_between(desk.database, desk.town.id, between))
    before = {one.plan.household: one for one in planned.households}
    return [
        before[number] if number in before and writer.head(number) == planned.heads[number]
        else planner.alone(number, writer.known_seq(number))
        for number in heads_between(desk.database, desk.town.id, between)
    ]  # fmt: skip


def _refused(desk: Desk, planner: Planner, held: Slice, planned: PlannedSlice) -> list[Done]:
    """The slice once more, in parts that are kept or thrown away alone, until whoever is refused stands alone."""
    with desk.database.transaction():
        with desk.writing() as writer:
            households = _as_known_now(desk, writer, planner, (held.first, held.last), planned)
        done = list(_in_parts(desk, planner, households))
        with desk.writing() as writer:
            finish_slice(writer, held, [one.item for one in done])
    return done


def _in_parts(desk: Desk, planner: Planner, households: Sequence[Planned]) -> Iterator[Done]:
    """Some households, or each half of them when they are refused together."""
    try:
        yield from _part(desk, planner, households)
    except (Refused, LedgerError) as error:
        _raise_if_of_all(error)
        if len(households) == 1:
            yield error_of(households[0], error)
            return
        half = len(households) // 2
        yield from _in_parts(desk, planner, households[:half])
        yield from _in_parts(desk, planner, households[half:])


def _part(desk: Desk, planner: Planner, households: Sequence[Planned]) -> list[Done]:
    numbers = [one.plan.household for one in households]
    with desk.database.savepoint():
        with desk.writing() as writer:
            writer.lock(numbers)
            done = _carried_out(desk, writer, planner, households)
        wrong = unmet(desk.database, desk.town.id, (numbers[0], numbers[-1])) if numbers else ""
        if wrong:
            raise Refused(f"The ledger refused a row ({wrong}): it would be refused at the end.", wrong)
    return done


def _carried_out(desk: Desk, writer: Writer, planner: Planner, households: Sequence[Planned]) -> list[Done]:
    return [done_of(one, carry_out(desk, writer, one.position, one.plan, planner.world.month, one.claims)) for one in households]


def done_of(one: Planned, paid: Paid) -> Done:
    """What a household came to, as its plan says, with the money that was paid or would be."""
    found = one.plan
    owner = one.position.file.contact if found.held else None
    item = RunItem(found.household, result_of(found, paid), found.held or None, owner)
    return Done(item, tuple(changes(one.position, found)), paid)


def result_of(found: HouseholdPlan, paid: Paid) -> str:
    """What a plan comes to: decided, unchanged or held. Premium alone, of who left, is decided too."""
    if found.held:
        return HELD
    return DECIDED if found.outcomes or paid.premium else UNCHANGED


def error_of(one: Planned, error: WerkzaamError) -> Done:
    """Nothing of this household is kept: a person must look, and the next run tries it again."""
    household = one.plan.household
    owner = one.position.file.contact
    return Done(RunItem(household, ERROR, str(error), owner), (Held(household, str(error)),), Paid())


def _raise_if_of_all(error: WerkzaamError) -> None:
    """A moment that lies before what was recorded is about the clock of this machine: nothing is kept, and no item is made."""
    if isinstance(error, TimeWentBack) or (isinstance(error, Refused) and error.constraint == AFTER_ANCHOR):
        raise error


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
