# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A way to an own business beside the way to a job: preparing, starting, and looking back in time (R-058)."""

from __future__ import annotations

from collections.abc import Iterable

from werkzaam.casework.calendar import months_after
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.education import GRANTED, PARTLY, decision_on
from werkzaam.casework.entry import Kind
from werkzaam.casework.goal_codes import OWN_BUSINESS
from werkzaam.casework.notion import Notion
from werkzaam.casework.office import Office
from werkzaam.casework.reading import has_left, holding, text_of, withdrawn

SOURCE = "Bbz 2004, voorbereidingsperiode"
PREPARATION_MONTHS = 12
"""At most a year to prepare, with bijstand going on: https://onderwijs.cnvconnectief.nl/zelfstandigen/starter/starten-vanuit-bijstand/
(seen 2026-11-22)."""
_FIRST_TALK = 3


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """A talk after three months and the plan before the year is over, until the business runs or the client left."""
    for request in dossier.of(Kind.REQUEST):
        decided = decision_on(dossier, request)
        granted = decided is not None and text_of(decided, "decision") in {GRANTED, PARTLY}
        if decided is None or not granted or text_of(request, "goal") != OWN_BUSINESS or withdrawn(dossier, request):
            continue
        runs = any(text_of(one, "type") == "zelfstandig" for one in holding(dossier, office.today, Kind.CONTRACT))
        if runs or has_left(dossier, office.today):
            continue
        for code, months in (("business_talk", _FIRST_TALK), ("business_plan", PREPARATION_MONTHS)):
            spoke = any(one.day >= months_after(decided.day, months - 1) for one in dossier.contacts)
            if not spoke:
                yield Due(dossier.person, Reason.PLAN, code, months_after(decided.day, months), SOURCE, True,
                          office.terms.talk_minutes, values={"name": text_of(request, "name")})  # fmt: skip


NOTION = Notion(dues=dues, about=frozenset({Kind.REQUEST}))
