# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The reference for an employer: made and ended by the person, who acts for them, or an income officer."""

from __future__ import annotations

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse
from django.shortcuts import redirect

from werkzaam.app.employer.references import end_reference, give_reference, references
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.web import audit
from werkzaam.web.door import OWN_ACTORS, Who, door
from werkzaam.web.forms import PlainForm
from werkzaam.web.roles import Relation, Role
from werkzaam.web.visit import Visit

GIVERS: Who = {**OWN_ACTORS, Role.INKOMENSCONSULENT: frozenset({Relation.TOWN})}
DONE = frozenset({"given", "ended"})


class GiveForm(PlainForm):
    """Nothing but a button."""


class EndForm(PlainForm):
    """A button, with the reference that was looked at: a newer one is not ended by an old page."""

    reference = forms.CharField(widget=forms.HiddenInput, max_length=35)


@door(GIVERS, methods=("GET", "POST"), purpose="kenmerk")
def reference(visit: Visit) -> HttpResponse:
    """The reference that holds, those that ended, and a button to make or end one."""
    if not visit.posted:
        return _page(visit)
    try:
        done = _act(visit)
    except (InputError, NotAllowed):
        return _page(visit, wrong=visit.say("reference_no"), status=400)
    audit.note(visit.request, "acted", about="reference", result=done)
    return redirect(f"{visit.to('reference')}?klaar={done}")


def _act(visit: Visit) -> str:
    """Do what was asked; the name of its receipt."""
    if visit.request.POST.get("do") == "give":
        give_reference(visit.desk, visit.household, visit.person)
        return "given"
    form = EndForm(visit, visit.request.POST)
    if visit.request.POST.get("do") != "end" or not form.is_valid():
        raise SuspiciousOperation("A form was sent that this page does not have.")
    end_reference(visit.desk, visit.household, visit.person, form.cleaned_data["reference"])
    return "ended"


def _page(visit: Visit, *, wrong: str = "", status: int = 200) -> HttpResponse:
    found = references(visit.desk, visit.household, visit.person)
    done = visit.request.GET.get("klaar", "")
    values = {
        "found": found, "staff": visit.role is Role.INKOMENSCONSULENT, "wrong": wrong,
        "receipt": visit.say(f"reference_{done}") if done in DONE else "", "give": GiveForm(visit),
        "end": EndForm(visit, initial={"reference": found.holds.reference}) if found.holds else None,
    }  # fmt: skip
    return visit.page("mijn/reference.html", values, status=status)
