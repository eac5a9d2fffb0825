# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossier of a client on one page: who, what was agreed, what we owe, and every entry with the client's view beside it."""

from __future__ import annotations

from django.http import HttpResponse

from werkzaam.app.casework.dossier_view import dossier_seen
from werkzaam.app.casework.goals_together import goals_seen, limits_of
from werkzaam.casework.entry import Kind
from werkzaam.casework.entry import Role as Capacity
from werkzaam.casework.handover import unread
from werkzaam.web.door import MONEY_READERS, door
from werkzaam.web.pages.klantmanager.who import GUIDES
from werkzaam.web.visit import Visit


@door(GUIDES)
def dossier(visit: Visit) -> HttpResponse:
    """The dossier, as whoever guides or leads may see it. The look is kept by the use case."""
    seen = dossier_seen(visit.desk, visit.person, visit.lang, visit.capacity)
    told = [one for one in seen.sections if one.key not in ("to_do", "goals")]
    office = seen.reading.office
    return visit.page("klantmanager/dossier.html", {
        "seen": seen, "sections": [one for one in told if not one.empty], "nothing": [one for one in told if one.empty],
        "name": visit.name,
        "entries": list(reversed(seen.entries)), "may_see_month": visit.relation in MONEY_READERS.get(visit.role, ()),
        "goals": goals_seen(seen.dossier, visit.today, visit.lang), "limits": limits_of(seen.dossier, visit.today),
        "guides": visit.capacity is Capacity.SUPPORT, "confirmed": Kind.CONFIRMED.value,
        "unread": unread(seen.dossier, visit.account.actor, visit.today) is not None,
        "workers": {one.id: one.name for one in office.workers.values()}, "client_wrote": f"inwoner {visit.person}",
        "goal": Kind.GOAL.value, "read": Kind.HANDOVER_READ.value,
    })  # fmt: skip
