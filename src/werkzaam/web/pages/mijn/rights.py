# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What must I do, what may I do, what is not checked; and what nobody promises."""

from __future__ import annotations

from django.http import HttpResponse

from werkzaam.app.portal.mijn_reading import own_of
from werkzaam.app.portal.mijn_rights import rights_page
from werkzaam.web.door import OWN_READERS, door
from werkzaam.web.visit import Visit


@door(OWN_READERS, purpose="rechten")
def rights(visit: Visit) -> HttpResponse:
    """The page of the regime that somebody is under."""
    found = rights_page(own_of(visit.desk, visit.person), visit.lang)
    may = [visit.say(f"mijn_{key}", what=what) for key, what in found.may] if found else []
    return visit.page("mijn/rights.html", {"found": found, "may": may})
