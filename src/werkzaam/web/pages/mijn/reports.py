# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Is something wrong? One place to say so, with a number, a term and an answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse

from werkzaam.app.portal.mijn_reading import own_of
from werkzaam.app.portal.mijn_reports import ShownReport, send, shown
from werkzaam.app.text_layout import euro
from werkzaam.casework.reports import ABOUT, reports_of
from werkzaam.core.months import Month
from werkzaam.store.decisions import decisions
from werkzaam.web.door import OWN_READERS, door
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.mijn.acts import Act, Values, acted, options, receipt_of
from werkzaam.web.pages.mijn.contact import words_field
from werkzaam.web.visit import Visit


class ReportForm(PlainForm):
    """What it is about, which month if any, and what is wrong."""

    words = "mijn_report"
    subject = forms.ChoiceField(widget=forms.RadioSelect)
    month = forms.ChoiceField(required=False)
    text = words_field(required=True)

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        months = {one.decision.month for one in decisions(visit.desk.database, visit.desk.town.id, visit.household)}
        shown_months = [(str(month), month.name(visit.lang)) for month in sorted(months, reverse=True)]
        self.fields["subject"].choices = options(visit, "mijn_report", ABOUT)  # type: ignore[attr-defined]
        self.fields["month"].choices = [("", visit.say("mijn_report_no_month")), *shown_months]  # type: ignore[attr-defined]


def _send(visit: Visit, sent: Values) -> int | None:
    month = Month.parse(sent["month"]) if sent["month"] else None
    return send(visit.desk, visit.person, subject=sent["subject"], text=sent["text"], month=month, once=sent.get("once") or "")


ACTS = (
    Act("report", ReportForm, _send, lambda own, entry: next(
        (one.by for one in reports_of(own.dossier, own.office) if one.entry.seq == entry.seq), None)),
)  # fmt: skip


@door(OWN_READERS, methods=("GET", "POST"), purpose="klopt_niet")
def reports(visit: Visit) -> HttpResponse:
    """The form, and everything that was said before with where it stands."""

    def show(made: dict[str, PlainForm], status: int) -> HttpResponse:
        rows = [_row(visit, one) for one in shown(own_of(visit.desk, visit.person))]
        return visit.page("mijn/reports.html", {"rows": rows, "forms": made, "receipt": receipt_of(visit, ACTS)}, status=status)

    return acted(visit, ACTS, show, "reports")


def _row(visit: Visit, one: ShownReport) -> dict[str, object]:
    body = one.report.entry.body
    month = body.get("month")
    return {
        "one": one, "entry": one.report.entry, "by": one.report.by, "about": visit.say(f"mijn_report_{body['subject']}"),
        "month": Month.parse(str(month)).name(visit.lang) if month else "",
        "frozen": euro(one.frozen, visit.lang) if one.frozen else "",
        "outcome": visit.say(f"mijn_outcome_{one.outcome}") if one.outcome else "",
    }  # fmt: skip
