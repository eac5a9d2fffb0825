# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The run of a month: look first at what it would change, then do it, slice by slice; one that was stopped goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from werkzaam.app.ledger.carry_out import Paid
from werkzaam.app.ledger.changes import Changed, Held
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.one_slice import Done, do_slice, done_of, error_of, take
from werkzaam.app.ledger.plan import RULES_VERSION
from werkzaam.app.ledger.planner import COMPILED_FROM, Planned, Planner, slice_size
from werkzaam.app.ledger.premium_awards import Entry, awards
from werkzaam.app.ledger.workers import Work, in_workers, workers_for
from werkzaam.core.errors import InputError, LedgerError
from werkzaam.core.months import Month
from werkzaam.store.errors import Refused
from werkzaam.store.events import heads
from werkzaam.store.of_many import count_heads
from werkzaam.store.runs import is_done, last_run, slices, start_run


@dataclass
class RunView:
    """What a run changed, or would change: rows for a person, results by household, and the money in cents.

    `left` is how many slices somebody else works on, or stopped working on less than LEASE ago: the run is not done then.
    `stopped` is how many worker processes ended before their time; what they left was done by others.
    """

    month: Month
    rows: list[Changed | Held] = field(default_factory=list)
    results: Counter[str] = field(default_factory=Counter)
    paid: int = 0
    premium: int = 0
    withheld: int = 0
    short: list[str] = field(default_factory=list)
    left: int = 0
    stopped: int = 0

    def add(self, result: str, rows: Iterable[Changed | Held], paid: Paid) -> None:
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
    return count_heads(desk.database, desk.town.id)


def trial(
    desk: Desk, month: Month, progress: Callable[[int], object] = lambda count: None, *, compiled_from: int = COMPILED_FROM
) -> RunView:
    """What a run of a month would change; nothing is written. See `run` for `compiled_from`."""
    view, planner = RunView(month), Planner(desk, month, compiled_from=compiled_from)
    numbers = sorted(heads(desk.database, desk.town.id))
    size = slice_size(len(numbers), compiled_from)
    for at in range(0, len(numbers), size):
        some = numbers[at : at + size]
        for one in planner.planned((some[0], some[-1])).households:
            done = _looked_at(desk, one, month)
            view.add(done.item.result, done.rows, done.paid)
        progress(len(some))
    return view


def _looked_at(desk: Desk, one: Planned, month: Month) -> Done:
    """What a run would do for a household; where it would be refused, the reason."""
    try:
        premium = sum(entry.award.cents for _, entry in awards(desk, one.position, one.plan, month) if isinstance(entry, Entry))
    except LedgerError as error:
        return error_of(one, error)
    return done_of(one, Paid(sum(each.pay for each in one.plan.decisions), premium))


def run(
    desk: Desk, month: Month, progress: Callable[[int], object] = lambda count: None, *, compiled_from: int = COMPILED_FROM,
    workers: int | None = None, slice_of: int | None = None,
) -> RunView:  # fmt: skip
    """Decide every household whose months are touched by new knowledge, up to a month, and keep it all.

    Each slice is one transaction: after a stop the same command goes on where it was. What was decided is not decided again.
    From `compiled_from` households on the rules are compiled, once for each regime; the decisions are the same. A large run
    is done by `workers` processes, as many as the machine has cores unless said otherwise; what it gives is the same. `slice_of`
    is how many households a slice has, for who wants to see more of the progress.
    Raises InputError for a month that has not begun.
    """
    if month > Month.of_day(desk.today):
        raise InputError(f"{month} is not open: it is {desk.today}, and a month begins on its first day. Look with --dry-run.")
    view, run_id = RunView(month), _begin(desk, month, compiled_from, slice_of)
    done: dict[int, list[Done]] = {}
    hands = workers_for(households_of(desk)) if workers is None else workers
    if hands > 1:
        work = Work(desk.database.url, desk.town, desk.actor, desk.moment, month, run_id, compiled_from)
        view.stopped = in_workers(desk, work, hands, done, progress)
    done |= _by_ourselves(desk, month, run_id, compiled_from, progress)
    for number in sorted(done):
        for one in done[number]:
            view.add(one.item.result, one.rows, one.paid)
    view.left = sum(not one.done for one in slices(desk.database, desk.town.id, run_id))
    return view


def _by_ourselves(
    desk: Desk, month: Month, run_id: str, compiled_from: int, progress: Callable[[int], object]
) -> dict[int, list[Done]]:
    """The slices that are free, done in this process."""
    done: dict[int, list[Done]] = {}
    planner: Planner | None = None
    while found := take(desk, run_id, 1, ()):
        planner = planner or Planner(desk, month, compiled_from=compiled_from)
        done[found[0].slice] = do_slice(desk, planner, found[0])
        progress(found[0].households)
    return done


def _begin(desk: Desk, month: Month, compiled_from: int, slice_of: int | None, *, again: bool = True) -> str:
    """The run that is under way, or a new one; when somebody else begins one at the same moment, we look once more."""
    try:
        with desk.writes() as writer:
            before = last_run(desk.database, desk.town.id, month, "month")
            if before is not None and not is_done(desk.database, desk.town.id, before):
                return before.run_id
            numbers = sorted(heads(desk.database, desk.town.id))
            size = slice_of or slice_size(len(numbers), compiled_from)
            return start_run(writer, month, "month", numbers, rules_version=RULES_VERSION, slice_size=size).run_id
    except (Refused, LedgerError):
        if not again:
            raise
        return _begin(desk, month, compiled_from, slice_of, again=False)
