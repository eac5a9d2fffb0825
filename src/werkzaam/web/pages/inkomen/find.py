# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Find a household by its number or a name; what is looked for is sent, and never stands in an address."""

from __future__ import annotations

from django.http import HttpResponse

from werkzaam.app.ledger.find import MOST, find
from werkzaam.core.errors import InputError
from werkzaam.web.door import door
from werkzaam.web.pages.inkomen.acts import OFFICERS, about_person
from werkzaam.web.pages.inkomen.forms import FindForm
from werkzaam.web.visit import Visit


@door(OFFICERS, methods=("GET", "POST"))
def look_up(visit: Visit) -> HttpResponse:
    """A form, and below it who was found."""
    form = FindForm(visit, visit.request.POST if visit.posted else None)
    if not visit.posted:
        return visit.page("inkomen/find.html", {"form": form, "found": None})
    if not form.is_valid():
        return visit.page("inkomen/find.html", {"form": form, "found": None}, status=400)
    try:
        people = find(visit.desk, form.cleaned_data["wanted"])
    except InputError:
        form.add_error("wanted", visit.say("inkomen_find_short"))
        return visit.page("inkomen/find.html", {"form": form, "found": None}, status=400)
    found = [(one, about_person(one.person, "inkomen-household")) for one in people]
    return visit.page("inkomen/find.html", {"form": form, "found": found, "most": len(found) >= MOST})
