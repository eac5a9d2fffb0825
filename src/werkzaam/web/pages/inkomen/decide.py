# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a named officer decides about a household's money: a claim, an account, premium, a dispute, an old month."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dispute import Outcome, decide_dispute
from werkzaam.app.ledger.money_page import money_page
from werkzaam.app.ledger.officer import answer_accounts, approve_claim, reject_claim, reopen_month
from werkzaam.app.ledger.premium_back import approve_premium_back, reject_premium_back
from werkzaam.core.months import Month
from werkzaam.ledger.decision import OutOfTerm, Proposal
from werkzaam.ledger.term import last_month_of_term
from werkzaam.store.accounts import account_requests
from werkzaam.store.claims import disputes
from werkzaam.store.decisions import decisions
from werkzaam.store.premiums import reclaims
from werkzaam.store.proposals import Stored, waiting
from werkzaam.web.door import door
from werkzaam.web.pages.inkomen.acts import OFFICERS_ABOUT, done, month_of, perform
from werkzaam.web.pages.inkomen.forms import AnswerForm, ClaimForm, DisputeForm, ReasonForm
from werkzaam.web.visit import Visit

BOTH = ("GET", "POST")


def _same(one: str | None, other: str) -> bool:
    return one is not None and one.casefold() == other.casefold()


def _needed(text: str) -> Month:
    found = month_of(text)
    if found is None:
        raise Http404
    return found


def _asked(desk: Desk, household: int, month: Month, kind: type) -> Stored | None:
    """What stands beside a month and waits."""
    beside = waiting(desk.database, desk.town.id, household, last=True)
    return next(
        (one for one in reversed(beside) if one.value.month == month and isinstance(one.value, kind) and not one.outcome), None
    )


@door(OFFICERS_ABOUT, methods=BOTH, purpose="vordering")
def claim(visit: Visit, month: str) -> HttpResponse:
    """Approve or reject that too much paid for a month is claimed; never by who proposed it."""
    wanted = _needed(month)
    asked = _asked(visit.desk, visit.household, wanted, Proposal)
    form = ClaimForm(visit, visit.request.POST if visit.posted else None)
    found = money_page(visit.desk, visit.household, visit.lang)
    was = next((one for one in found.versions if one.month == wanted), None)
    cause = asked.value.cause.words(visit.lang) if asked and isinstance(asked.value, Proposal) else ""
    values = {"month": wanted, "asked": asked, "found": found, "was": was, "until": last_month_of_term(wanted), "cause": cause}
    own = asked is not None and _same(asked.maker, visit.desk.actor)
    return perform(visit, form, "inkomen/claim.html", values, lambda: _answer_claim(visit, wanted, form), own=own)


def _answer_claim(visit: Visit, month: Month, form: ClaimForm) -> HttpResponse:
    said = form.cleaned_data
    if said["answer"] == "approve":
        approve_claim(visit.desk, visit.household, month, reason=said["reason"], protected_earnings=said["protected"])
    else:
        reject_claim(visit.desk, visit.household, month, reason=said["reason"])
    return done(visit.to("inkomen-household"), said["answer"])


@door(OFFICERS_ABOUT, methods=BOTH, purpose="rekening")
def account(visit: Visit) -> HttpResponse:
    """Approve or reject changes of account; never by who asked for them."""
    asked = account_requests(visit.desk.database, visit.desk.town.id, visit.household, waiting=True)
    form = AnswerForm(visit, visit.request.POST if visit.posted else None)

    def act() -> HttpResponse:
        said = form.cleaned_data
        answer_accounts(visit.desk, visit.household, approved=said["answer"] == "approve", reason=said["reason"])
        return done(visit.to("inkomen-household"), f"account_{said['answer']}")

    own = any(_same(one.maker, visit.desk.actor) for one in asked)
    return perform(visit, form, "inkomen/account.html", {"asked": asked}, act, own=own)


@door(OFFICERS_ABOUT, methods=BOTH, purpose="premie")
def premium_back(visit: Visit) -> HttpResponse:
    """Decide whether premium that was paid too much is asked back."""
    asked = reclaims(visit.desk.database, visit.desk.town.id, visit.household, waiting=True)
    form = ClaimForm(visit, visit.request.POST if visit.posted else None)

    def act() -> HttpResponse:
        said = form.cleaned_data
        if said["answer"] == "approve":
            approve_premium_back(visit.desk, visit.household, reason=said["reason"], protected_earnings=said["protected"])
        else:
            reject_premium_back(visit.desk, visit.household, reason=said["reason"])
        return done(visit.to("inkomen-household"), f"premium_{said['answer']}")

    own = any(_same(one.maker, visit.desk.actor) for one in asked)
    return perform(visit, form, "inkomen/premium_back.html", {"asked": asked}, act, own=own)


@door(OFFICERS_ABOUT, methods=BOTH, purpose="bezwaar")
def dispute(visit: Visit, month: str) -> HttpResponse:
    """Decide on what somebody does not agree with; never by who approved the claim."""
    wanted = _needed(month)
    about = [one for one in disputes(visit.desk.database, visit.desk.town.id, visit.household) if one.dispute.month == wanted]
    form = DisputeForm(visit, visit.request.POST if visit.posted else None)

    def act() -> HttpResponse:
        said = form.cleaned_data
        decide_dispute(visit.desk, visit.household, wanted, Outcome(said["answer"]), reason=said["reason"])
        return done(visit.to("inkomen-household"), said["answer"])

    made = decisions(visit.desk.database, visit.desk.town.id, visit.household, month=wanted)
    own = any(_same(one.decision.approved_by, visit.desk.actor) for one in made)
    return perform(visit, form, "inkomen/dispute.html", {"month": wanted, "about": about}, act, own=own)


@door(OFFICERS_ABOUT, methods=BOTH, purpose="heropenen")
def reopen(visit: Visit, month: str) -> HttpResponse:
    """Open a month again that is past its term, by a formal decision."""
    wanted = _needed(month)
    form = ReasonForm(visit, visit.request.POST if visit.posted else None)

    def act() -> HttpResponse:
        reopen_month(visit.desk, visit.household, wanted, reason=form.cleaned_data["reason"])
        return done(visit.to("inkomen-household"), "reopened")

    asked = _asked(visit.desk, visit.household, wanted, OutOfTerm)
    return perform(
        visit, form, "inkomen/reopen.html", {"month": wanted, "asked": asked, "until": last_month_of_term(wanted)}, act
    )
