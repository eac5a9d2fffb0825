# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is personal goes when its term is over: first a list, then a copy of the ledger without it (decision 0099; R-219)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.positions import position_of
from werkzaam.core.errors import InputError, LedgerError
from werkzaam.core.months import Month
from werkzaam.store.bank import open_parts
from werkzaam.store.check import check
from werkzaam.store.claims import claims, disputes
from werkzaam.store.database import open_database
from werkzaam.store.destroy import copy_without, destroyed, tell_destroyed
from werkzaam.store.events import heads
from werkzaam.store.queue import queue
from werkzaam.store.verify import verify
from werkzaam.store.writer import writing


@dataclass(frozen=True, slots=True)
class Term:
    """A household whose bijstand ended: until when what is personal is kept, and what still holds it after that day."""

    household: int
    ended: date
    until: date
    held_by: tuple[str, ...] = ()

    def over(self, today: date) -> bool:
        """Whether it goes today."""
        return self.until < today and not self.held_by


@dataclass(frozen=True, slots=True)
class Expired:
    """What was destroyed: the households, and of how many events something is gone."""

    households: tuple[int, ...]
    events: int


def terms(desk: Desk) -> tuple[Term, ...]:
    """The households whose bijstand ended, by number, each with its term; raises InputError where the town did not choose one."""
    years = desk.town.keep_years
    if years is None:
        raise InputError("How long what is personal is kept is the town's choice; add bewaartermijn_jaren to the town file.")
    return tuple(_terms(desk, years))


def _terms(desk: Desk, years: int) -> Iterator[Term]:
    waits: dict[int, set[str]] = defaultdict(set)
    for task in queue(desk.database, desk.town.id):
        waits[task.household or 0].add(task.kind)
    unpaid = {one.household for one in open_parts(desk.database, desk.town.id)}
    gone = destroyed(desk.database, desk.town.id)
    for household, head in sorted(heads(desk.database, desk.town.id).items()):
        if household in gone:
            continue
        position = position_of(desk, household)
        last = position.file.periods[-1][1]
        if last is None:
            continue
        known = date.fromisoformat((head.recorded_at or desk.moment)[:10])
        ended = max(last.last_day, known)  # Whatever became known later begins the term anew.
        until = _years_later(ended, years)
        held = [*sorted(waits[household]), *_held(desk, household), *(["unpaid"] if household in unpaid else [])]
        yield Term(household, ended, until, tuple(held))


def _held(desk: Desk, household: int) -> Iterator[str]:
    """Money that is still claimed, and what is contested."""
    if any(state.claim > state.recovered for state in claims(desk.database, desk.town.id, household).values()):
        yield "claim"
    if any(one.dispute.decided_on is None for one in disputes(desk.database, desk.town.id, household)):
        yield "dispute"


def _years_later(day: date, years: int) -> date:
    """The same day so many years later; 28 February for the 29th."""
    month = Month.of_day(day) + 12 * years
    return min(month.first_day.replace(day=min(day.day, month.last_day.day)), month.last_day)


def expire(desk: Desk, url: str, *, reason: str) -> Expired:
    """Make the ledger at an address: this one, without what is personal of the households whose term is over; and verify it.

    This ledger is not changed: whoever keeps it deletes it, with its copies. Raises InputError when no term is over,
    StoreError when the address has a ledger, and LedgerError when the copy does not verify: then use neither.
    """
    due = tuple(one.household for one in terms(desk) if one.over(desk.today))
    if not due:
        raise InputError("No term is over, so there is nothing to destroy; `--dry-run` lists every term.")
    if not reason.strip():
        raise InputError("Destroying needs --reason: by which rule, in words that may stand for ever.")
    with open_database(url) as target:
        copy_without(desk.database, target, desk.town.id, due)
        check(target)
        with target.transaction(), writing(target, desk.town.id, recorded_at=desk.moment, actor=desk.actor) as writer:
            events = sum(tell_destroyed(writer, household, reason) for household in due)
        wrong = verify(target, desk.town.id)
    if wrong:
        raise LedgerError(f"The copy in {url} does not verify ({wrong[0]}); delete it and keep this ledger.")
    return Expired(due, events)
