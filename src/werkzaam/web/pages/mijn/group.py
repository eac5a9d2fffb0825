# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which group fell to me in the experiment, and my receipt to check the draw with."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from werkzaam.app.portal.own_draw import checking_page, own_draw
from werkzaam.web.door import door
from werkzaam.web.pages.mijn.mandates import SELF
from werkzaam.web.visit import Visit


@door(SELF)
def group(visit: Visit) -> HttpResponse:
    """The group in words, and the receipt with how to check it; for whom takes no part it says so."""
    found = own_draw(visit.desk, visit.person)
    if found is None:
        return visit.page("mijn/group.html", {"found": None})
    arm = found.arm.nl if found.arm and visit.lang == "nl" else found.arm.en if found.arm else ""
    title = found.title.nl if visit.lang == "nl" else found.title.en
    values = {"found": found, "arm": arm, "title": title, "sheet": found.sheet(visit.desk, visit.lang)}
    values |= {"limits": found.limits(visit.lang)}
    return visit.page("mijn/group.html", values)


@door(SELF)
def check(visit: Visit) -> HttpResponse:
    """The page that checks the receipt without us, as a file."""
    found = own_draw(visit.desk, visit.person)
    if found is None:
        raise Http404
    answer = HttpResponse(checking_page(visit.desk, found.experiment), content_type="text/html; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="loting-controleren.html"'
    return answer
