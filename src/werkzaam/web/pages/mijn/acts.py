# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody can do on a page about themselves: a form, what it does, and the receipt; the same for every page here."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from django import forms
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.shortcuts import redirect

from werkzaam.app.casework.record import write
from werkzaam.app.portal.mijn_reading import Own, own_of
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.core.errors import FactError, InputError, NotAllowed, NotCovered
from werkzaam.web import audit
from werkzaam.web.door import keep_refused
from werkzaam.web.forms import PlainForm
from werkzaam.web.visit import Visit, whole_number

_log = logging.getLogger("werkzaam.web")
AGAIN = "again"
Values: TypeAlias = dict[str, Any]


class NumberForm(PlainForm):
    """A button beside something: the number of what it is about goes along."""

    about = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


def nothing_due(_own: Own, _entry: Entry) -> date | None:
    """No day goes with it."""
    return None


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do: its name (`mijn_NAME_done` and `mijn_NAME_no` are its words), its form, and what it does.

    `do` gives the number of what was written, None when it was there already. `by` is the day that the receipt names.
    """

    name: str
    form: type[PlainForm]
    do: Callable[[Visit, Values], int | None]
    by: Callable[[Own, Entry], date | None] = nothing_due


Show: TypeAlias = Callable[[dict[str, PlainForm], int], HttpResponse]


def entered(kind: Kind, fields: Callable[[Visit, Values], dict[str, object]]) -> Callable[[Visit, Values], int | None]:
    """What writes one entry into the person's own dossier."""

    def do(visit: Visit, values: Values) -> int | None:
        raw = {name: value for name, value in fields(visit, values).items() if value not in (None, "", [], ())}
        return write(visit.desk, visit.person, kind, raw, role=Role.CLIENT, once=values.get("once") or "").seq

    return do


def about_one(visit: Visit, sent: Values, *kinds: Kind) -> int:
    """The number of the entry that a button stands beside; raises InputError for one of another kind, which has no such button.

    The number comes back from the browser: without this somebody takes back what is not theirs, such as what their town noticed.
    """
    found = own_of(visit.desk, visit.person).entry(sent["about"])
    if found is None or found.kind not in kinds:
        raise InputError(f"An entry of {', '.join(kind.value for kind in kinds)} was expected; {sent['about']} is none.")
    return found.seq


def acted(visit: Visit, acts: Sequence[Act], show: Show, route: str, **named: object) -> HttpResponse:
    """The page with its forms; or what was sent is done, and the page comes back with a receipt.

    What cannot be done stays on the page with what was typed (400). Who may only look hears so, and the person sees that they
    tried (403).
    """
    made = {one.name: one.form(visit, auto_id=f"{one.name}_%s") for one in acts}
    if not visit.posted:
        return show(made, 200)
    if not visit.may_act:
        audit.note(visit.request, "refused", about=route)
        keep_refused(visit, visit.person)
        raise PermissionDenied
    act = next((one for one in acts if one.name == visit.request.POST.get("do")), None)
    if act is None:
        raise SuspiciousOperation("A form was sent that this page does not have.")
    form = made[act.name] = act.form(visit, visit.request.POST, auto_id=f"{act.name}_%s")
    if form.is_valid():
        try:
            number = act.do(visit, form.cleaned_data)
        except (InputError, NotAllowed, NotCovered, FactError):
            _log.info("refused by a rule: %s", act.name, exc_info=True)
            form.add_error(None, visit.say(f"mijn_{act.name}_no"))
        else:
            audit.note(visit.request, "acted", about=route, result=act.name)
            return redirect(f"{visit.to(route, **named)}?klaar={act.name if number else AGAIN}&nr={number or 0}")
    return show(made, 400)


def receipt_of(visit: Visit, acts: Sequence[Act]) -> dict[str, object] | None:
    """The receipt of what was just done, by its number in the dossier; None when nothing was."""
    done, number = visit.request.GET.get("klaar", ""), visit.request.GET.get("nr", "")
    if done == AGAIN:
        return {"text": visit.say("mijn_again")}
    act = next((one for one in acts if one.name == done), None)
    if act is None:
        return None
    own = own_of(visit.desk, visit.person)
    entry = own.entry(whole_number(number) or 0)
    if entry is None:
        return None
    by = act.by(own, entry)
    text = visit.say(f"mijn_{act.name}_done", by=day(visit, by)) if by else visit.say(f"mijn_{act.name}_done")
    return {"text": text, "number": entry.seq, "day": visit.today}


def day(visit: Visit, value: date) -> str:
    """A day in words."""
    from werkzaam.app.text_layout import day_text

    return day_text(value, visit.lang)


def options(visit: Visit, prefix: str, codes: Sequence[str]) -> list[tuple[str, str]]:
    """Codes with their words, for a choice."""
    return [(code, visit.say(f"{prefix}_{code}")) for code in codes]
