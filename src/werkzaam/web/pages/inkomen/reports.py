# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody says that something about their money is wrong: the officer reads it, sees what stands still for it, and decides."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from werkzaam.app.ledger.money_reports import MoneyReport, report_called
from werkzaam.app.portal.mijn_reports import decide
from werkzaam.core.errors import UnknownName
from werkzaam.web.door import door
from werkzaam.web.pages.inkomen.acts import OFFICERS_ABOUT, done, perform, receipt
from werkzaam.web.pages.inkomen.forms import ReportForm
from werkzaam.web.visit import Visit


@door(OFFICERS_ABOUT, methods=("GET", "POST"), purpose="melding")
def report(visit: Visit, report: int) -> HttpResponse:
    """Decide on a report with a reason that the person reads; never by who approved the claim that it is about."""
    try:
        found = report_called(visit.desk, visit.household, visit.person, report)
    except UnknownName as error:
        raise Http404 from error
    form = ReportForm(visit, visit.request.POST if visit.posted else None)

    def act() -> HttpResponse:
        said = form.cleaned_data
        decide(visit.desk, visit.person, report, said["answer"], said["reason"], role=visit.capacity)
        return done(visit.to("inkomen-report", report=report), f"report_{said['answer']}")

    values = {"found": found, "body": found.report.entry.body, "by": _by(visit, found), "receipt": receipt(visit)}
    return perform(visit, form, "inkomen/report.html", values, act, own=found.own)


def _by(visit: Visit, found: MoneyReport) -> str:
    """Who sent it: the person, or else who acts for them."""
    worker = found.report.entry.worker
    return found.person.name or worker if worker == f"inwoner {visit.person}" else worker
