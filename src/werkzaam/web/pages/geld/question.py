# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A question about one line: asked with one tap, a receipt with a number and a day, and where it stands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.month_then import month_then
from werkzaam.app.page_lines import Line
from werkzaam.app.portal.attachment import MOST_BYTES, SUFFIXES, Attachment, NotReadable, read_attachment
from werkzaam.app.portal.mijn_reading import reached
from werkzaam.app.portal.own_changes import past_of
from werkzaam.app.portal.own_month import own_month
from werkzaam.app.portal.own_questions import ask as keep_question
from werkzaam.app.portal.own_questions import file_of, file_size, line_called, question_called, questions_of
from werkzaam.core.errors import UnknownName
from werkzaam.core.months import Month
from werkzaam.web.door import MONEY_READERS, OWN_ACTORS, door
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.geld.month import month_of
from werkzaam.web.site import site
from werkzaam.web.visit import Visit
from werkzaam.web.words import say

MOST_TEXT = 1_000
ACCEPTED = ",".join(SUFFIXES)
"""What the window that chooses a file shows first; what is taken is looked at when it is here."""


class QuestionForm(PlainForm):
    """What is not right, in own words or in none, and a picture or letter that shows it."""

    words = "ask"
    text = forms.CharField(max_length=MOST_TEXT, required=False, widget=forms.Textarea(attrs={"rows": 4}))
    file = forms.FileField(required=False, allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ACCEPTED}))

    def clean_file(self) -> Attachment | None:
        """The file as it will be kept, known by what is in it."""
        sent: Any = self.cleaned_data["file"]
        if sent is None:
            return None
        try:
            return read_attachment(sent.read(MOST_BYTES + 1))
        except NotReadable as error:
            raise forms.ValidationError(say(f"attachment_{error.code}", self.lang), code=error.code) from error


@door(OWN_ACTORS, methods=("GET", "POST"))
def ask(visit: Visit, month: str, line: str) -> HttpResponse:
    """The question about a line, and its receipt once it is kept."""
    at = month_of(month)
    about = _line(visit, at, line)
    form = QuestionForm(visit, *((visit.request.POST, visit.request.FILES) if visit.posted else ()))
    if visit.posted and form.is_valid():
        shown = f"{about.title}: {about.shown}"
        kept = keep_question(visit.desk, visit.household, at, line, shown, text=form.cleaned_data["text"],
                             once=form.cleaned_data["once"], file=form.cleaned_data["file"])  # fmt: skip
        return redirect(visit.to("line-asked", number=kept.short))
    values = {"form": form, "line": about, "month": at}
    return visit.page("geld/ask.html", values, status=400 if visit.posted else 200)


@door(MONEY_READERS, purpose="vraag over geld")
def asked(visit: Visit, number: str) -> HttpResponse:
    """One question: its number, when it was asked, by when there is an answer, and where it stands."""
    try:
        found = question_called(visit.desk, visit.household, number)
    except UnknownName as error:
        raise Http404 from error
    return visit.page(
        "geld/asked.html",
        {
            "one": found,
            "who": reached(visit.desk, office_of(visit.desk), found.owner),
            "new": found.asked_on == visit.today and not found.closed,
            "file_size": file_size(visit.desk, visit.household, number),
        },
    )


@door(MONEY_READERS, purpose="bijlage bij een vraag over geld")
def attached(visit: Visit, number: str) -> HttpResponse:
    """The file that was added to a question: to keep, never to be shown by the browser; its name is ours."""
    found = file_of(visit.desk, visit.household, number)
    if found is None:
        raise Http404
    name = f"vraag-{number}.{SUFFIXES[found.media_type]}"
    return HttpResponse(
        found.body, content_type=found.media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )  # fmt: skip


@door(MONEY_READERS, purpose="vraag over geld")
def all_asked(visit: Visit) -> HttpResponse:
    """All questions that were asked from these pages."""
    return visit.page("geld/all_asked.html", {"asked": questions_of(visit.desk, visit.household)})


def _line(visit: Visit, month: Month, ref: str) -> Line:
    """The line as the person saw it; raises Http404 for one that is not there."""
    try:
        if month in past_of(visit.desk, visit.household).decided:
            kept = site().kept.page
            page = month_then(visit.desk, visit.household, month, visit.today, visit.lang, page=kept).page
            return line_called(page, ref)
        found = own_month(visit.desk, visit.household, visit.lang, site().kept)
        if found is not None and found.month == month:
            return line_called(found.page, ref)
    except UnknownName as error:
        raise Http404 from error
    raise Http404
