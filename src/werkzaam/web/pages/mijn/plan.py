# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""My plan and goals: read, write, agree, and say that it is enough for now."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse

from werkzaam.app.portal.mijn_plan import plan_page
from werkzaam.app.portal.mijn_reading import own_of
from werkzaam.casework.aftercare import INDEPENDENT, TOWN
from werkzaam.casework.entry import Kind
from werkzaam.casework.goals import AREAS
from werkzaam.web.door import OWN_READERS, door
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.mijn.acts import Act, NumberForm, Values, about_one, acted, entered, options, receipt_of
from werkzaam.web.pages.mijn.contact import words_field
from werkzaam.web.visit import Visit

NO = "nee"


class GoalForm(PlainForm):
    """A goal of one's own: what about, the first step, and how fast."""

    words = "mijn_goal"
    area = forms.ChoiceField()
    step = forms.CharField(max_length=300)
    pace = forms.CharField(max_length=200)
    note = words_field()

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        self.fields["area"].choices = options(visit, "mijn_area", AREAS)  # type: ignore[attr-defined]


class EnoughForm(PlainForm):
    """Not more hours now: at most so many, or what one does today."""

    words = "mijn_enough"
    hours = forms.IntegerField(required=False, min_value=0, max_value=60)
    note = words_field()


class AftercareForm(PlainForm):
    """Aftercare or none, from whom, and how often."""

    words = "mijn_aftercare"
    giver = forms.ChoiceField(widget=forms.RadioSelect)
    times = forms.IntegerField(required=False, min_value=1, max_value=8)
    reach = forms.CharField(required=False, max_length=200)
    wish = words_field()

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        self.fields["giver"].choices = options(visit, "mijn_aftercare", (TOWN, INDEPENDENT, NO))  # type: ignore[attr-defined]


def _goal(_: Visit, sent: Values) -> dict[str, object]:
    return {"area": sent["area"], "step": sent["step"], "pace": sent["pace"], "note": sent["note"], "owner": "klant"}


def _enough(visit: Visit, sent: Values) -> dict[str, object]:
    return {"hours": sent["hours"], "note": sent["note"] or visit.say("mijn_enough_said")}


def _aftercare(_: Visit, sent: Values) -> dict[str, object]:
    if sent["giver"] == NO:
        return {"wanted": "nee"}
    return {"wanted": "ja", **{name: sent[name] for name in ("giver", "times", "reach", "wish")}}


ACTS = (
    Act("goal", GoalForm, entered(Kind.GOAL, _goal)),
    Act("agree", NumberForm, entered(Kind.CONFIRMED, lambda visit, sent: {
        "about": about_one(visit, sent, Kind.GOAL, Kind.PLAN, Kind.SUMMARY)})),
    Act("let_go", NumberForm, entered(
        Kind.WITHDRAWN, lambda visit, sent: {
            "about": about_one(visit, sent, Kind.GOAL), "because": visit.say("mijn_let_go_said")})),
    Act("enough", EnoughForm, entered(Kind.JOB_LIMITS, _enough)),
    Act("aftercare", AftercareForm, entered(Kind.AFTERCARE, _aftercare)),
)  # fmt: skip


@door(OWN_READERS, methods=("GET", "POST"), purpose="plan")
def plan(visit: Visit) -> HttpResponse:
    """The page."""

    def show(made: dict[str, PlainForm], status: int) -> HttpResponse:
        found = plan_page(own_of(visit.desk, visit.person))
        goals = [{"one": one, "area": visit.say(f"mijn_area_{one.area}"), "status": visit.say(f"mijn_goal_{one.status}")}
                 for one in found.goals]  # fmt: skip
        agreements = [{"one": one, "whose": visit.say(f"mijn_whose_{one.entry.body['whose']}")} for one in found.agreements]
        values = {"found": found, "goals": goals, "agreements": agreements, "forms": made, "receipt": receipt_of(visit, ACTS)}
        return visit.page("mijn/plan.html", values, status=status)

    return acted(visit, ACTS, show, "plan")
