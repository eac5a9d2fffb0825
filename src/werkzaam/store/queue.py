# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What needs a human and why: what waits in the ledger, and items that somebody opened. By date only; there is no score."""

from __future__ import annotations

from dataclasses import dataclass

from werkzaam.core.errors import UnknownName
from werkzaam.ledger.decision import Withdrawn
from werkzaam.store.accounts import account_requests
from werkzaam.store.database import Database, Value
from werkzaam.store.months import month_of
from werkzaam.store.premiums import reclaims
from werkzaam.store.proposals import waiting
from werkzaam.store.writer import Fields, Writer


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something that somebody must look at: a bank entry that nothing explains, a question, or a check; closed with a reason."""

    item_id: str
    kind: str
    text: str
    opened_at: str
    household: int | None = None
    bank_ref: str | None = None
    cents: int | None = None
    owner: str | None = None
    status: str = "new"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that waits for a human: what kind, since when, of which household, by which number or id, and cents at stake."""

    kind: str
    since: str
    household: int | None
    reference: str
    text: str
    cents: int | None = None
    owner: str | None = None


def open_item(
    writer: Writer, item_id: str, *, kind: str, text: str, household: int | None = None, bank_ref: str | None = None,
    cents: int | None = None, owner: str | None = None,
) -> None:  # fmt: skip
    """Open an item: of kind bank (with the entry), question or check, and give it to its owner. An id is opened once."""
    writer.beside("open_item", {
        "item_id": item_id, "kind": kind, "household": household, "bank_ref": bank_ref, "cents": cents, "text": text,
        "opened_at": writer.recorded_at, "actor": writer.actor,
    })  # fmt: skip
    if owner is not None:
        writer.beside("open_item_step", _step_row(writer, item_id, 1, None, "owned", owner, "from the start"))


def give(writer: Writer, item_id: str, owner: str, reason: str) -> None:
    """Make somebody the owner of an item."""
    _step(writer, item_id, "owned", owner, reason)


def close(writer: Writer, item_id: str, reason: str) -> None:
    """Close an item with what came of it; the actor becomes its last owner. Refused when it is closed."""
    _step(writer, item_id, "closed", writer.actor, reason)


def _step(writer: Writer, item_id: str, status: str, owner: str, reason: str) -> None:
    """A next step of an item, after what the database has of it and what this writer did not send yet."""
    values: tuple[Value, ...] = (writer.municipality, item_id)
    mine = [row for row in writer.waiting("open_item_step") if row["item_id"] == item_id]
    opened = any(row["item_id"] == item_id for row in writer.waiting("open_item"))
    if not opened and writer.database.value("SELECT 1 FROM open_item WHERE municipality = ? AND item_id = ?", values) is None:
        raise UnknownName(f"There is no open item {item_id!r} of {writer.municipality}; `werkzaam queue` lists them.")
    last = (mine[-1]["step"], mine[-1]["status"]) if mine else writer.database.row(
        "SELECT step, status FROM open_item_step WHERE municipality = ? AND item_id = ? ORDER BY step DESC LIMIT 1", values
    )  # fmt: skip
    step, before = last or (0, None)
    writer.beside("open_item_step", _step_row(writer, item_id, step + 1, before, status, owner, reason))


def _step_row(writer: Writer, item_id: str, step: int, before: str | None, status: str, owner: str, reason: str) -> Fields:
    return {
        "item_id": item_id, "step": step, "prev_step": step - 1 or None, "status": status, "prev_status": before, "owner": owner,
        "reason": reason, "recorded_at": writer.recorded_at, "actor": writer.actor,
    }  # fmt: skip


def open_items(database: Database, municipality: str, *, closed: bool = False) -> list[OpenItem]:
    """The items of a town by the moment they were opened; also the closed ones when asked."""
    found = _items(database, municipality, "", ())
    return [one for one in found if closed or one.status != "closed"]


def items_called(database: Database, municipality: str, name: str, *, beginning: bool = False) -> list[OpenItem]:
    """The item with an id, open or closed, or all whose ids begin so."""
    if beginning:
        return _items(database, municipality, " AND item.item_id >= ? AND item.item_id < ?", (name, f"{name}\U0010ffff"))
    return _items(database, municipality, " AND item.item_id = ?", (name,))


def _items(database: Database, municipality: str, where: str, values: tuple[Value, ...]) -> list[OpenItem]:
    """The items with their last step.

    `max` and not "none later": in tables that PostgreSQL has not counted yet it looks for that among all steps of the town, for
    each step of each item.
    """
    rows = database.rows(
        "SELECT item.item_id, item.kind, item.text, item.opened_at, item.household, item.bank_ref, item.cents, last.owner, "
        "COALESCE(last.status, 'new'), last.reason FROM open_item AS item LEFT JOIN open_item_step AS last "
        "ON last.municipality = item.municipality AND last.item_id = item.item_id AND last.step = "
        "(SELECT max(newest.step) FROM open_item_step AS newest WHERE newest.municipality = item.municipality "
        f"AND newest.item_id = item.item_id) WHERE item.municipality = ?{where} ORDER BY item.opened_at, item.item_id",
        (municipality, *values),
    )
    return [OpenItem(*row) for row in rows]


def queue(database: Database, municipality: str) -> list[Task]:
    """Everything of a town that waits for a human, the oldest first."""
    tasks = [
        *_of_proposals(database, municipality),
        *(
            Task("account", one.recorded_at, one.household, str(one.hseq), f"{one.payee}: {one.iban}")
            for one in account_requests(database, municipality, waiting=True)
        ),
        *(
            Task("premium", one.recorded_at, one.household, str(one.hseq), str(one.reclaim.person), one.reclaim.cents)
            for one in reclaims(database, municipality, waiting=True)
        ),
        *_of_disputes(database, municipality),
        *_of_runs(database, municipality),
        *(
            Task(one.kind, one.opened_at, one.household, one.item_id, one.text, one.cents, one.owner)
            for one in open_items(database, municipality)
        ),
    ]
    return sorted(tasks, key=lambda task: (task.since, task.kind, task.household or 0, task.reference))


def _of_proposals(database: Database, municipality: str) -> list[Task]:
    """What stands beside a decision and has no answer: cents that would be claimed, or are too late to be."""
    return [
        Task(one.value.WHY, one.recorded_at, one.household, str(one.hseq), str(one.value.month), -one.value.difference)
        for one in waiting(database, municipality, last=True)
        if one.outcome is None and not isinstance(one.value, Withdrawn)
    ]


def _of_disputes(database: Database, municipality: str) -> list[Task]:
    """Disputes that nobody decided on, and those that were upheld of which the month was not decided again since."""
    rows = database.rows(
        "SELECT dispute.opened_on, dispute.household, dispute.hseq, dispute.text, dispute.cents, dispute.month, ended.decided_on "
        "FROM dispute LEFT JOIN dispute_end AS ended ON ended.municipality = dispute.municipality "
        "AND ended.household = dispute.household AND ended.dispute_seq = dispute.hseq "
        "WHERE dispute.municipality = ? AND (ended.hseq IS NULL OR (ended.outcome = 'upheld' AND NOT EXISTS "
        "(SELECT 1 FROM decision WHERE decision.municipality = dispute.municipality AND decision.household = dispute.household "
        "AND decision.month = dispute.month AND decision.hseq > ended.hseq)))",
        (municipality,),
    )
    return [
        Task("dispute", since, household, str(hseq), text, cents) if decided is None else
        Task("upheld", decided, household, str(hseq), str(month_of(month)), cents)
        for since, household, hseq, text, cents, month, decided in rows
    ]  # fmt: skip


def _of_runs(database: Database, municipality: str) -> list[Task]:
    """Households that the last run of each kind held, or could not decide."""
    rows = database.rows(
        "SELECT run.started_at, run_item.household, run.run_id, run_item.result, run_item.reason, run_item.owner FROM run_item "
        "JOIN run ON run.municipality = run_item.municipality AND run.run_id = run_item.run_id "
        "WHERE run.municipality = ? AND run_item.result IN ('held', 'error') AND NOT EXISTS (SELECT 1 FROM run AS later "
        "WHERE later.municipality = run.municipality AND later.kind = run.kind "
        "AND (later.month > run.month OR (later.month = run.month AND later.go > run.go)))",
        (municipality,),
    )
    return [
        Task(result, since, household, run_id, reason, None, owner) for since, household, run_id, result, reason, owner in rows
    ]
