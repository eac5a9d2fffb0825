# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages: confirm what is known, change it, or report a new one, each with a receipt."""

from __future__ import annotations

from dataclasses import replace

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from werkzaam.app.ledger.own_report import OwnReport, receipt_called, receipts, report_wage
from werkzaam.app.portal.own_wages import WageRow, jobs_of, row_called, wage_rows
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Month
from werkzaam.web.door import MONEY_READERS, OWN_ACTORS, door
from werkzaam.web.forms import EuroField, PlainForm
from werkzaam.web.pages.geld.month import month_of
from werkzaam.web.site import site
from werkzaam.web.visit import Visit

_MOST_JOB, _MONTHS_BACK = 40, 6
_DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")


class WageForm(PlainForm):
    """A wage: what was paid, and when."""

    words = "report"
    net = EuroField()
    paid_on = forms.DateField(input_formats=_DAYS, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, visit: Visit, *given: object, **named: object) -> None:
        super().__init__(visit, *given, **named)
        self._tell(visit)

    def _tell(self, visit: Visit) -> None:
        """What is wrong, in words of ours."""
        for name, field in self.fields.items():
            for code in ("required", "invalid", "invalid_choice") if name != "once" else ():
                field.error_messages[code] = visit.say(f"report_{name}_wrong")

    def clean_net(self) -> int:
        """A wage is zero or more."""
        cents: int = self.cleaned_data["net"]
        if cents < 0:
            raise forms.ValidationError(self.fields["net"].error_messages["invalid"])
        return cents


class NewWageForm(WageForm):
    """A wage of a job and a month that nobody told of yet."""

    job = forms.CharField(max_length=_MOST_JOB)
    month = forms.ChoiceField()
    field_order = ("job", "month", "net", "paid_on", "once")

    def __init__(self, visit: Visit, jobs: list[str], *given: object, **named: object) -> None:
        super().__init__(visit, *given, **named)
        now = Month.of_day(visit.today)
        months = [now - back for back in range(_MONTHS_BACK)]
        self.fields["month"].choices = [(str(one), one.name(visit.lang)) for one in months]  # type: ignore[attr-defined]
        if jobs:
            self.fields["job"].help_text = f"{self.fields['job'].help_text} {visit.say('report_job_known')} {', '.join(jobs)}."


@door(MONEY_READERS, purpose="loon")
def wages(visit: Visit) -> HttpResponse:
    """The wages of the last months, to confirm or change."""
    given = receipts(visit.desk, visit.household, visit.person)
    return visit.page("geld/wages.html", {"rows": _rows(visit), "given": given})


@door(OWN_ACTORS, methods=("POST",))
def confirm(visit: Visit, month: str, number: int) -> HttpResponse:
    """It is right: a receipt, and nothing else changes."""
    return _kept(visit, _row(visit, month, number).report)


@door(OWN_ACTORS, methods=("GET", "POST"))
def change(visit: Visit, month: str, number: int) -> HttpResponse:
    """A wage that is not right, filled in as it is known."""
    row = _row(visit, month, number)
    first = {"net": f"{row.report.cents // 100},{row.report.cents % 100:02}", "paid_on": row.report.paid_on}
    form = WageForm(visit, visit.request.POST if visit.posted else None, initial=first)
    if visit.posted and form.is_valid():
        said = replace(row.report, cents=form.cleaned_data["net"], paid_on=form.cleaned_data["paid_on"])
        return _try(visit, form, said, {"form": form, "row": row})
    return visit.page("geld/wage.html", {"form": form, "row": row}, status=400 if visit.posted else 200)


@door(OWN_ACTORS, methods=("GET", "POST"))
def report(visit: Visit) -> HttpResponse:
    """A new wage, per job and month."""
    jobs = jobs_of(visit.desk.file(visit.household), visit.person)
    form = NewWageForm(visit, jobs, visit.request.POST if visit.posted else None)
    if visit.posted and form.is_valid():
        month, data = Month.parse(form.cleaned_data["month"]), form.cleaned_data
        job = next((one for one in jobs if one.casefold() == data["job"].strip().casefold()), data["job"].strip())
        said = OwnReport(visit.person, job, month.first_day, month.last_day, data["paid_on"], data["net"])
        return _try(visit, form, said, {"form": form})
    return visit.page("geld/wage.html", {"form": form}, status=400 if visit.posted else 200)


@door(MONEY_READERS, purpose="loon")
def receipt(visit: Visit, number: str) -> HttpResponse:
    """The receipt of one report, also of one that was replaced."""
    try:
        found = receipt_called(visit.desk, visit.household, visit.person, number)
    except UnknownName as error:
        raise Http404 from error
    return visit.page("geld/receipt.html", {
        "one": found, "in_time": Month.of_day(found.day) <= found.month + 1, "clock": found.moment[11:16],
        "by_person": found.by == f"inwoner {visit.person}",
    })  # fmt: skip


def _try(visit: Visit, form: PlainForm, said: OwnReport, values: dict[str, object]) -> HttpResponse:
    """Keep a report, or the same page with what is wrong."""
    try:
        return _kept(visit, said)
    except InputError:
        form.add_error(None, visit.say("report_refused"))
        return visit.page("geld/wage.html", values, status=400)


def _kept(visit: Visit, said: OwnReport) -> HttpResponse:
    found = report_wage(visit.desk, visit.household, said)
    return redirect(visit.to("wage-receipt", number=found.number))


def _rows(visit: Visit) -> list[WageRow]:
    return wage_rows(visit.desk, visit.household, visit.person, site().kept)


def _row(visit: Visit, month: str, number: int) -> WageRow:
    found = row_called(_rows(visit), month_of(month), number)
    if found is None:
        raise Http404
    return found
