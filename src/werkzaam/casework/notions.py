# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every notion of guidance, and what they add up to: all forms, one judge, everything that is due."""

from __future__ import annotations

from functools import lru_cache

from werkzaam.casework import (
    ability,
    abroad,
    activities,
    aftercare,
    agreement,
    appointments,
    assignment,
    barrier,
    blocked,
    care,
    coaching,
    confirming,
    contacts,
    contracts,
    contribution,
    deviation,
    education,
    exemption,
    first_chance,
    frequency,
    goals,
    grades,
    handover,
    hopes,
    hours,
    invitations,
    limits,
    measures,
    own_business,
    placement,
    plan,
    preferences,
    pressure,
    questions,
    referral,
    reports,
    returning,
    review,
    signals,
    subsidy,
    under,
    visits,
    workplace,
)
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Form
from werkzaam.casework.notion import Dues, Remark
from werkzaam.casework.office import Office
from werkzaam.core.errors import NotAllowed

NOTIONS = (
    appointments.NOTION,
    contacts.NOTION,
    frequency.NOTION,
    preferences.NOTION,
    signals.NOTION,
    grades.NOTION,
    under.NOTION,
    education.NOTION,
    hours.NOTION,
    care.NOTION,
    limits.NOTION,
    contracts.NOTION,
    placement.NOTION,
    workplace.NOTION,
    subsidy.NOTION,
    coaching.NOTION,
    own_business.NOTION,
    aftercare.NOTION,
    returning.NOTION,
    invitations.NOTION,
    barrier.NOTION,
    measures.NOTION,
    visits.NOTION,
    activities.NOTION,
    exemption.NOTION,
    first_chance.NOTION,
    ability.NOTION,
    deviation.NOTION,
    blocked.NOTION,
    goals.NOTION,
    plan.NOTION,
    agreement.NOTION,
    confirming.NOTION,
    assignment.NOTION,
    handover.NOTION,
    review.NOTION,
    pressure.NOTION,
    questions.NOTION,
    referral.NOTION,
    reports.NOTION,
    abroad.NOTION,
    hopes.NOTION,
    contribution.NOTION,
)
FORMS: dict[Kind, Form] = {form.kind: form for notion in NOTIONS for form in notion.forms}
_JUDGES = {kind: judge for notion in NOTIONS for kind, judge in notion.judges.items()}
_DUES = tuple((notion.about, notion.dues) for notion in NOTIONS if notion.dues is not None)


def judged(entry: Entry, dossier: Dossier, office: Office) -> list[Remark]:
    """What is remarked when this is written; raises NotAllowed or InputError when it cannot be."""
    form = FORMS[entry.kind]
    if entry.role not in form.roles:
        allowed = ", ".join(sorted(role.value for role in form.roles))
        raise NotAllowed(f"{form.command} is written by {allowed}; you are here as {entry.role.value}.")
    judge = _JUDGES.get(entry.kind)
    return [] if judge is None else list(judge(entry, dossier, office))


def due_of(dossier: Dossier, office: Office) -> list[Due]:
    """Everything that is or will be due for a client, most overdue first; who is left in peace is not sought out (R-045)."""
    found = [due for dues in _asked_for(dossier.kinds) for due in dues(dossier, office)]
    return sorted(invitations.without_outreach(found, dossier, office), key=lambda due: due.rank)


@lru_cache(maxsize=4096)
def _asked_for(kinds: frozenset[Kind]) -> tuple[Dues, ...]:
    """Who can have something to say about a dossier with entries of these kinds; a town has few different sets of them."""
    return tuple(dues for about, dues in _DUES if not about or not about.isdisjoint(kinds))
