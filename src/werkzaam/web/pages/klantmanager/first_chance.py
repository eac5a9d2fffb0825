# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""For the person themselves: income that was noticed and that they can put right before anything else happens."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse

from werkzaam.app.casework.own_chances import Chance, answered_by, own_chances
from werkzaam.app.casework.record import write
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.first_chance import OTHERWISE, REPORTED
from werkzaam.web.door import OWN_READERS, door
from werkzaam.web.forms import PlainForm
from werkzaam.web.visit import Visit


class PutRightForm(PlainForm):
    """Whether it is right, and the rest in one's own words."""

    words = "put_right"
    about = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(widget=forms.RadioSelect)
    text = forms.CharField(required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        choices = [(code, visit.say(f"put_right_{code}")) for code in (REPORTED, OTHERWISE)]
        self.fields["answer"].choices = choices  # type: ignore[attr-defined]


@door(OWN_READERS, methods=("GET", "POST"))
def put_right(visit: Visit) -> HttpResponse:
    """What was noticed, each with a form; sent, it is kept and the page says what happens next."""
    waiting = own_chances(visit.desk, visit.person)
    if not visit.posted:
        return _page(visit, waiting)
    if not visit.may_act:
        raise PermissionDenied
    form = PutRightForm(visit, visit.request.POST)
    if not form.is_valid():
        return _page(visit, waiting, form, status=400)
    sent = form.cleaned_data
    if sent["about"] not in {one.seq for one in waiting}:
        raise Http404
    body = {"about": sent["about"], "answer": sent["answer"], "text": sent["text"] or None}
    done = write(visit.desk, visit.person, Kind.PUT_RIGHT, body, role=Role.CLIENT)
    return _page(visit, own_chances(visit.desk, visit.person), thanks=done.seq)


def _empty(visit: Visit, seq: int) -> PutRightForm:
    return PutRightForm(visit, initial={"about": seq}, auto_id=f"id_{seq}_%s")


def _page(
    visit: Visit, waiting: list[Chance], sent: PutRightForm | None = None, *, thanks: int | None = None, status: int = 200
) -> HttpResponse:  # fmt: skip
    asked = sent.data.get("about") if sent is not None else None
    rows = [(one, sent if sent is not None and asked == str(one.seq) else _empty(visit, one.seq)) for one in waiting]
    return visit.page("klantmanager/put_right.html", {
        "rows": rows, "thanks": thanks, "by": answered_by(visit.desk), "town": visit.desk.town,
    }, status=status)  # fmt: skip
