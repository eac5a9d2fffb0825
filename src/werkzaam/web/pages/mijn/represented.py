# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The list of the people whom somebody represents today."""

from __future__ import annotations

from django.http import HttpResponse

from werkzaam.app.portal.mijn_represented import represented
from werkzaam.web.door import door, only
from werkzaam.web.handles import handle_of
from werkzaam.web.roles import Role
from werkzaam.web.site import site
from werkzaam.web.visit import Visit


@door(only(Role.BEWINDVOERDER))
def people(visit: Visit) -> HttpResponse:
    """Who, by which mandate, and their last month; each with the way to their pages."""
    found = [
        {"one": one, "handle": handle_of(one.person, "person")}
        for one in represented(visit.desk, visit.account.acts_as, site().kept)
    ]
    return visit.page("mijn/represented.html", {"found": found})
