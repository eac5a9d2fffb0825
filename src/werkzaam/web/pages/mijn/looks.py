# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who looked at my dossier, and what was done for me."""

from __future__ import annotations

from django.http import HttpResponse

from werkzaam.app.portal.mijn_looks import Done, Looked, done_for, looked_at, looked_at_many
from werkzaam.app.texts.casework_dossier import KINDS
from werkzaam.web.door import OWN_READERS, door
from werkzaam.web.visit import Visit
from werkzaam.web.words import words


@door(OWN_READERS, purpose="wie_keek")
def looks(visit: Visit) -> HttpResponse:
    """Every access to this dossier, then looks at many at once, then what representatives did."""
    own_actor = f"inwoner {visit.person}"
    return visit.page("mijn/looks.html", {
        "looks": [_row(visit, one) for one in looked_at(visit.desk, visit.person, own_actor)],
        "many": [_row(visit, one) for one in looked_at_many(visit.desk)],
        "done": [_done(visit, one) for one in done_for(visit.desk, visit.person, visit.household)],
    })  # fmt: skip


def _row(visit: Visit, one: Looked) -> dict[str, object]:
    role = "mijn_role_helper" if one.representing else f"mijn_role_{one.role.value}"
    return {"one": one, "role": visit.say(role), "purpose": _purpose(visit, one)}


def _purpose(visit: Visit, one: Looked) -> str:
    """What it was for, in words where it is a code of ours."""
    if one.refused:
        return visit.say("mijn_refused_look")
    key = f"mijn_for_{one.purpose.replace(' ', '_')}"
    return words(visit.lang).get(key, one.purpose)


def _done(visit: Visit, one: Done) -> dict[str, object]:
    what = KINDS[visit.lang].get(one.kind) or visit.say(f"mijn_event_{one.kind}")
    return {"one": one, "what": what}
