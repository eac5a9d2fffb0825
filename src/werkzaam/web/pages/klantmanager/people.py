# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The clients of a case manager as a list, and who was silent for longer than we promised."""

from __future__ import annotations

from django.http import HttpResponse

from werkzaam.app.casework.client_list import client_rows
from werkzaam.app.casework.offices import office_of
from werkzaam.web.door import door
from werkzaam.web.pages.klantmanager.who import DESK, workers_of
from werkzaam.web.visit import Visit


@door(DESK)
def people(visit: Visit) -> HttpResponse:
    """Everybody whom a case manager guides, by name."""
    rows = client_rows(visit.desk, workers_of(visit), visit.lang, role=visit.capacity, purpose="mensen")
    return visit.page("klantmanager/people.html", {"rows": sorted(rows, key=lambda row: row.name), **_shared(visit)})


@door(DESK)
def silent(visit: Visit) -> HttpResponse:
    """Who waits for contact, by the days over what was promised."""
    rows = client_rows(visit.desk, workers_of(visit), visit.lang, role=visit.capacity, purpose="stille lijst")
    late = [row for row in rows if row.waits.over]
    return visit.page("klantmanager/silent.html", {
        "late": late, "in_time": [row for row in rows if not row.waits.over], **_shared(visit),
    })  # fmt: skip


def _shared(visit: Visit) -> dict[str, object]:
    workers = office_of(visit.desk).workers.values()
    return {"workers": {one.id: one.name for one in workers}, "several": len(workers_of(visit)) > 1}
