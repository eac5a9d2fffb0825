# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The yearly review of who has which account."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from werkzaam.web import audit
from werkzaam.web.accounts.models import Account
from werkzaam.web.door import door
from werkzaam.web.handles import NoHandle, number_of
from werkzaam.web.pages.beheer.accounts import KEEPERS, address_of
from werkzaam.web.visit import Visit

YEAR = timedelta(days=365)


@door(KEEPERS, methods=("GET", "POST"))
def review(visit: Visit) -> HttpResponse:
    """Accounts that are open, what was looked at longest ago first; a form for each says that it is needed still."""
    found = Account.objects.filter(municipality=visit.desk.town.id, is_active=True)
    if visit.posted:
        return _keep(visit)
    rows = [
        (one, address_of(one), f"role_{one.role}", one.reviewed_on is None or visit.today - one.reviewed_on > YEAR)
        for one in found.order_by(F("reviewed_on").asc(nulls_first=True), "login")
    ]
    return visit.page("beheer/rights.html", {"rows": rows})


def _keep(visit: Visit) -> HttpResponse:
    """Somebody else's account is needed still; one's own is for a colleague to say."""
    try:
        number = number_of(visit.request.POST.get("account", ""), "account")
    except NoHandle as error:
        raise Http404 from error
    kept = Account.objects.filter(pk=number, municipality=visit.desk.town.id, is_active=True).exclude(pk=visit.account.pk)
    if not kept.update(reviewed_by=visit.account.pk, reviewed_on=visit.today):
        raise Http404
    audit.note(visit.request, "account_reviewed", result=str(number))
    return redirect("rights-review")
