# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The money of a household on one page, and the letters about its decisions."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse

from werkzaam.app.ledger.letter_of import letter_pdf
from werkzaam.app.ledger.letter_of_objection import letter_that_answers
from werkzaam.app.ledger.money_page import money_page
from werkzaam.app.ledger.money_reports import money_reports
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.web.door import door
from werkzaam.web.pages.inkomen.acts import OFFICERS_ABOUT, month_of, receipt
from werkzaam.web.pages.inkomen.bench import rows_of
from werkzaam.web.visit import Visit


@door(OFFICERS_ABOUT, purpose="geldzaken")
def household(visit: Visit) -> HttpResponse:
    """All months, what waits, claims, payments and the rows that stand."""
    found = money_page(visit.desk, visit.household, visit.lang)
    return visit.page(
        "inkomen/household.html", {"found": found, "rows": rows_of(visit, found.works), "receipt": receipt(visit),
                                      "reports": money_reports(visit.desk, visit.household),
                                      "this_month": Month.of_day(visit.today)}
    )  # fmt: skip


@door(OFFICERS_ABOUT, purpose="brief")
def letter(visit: Visit, month: str, version: int) -> HttpResponse:
    """The letter about a decision or a proposal, as it was or will be sent."""
    wanted = month_of(month)
    if wanted is None:
        raise Http404
    return _letter(visit, lambda: f"{visit.household}/{wanted}/{version}", f"brief-{wanted}-{version}.pdf")


@door(OFFICERS_ABOUT, purpose="brief")
def answer_to_objection(visit: Visit, objection: int) -> HttpResponse:
    """The letter that answers one objection."""
    return _letter(visit, lambda: letter_that_answers(visit.desk, visit.household, objection), f"bezwaar-{objection}.pdf")


def _letter(visit: Visit, called: Callable[[], str], file: str) -> HttpResponse:
    """A letter by its name; a page that says why where there is none."""
    try:
        body = letter_pdf(visit.desk, called(), visit.lang)
    except InputError as error:
        return visit.page(
            "inkomen/not_done.html", {"key": "inkomen_no_letter", "text": "", "exact": str(error)}, status=404
        )  # fmt: skip
    return HttpResponse(body, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{file}"'})
