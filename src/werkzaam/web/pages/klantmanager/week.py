# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda of a week: who and why by day, kept as appointments, and as a file for a calendar."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from werkzaam.app.casework.agenda import Asked
from werkzaam.app.casework.agenda_page import day_named
from werkzaam.app.casework.calendar_file import calendar_of
from werkzaam.app.casework.named import names
from werkzaam.app.casework.plan_of_week import Kept, keep, planned, proposed, standing
from werkzaam.app.casework.standing_in import stands_in_for
from werkzaam.app.casework.week_view import week_seen
from werkzaam.app.exchange.cells import YEARS
from werkzaam.casework.calendar import week_of
from werkzaam.casework.planning import WeekPlan
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.web.door import door
from werkzaam.web.pages.klantmanager.who import DESK
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit, whole_number

_FRIDAY = 4


@door(DESK)
def now(visit: Visit) -> HttpResponse:
    """This week, or the next one when its working days have been."""
    day = visit.today + timedelta(0 if visit.today.weekday() <= _FRIDAY else 7)
    return redirect("agenda", week=_week(day))


@door(DESK, methods=("GET", "POST"))
def week(visit: Visit, week: str) -> HttpResponse:
    """One week; sent, what is proposed is kept. Somebody's own, or that of the whole office for who leads it."""
    monday, worker = _monday(week), None if visit.role is Role.TEAMLEIDER else visit.account.actor
    try:
        asked, plan = _planned(visit, worker, monday)
    except InputError:
        return visit.page("klantmanager/week_over.html", {"this_week": _week(visit.today)}, status=404)
    if not visit.posted:
        return _page(visit, asked, plan, monday, worker)
    try:
        done = keep(visit.desk, asked, plan, week)
    except NotAllowed:
        asked, plan = _planned(visit, worker, monday)
        return _page(visit, asked, plan, monday, worker, wrong=visit.say("agenda_meanwhile"))
    return redirect(f"{reverse('agenda', kwargs={'week': week})}?{_counted(done)}")


@door(DESK)
def calendar(visit: Visit, week: str) -> HttpResponse:
    """The appointments of a week that were made, for a calendar on a phone; without names."""
    worker = None if visit.role is Role.TEAMLEIDER else visit.account.actor
    try:
        asked, _ = _planned(visit, worker, _monday(week))
    except InputError as error:
        raise Http404 from error
    town, moment = visit.desk.town.id, visit.desk.moment
    text = calendar_of(standing(asked, worker), asked.office.terms, town=town, moment=moment, lang=visit.lang)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="agenda-{week}.ics"'
    return answer


def _planned(visit: Visit, worker: str | None, monday: date) -> tuple[Asked, WeekPlan]:
    return planned(visit.desk, monday) if worker is None else proposed(visit.desk, worker, monday)


def _page(
    visit: Visit, asked: Asked, plan: WeekPlan, monday: date, worker: str | None, *, wrong: str = ""
) -> HttpResponse:  # fmt: skip
    seen = week_seen(asked, plan, worker, visit.lang)
    instead = stands_in_for(visit.desk, worker) if worker else {}
    return visit.page("klantmanager/agenda.html", {
        "seen": seen, "week": _week(monday), "monday": monday, "before": _week(monday - timedelta(7)),
        "after": _week(monday + timedelta(7)), "past": monday <= visit.today,
        "days": [(day_named(one.day, visit.lang), one.talks) for one in seen.days], "looks": seen.other_looks.items(),
        "names": names(visit.desk, seen.persons | instead.keys()), "instead": instead.items(),
        "workers": {one.id: one.name for one in asked.office.workers.values()}, "everybody": worker is None,
        "kept": _kept(visit), "wrong": wrong,
    }, status=409 if wrong else 200)  # fmt: skip


def _counted(done: Kept) -> str:
    return f"new={done.new}&same={done.same}&moved={done.moved}&refused={len(done.refused)}"


def _kept(visit: Visit) -> dict[str, int] | None:
    """What became of the plan that was just kept, as the address says; None when nothing was."""
    said = {name: whole_number(visit.request.GET.get(name, "")) for name in ("new", "same", "moved", "refused")}
    found = {name: number for name, number in said.items() if number is not None}
    return found if len(found) == len(said) else None


def _monday(week: str) -> date:
    try:
        found = week_of(week)
    except InputError as error:
        raise Http404 from error
    if found.year not in YEARS:
        raise Http404
    return found


def _week(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"
