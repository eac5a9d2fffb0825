# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Paying back: of which month, in which pace, what somebody can say of it, and who decides."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from werkzaam.app.ledger.dispute import dispute_claim
from werkzaam.app.portal.own_changes import Correction, past_of
from werkzaam.app.portal.own_claims import OwnClaims, Pace
from werkzaam.app.portal.own_month import claims_on, own_page
from werkzaam.app.portal.own_questions import ask as keep_question
from werkzaam.app.portal.own_questions import questions_of
from werkzaam.app.text_layout import euro
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.web.door import MONEY_READERS, OWN_ACTORS, door
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.geld.month import month_of
from werkzaam.web.pages.geld.question import MOST_TEXT
from werkzaam.web.site import site
from werkzaam.web.visit import Visit

_ASKED = frozenset({"pace_asked", "back_said"})


def _text(*, required: bool) -> forms.CharField:
    return forms.CharField(max_length=MOST_TEXT, required=required, widget=forms.Textarea(attrs={"rows": 4}))


class SayForm(PlainForm):
    """What somebody says of a proposal."""

    words = "say"
    text = _text(required=True)

    def __init__(self, visit: Visit, *given: object, **named: object) -> None:
        super().__init__(visit, *given, **named)
        self.fields["text"].error_messages["required"] = visit.say("say_text_needed")


class DisputeForm(PlainForm):
    """Why somebody does not agree."""

    words = "dispute"
    text = _text(required=False)


class PaceForm(PlainForm):
    """Which pace somebody proposes, and what they say with it."""

    words = "pace"
    choice = forms.ChoiceField(widget=forms.RadioSelect)
    text = _text(required=False)

    def __init__(self, visit: Visit, paces: tuple[Pace, ...], *given: object, **named: object) -> None:
        super().__init__(visit, *given, **named)
        self.fields["choice"].choices = [(one.key, f"{visit.say('pace_' + one.key)}: {told(visit, one)}") for one in paces]  # type: ignore[attr-defined]


def told(visit: Visit, pace: Pace) -> str:
    """A pace in words."""
    last = pace.last.name(visit.lang) if pace.last else ""
    return visit.say("pace_told", a_month=euro(pace.a_month, visit.lang), months=pace.months, last=last)


@door(MONEY_READERS, purpose="terugbetalen")
def claims(visit: Visit) -> HttpResponse:
    """What is paid back and what is only proposed, with what can be said of it."""
    owed, waits = _owed(visit), _proposals(visit)
    form = PaceForm(visit, owed.paces) if owed.paces and visit.may_act else None
    return visit.page("geld/claims.html", _values(visit, owed, waits, form))


@door(OWN_ACTORS, methods=("POST",))
def pace(visit: Visit) -> HttpResponse:
    """Propose a pace; an officer decides."""
    owed = _owed(visit)
    form = PaceForm(visit, owed.paces, visit.request.POST)
    if not form.is_valid():
        return visit.page("geld/claims.html", _values(visit, owed, _proposals(visit), form), status=400)
    way = next(one for one in owed.paces if one.key == form.cleaned_data["choice"])
    title = f"{visit.say('pace_' + way.key)}, {told(visit, way)}"
    month = min(one.month for one in owed.claims)
    kept = keep_question(visit.desk, visit.household, month, f"tempo {way.key}", title, text=form.cleaned_data["text"],
                         once=form.cleaned_data["once"], code="pace_asked")  # fmt: skip
    return redirect(visit.to("line-asked", number=kept.short))


@door(OWN_ACTORS, methods=("GET", "POST"))
def say(visit: Visit, month: str) -> HttpResponse:
    """Say something of a proposal that nobody decided on yet."""
    at = month_of(month)
    about = next((one for one in _proposals(visit) if one.month == at), None)
    if about is None:
        raise Http404
    form = SayForm(visit, visit.request.POST if visit.posted else None)
    if visit.posted and form.is_valid():
        kept = keep_question(visit.desk, visit.household, at, "voorstel", euro(about.size, visit.lang),
                             text=form.cleaned_data["text"], once=form.cleaned_data["once"], code="back_said")  # fmt: skip
        return redirect(visit.to("line-asked", number=kept.short))
    values = {"form": form, "one": about, "month": at, "key": "say"}
    return visit.page("geld/say.html", values, status=400 if visit.posted else 200)


@door(OWN_ACTORS, methods=("GET", "POST"))
def dispute(visit: Visit, month: str) -> HttpResponse:
    """Do not agree with a claim: nothing more is kept back of it from now on."""
    at = month_of(month)
    about = next((one for one in _owed(visit).claims if one.month == at), None)
    if about is None:
        raise Http404
    form = DisputeForm(visit, visit.request.POST if visit.posted else None)
    if visit.posted and form.is_valid():
        try:
            text = form.cleaned_data["text"].strip() or visit.say("dispute_plain")
            dispute_claim(visit.desk, visit.household, at, text=text)
        except InputError:
            form.add_error(None, visit.say("dispute_gone"))
        else:
            return redirect(visit.to("claims"))
    values = {"form": form, "claim": about, "month": at, "key": "dispute"}
    return visit.page("geld/say.html", values, status=400 if visit.posted else 200)


def _owed(visit: Visit) -> OwnClaims:
    page = own_page(visit.desk, visit.household, visit.lang, site().kept)
    return claims_on(visit.desk, visit.household, page, past_of(visit.desk, visit.household))


def _proposals(visit: Visit) -> list[Correction]:
    past = past_of(visit.desk, visit.household)
    return [one for one in past.corrections if one.state == "proposed"]


def _values(visit: Visit, owed: OwnClaims, waits: list[Correction], form: PaceForm | None) -> dict[str, object]:
    said = [one for one in questions_of(visit.desk, visit.household) if one.code in _ASKED]
    months: set[Month] = {one.month for one in owed.claims}
    return {"owed": owed, "waits": waits, "form": form, "said": said, "months": months}
