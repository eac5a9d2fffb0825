# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The work bench: what needs a human, the oldest first; taken up and closed with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.crypto import salted_hmac

from werkzaam.app.ledger.bench import Work, at_stake, bench, kinds_of
from werkzaam.app.ledger.find import first_of
from werkzaam.app.ledger.money_reports import waiting_with
from werkzaam.app.ledger.tasks import closed_before, finish, received, take
from werkzaam.app.ledger.wage_gone import GONE, take_back_wage
from werkzaam.app.portal.own_questions import number_of
from werkzaam.core.errors import InputError
from werkzaam.store.attached import attached_known
from werkzaam.store.people import Person
from werkzaam.store.queue import open_items
from werkzaam.web.door import door
from werkzaam.web.pages.inkomen.acts import OFFICERS, about_person, done, not_done, perform, receipt
from werkzaam.web.pages.inkomen.forms import RECEIVED, TAKE_BACK, ItemForm
from werkzaam.web.visit import Visit, whole_number

SHOWN = 50
"""Rows of one page."""
_PAGES = {"proposal": "claim", "out_of_term": "reopen", "dispute": "dispute", "account": "account", "premium": "premium"}
"""The page on which each kind is decided; all others are decided on the page of the household, or on their own."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits, who it is about, and where it is decided."""

    work: Work
    person: Person | None
    address: str
    home: str

    @property
    def line(self) -> str:
        """The address of the very line that somebody asks about; nothing where nobody does."""
        if self.work.line is None or self.work.month is None or self.person is None:
            return ""
        return f"{about_person(self.person.person, 'month', month=str(self.work.month))}#regel-{self.work.line}"


def sealed(item: str) -> str:
    """What stands for a task in an address: its own name may hold the number of a household."""
    return salted_hmac("werkzaam.task", item, algorithm="sha256").hexdigest()[:32]


@door(OFFICERS)
def work_bench(visit: Visit) -> HttpResponse:
    """All exceptions, or those that somebody wants to see."""
    every = bench(visit.desk, visit.lang)
    asked = visit.request.GET
    kinds, kind, whose, term = kinds_of(every, visit.lang), asked.get("soort", ""), asked.get("van", ""), asked.get("termijn", "")
    found = [one for one in every if kind in ("", one.kind) and (not whose or one.owner == visit.desk.actor)
             and (not term or one.near)]  # fmt: skip
    last = max((len(found) - 1) // SHOWN, 0)
    at = min(whole_number(asked.get("deel", "")) or 0, last)
    return visit.page("inkomen/bench.html", {
        "rows": rows_of(visit, found[at * SHOWN : (at + 1) * SHOWN]), "count": len(found), "all": len(every),
        "kinds": kinds, "kind": kind,
        "whose": whose, "term": term, "near": sum(one.near for one in every), "stake": at_stake(found, visit.lang),
        "before": at - 1 if at else None, "after": at + 1 if at < last else None, "receipt": receipt(visit),
    })  # fmt: skip


def rows_of(visit: Visit, works: list[Work] | tuple[Work, ...]) -> list[Row]:
    """Each with the people it is about and the page on which it is decided."""
    homes = first_of(visit.desk, [one.household for one in works if one.household is not None])
    asked = waiting_with(visit.desk, {one.household for one in works if one.kind == "dispute" and one.household is not None})
    return [_row(one, homes.get(one.household or 0), asked.get((one.household or 0, one.reference))) for one in works]


def _row(one: Work, person: Person | None, report: tuple[int, int] | None) -> Row:
    home = about_person(person.person, "inkomen-household") if person else ""
    if one.kind == "dispute" and report is not None:
        return Row(one, person, about_person(report[0], "inkomen-report", report=report[1]), home)
    if one.item is not None:
        return Row(one, person, reverse("inkomen-item", kwargs={"item": sealed(one.item)}), home)
    page = _PAGES.get(one.kind)
    if page is None or person is None or (page in ("claim", "reopen", "dispute") and one.month is None):
        return Row(one, person, home, home)
    named = {"month": str(one.month)} if page in ("claim", "reopen", "dispute") else {}
    return Row(one, person, about_person(person.person, f"inkomen-{page}", **named), home)


@door(OFFICERS, methods=("GET", "POST"))
def item(visit: Visit, item: str) -> HttpResponse:
    """One task: take it up, close it with what came of it, book money that came in as paid back, or take back a wage."""
    work = next((one for one in bench(visit.desk, visit.lang) if one.item and sealed(one.item) == item), None)
    if work is None or work.item is None:
        return _closed(visit, item)
    also = RECEIVED if work.kind == "bank" else TAKE_BACK if work.item.startswith(f"{GONE}-") else ""
    form = ItemForm(visit, also, visit.request.POST if visit.posted else None)
    row = rows_of(visit, (work,))[0]
    values = {"row": row, "attached": _attached(visit, row)}
    return perform(visit, form, "inkomen/item.html", values, lambda: _act(visit, str(work.item), form))


def _closed(visit: Visit, item: str) -> HttpResponse:
    """Who sends something for a task that a colleague closed meanwhile hears so; raises Http404 for a look, and for no task."""
    every = open_items(visit.desk.database, visit.desk.town.id, closed=True) if visit.posted else []
    found = next((one for one in every if one.status == "closed" and sealed(one.item_id) == item), None)
    if found is None:
        raise Http404
    return not_done(visit, "inkomen_before", closed_before(found).text(visit.lang), status=409)


def _attached(visit: Visit, row: Row) -> str:
    """The address of the file that a person added to their question; nothing where there is none."""
    item, person = row.work.item, row.person
    if item is None or person is None or attached_known(visit.desk.database, visit.desk.town.id, item) is None:
        return ""
    return about_person(person.person, "line-attached", number=number_of(item))


def _act(visit: Visit, name: str, form: ItemForm) -> HttpResponse:
    said, reason = form.cleaned_data, form.cleaned_data["reason"]
    if said["act"] == "take":
        take(visit.desk, name, reason=reason)
        return done(reverse("inkomen-bench"), "taken")
    if said["act"] == RECEIVED:
        number = whole_number(str(said.get("household") or ""))
        if number is None or said.get("month") is None:
            raise InputError("The number of a household and a month were expected, to know which claim was paid back.")
        received(visit.desk, name, number, said["month"])
        return done(reverse("inkomen-bench"), RECEIVED)
    if said["act"] == TAKE_BACK:
        take_back_wage(visit.desk, name, reason=reason)
        return done(reverse("inkomen-bench"), TAKE_BACK)
    finish(visit.desk, name, reason=reason)
    return done(reverse("inkomen-bench"), "closed")
