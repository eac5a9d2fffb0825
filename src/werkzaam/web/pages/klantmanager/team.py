# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The team for who leads it: who is there and who stands in, questions that wait too long, and who had no course for long."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from werkzaam.app.casework.lists import questions
from werkzaam.app.casework.named import names
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.staff import at_work, away
from werkzaam.app.casework.training import untrained
from werkzaam.casework.entry import Role as Capacity
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.web.door import door
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.klantmanager.who import LEAD
from werkzaam.web.visit import Visit


def _day() -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(widget=widget, input_formats=["%Y-%m-%d", "%d-%m-%Y"])


class AbsenceForm(PlainForm):
    """Who is away, from when to when, and who stands in. No reason: that is nobody's business here."""

    words = "absence"
    worker = forms.ChoiceField()
    first = _day()
    last = _day()
    instead = forms.ChoiceField(required=False)

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        self.visit = visit
        there = [one for one in office_of(visit.desk).workers.values() if one.last is None or visit.today <= one.last]
        choices = [("", "–"), *((one.id, one.name) for one in sorted(there, key=lambda one: one.name))]
        for name in ("worker", "instead"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The days in their order, and a colleague in the place of who is away."""
        sent: dict[str, Any] = super().clean() or {}
        if sent.get("first") and sent.get("last") and sent["last"] < sent["first"]:
            self.add_error("last", self.visit.say("absence_order"))
        if sent.get("instead") and sent.get("instead") == sent.get("worker"):
            self.add_error("instead", self.visit.say("absence_self"))
        return sent


@door(LEAD)
def team(visit: Visit) -> HttpResponse:
    """Who is there today, and what waits for the team leader."""
    return _page(visit, AbsenceForm(visit))


@door(LEAD, methods=("POST",))
def absence(visit: Visit) -> HttpResponse:
    """Write an absence down, all of it or nothing."""
    form = AbsenceForm(visit, visit.request.POST)
    if form.is_valid():
        sent = form.cleaned_data
        try:
            away(visit.desk, sent["worker"], sent["first"], sent["last"], instead=sent["instead"] or None)
        except (InputError, UnknownName):
            form.add_error("first", visit.say("absence_twice"))
        else:
            return redirect(f"{reverse('team')}?afwezig={sent['worker']}")
    return _page(visit, form, status=400)


def _page(visit: Visit, form: AbsenceForm, *, status: int = 200) -> HttpResponse:
    office, waiting = office_of(visit.desk), questions(visit.desk, Capacity.LEAD)
    workers = {one.id: one.name for one in office.workers.values()}
    return visit.page("klantmanager/team.html", {
        "form": form, "office": office, "workers": workers,
        "there": sorted(at_work(visit.desk), key=lambda one: one.worker.name),
        "away": [(one, first, last, dict(one.instead).get(first)) for one in office.workers.values()
                 for first, last in one.away if last >= visit.today],
        "questions": waiting, "names": names(visit.desk, {person for person, _ in waiting}),
        "untrained": untrained(visit.desk, Capacity.LEAD), "months": office.terms.training_months,
        "written": workers.get(visit.request.GET.get("afwezig", "")),
    }, status=status)  # fmt: skip
