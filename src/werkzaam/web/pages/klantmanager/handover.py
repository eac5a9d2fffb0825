# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Another case manager: first the message that the client gets, then the change itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from werkzaam.app.casework.handing_over import Handover, foreseen, hand_over, message
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.refusals import change_refusal
from werkzaam.app.casework.said import sentence
from werkzaam.core.errors import InputError, NotAllowed, UnknownName
from werkzaam.web.door import door
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.klantmanager.who import GUIDES
from werkzaam.web.visit import Visit


class HandoverForm(PlainForm):
    """Who, from when, and why."""

    words = "handover"
    to = forms.ChoiceField()
    first = forms.DateField(
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), input_formats=["%Y-%m-%d", "%d-%m-%Y"]
    )
    because = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        there = [one for one in office_of(visit.desk).workers.values() if one.last is None or visit.today <= one.last]
        choices = [(one.id, one.name) for one in sorted(there, key=lambda one: one.name)]
        self.fields["to"].choices = [("", "–"), *choices]  # type: ignore[attr-defined]


@door(GUIDES, methods=("GET", "POST"), purpose="overdracht")
def handover(visit: Visit) -> HttpResponse:
    """The form; then the message, to look at; then, sent once more, the change is kept and the client can read it."""
    form = HandoverForm(visit, visit.request.POST if visit.posted else None)
    values: dict[str, object] = {"form": form, "name": visit.name}
    if not visit.posted or not form.is_valid() or "again" in visit.request.POST:
        return visit.page("klantmanager/handover.html", values, status=400 if form.errors else 200)
    keep, sent = "keep" in visit.request.POST, form.cleaned_data
    try:
        change = (hand_over if keep else foreseen)(
            visit.desk, visit.person, sent["to"], sent["first"], sent["because"], role=visit.capacity
        )
    except (InputError, NotAllowed, UnknownName) as error:
        form.add_error(*change_refusal(error, visit.lang))
        return visit.page("klantmanager/handover.html", values, status=400)
    if keep:
        visit.request.session["handed"] = {"person": visit.person, **_told(visit, change)}
        return redirect(visit.to("handed"))
    return visit.page("klantmanager/handover.html", values | {"preview": _told(visit, change), "sent": sent})


@door(GUIDES)
def handed(visit: Visit) -> HttpResponse:
    """What was just kept, with the message; without anything kept just now, the dossier."""
    told = visit.request.session.pop("handed", None)
    if told is None or told["person"] != visit.person:
        return redirect("people" if visit.client is None else visit.to("dossier"))
    return visit.page("klantmanager/handed.html", {"told": told, "name": visit.name})


def _told(visit: Visit, change: Handover) -> dict[str, Any]:
    """The message as the client reads it (in Dutch), what to know, and what the next case manager finds open."""
    return {
        "message": message(change, visit.desk.town.name, visit.desk.town.phone, "nl"), "worker": change.worker.name,
        "first": change.first.isoformat(), "new": change.new,
        "remarks": [sentence(one.code, visit.lang, one.values) for one in change.remarks],
        "matters": [one.text(visit.lang) for one in change.matters],
    }  # fmt: skip
