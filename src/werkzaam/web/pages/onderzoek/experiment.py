# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An experiment as its researchers see it: how it stands, its plan, and its results; counts and never a person."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from werkzaam.app.experiment.at_work import ask, at_work, promised_on, results, takes_minutes
from werkzaam.app.experiment.dashboard import as_csv, dashboard, tables_in
from werkzaam.app.experiment.of_town import experiments_here
from werkzaam.core.errors import NotAllowed
from werkzaam.web.door import door, only
from werkzaam.web.pages.onderzoek.downloads import download
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit

RESEARCH = only(Role.ONDERZOEKER)


@door(RESEARCH)
def experiments(visit: Visit) -> HttpResponse:
    """The experiments of the town; the page of the one where there is one."""
    found = experiments_here(visit.desk)
    if len(found) == 1:
        return redirect(visit.to("experiment", experiment=found[0]))
    return visit.page("onderzoek/experiments.html", {"found": [at_work(visit.desk, one) for one in found]})


@door(RESEARCH)
def experiment(visit: Visit, experiment: str) -> HttpResponse:
    """How an experiment stands."""
    found = at_work(visit.desk, _known(visit, experiment))
    sections = dashboard(visit.desk, found.design, visit.lang)
    return visit.page("onderzoek/experiment.html", {**_head(visit, experiment), "found": found, "sections": sections})


@door(RESEARCH)
def table(visit: Visit, experiment: str, table: str) -> HttpResponse:
    """One table of the page as CSV, hidden where the page hides."""
    found = at_work(visit.desk, _known(visit, experiment))
    tables = tables_in(dashboard(visit.desk, found.design, visit.lang))
    if table not in tables:
        raise Http404
    return download(as_csv(tables[table]), f"{experiment}-{table}.csv")


@door(RESEARCH)
def plan(visit: Visit, experiment: str) -> HttpResponse:
    """The design, the draw and the locked plan, each with its fingerprint."""
    found = at_work(visit.desk, _known(visit, experiment))
    return visit.page("onderzoek/plan.html", {
        **_head(visit, experiment), "found": found, "promised": promised_on(visit.desk, experiment), "outcomes": found.outcomes,
    })  # fmt: skip


@door(RESEARCH)
def outcomes(visit: Visit, experiment: str) -> HttpResponse:
    """The planned analysis, under letters until two people opened the arms."""
    found = at_work(visit.desk, _known(visit, experiment))
    values = {**_head(visit, experiment), "found": found}
    try:
        return visit.page("onderzoek/outcomes.html", {**values, "report": results(visit.desk, experiment, visit.lang)})
    except NotAllowed as error:
        return visit.page("onderzoek/outcomes.html", {**values, "slow": takes_minutes(found), "refused": str(error)})


@door(RESEARCH, methods=("GET", "POST"))
def opening(visit: Visit, experiment: str) -> HttpResponse:
    """Ask to see which letter is which group; the second person who asks opens them."""
    found = at_work(visit.desk, _known(visit, experiment))
    refused = False
    if visit.posted:
        try:
            ask(visit.desk, experiment)
        except NotAllowed:
            refused = True
        else:
            return redirect(visit.to("experiment-opening", experiment=experiment))
    mine = visit.desk.actor in found.asked
    values = {**_head(visit, experiment), "found": found, "mine": mine, "refused": refused}
    return visit.page("onderzoek/opening.html", values, status=400 if refused else 200)


def _known(visit: Visit, experiment: str) -> str:
    if experiment not in experiments_here(visit.desk):
        raise Http404
    return experiment


def _head(visit: Visit, experiment: str) -> dict[str, object]:
    """What the pages of one experiment share: their addresses."""
    names = ("experiment", "experiment-plan", "experiment-outcomes", "experiment-opening")
    return {"experiment": experiment, "pages": [(name, visit.to(name, experiment=experiment)) for name in names]}
