# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Runs: one go at one month, in slices that are each written in one transaction, with exactly one item for each household."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from werkzaam.core.errors import LedgerError, UnknownName
from werkzaam.core.months import Month
from werkzaam.store.database import Database, Row
from werkzaam.store.errors import Fenced
from werkzaam.store.months import month_of, stored
from werkzaam.store.writer import Writer

DECIDED, UNCHANGED, HELD, ERROR = "decided", "unchanged", "held", "error"


@dataclass(frozen=True, slots=True)
class Run:
    """One go at a month: of which kind (month, premium, repair), by which rules, over how many households in how many slices."""

    run_id: str
    month: Month
    kind: str
    go: int
    rules_version: str
    households: int
    slices: int
    started_at: str
    actor: str


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a run, from one household to another; `taken` is how often somebody began it: who holds it knows the number."""

    run_id: str
    slice: int
    first: int
    last: int
    households: int
    taken: int
    done: bool


class RunItem(NamedTuple):
    """What a run came to for one household: decided, unchanged, held or error; the last two with a reason and an owner."""

    household: int
    result: str
    reason: str | None = None
    owner: str | None = None


def start_run(writer: Writer, month: Month, kind: str, households: Sequence[int], *, rules_version: str, slice_size: int) -> Run:
    """Begin the next go at a month over these households, cut into slices of at most so many.

    Raises LedgerError when an earlier go at the same month and kind is not done: that one is taken up again.
    """
    before = last_run(writer.database, writer.municipality, month, kind)
    if before is not None and not is_done(writer.database, writer.municipality, before):
        raise LedgerError(f"The run {before.run_id} is not done; take it up again before another begins.")
    ordered = sorted(set(households))
    cuts = [ordered[at : at + slice_size] for at in range(0, len(ordered), slice_size)]
    go = before.go + 1 if before else 1
    run = Run(f"{month}-{kind}-{go}", month, kind, go, rules_version, len(ordered), len(cuts), writer.recorded_at, writer.actor)
    writer.beside("run", {
        "run_id": run.run_id, "month": stored(month), "kind": kind, "go": go, "rules_version": rules_version,
        "households": run.households, "slices": run.slices, "started_at": run.started_at, "actor": run.actor,
    })  # fmt: skip
    for number, cut in enumerate(cuts, 1):
        writer.beside("run_slice", {
            "run_id": run.run_id, "slice": number, "first_household": cut[0], "last_household": cut[-1], "households": len(cut),
            "taken": 0, "done": 0,
        })  # fmt: skip
    return run


_RUN = "SELECT run_id, month, kind, go, rules_version, households, slices, started_at, actor FROM run WHERE municipality = ?"


def _run(row: Row) -> Run:
    run_id, month, *rest = row
    return Run(run_id, month_of(month), *rest)


def runs(database: Database, municipality: str) -> list[Run]:
    """Every run of a town, in the order in which they began."""
    return [_run(row) for row in database.rows(f"{_RUN} ORDER BY started_at, run_id", (municipality,))]


def last_run(database: Database, municipality: str, month: Month, kind: str) -> Run | None:
    """The last go at a month, or None."""
    query = f"{_RUN} AND month = ? AND kind = ? ORDER BY go DESC LIMIT 1"
    found = database.row(query, (municipality, stored(month), kind))
    return None if found is None else _run(found)


def _slice(run_id: str, number: int, first: int, last: int, households: int, taken: int, done: int) -> Slice:
    return Slice(run_id, number, first, last, households, taken, bool(done))


def slices(database: Database, municipality: str, run_id: str) -> list[Slice]:
    """The slices of a run, in order."""
    rows = database.rows(
        "SELECT run_id, slice, first_household, last_household, households, taken, done FROM run_slice "
        "WHERE municipality = ? AND run_id = ? ORDER BY slice",
        (municipality, run_id),
    )
    return [_slice(*row) for row in rows]


def is_done(database: Database, municipality: str, run: Run) -> bool:
    """Whether every slice of a run is done."""
    return all(one.done for one in slices(database, municipality, run.run_id))


def take_slice(
    database: Database, municipality: str, run_id: str, *, worker: str, now: str, leased_until: str, besides: Collection[int] = ()
) -> Slice | None:  # fmt: skip
    """The next slice that nobody else works on, for this worker until a moment; None when there is none.

    One whose lease ended before `now` is taken over; who had it before can then no longer finish it. So is one of the same
    worker, whose process must have stopped: one that goes on all the same under this name can no longer finish it either.
    `besides` are the slices that this worker gave to its own processes.
    """
    database.need_transaction()
    skip = " FOR UPDATE SKIP LOCKED" if database.dialect == "postgresql" else ""
    mine = f"AND slice NOT IN ({', '.join('?' * len(besides))}) " if besides else ""
    found = database.row(
        "SELECT run_id, slice, first_household, last_household, households, taken FROM run_slice WHERE municipality = ? "
        f"AND run_id = ? AND done = 0 AND (worker IS NULL OR worker = ? OR leased_until < ?) {mine}ORDER BY slice LIMIT 1{skip}",
        (municipality, run_id, worker, now, *sorted(besides)),
    )
    if found is None:
        return None
    _, number, first, last, households, times = found
    taken = _slice(run_id, number, first, last, households, times + 1, 0)
    database.execute(
        "UPDATE run_slice SET taken = ?, worker = ?, leased_until = ? WHERE municipality = ? AND run_id = ? AND slice = ?",
        (taken.taken, worker, leased_until, municipality, run_id, taken.slice),
    )
    return taken


def finish_slice(writer: Writer, held: Slice, items: Sequence[RunItem]) -> None:
    """Keep what a slice came to, with all that was written for it: one item for each of its households.

    A household that came while the run was under way has an item too, when its number lies between those of the slice.

    Raises Fenced when somebody else took it over, LedgerError when a household is left out or named twice; then nothing of this
    transaction is kept.
    """
    if len(items) < held.households or len({item.household for item in items}) != len(items):
        raise LedgerError(f"Slice {held.slice} of {held.run_id} is about {held.households} households; found {len(items)} items.")
    changed = writer.database.execute(
        "UPDATE run_slice SET done = 1 WHERE municipality = ? AND run_id = ? AND slice = ? AND taken = ? AND done = 0",
        (writer.municipality, held.run_id, held.slice, held.taken),
    )
    if changed != 1:
        raise Fenced(f"Slice {held.slice} of {held.run_id} was taken over by another worker; nothing of this one is kept.")
    for item in items:
        writer.beside("run_item", {
            "run_id": held.run_id, "household": item.household, "slice": held.slice, "result": item.result, "reason": item.reason,
            "owner": item.owner,
        })  # fmt: skip


def run_items(database: Database, municipality: str, run_id: str, *, result: str | None = None) -> list[RunItem]:
    """The items of a run by household, all or those with one result."""
    where, values = ("", ()) if result is None else (" AND result = ?", (result,))
    rows = database.rows(
        f"SELECT household, result, reason, owner FROM run_item WHERE municipality = ? AND run_id = ?{where} ORDER BY household",
        (municipality, run_id, *values),
    )
    return [RunItem(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class LastHeld:
    """Why the last run of a month held a household, and when that run began."""

    reason: str
    started_at: str


def last_held(database: Database, municipality: str, household: int) -> LastHeld | None:
    """What the last monthly run said of a household, when it held it."""
    found = database.row(
        "SELECT run_item.result, run_item.reason, run.started_at FROM run JOIN run_item "
        "ON run_item.municipality = run.municipality AND run_item.run_id = run.run_id WHERE run.municipality = ? "
        "AND run_item.household = ? AND run.kind = 'month' ORDER BY run.started_at DESC, run.go DESC LIMIT 1",
        (municipality, household),
    )
    return LastHeld(found[1] or "", found[2]) if found and found[0] == HELD else None


def counts(database: Database, municipality: str, run_id: str) -> dict[str, int]:
    """How many households came to what."""
    rows = database.rows(
        "SELECT result, count(*) FROM run_item WHERE municipality = ? AND run_id = ? GROUP BY result", (municipality, run_id)
    )
    return {result: int(number) for result, number in rows}


def run_called(database: Database, municipality: str, run_id: str) -> Run:
    """One run by its id; raises UnknownName for another."""
    found = database.row(f"{_RUN} AND run_id = ?", (municipality, run_id))
    if found is None:
        raise UnknownName(f"There is no run {run_id!r} of {municipality}.")
    return _run(found)
