# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A small simulation of rules, done in the background: it takes a minute, and more the first time on a machine."""

from __future__ import annotations

import json

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from werkzaam.app.policy.promised import regimes_by_town
from werkzaam.app.policy.simulated import MOST_HOUSEHOLDS, MOST_MONTHS, MOST_REGIMES, sections
from werkzaam.web.door import door, only
from werkzaam.web.forms import PlainForm
from werkzaam.web.jobs.line import put
from werkzaam.web.jobs.models import UNFINISHED, Job, Kind
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit

SHOWN = 5
"""So many simulations are listed, the newest first."""
FIRST = ("amsterdam_2018", "participatiewet_2018")


class SimulationForm(PlainForm):
    """Which rules, and how much."""

    words = "research_simulation"
    regime = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, initial=FIRST)
    households = forms.IntegerField(min_value=100, max_value=MOST_HOUSEHOLDS, initial=2_000)
    months = forms.IntegerField(min_value=6, max_value=MOST_MONTHS, initial=24)
    seed = forms.IntegerField(min_value=1, max_value=1_000_000, initial=7)

    def __init__(self, visit: Visit, *given: object) -> None:
        super().__init__(visit, *given)
        towns = regimes_by_town(visit.lang).values()
        self.fields["regime"].choices = [(ident, name) for town in towns for ident, name, _ in town]  # type: ignore[attr-defined]
        self.most = visit.say("research_simulation_most", most=MOST_REGIMES)

    def clean_regime(self) -> list[str]:
        """A few, or it takes too long."""
        found: list[str] = self.cleaned_data["regime"]
        if len(found) > MOST_REGIMES:
            raise forms.ValidationError(self.most)
        return found


@door(only(Role.ONDERZOEKER), methods=("GET", "POST"))
def simulations(visit: Visit) -> HttpResponse:
    """Ask for a simulation, and the newest ones that were asked for."""
    form = SimulationForm(visit, *([visit.request.POST] if visit.posted else []))
    mine = Job.objects.filter(municipality=visit.desk.town.id, kind=Kind.SIMULATION).defer("given", "found").order_by("-id")
    if visit.posted and form.is_valid():
        given = form.cleaned_data
        asked = {"regimes": given["regime"], **{name: given[name] for name in ("households", "months", "seed")}}
        busy = mine.filter(state__in=UNFINISHED).exclude(once=given["once"]).first()
        if busy is not None:
            form.add_error(None, visit.say("research_simulation_busy"))
        else:
            job = put(
                Kind("simulation"), visit.desk.town.id, visit.desk.actor, once=given["once"], given=json.dumps(asked).encode()
            )
            return redirect(visit.to("simulation", number=job.pk))
    return visit.page(
        "onderzoek/simulations.html", {"form": form, "made": mine[:SHOWN]}, status=400 if visit.posted else 200
    )  # fmt: skip


@door(only(Role.ONDERZOEKER))
def simulation(visit: Visit, number: int) -> HttpResponse:
    """How far a simulation is, or what came of it."""
    job = Job.objects.filter(pk=number, municipality=visit.desk.town.id, kind=Kind.SIMULATION).defer("given").first()
    if job is None:
        raise Http404
    if visit.renews:
        return visit.page("onderzoek/simulation_state.html", {"job": job}) if job.unfinished else visit.whole_again()
    found = sections(job.found, visit.lang) if job.code == "ok" else ()
    return visit.page("onderzoek/simulation.html", {"job": job, "sections": found})
