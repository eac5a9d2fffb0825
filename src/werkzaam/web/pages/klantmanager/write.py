# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Write in a dossier: a contact with few fields, anything else by its own form, and a receipt with what to know about it."""

from __future__ import annotations

from collections.abc import Collection

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from werkzaam.app.casework.form_words import form_help
from werkzaam.app.casework.goals_together import entry_to_change
from werkzaam.app.casework.record import write
from werkzaam.app.casework.refusals import refusal
from werkzaam.app.casework.said import sentence
from werkzaam.app.texts.casework_dossier import KINDS
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Form
from werkzaam.casework.notions import FORMS
from werkzaam.core.errors import InputError, NotAllowed, UnknownName
from werkzaam.web.door import door
from werkzaam.web.pages.klantmanager.entry_form import EntryForm, filled_in
from werkzaam.web.pages.klantmanager.who import GUIDES
from werkzaam.web.visit import Visit, whole_number

_OF_A_CONTACT = ("channel", "initiator", "kind", "presence", "note", "reason")
GROUPS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("write_talks", (Kind.CONTACT, Kind.APPOINTMENT, Kind.CANCELLED, Kind.FREQUENCY, Kind.PREFERENCE, Kind.PRESSURE, Kind.VISIT,
                     Kind.VISITED)),
    ("write_agreed", (Kind.GOAL, Kind.PLAN, Kind.AGREEMENT, Kind.CONFIRMED, Kind.WITHDRAWN, Kind.REVIEW, Kind.SUMMARY,
                      Kind.HANDOVER_READ, Kind.GUIDANCE)),
    ("write_asked", (Kind.QUESTION, Kind.ANSWERED, Kind.SIGNAL, Kind.REQUEST, Kind.DECIDED, Kind.COURSE_DONE, Kind.REFERRAL,
                     Kind.REFERRAL_BACK)),
    ("write_able", (Kind.ACTIVITY, Kind.FOLLOWED, Kind.CARE, Kind.JOB_LIMITS, Kind.ABILITY, Kind.ASSESSMENT, Kind.EXEMPTION,
                    Kind.HOURS_PLAN, Kind.HOURS_REVIEW)),
    ("write_work", (Kind.CONTRACT, Kind.COMMITMENT, Kind.PLACEMENT, Kind.WORKPLACE, Kind.SUBSIDY, Kind.TRIP)),
    ("write_rules", (Kind.DEVIATION, Kind.BLOCKED, Kind.LADDER_STEP, Kind.REFUSAL, Kind.BARRIER_CHECK, Kind.MEASURE,
                     Kind.MEASURE_DECIDED)),
    ("write_leaving", (Kind.EXIT, Kind.AFTERCARE, Kind.RETURN)),
)  # fmt: skip
"""The forms by what they are about, as the page shows them; one that is in no group stands under the last."""


@door(GUIDES)
def choice(visit: Visit) -> HttpResponse:
    """Every form that whoever came may write."""
    mine = [kind for kind in FORMS if _form(visit, kind) is not None]
    named = {kind for _, kinds in GROUPS for kind in kinds}
    groups = [
        (title, [*kinds, *(kind for kind in mine if kind not in named and title == GROUPS[-1][0])]) for title, kinds in GROUPS
    ]
    rows = [(visit.say(title), [_row(visit, kind) for kind in kinds if kind in mine]) for title, kinds in groups]
    return visit.page("klantmanager/choice.html", {"groups": [row for row in rows if row[1]], "name": visit.name})


@door(GUIDES, methods=("GET", "POST"), purpose="contact")
def contact(visit: Visit) -> HttpResponse:
    """Log a contact with the few fields that it takes."""
    return _written(visit, Kind.CONTACT, FORMS[Kind.CONTACT], only=_OF_A_CONTACT, until=False)


@door(GUIDES, methods=("GET", "POST"), purpose="schrijven")
def entry(visit: Visit, kind: str) -> HttpResponse:
    """Write anything that has a form, and that whoever came may write."""
    try:
        wanted = Kind(kind)
    except ValueError as error:
        raise Http404 from error
    form = _form(visit, wanted)
    if form is None:
        raise Http404
    return _written(visit, wanted, form)


@door(GUIDES)
def receipt(visit: Visit) -> HttpResponse:
    """What was just written, and what to know about it; without anything written just now, the dossier."""
    told = visit.request.session.pop("written", None)
    if told is None or told.get("person") != visit.person:
        return redirect(visit.to("dossier"))
    return visit.page("klantmanager/receipt.html", {"told": told, "name": visit.name})


def _written(visit: Visit, kind: Kind, form: Form, *, only: Collection[str] | None = None, until: bool = True) -> HttpResponse:
    before = _before(visit, kind)
    start = _asked(visit) | (filled_in(form, before) if before is not None else {})
    filled = EntryForm(visit, form, visit.request.POST if visit.posted else None, only=only, until=until, initial=start)
    if visit.posted and filled.is_valid() and _keep(visit, kind, filled, before):
        return redirect(visit.to("written"))
    values = {"form": filled, "what": KINDS[visit.lang][kind.value], "help": form_help(form, visit.lang), "name": visit.name}
    return visit.page("klantmanager/write.html", values, status=400 if visit.posted else 200)


def _before(visit: Visit, kind: Kind) -> Entry | None:
    """The entry that this one puts right, as the address says; raises Http404 for one that is not theirs to change."""
    said = visit.request.GET.get("in_plaats_van", "")
    if not said:
        return None
    number = whole_number(said)
    found = entry_to_change(visit.desk, visit.person, kind, number, visit.capacity) if number is not None else None
    if found is None:
        raise Http404
    return found


def _keep(visit: Visit, kind: Kind, filled: EntryForm, before: Entry | None) -> bool:
    """Write it, and keep what the receipt says; when it is refused, the form says why."""
    try:
        done = write(visit.desk, visit.person, kind, filled.raw(), role=visit.capacity, day=filled.day, until=filled.until,
                     replaces=before.seq if before is not None else None)  # fmt: skip
    except (InputError, NotAllowed, UnknownName) as error:
        filled.refuse(*refusal(error, visit.lang))
        return False
    visit.request.session["written"] = {
        "person": visit.person, "what": KINDS[visit.lang][kind.value], "seq": done.seq, "day": filled.day.isoformat(),
        "remarks": [sentence(one.code, visit.lang, one.values) for one in done.remarks],
    }  # fmt: skip
    return True


def _form(visit: Visit, kind: Kind) -> Form | None:
    """The form of a kind, when whoever came may write it here; what is written by a command that does more has none."""
    form = FORMS.get(kind)
    return form if form is not None and form.command and visit.capacity in form.roles else None


def _row(visit: Visit, kind: Kind) -> tuple[str, str, str]:
    return kind.value, KINDS[visit.lang][kind.value], form_help(FORMS[kind], visit.lang)


def _asked(visit: Visit) -> dict[str, str]:
    """What the address asks to have filled in already: the number that it is about."""
    about = visit.request.GET.get("over", "")
    return {"about": about, "presence": "gekomen"} if whole_number(about) else {"presence": "gekomen"}
