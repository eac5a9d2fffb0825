# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Errors that people experienced beside errors that were established, from numbers that a researcher fills in."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse

from werkzaam.app.experiment.experienced_page import errors_section
from werkzaam.app.experiment.report.model import Section
from werkzaam.core.errors import InputError
from werkzaam.experiment.experienced import Errors
from werkzaam.web.door import door, only
from werkzaam.web.forms import PlainForm
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit

MOST = 1_000_000


class ErrorsForm(PlainForm):
    """Four counts."""

    words = "research_errors"
    interviews = forms.IntegerField(min_value=0, max_value=MOST)
    trouble = forms.IntegerField(min_value=0, max_value=MOST)
    checked = forms.IntegerField(min_value=0, max_value=MOST, initial=0)
    established = forms.IntegerField(min_value=0, max_value=MOST, initial=0)

    def __init__(self, visit: Visit, *given: object) -> None:
        super().__init__(visit, *given)
        del self.fields["once"]


@door(only(Role.ONDERZOEKER))
def errors(visit: Visit) -> HttpResponse:
    """The form, and the table of what was filled in; nothing is kept."""
    given = visit.request.GET
    form = ErrorsForm(visit, *([given] if given else []))
    sections: tuple[Section, ...] = ()
    if given and form.is_valid():
        try:
            sections = (errors_section(Errors(**form.cleaned_data), visit.lang),)
        except InputError:
            form.add_error(None, visit.say("research_errors_wrong"))
    wrong = bool(given) and not sections
    return visit.page("onderzoek/errors.html", {"form": form, "sections": sections}, status=400 if wrong else 200)
