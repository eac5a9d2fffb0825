# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages delivered as a file: the form with what was delivered before, and the receipt of one delivery."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from werkzaam.app.employer.cells import COLUMNS, NEEDED
from werkzaam.app.employer.table import read_table
from werkzaam.app.employer.tax_return import read_return
from werkzaam.app.employer.told import MOST_BYTES, Fault, Refused, Told
from werkzaam.web import audit
from werkzaam.web.api.deliveries import deliver, deliveries_of
from werkzaam.web.door import door, only
from werkzaam.web.forms import PlainForm
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit
from werkzaam.web.words import say

EMPLOYER = only(Role.WERKGEVER)
_A_PAGE = 100
EXAMPLE = (
    "werknemer;personeelsnummer;gewerkt_van;gewerkt_tot;betaald_op;netto;uren\r\n"
    "999990019;17;2019-04-01;2019-04-30;2019-05-03;612,40;52:00\r\n"
)
"""A file that may be delivered; the number is one that is kept free for tests."""


class WagesFile(PlainForm):
    """A file with wages."""

    words = "wages"
    file = forms.FileField(widget=forms.FileInput(attrs={"accept": ".csv,.xml,text/csv,text/xml"}))

    def clean_file(self) -> Any:
        """The file, when it is not larger than anything we read."""
        found = self.cleaned_data["file"]
        if found.size > MOST_BYTES:
            raise forms.ValidationError(fault_text(self, Fault(0, "", "file_large")), code="large")
        return found


@door(EMPLOYER, methods=("GET", "POST"))
def wages(visit: Visit) -> HttpResponse:
    """The form and the deliveries so far; a file that is right is kept whole, one that is not leaves nothing."""
    form = WagesFile(visit, *((visit.request.POST, visit.request.FILES) if visit.posted else ()))
    form.fields["file"].error_messages |= {"required": visit.say("wages_no_file"), "empty": visit.say("fault_file_empty")}
    if not visit.posted:
        return _form(visit, form)
    if not form.is_valid():
        return _form(visit, form, status=400)
    body = form.cleaned_data["file"].read()
    try:
        told, how = told_by(body, visit.account.acts_as)
    except Refused as refused:
        form.add_error("file", fault_text(form, refused.fault))
        return _form(visit, form, status=400)
    if told.faults:
        form.add_error("file", visit.say("wages_faults"))
        return _form(visit, form, told, status=400)
    once = f"form {form.cleaned_data['once'] or uuid4()} {told.digest[:16]}"  # Another file in the same form is another delivery.
    made = deliver(visit.account, told, how, once)
    audit.note(visit.request, "wages_delivered", about="wage-delivery", result=how)
    return redirect("wages-delivery", number=made.number)


@door(EMPLOYER)
def delivery(visit: Visit, number: int) -> HttpResponse:
    """The receipt of one delivery: a result for each row."""
    found = deliveries_of(visit.account).filter(number=number).first()
    if found is None:
        raise Http404
    rows = found.results.order_by("line", "pk")
    counts = {key: rows.filter(outcome=key).count() for key in ("received", "replaces", "withdraws", "same")}
    shown = Paginator(rows, _A_PAGE).get_page(visit.request.GET.get("pagina"))
    values = {"found": found, "rows": [(one, visit.say(f"outcome_{one.outcome}", version=one.version, before=one.version - 1))
                                       for one in shown], "shown": shown, "counts": counts}  # fmt: skip
    return visit.page("werkgever/delivery.html", values)


@door(EMPLOYER)
def example(visit: Visit) -> HttpResponse:
    """A file to fill in."""
    headers = {"Content-Disposition": 'attachment; filename="loon.csv"'}
    return HttpResponse(EXAMPLE, content_type="text/csv; charset=utf-8", headers=headers)


def told_by(body: bytes, employer: str) -> tuple[Told, str]:
    """What a file says, and whether it is a table or a return; raises Refused."""
    if body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        return read_return(body, employer), "return"
    return read_table(body, employer), "table"


def fault_text(form: WagesFile, fault: Fault) -> str:
    """A fault of the whole file in the visitor's words."""
    return say(f"fault_{fault.code}", form.lang, line=fault.line, place=fault.place)


def _form(visit: Visit, form: WagesFile, told: Told | None = None, status: int = 200) -> HttpResponse:
    faults = [(one, visit.say(f"fault_{one.code}", line=one.line, place=one.place)) for one in (told.faults if told else ())]
    columns = [(name, name in NEEDED, visit.say(f"column_{name}")) for name in COLUMNS]
    values = {"form": form, "faults": faults, "deliveries": list(deliveries_of(visit.account)[:50]), "columns": columns}
    return visit.page("werkgever/wages.html", values, status=status)
