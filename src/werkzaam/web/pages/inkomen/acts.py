# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What all pages of an income officer share: who may come in, doing what a form asks, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from werkzaam.app.ledger.answered import AnsweredBefore
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.web.door import Who, only
from werkzaam.web.forms import PlainForm
from werkzaam.web.handles import handle_of
from werkzaam.web.roles import Relation, Role
from werkzaam.web.visit import Visit

OFFICERS: Who = only(Role.INKOMENSCONSULENT)
OFFICERS_ABOUT: Who = {Role.INKOMENSCONSULENT: frozenset({Relation.TOWN})}
DONE = "gedaan"
"""The part of an address that names the receipt of what was just done; a key of ours, and nothing else."""


def about_person(person: int, name: str, **named: object) -> str:
    """The address of a page about somebody."""
    return reverse(f"client-{name}", kwargs={"subject": handle_of(person, "person"), **named})


def receipt(visit: Visit) -> str:
    """What was just done, in words; nothing for a page that was opened by itself or with a key that is not ours."""
    key = visit.request.GET.get(DONE, "")
    return visit.say(f"inkomen_done_{key}") if key in RECEIPTS else ""


RECEIPTS = frozenset({
    "approve", "reject", "account_approve", "account_reject", "premium_approve", "premium_reject", "upheld", "dismissed",
    "withdrawn", "reopened", "put_right", "wage", "restarted", "urgent", "taken", "closed", "received", "take_back", "released",
    "file", "same_file", "report_gelijk", "report_deels", "report_geen_gelijk",
})  # fmt: skip


def done(address: str, key: str) -> HttpResponse:
    """On to a page with the receipt of what was done."""
    return redirect(f"{address}?{DONE}={key}")


def perform(
    visit: Visit, form: PlainForm, page: str, values: Mapping[str, object], act: Callable[[], HttpResponse], *, own: bool = False
) -> HttpResponse:
    """Show a form, or do what it asks and go on; what cannot be done is said on a page, and nothing was changed.

    `own` says that who came made what this is about, so that somebody else must look at it.
    """
    shown = {**values, "form": form, "own": own}
    if not visit.posted:
        return visit.page(page, shown)
    if not form.is_valid():
        return visit.page(page, shown, status=400)
    try:
        return act()
    except AnsweredBefore as before:
        return not_done(visit, "inkomen_before", before.text(visit.lang), status=409)
    except NotAllowed as error:
        return not_done(visit, "inkomen_four_eyes" if own else "inkomen_not_allowed", "", str(error), status=403)
    except InputError as error:
        form.add_error(None, visit.say("inkomen_cannot"))
        return visit.page(page, {**shown, "exact": str(error)}, status=400)


def not_done(visit: Visit, key: str, text: str, exact: str = "", *, status: int) -> HttpResponse:
    """A page that says why something was not done."""
    return visit.page("inkomen/not_done.html", {"key": key, "text": text, "exact": exact}, status=status)


def month_of(text: str) -> Month | None:
    """The month in an address; None for a text that is none."""
    try:
        return Month.parse(text)
    except InputError:
        return None
