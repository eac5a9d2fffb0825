# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""To the bank and back: a file of payments, released by another officer; files of wages and of the bank, read as jobs."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from werkzaam.app.ledger.pay import content, let_go, pay
from werkzaam.app.ledger.run_state import to_pay
from werkzaam.core.months import Month
from werkzaam.store.bank import pay_file, pay_files
from werkzaam.web import audit
from werkzaam.web.door import door
from werkzaam.web.jobs.line import put
from werkzaam.web.jobs.models import Kind
from werkzaam.web.pages.inkomen.acts import OFFICERS, done, perform, receipt
from werkzaam.web.pages.inkomen.forms import MonthForm, PlainConfirm, UploadForm
from werkzaam.web.visit import Visit


@door(OFFICERS, methods=("GET", "POST"))
def payments(visit: Visit) -> HttpResponse:
    """What is to be paid, the files that were made, and a form to make the next."""
    form = MonthForm(visit, visit.request.POST if visit.posted else None, initial={"month": str(Month.of_day(visit.today))})

    def act() -> HttpResponse:
        with TemporaryDirectory() as folder:
            sent = pay(visit.desk, form.cleaned_data["month"], Path(folder, "payments.xml"))
        return done(reverse("inkomen-payments"), "file" if sent.new else "same_file")

    files = list(reversed(pay_files(visit.desk.database, visit.desk.town.id)))
    values = {"files": files, "to_pay": to_pay(visit.desk), "receipt": receipt(visit)}
    return perform(visit, form, "inkomen/payments.html", values, act)


@door(OFFICERS)
def download(visit: Visit, file: str) -> HttpResponse:
    """The file as the bank takes it (pain.001), byte for byte as it was kept."""
    made = pay_file(visit.desk.database, visit.desk.town.id, file)
    audit.note(visit.request, "download", about="pain.001")
    answer = HttpResponse(content(visit.desk, made), content_type="application/xml")
    answer["Content-Disposition"] = f'attachment; filename="{made.file_id}.xml"'
    return answer


@door(OFFICERS, methods=("GET", "POST"))
def release(visit: Visit, file: str) -> HttpResponse:
    """Let a file go to the bank; never by who made it."""
    made = pay_file(visit.desk.database, visit.desk.town.id, file)
    form = PlainConfirm(visit, visit.request.POST if visit.posted else None)

    def act() -> HttpResponse:
        let_go(visit.desk, made.file_id)
        audit.note(visit.request, "release", about="pain.001", result="done")
        return done(reverse("inkomen-payments"), "released")

    own = made.maker.casefold() == visit.desk.actor.casefold()
    return perform(visit, form, "inkomen/release.html", {"file": made}, act, own=own)


@door(OFFICERS, methods=("GET", "POST"))
def files(visit: Visit) -> HttpResponse:
    """A file of wages or of the bank; it is read in the background, whole or not at all."""
    form = UploadForm(visit, visit.request.POST if visit.posted else None, visit.request.FILES if visit.posted else None)
    if not visit.posted or not form.is_valid():
        return visit.page("inkomen/files.html", {"form": form}, status=400 if visit.posted else 200)
    once = form.cleaned_data["once"] or str(form["once"].initial)
    made = put(
        Kind(form.cleaned_data["what"]), visit.desk.town.id, visit.desk.actor, once=once, given=form.given, suffix=form.suffix
    )
    return redirect("inkomen-job", job=made.pk)
