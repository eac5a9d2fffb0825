# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whose client somebody becomes: never by surprise, never to who is not there, and seldom (R-115)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from werkzaam.casework.calendar import months_after
from werkzaam.casework.dossier import Dossier, Spell
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Role
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.under import since_of
from werkzaam.core.errors import NotAllowed, UnknownName


def changes(spells: Sequence[Spell], after: date, until: date) -> int:
    """How often a client got another case manager after a day, up to and including another; the first one is no change."""
    return sum(after < spell.first <= until and spell.worker != before.worker for before, spell in pairwise(spells))


def judged_change(dossier: Dossier, to: str, first: date, office: Office, role: Role) -> list[Remark]:
    """What to know about another case manager from a day on.

    Raises UnknownName for who does not work here; NotAllowed for who is not there on that day, for the same one, for a change
    that the client cannot be told of before it happens, and for one change too many without the team leader.
    """
    worker = worker_of(office, to)
    _there(worker, first)
    last = dossier.spells[-1] if dossier.spells else None
    now = dossier.worker_on(first)
    if now is not None and now.worker == to:
        raise NotAllowed(f"{worker.name} is the case manager of client {dossier.person} on {first} already; nothing changes.")
    if last is not None and last.first >= first:
        raise NotAllowed(f"{last.worker} becomes the case manager of client {dossier.person} on {last.first}; a change after it "
                         "starts on a later day.")  # fmt: skip
    if first < office.today or (last is not None and first == office.today):
        raise NotAllowed(f"van: the client hears of a change before it happens, so a day after {office.today} was expected; "
                         f"found {first}.")  # fmt: skip
    return [] if last is None else _allowed(dossier, first, office, role)


def worker_of(office: Office, ident: str) -> Worker:
    """A case manager by id; raises UnknownName for who does not work here."""
    if ident not in office.workers:
        raise UnknownName(f"{ident}: nobody of that name works here. Known are: {', '.join(sorted(office.workers)) or 'nobody'}. "
                          "Record who works here with `werkzaam staff record`.")  # fmt: skip
    return office.workers[ident]


def _there(worker: Worker, day: date) -> None:
    if worker.works_on(day):
        return
    away = next(((first, last) for first, last in worker.away if first <= day <= last), None)
    why = f"is away from {away[0]} to {away[1]}" if away else "is not in service on that day"
    raise NotAllowed(f"{worker.name} {why}. Choose another day after that, or somebody who is there on {day}.")


def _allowed(dossier: Dossier, first: date, office: Office, role: Role) -> list[Remark]:
    """How many changes there were; raises NotAllowed for one too many without the team leader."""
    terms = office.terms
    recent = changes(dossier.spells, months_after(first, -terms.change_months), first)
    if recent >= terms.changes_before_approval and role is not Role.LEAD:
        raise NotAllowed(
            f"Client {dossier.person} got another case manager {recent} times in the {terms.change_months} months before "
            f"{first}. The team leader decides about one more (--as {Role.LEAD.value})."
        )
    count = changes(dossier.spells, date.min, first)
    return [Remark("changes_before", {"count": count, "recent": recent})] if count else []


def assigned_by(dossier: Dossier, office: Office) -> date | None:
    """The day by which a client without a case manager gets one; None for who has one, or whose guidance nobody wrote down."""
    since = since_of(dossier) if dossier.worker_on(office.today) is None else None
    if since is None:
        return None
    ended = (spell.last + timedelta(1) for spell in dossier.spells if spell.last is not None and spell.last < office.today)
    return max([since, *ended]) + timedelta(office.terms.assign_days)


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """A case manager for who has none; the team leader sees it."""
    by = assigned_by(dossier, office)
    if by is not None:
        yield Due(dossier.person, Reason.HANDOVER, "no_case_manager", by, for_lead=True)


NOTION = Notion((), {}, dues)
