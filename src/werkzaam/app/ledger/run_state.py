# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the run of a month is, and what it came to, as the ledger has it: also after the process that did it was stopped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.payable import payable_parts
from werkzaam.app.ledger.planner import COMPILED_FROM, SLICE
from werkzaam.app.ledger.told import told
from werkzaam.core.months import Month
from werkzaam.store.bank import open_parts
from werkzaam.store.runs import ERROR, HELD, Run, counts, is_done, last_run, run_items, runs, slices

STEPS = 20
"""In about how many slices the run of a town is cut that is done while somebody looks on."""
SMALLEST = 10


@dataclass(frozen=True, slots=True)
class RunState:
    """A run: how many households are done of how many, the results by household, and who was held, with the reason in words."""

    run: Run
    done: int
    finished: bool
    results: dict[str, int]
    held: tuple[tuple[int, str], ...]

    @property
    def day(self) -> date:
        """The day on which it began."""
        return date.fromisoformat(self.run.started_at[:10])


@dataclass(frozen=True, slots=True)
class ToPay:
    """What is decided and not in a payment file yet: cents and transfers, and how many cannot go to a bank now."""

    cents: int
    transfers: int
    without: int


def slices_of(households: int) -> int:
    """How many households a slice has: so few that progress is seen, and no more than a run at the command has."""
    return SLICE if households >= COMPILED_FROM else min(SLICE, max(SMALLEST, households // STEPS))


def progress_of(desk: Desk, month: Month) -> int:
    """How many households the run of a month that is under way has done; nothing when a new one would begin."""
    found = last_run(desk.database, desk.town.id, month, "month")
    if found is None or is_done(desk.database, desk.town.id, found):
        return 0
    return _done(desk, found)


def _done(desk: Desk, run: Run) -> int:
    return sum(one.households for one in slices(desk.database, desk.town.id, run.run_id) if one.done)


def run_state(desk: Desk, month: Month, lang: str) -> RunState | None:
    """The last run of a month; None when there was none."""
    found = last_run(desk.database, desk.town.id, month, "month")
    if found is None:
        return None
    database, town = desk.database, desk.town.id
    items = [one for result in (HELD, ERROR) for one in run_items(database, town, found.run_id, result=result)]
    return RunState(
        found, _done(desk, found), is_done(database, town, found), counts(database, town, found.run_id),
        tuple((one.household, told(one.reason or "", lang)) for one in items),
    )  # fmt: skip


def months_run(desk: Desk) -> list[Run]:
    """The last run of each month, the newest month first."""
    last = {one.month: one for one in runs(desk.database, desk.town.id) if one.kind == "month"}
    return [last[month] for month in sorted(last, reverse=True)]


def to_pay(desk: Desk) -> ToPay:
    """What would go into a payment file made now."""
    payable, without = payable_parts(desk, open_parts(desk.database, desk.town.id))
    return ToPay(sum(part.cents for part, _ in payable), len(payable), len(without))
