# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who may act for somebody, and what the person decides about that (R-150).

The person decides about who they authorise themselves (a gemachtigde). What a court decided, only the court changes; those are
shown, and not changed here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from werkzaam.app.ledger.desk import Desk
from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError, NotAllowed, UnknownName
from werkzaam.store.people import Representative, StoredRepresentative, record_representative, representatives

VOLUNTARY = "gemachtigde"
READ, ACT = "read", "act"


@dataclass(frozen=True, slots=True)
class Mandate:
    """A mandate: its number, and how it stands on the day: now, later or over; `mine` when the person decides about it."""

    number: int
    held: Representative
    state: str
    mine: bool


def mandates_of(desk: Desk, household: int, person: int) -> list[Mandate]:
    """Every mandate for a person as known now, those of today first."""
    found = [_read(one, desk.today) for one in representatives(desk.database, desk.town.id, household)
             if one.representative.person == person]  # fmt: skip
    return sorted(found, key=lambda one: (("now", "later", "over").index(one.state), one.held.from_day))


def _read(one: StoredRepresentative, today: date) -> Mandate:
    held = one.representative
    over = held.to_day is not None and held.to_day < today
    state = "over" if over else "later" if today < held.from_day else "now"
    return Mandate(one.hseq, held, state, held.role == VOLUNTARY and state != "over")


def give(desk: Desk, household: int, person: int, name: str, rights: str, until: date | None, *, once: str = "") -> int | None:
    """The person authorises somebody from today; the number, or None for a form that was sent before.

    Raises InputError for a last day that has been, and for who has a mandate already.
    """
    if until is not None and until < desk.today:
        raise InputError(f"until: a day from {desk.today} on was expected; found {until}.")
    key = f"mandate {digest(person, name.casefold(), rights, str(until), once or desk.moment)}"
    made = Representative(person, VOLUNTARY, name, rights, desk.today, f"opgave van de inwoner op {desk.today}", until)
    with desk.writes() as writer:
        writer.lock([household])
        there = [one for one in mandates_of(desk, household, person) if one.state != "over"]
        if any(one.held.name.casefold() == name.casefold() and one.held.rights == rights for one in there):
            raise InputError(f"{name} may do that already for person {person}.")
        event = record_representative(writer, household, made, idem_key=key)
    return event.hseq if event else None


def narrow(desk: Desk, household: int, person: int, number: int) -> int | None:
    """From now on somebody may only look."""
    return _changed(desk, household, person, number, lambda held: replace(held, rights=READ), "narrow")


def end(desk: Desk, household: int, person: int, number: int) -> int | None:
    """From now on somebody may nothing, also where the mandate began today: whoever was talked into it must not wait."""
    yesterday = desk.today - timedelta(1)
    return _changed(desk, household, person, number, lambda held: replace(held, to_day=yesterday), "end")


def _changed(
    desk: Desk, household: int, person: int, number: int, change: Callable[[Representative], Representative], what: str
) -> int | None:  # fmt: skip
    with desk.writes() as writer:
        writer.lock([household])
        found = next((one for one in mandates_of(desk, household, person) if one.number == number), None)
        if found is None:
            raise UnknownName(f"Mandate {number} is not one for person {person}, or was changed since.")
        if not found.mine:
            raise NotAllowed(f"A {found.held.role} was not chosen here; who appointed them changes that.")
        event = record_representative(writer, household, change(found.held), idem_key=f"{what} {number}", supersedes=number)
    return event.hseq if event else None
