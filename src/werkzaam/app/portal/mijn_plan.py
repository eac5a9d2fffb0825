# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Goals, plan and agreements as the person reads them, and what happens after leaving (stories 21 to 24)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.app.portal.mijn_reading import Own
from werkzaam.casework.aftercare import choice_of, offer, start_of
from werkzaam.casework.agreement import closed
from werkzaam.casework.calendar import months_after
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.goals import PROPOSED, goals_of
from werkzaam.casework.handover import approved, summary_of
from werkzaam.casework.limits import limit_of
from werkzaam.casework.plan import current, signed
from werkzaam.casework.reading import has_left, text_of
from werkzaam.casework.returning import left_on
from werkzaam.casework.standing import confirmed, last_day_of, withdrawal_of


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal: how it stands, who wrote it, and whether it waits for the person or is the person's own to take away."""

    entry: Entry
    area: str
    status: str
    by: str
    to_confirm: bool
    own: bool
    agreed_by_worker: bool


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement: its last day, who wrote it, and why it ends earlier where that is so."""

    entry: Entry
    by: str
    last: date | None
    kept: bool
    ended_because: str | None
    holds: bool


@dataclass(frozen=True, slots=True)
class Aftercare:
    """Aftercare as it is offered: from when, until when it stops by itself, and what was chosen (None: nothing yet)."""

    start: date
    until: date
    chosen: Entry | None
    way_back_until: date | None


@dataclass(frozen=True, slots=True)
class PlanPage:
    """All of the page."""

    goals: tuple[GoalRow, ...]
    plan: tuple[int, Entry] | None
    plan_to_sign: bool
    summary: Entry | None
    summary_to_confirm: bool
    agreements: tuple[AgreementRow, ...]
    hours: int | None
    aftercare: Aftercare | None
    left: bool


def plan_page(own: Own) -> PlanPage:
    """The page on the desk's day."""
    dossier, today = own.dossier, own.desk.today
    plan, summary = current(dossier, today), summary_of(dossier, today)
    return PlanPage(
        tuple(_goals(own)), plan, plan is not None and plan[1].role is not Role.CLIENT and not signed(plan[1], dossier), summary,
        summary is not None and not approved(summary, dossier), tuple(_agreements(own)), limit_of(dossier, today),
        _aftercare(own), has_left(dossier, today),
    )  # fmt: skip


def _goals(own: Own) -> Iterator[GoalRow]:
    for one in goals_of(own.dossier, own.desk.today):
        mine = one.entry.role is Role.CLIENT
        yield GoalRow(one.entry, one.area, one.status, own.wrote(one.entry.worker), one.status == PROPOSED, mine,
                      not mine or confirmed(own.dossier, one.entry.seq, Role.SUPPORT))  # fmt: skip


def _agreements(own: Own) -> Iterator[AgreementRow]:
    """What was agreed, whoever is the case manager now: what holds, and what was taken back with its reason."""
    for entry in own.dossier.of(Kind.AGREEMENT):
        gone, last = withdrawal_of(entry, own.dossier), last_day_of(entry, own.dossier)
        holds = last is None or own.desk.today <= last
        because = text_of(gone, "because") if gone is not None else None
        yield AgreementRow(entry, own.wrote(entry.worker), last, closed(entry, own.dossier), because, holds)


def _aftercare(own: Own) -> Aftercare | None:
    """Offered to who left or begins to work; nobody has to want it."""
    today = own.desk.today
    start = start_of(own.dossier, today)
    if start is None:
        return None
    found, left = offer(start, own.dossier.born, own.office.terms.work), left_on(own.dossier, today)
    chosen = choice_of(own.dossier, today)
    until = chosen.until if chosen is not None and chosen.until is not None else found.until
    back = months_after(left, own.office.terms.return_months) if left is not None else None
    return Aftercare(start, until, chosen, back)
