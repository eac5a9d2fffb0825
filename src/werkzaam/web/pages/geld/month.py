# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""This month and next on one screen, any month as a sum that opens line by line, and what changed in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from werkzaam.app.casework.own_chances import Chance, waiting_chances
from werkzaam.app.ledger.month_then import MonthThen, month_then
from werkzaam.app.portal.month_reading import Basis, MonthReading
from werkzaam.app.portal.own_changes import past_of
from werkzaam.app.portal.own_month import own_month
from werkzaam.app.portal.own_questions import questions_of
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.web.door import MONEY_READERS, OWN_READERS, door
from werkzaam.web.pages.geld.lines import sections_of
from werkzaam.web.site import site
from werkzaam.web.visit import Visit


def month_of(text: str) -> Month:
    """The month of an address; raises Http404 for anything else."""
    try:
        return Month.parse(text)
    except InputError as error:
        raise Http404 from error


@door(MONEY_READERS, purpose="maand")
def now(visit: Visit) -> HttpResponse:
    """This month and next."""
    found = own_month(visit.desk, visit.household, visit.lang, site().kept)
    if found is None:
        return visit.page("geld/nothing_yet.html", {"decided": sorted(past_of(visit.desk, visit.household).decided)})
    asked = questions_of(visit.desk, visit.household)
    values = {
        "found": found, "sections": sections_of(found.page, found.month, asked), "asked": asked[:3], "earlier": found.month - 1,
        "chances": _chances(visit),
    }  # fmt: skip
    key = ("month-now", visit.household, visit.person, visit.lang, visit.relation)
    made = site().rendered.get(key, values, lambda: _main(visit, values))
    return visit.page("geld/now.html", {"found": found, "main": mark_safe(made)})  # noqa: S308 - a template made it.


def _chances(visit: Visit) -> list[Chance]:
    """What the person can put right; for them and who represents them, since only they can open it (R-127)."""
    return waiting_chances(visit.desk, visit.household, visit.person) if visit.role in OWN_READERS else []


def _main(visit: Visit, values: Mapping[str, object]) -> str:
    """What the page says; it has no form, so that nothing in it is of one request only."""
    return render_to_string("geld/now_main.html", {"visit": visit, "lang": visit.lang, **values})


@door(MONEY_READERS, purpose="maand")
def month(visit: Visit, month: str) -> HttpResponse:
    """One month, as it is known today."""
    return _shown(visit, month_of(month), visit.today)


@door(MONEY_READERS, purpose="maand")
def then(visit: Visit, month: str, day: str) -> HttpResponse:
    """One month, as it was known at the end of an earlier day."""
    try:
        on = date.fromisoformat(day)
    except ValueError as error:
        raise Http404 from error
    if on > visit.today:
        raise Http404
    return _shown(visit, month_of(month), on)


@door(MONEY_READERS, purpose="maand")
def steps(visit: Visit, month: str) -> HttpResponse:
    """Every step of the computation of a month, what was assumed, and how to check it."""
    found = _found(visit, month_of(month))
    return visit.page("geld/steps.html", {"page": found.page, "month": found.month})


def _shown(visit: Visit, month: Month, day: date) -> HttpResponse:
    reading = MonthReading(visit.desk, visit.household, month, day)
    basis = reading.basis(site().kept)
    if basis is None:
        raise Http404
    old = day < visit.today
    key = ("month", month, day, old, visit.household, visit.person, visit.lang, visit.relation)
    made = site().rendered.get(key, basis, lambda: _month_main(visit, reading, basis, old=old))
    return visit.page("geld/month.html", {"month": month, "main": mark_safe(made)})  # noqa: S308 - a template made it.


def _month_main(visit: Visit, reading: MonthReading, basis: Basis, *, old: bool) -> str:
    """What the page of a month says; it has no form either."""
    found = reading.shown(basis, visit.lang)
    return render_to_string("geld/month_main.html", {
        "visit": visit, "lang": visit.lang, "page": found.page, "month": reading.month, "plain": found.plain,
        "cards": found.cards, "sections": sections_of(found.page, reading.month, basis.asked), "changes": found.changes,
        "old": old, "day": reading.day, "months": basis.months, "went": found.went,
    })  # fmt: skip


def _found(visit: Visit, month: Month) -> MonthThen:
    """What is known today; raises Http404 for a month that was not decided."""
    if month not in past_of(visit.desk, visit.household, visit.today).decided:
        raise Http404
    return month_then(visit.desk, visit.household, month, visit.today, visit.lang)
