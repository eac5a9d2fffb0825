# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Regimes beside each other for one household, chosen by boxes; the address holds the choice, so that it can be sent along."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpResponse

from werkzaam.app.experiment.dashboard import as_csv, tables_in
from werkzaam.app.experiment.report.model import Section
from werkzaam.app.policy.compared import HOUSEHOLDS, MOST, written
from werkzaam.app.policy.promised import regimes_by_town
from werkzaam.engine.text import label
from werkzaam.rules.situatie import Leefvorm
from werkzaam.web.door import door, only
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.onderzoek.downloads import download
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit

FIRST = ("amsterdam_2018", "participatiewet_2018", "participatiewet_2026")
"""What is compared before anybody chooses."""


class CompareForm(PlainForm):
    """Which regimes, for which household; sent by its address, so nothing is kept and nothing can be booked twice."""

    words = "research_compare"
    household = forms.ChoiceField()
    regime = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)

    def __init__(self, visit: Visit, given: object) -> None:
        super().__init__(visit, given)
        del self.fields["once"]
        lang = visit.lang
        self.fields["household"].choices = [(one.name.lower(), label(one, lang)) for one in HOUSEHOLDS]  # type: ignore[attr-defined]
        towns = regimes_by_town(lang).values()
        self.fields["regime"].choices = [(ident, name) for town in towns for ident, name, _ in town]  # type: ignore[attr-defined]
        self.most = visit.say("research_compare_most", most=MOST)

    def clean_regime(self) -> list[str]:
        """As many as a picture can hold."""
        found: list[str] = self.cleaned_data["regime"]
        if len(found) > MOST:
            raise forms.ValidationError(self.most)
        return found


def _asked(visit: Visit) -> CompareForm:
    given = visit.request.GET
    return CompareForm(visit, given if given else {"household": HOUSEHOLDS[0].name.lower(), "regime": FIRST})


def _written(visit: Visit, form: CompareForm) -> tuple[Section, ...]:
    return written(tuple(form.cleaned_data["regime"]), Leefvorm[form.cleaned_data["household"].upper()], visit.lang)


@door(only(Role.ONDERZOEKER))
def compare(visit: Visit) -> HttpResponse:
    """The comparison; a choice that cannot be read shows the form with what is wrong beside it."""
    form = _asked(visit)
    if not form.is_valid():
        return visit.page("onderzoek/compare.html", {"form": form, "sections": ()}, status=400)
    query = visit.request.GET.urlencode()
    return visit.page("onderzoek/compare.html", {"form": form, "sections": _written(visit, form), "query": query})


@door(only(Role.ONDERZOEKER))
def table(visit: Visit, table: str) -> HttpResponse:
    """One table of the comparison as CSV."""
    form = _asked(visit)
    if not form.is_valid():
        raise Http404
    tables = tables_in(_written(visit, form))
    if table not in tables:
        raise Http404
    return download(as_csv(tables[table]), f"{table}.csv")
