# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The premium: what each month earned, what is still possible, and when it comes."""

from __future__ import annotations

from django.http import HttpResponse

from werkzaam.app.portal.own_premium import own_premium, paid_premiums
from werkzaam.app.text_layout import percent
from werkzaam.web.door import MONEY_READERS, door
from werkzaam.web.site import site
from werkzaam.web.visit import Visit


@door(MONEY_READERS, purpose="premie")
def premium(visit: Visit) -> HttpResponse:
    """The premium of this half-year, and what was paid before."""
    found = own_premium(visit.desk, visit.household, visit.person, site().kept)
    share = percent(found.scheme.share, visit.lang) if found else ""
    version = found.scheme.names[visit.lang] if found else ""
    return visit.page("geld/premium.html", {
        "found": found, "share": share, "version": version, "paid": paid_premiums(visit.desk, visit.person),
    })  # fmt: skip
