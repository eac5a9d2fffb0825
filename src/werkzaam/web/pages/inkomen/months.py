# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The run of a month: looked at first, then started, seen to go on, and its letters made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from werkzaam.app.ledger.find import first_of
from werkzaam.app.ledger.run_state import RunState, months_run, run_state, to_pay
from werkzaam.app.ledger.trial_kept import Trial, Was, read
from werkzaam.core.months import Month
from werkzaam.store.people import Person
from werkzaam.web.door import door
from werkzaam.web.jobs.line import put
from werkzaam.web.jobs.models import UNFINISHED, Job, Kind, State
from werkzaam.web.pages.inkomen.acts import OFFICERS, about_person, month_of
from werkzaam.web.pages.inkomen.forms import MonthForm, PlainConfirm
from werkzaam.web.visit import Visit

ACTS = {"trial": Kind("trial"), "run": Kind("run"), "letters": Kind("letters")}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a trial, with the person by whom its household is reached."""

    was: Was
    person: Person | None
    address: str


@door(OFFICERS, methods=("GET", "POST"))
def months(visit: Visit) -> HttpResponse:
    """The months that were run, and a form to look at another."""
    form = MonthForm(visit, visit.request.POST if visit.posted else None, initial={"month": str(Month.of_day(visit.today))})
    if visit.posted and form.is_valid():
        return redirect("inkomen-month", month=str(form.cleaned_data["month"]))
    values = {
        "form": form,
        "runs": [(one, date.fromisoformat(one.started_at[:10])) for one in months_run(visit.desk)],
        "jobs": _unfinished(visit),
        "to_pay": to_pay(visit.desk),
    }
    return visit.page("inkomen/months.html", values, status=400 if visit.posted else 200)


def _unfinished(visit: Visit) -> list[Job]:
    line = Job.objects.filter(municipality=visit.desk.town.id, state__in=UNFINISHED).exclude(kind=Kind.SIMULATION)
    return list(line.order_by("id").defer("given", "found"))


@door(OFFICERS, methods=("GET", "POST"))
def month_run(visit: Visit, month: str) -> HttpResponse:
    """What a run would change, and the run itself once somebody has looked."""
    wanted = month_of(month)
    if wanted is None:
        raise Http404
    state, looked = run_state(visit.desk, wanted, visit.lang), _last_trial(visit, wanted)
    ready = looked is not None and (state is None or not state.finished or looked.moment > state.run.started_at)
    form = PlainConfirm(visit, visit.request.POST if visit.posted else None)
    values = {"month": wanted, "state": state, "trial": looked, "ready": ready, "form": form, "lines": _lines(visit, looked),
              "held": _held(visit, state), "jobs": [one for one in _unfinished(visit) if one.month == str(wanted)]}  # fmt: skip
    if not visit.posted:
        return visit.page("inkomen/month_run.html", values)
    kind = ACTS.get(visit.request.POST.get("act", ""))
    once = form.cleaned_data["once"] if form.is_valid() else ""
    sent = Job.objects.filter(municipality=visit.desk.town.id, once=once).first() if once else None
    if sent is not None:
        return redirect("inkomen-job", job=sent.pk)
    if kind is None or not once or (kind == Kind.RUN and not ready):
        return visit.page("inkomen/month_run.html", {**values, "first_look": kind == Kind.RUN}, status=400)
    made = put(kind, visit.desk.town.id, visit.desk.actor, once=once, month=str(wanted))
    return redirect("inkomen-job", job=made.pk)


def _last_trial(visit: Visit, month: Month) -> Trial | None:
    done = Job.objects.filter(municipality=visit.desk.town.id, kind=Kind.TRIAL, month=str(month), state=State.DONE)
    last = done.order_by("-id").first()
    return read(last.found, visit.lang) if last is not None and last.found else None


def _lines(visit: Visit, looked: Trial | None) -> list[tuple[str, int, list[Line]]]:
    """The rows of a trial by kind."""
    if looked is None:
        return []
    homes = first_of(visit.desk, [one.household for group in looked.groups for one in group.rows])
    return [(group.kind, group.count, [_line(one, homes.get(one.household)) for one in group.rows]) for group in looked.groups]


def _line(one: Was, person: Person | None) -> Line:
    return Line(one, person, about_person(person.person, "inkomen-household") if person else "")


def _held(visit: Visit, state: RunState | None) -> list[Line]:
    if state is None:
        return []
    homes = first_of(visit.desk, [household for household, _ in state.held])
    return [_line(Was(household, why), homes.get(household)) for household, why in state.held]


@door(OFFICERS)
def job(visit: Visit, job: int) -> HttpResponse:
    """How far a job is, or what came of it."""
    here = Job.objects.filter(pk=job, municipality=visit.desk.town.id).exclude(kind=Kind.SIMULATION)
    found = here.defer("given").first()
    if found is None:
        raise Http404
    if visit.renews and not found.unfinished:
        return visit.whole_again()
    page = "inkomen/job_state.html" if visit.renews else "inkomen/job.html"
    month = reverse("inkomen-month", kwargs={"month": found.month}) if found.month else ""
    return visit.page(page, {"job": found, "month": month_of(found.month), "month_address": month})
