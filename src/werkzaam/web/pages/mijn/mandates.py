# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who may act for me: shown, given, narrowed and ended by the person alone."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse

from werkzaam.app.portal.mijn_looks import done_for
from werkzaam.app.portal.mijn_mandates import ACT, READ, end, give, mandates_of, narrow
from werkzaam.app.texts.casework_dossier import KINDS
from werkzaam.web.door import Who, door
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.mijn.acts import Act, NumberForm, acted, options, receipt_of
from werkzaam.web.roles import Relation, Role
from werkzaam.web.visit import Visit

SELF: Who = {Role.INWONER: frozenset({Relation.SELF})}
"""For the person alone: nobody who represents them decides about representing."""


class GiveForm(PlainForm):
    """Somebody to authorise: by name, with which right, and until when."""

    words = "mijn_give"
    name = forms.CharField(max_length=100)
    rights = forms.ChoiceField(widget=forms.RadioSelect)
    until = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        self.fields["rights"].choices = options(visit, "mijn_right", (READ, ACT))  # type: ignore[attr-defined]


ACTS = (
    Act("give", GiveForm, lambda visit, sent: give(
        visit.desk, visit.household, visit.person, sent["name"].strip(), sent["rights"], sent["until"],
        once=sent.get("once") or "")),
    Act("narrow", NumberForm, lambda visit, sent: narrow(visit.desk, visit.household, visit.person, sent["about"])),
    Act("end", NumberForm, lambda visit, sent: end(visit.desk, visit.household, visit.person, sent["about"])),
)  # fmt: skip


@door(SELF, methods=("GET", "POST"))
def mandates(visit: Visit) -> HttpResponse:
    """The page."""

    def show(made: dict[str, PlainForm], status: int) -> HttpResponse:
        found = mandates_of(visit.desk, visit.household, visit.person)
        done = [{"one": one, "what": KINDS[visit.lang].get(one.kind) or visit.say(f"mijn_event_{one.kind}")}
                for one in done_for(visit.desk, visit.person, visit.household)]  # fmt: skip
        values = {"found": found, "done": done, "forms": made, "receipt": receipt_of(visit, ACTS)}
        return visit.page("mijn/mandates.html", values, status=status)

    return acted(visit, ACTS, show, "mandates")
