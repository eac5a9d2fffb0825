# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One household whose rows the database refuses: it waits for a person with the reason, and all others are decided and paid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.app.ledger.a_town import FIRST, TOWN, Chance, desk_on, found_town
from tests.faults.outcome import wrong
from werkzaam.app.ledger import one_slice
from werkzaam.app.ledger.carry_out import Paid, carry_out
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.plan import HouseholdPlan, Position
from werkzaam.app.ledger.planner import Planned, Planner
from werkzaam.app.ledger.run import RunView, run
from werkzaam.app.ledger.run_text import totals
from werkzaam.core.errors import LedgerError
from werkzaam.core.months import Month
from werkzaam.ledger.event import EventKind
from werkzaam.store.anchor import make_anchor
from werkzaam.store.database import Database
from werkzaam.store.deferred import unmet
from werkzaam.store.errors import Refused
from werkzaam.store.events import heads
from werkzaam.store.queue import queue
from werkzaam.store.runs import run_items
from werkzaam.store.writer import Writer

HOUSEHOLDS, BAD = 12, 5
MONTH = FIRST + 2
"""By then every household of the town has months to decide."""


def at_once(writer: Writer, household: int) -> None:
    """An event of a month that does not exist: refused as soon as it is sent."""
    row = {"month": 209913, "officer": "x", "reason": "x"}
    writer.add(household, EventKind.REOPENED, lambda hseq: {"reopened": [row]}, idem_key="bad")


def at_the_end(writer: Writer, household: int) -> None:
    """A payment of which the parts never come: refused when the transaction is kept."""
    for columns, rows in writer._rows["payment_part"].items():
        rows[:] = [row for row in rows if row[columns.index("household")] != household]


def before_sending(writer: Writer, household: int) -> None:
    """Our own rules say that it does not add up."""
    raise LedgerError(f"Household {household} does not add up.")


def broken(patch: pytest.MonkeyPatch, how: Callable[[Writer, int], None], bad: frozenset[int] = frozenset({BAD})) -> list[int]:
    """From now on something is wrong with what some households get; who was carried out, time after time."""
    seen: list[int] = []

    def carried(desk: Desk, writer: Writer, position: Position, plan: HouseholdPlan, month: Month, claims: object) -> Paid:
        seen.append(plan.household)
        paid = carry_out(desk, writer, position, plan, month, claims)  # type: ignore[arg-type]
        if plan.household in bad and plan.outcomes:
            how(writer, plan.household)
        return paid

    patch.setattr(one_slice, "carry_out", carried)
    return seen


@pytest.fixture
def town(database: Database) -> Database:
    found_town(desk_on(database, "2026-01-05"), Chance(7), HOUSEHOLDS)
    return database


def march(database: Database, minute: str = "2026-03-28") -> RunView:
    return run(desk_on(database, minute), MONTH)


@pytest.mark.parametrize(
    ("how", "why"),
    [(at_once, "reopened_month"), (at_the_end, "payment_ends_at_amount"), (before_sending, "does not add up")],
)
def test_one_that_is_refused_waits_and_the_rest_goes_on(
    town: Database, monkeypatch: pytest.MonkeyPatch, how: Callable[[Writer, int], None], why: str
) -> None:
    before = heads(town, TOWN.id)
    with monkeypatch.context() as patch:
        broken(patch, how)
        view = march(town)
    assert (view.results, view.left) == ({"decided": HOUSEHOLDS - 1, "error": 1}, 0)
    errors = run_items(town, TOWN.id, "2026-03-month-1", result="error")
    assert [(one.household, one.owner) for one in errors] == [(BAD, f"Contact {BAD % 3}")]
    assert why in str(errors[0].reason)
    assert heads(town, TOWN.id)[BAD] == before[BAD], "Nothing of it was kept."
    waits = [(task.kind, task.household, task.owner) for task in queue(town, TOWN.id)]
    assert waits == [("error", BAD, f"Contact {BAD % 3}")]
    assert "1" in totals(view, "nl", trial=False)
    assert wrong(town) == []
    assert march(town, "2026-03-29").results == {"decided": 1, "unchanged": HOUSEHOLDS - 1}, "Once it is mended it is paid."
    assert queue(town, TOWN.id) == []


def test_some_that_are_refused_are_found_without_trying_each_alone(town: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = broken(monkeypatch, at_the_end, frozenset({2, 3, 11}))
    view = march(town)
    assert view.results == {"decided": HOUSEHOLDS - 3, "error": 3}
    assert [row.household for row in view.rows if not hasattr(row, "kind")] == [2, 3, 11]
    assert len(seen) < HOUSEHOLDS * 6
    assert wrong(town) == []


def test_a_moment_before_an_anchor_is_no_household_s_fault(town: Database) -> None:
    with town.transaction():
        make_anchor(town, TOWN.id, day="2026-03-29", until="2026-03-30T00:00:00Z")
    with pytest.raises(Refused) as caught:
        march(town)
    assert caught.value.constraint == "event_after_anchor"
    assert town.value("SELECT COUNT(*) FROM run_item") == 0


def test_deferred_keys_are_looked_at_by_name(town: Database) -> None:
    march(town)
    assert unmet(town, TOWN.id, (1, HOUSEHOLDS)) == ""
    desk = desk_on(town, "2026-04-28")
    (april,) = Planner(desk, MONTH + 1).planned((BAD, BAD)).households
    found: list[str] = []
    with pytest.raises(Refused):
        look(desk, april, found)
    assert found == ["payment_ends_at_amount", ""]


def look(desk: Desk, april: Planned, found: list[str]) -> None:
    """Write what does not hold, and look at it before the end."""
    with desk.database.transaction():
        with desk.writing() as writer:
            carry_out(desk, writer, april.position, april.plan, MONTH + 1)
            at_the_end(writer, BAD)
        found += [unmet(desk.database, TOWN.id, (first, HOUSEHOLDS)) for first in (1, BAD + 1)]
