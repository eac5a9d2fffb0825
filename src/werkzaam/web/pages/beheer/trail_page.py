# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened at the doors, for who watches them, and whether the chain is whole."""

from __future__ import annotations

from django.http import HttpResponse

from werkzaam.web.accounts.trail import Event, breaks
from werkzaam.web.door import door
from werkzaam.web.pages.beheer.accounts import KEEPERS
from werkzaam.web.visit import Visit, whole_number

SHOWN = 100


@door(KEEPERS)
def trail(visit: Visit) -> HttpResponse:
    """The newest rows, or those before one; and when it is asked, the first place at which the chain is broken."""
    before = visit.request.GET.get("voor", "")
    rows = Event.objects.order_by("-number")
    if (number := whole_number(before)) is not None:
        rows = rows.filter(number__lt=number)
    shown = list(rows[:SHOWN])
    values: dict[str, object] = {"rows": shown, "older": shown[-1].number if len(shown) == SHOWN else None}
    if "controle" in visit.request.GET:
        values |= {"checked": True, "broken": next(breaks(), None), "count": Event.objects.count()}
    return visit.page("beheer/trail.html", values)
