# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Corrections by addition: take back what we recorded wrongly, add what is right, begin again, and help today after our error."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.http import Http404, HttpResponse

from werkzaam.app.ledger.by_officer import OneWage, add_wage
from werkzaam.app.ledger.emergency import emergency
from werkzaam.app.ledger.money_page import standing
from werkzaam.app.ledger.repair import TERM_DAYS, put_right_and_promise
from werkzaam.app.ledger.restart import restart, restart_form
from werkzaam.core.errors import InputError
from werkzaam.web.door import door
from werkzaam.web.pages.inkomen.acts import OFFICERS_ABOUT, done, month_of, perform
from werkzaam.web.pages.inkomen.forms import MonthForm, PlainConfirm, ReasonForm, WageForm
from werkzaam.web.visit import Visit

BOTH = ("GET", "POST")


@door(OFFICERS_ABOUT, methods=BOTH, purpose="rechtzetten")
def put_right(visit: Visit, row: int) -> HttpResponse:
    """Take back a row that we recorded wrongly; the person hears that we are sorry, and until when we put it right."""
    found = next((one for one in standing(visit.desk, visit.household, visit.lang) if one.hseq == row), None)
    if found is None and not visit.posted:
        raise Http404
    form = ReasonForm(visit, visit.request.POST if visit.posted else None)

    def act() -> HttpResponse:
        put_right_and_promise(visit.desk, visit.household, row, reason=form.cleaned_data["reason"])
        return done(visit.to("inkomen-household"), "put_right")

    return perform(visit, form, "inkomen/put_right.html", {"row": found, "days": TERM_DAYS}, act)


@door(OFFICERS_ABOUT, methods=BOTH, purpose="loon toevoegen")
def wage(visit: Visit) -> HttpResponse:
    """Add a wage; filled in with a row that was taken back, when one is named."""
    file = visit.desk.file(visit.household)
    form = WageForm(visit, dict(file.persons), visit.request.POST if visit.posted else None, initial=_before(visit))

    def act() -> HttpResponse:
        said = form.cleaned_data
        made = OneWage(
            said["person"], said["job"], said["worked_from"], said["worked_to"], said["paid_on"], said["net"], said["source"]
        )
        add_wage(visit.desk, visit.household, made, once=said["once"])
        return done(visit.to("inkomen-household"), "wage")

    return perform(visit, form, "inkomen/wage.html", {}, act)


def _before(visit: Visit) -> dict[str, Any]:
    """What a wage said that was taken back, to be corrected."""
    named = visit.request.GET.get("van", "")
    known = visit.desk.file(visit.household).known
    found = next((one for one in known if named == str(one.hseq) and one.kind == "wage"), None)
    if found is None:
        return {}
    row = found.row
    names = (("worked_from", "gewerkt_van"), ("worked_to", "gewerkt_tot"), ("paid_on", "betaald_op"))
    days = {key: row[name] for key, name in names if isinstance(row.get(name), date)}
    return {
        "person": row["persoon"],
        "job": row["baan"],
        "source": row.get("bron", ""),
        "net": str(row["netto"]).replace(".", ","),
        **days,
    }


@door(OFFICERS_ABOUT, methods=BOTH, purpose="herstart")
def begin_again(visit: Visit, month: str) -> HttpResponse:
    """Bijstand goes on from a month with what is known, when the person confirmed it."""
    wanted = month_of(month)
    if wanted is None:
        raise Http404
    try:
        known = restart_form(visit.desk, visit.household, wanted, visit.lang)
    except InputError as error:
        values = {"key": "inkomen_no_restart", "text": "", "exact": str(error)}
        return visit.page("inkomen/not_done.html", values, status=409)
    form = PlainConfirm(visit, visit.request.POST if visit.posted else None)

    def act() -> HttpResponse:
        restart(visit.desk, visit.household, wanted, visit.lang)
        return done(visit.to("inkomen-household"), "restarted")

    return perform(visit, form, "inkomen/restart.html", {"known": known, "month": wanted}, act)


@door(OFFICERS_ABOUT, methods=BOTH, purpose="spoedbetaling")
def urgent(visit: Visit) -> HttpResponse:
    """Pay today what a month was underpaid by our own error; somebody else releases the file."""
    form = MonthForm(visit, visit.request.POST if visit.posted else None)

    def act() -> HttpResponse:
        with TemporaryDirectory() as folder:
            emergency(visit.desk, visit.household, form.cleaned_data["month"], Path(folder, "payment.xml"), visit.lang)
        return done(visit.to("inkomen-household"), "urgent")

    return perform(visit, form, "inkomen/urgent.html", {}, act)
