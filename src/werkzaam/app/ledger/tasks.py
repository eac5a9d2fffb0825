# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a named person does with a task of the queue: takes it up, closes it, or books money that came back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from werkzaam.app.ledger.answered import AnsweredBefore
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.repair import REPAIR, close_repair
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Month
from werkzaam.store.bank import bank_entry
from werkzaam.store.claims import claims, record_received
from werkzaam.store.errors import Refused
from werkzaam.store.queue import OpenItem, close, give, items_called


def take(desk: Desk, item_id: str, *, reason: str) -> OpenItem:
    """Become the owner of a task; raises AnsweredBefore for one that is closed."""
    item = _open(desk, item_id)
    with _first(desk, item), desk.writes() as writer:
        give(writer, item_id, desk.actor, reason)
    return item


def finish(desk: Desk, item_id: str, *, reason: str) -> OpenItem:
    """Close a task with what came of it; raises AnsweredBefore for one that is closed.

    An error of ours is closed when it was made good only; see `repair.close_repair`.
    """
    item = _open(desk, item_id)
    if item_id.startswith(f"{REPAIR}-"):
        with _first(desk, item):
            close_repair(desk, item_id, reason=reason)
        return item
    with _first(desk, item), desk.writes() as writer:
        if item.household is not None:
            writer.lock([item.household])  # What a task is about is answered under this lock too, such as by taking a wage back.
        close(writer, _open(desk, item_id).item_id, reason)
    return item


def received(desk: Desk, item_id: str, household: int, month: Month) -> tuple[int, int]:
    """Book money that came in, and that the bank tells of in a task, as paid back for the claim of a month.

    How many cents that were, and how many are still claimed.

    Raises InputError for a task that is about no money that came in, for a month without a claim, and for more than is claimed
    and not contested: what somebody paid too much goes back to them by hand.
    """
    item = _open(desk, item_id)
    entry = bank_entry(desk.database, desk.town.id, item.bank_ref) if item.bank_ref else None
    if entry is None or entry.cents <= 0:
        raise InputError(f"{item_id} is about no money that came in; `werkzaam queue` lists what is.")
    with _first(desk, item), desk.writes() as writer:
        writer.lock([household])
        state = claims(desk.database, desk.town.id, household).get(month)
        claim = state.value(desk.today, desk.town.notice_days) if state else None
        left = claim.outstanding if claim else 0
        free = max(left - claim.contested, 0) if claim else 0
        if state is None or entry.cents > free:
            raise InputError(f"{entry.cents} cents came in; of {month} of household {household} {free} cents are claimed and not "
                             "contested. Look for whom it is, or let the person decide about the dispute first.")  # fmt: skip
        record_received(writer, household, state, entry.cents, day=entry.booked_on, bank_ref=entry.bank_ref)
        close(writer, item_id, f"{household} {month}")
    return entry.cents, left - entry.cents


def _open(desk: Desk, item_id: str) -> OpenItem:
    found = items_called(desk.database, desk.town.id, item_id)
    if not found:
        raise UnknownName(f"There is no task {item_id!r}; `werkzaam queue` lists them with their names.")
    refuse_closed(found[0])
    return found[0]


def refuse_closed(item: OpenItem) -> None:
    """Raises AnsweredBefore for a task that is closed."""
    if item.status == "closed":
        raise closed_before(item)


def closed_before(item: OpenItem) -> AnsweredBefore:
    """That a task is closed: by whom, and what came of it."""
    message = f"{item.owner} closed {item.item_id} already ({item.reason})."
    return AnsweredBefore(message, "closed_before", officer=str(item.owner), item=item.item_id, reason=str(item.reason))


@contextmanager
def _first(desk: Desk, item: OpenItem) -> Iterator[None]:
    """Of two people who do something with a task at once the second hears who was first; nothing of theirs is kept."""
    try:
        yield
    except Refused:
        now = _open(desk, item.item_id)
        if now == item:
            raise
        message = f"{now.owner} took up {item.item_id} just now."
        raise AnsweredBefore(message, "taken_before", officer=str(now.owner), item=item.item_id) from None
