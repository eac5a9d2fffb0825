# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Carries out what was planned for a household: decisions with their payments, what waits for an officer, refunds, premium."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.exits import mind_exits
from werkzaam.app.ledger.held_month import tell_that_it_waits
from werkzaam.app.ledger.parts_of_payments import PERSON, HolidayChoice, Purse, fixed_payees, holiday_choice, payments
from werkzaam.app.ledger.plan import HouseholdPlan, Position
from werkzaam.app.ledger.premium_awards import TooMuch, awards
from werkzaam.app.ledger.premium_gone import payee_of
from werkzaam.app.ledger.premium_told import ask_whose_account, name_of, tell_of_premium
from werkzaam.app.ledger.timely import refuse_late_cause
from werkzaam.core.months import Month
from werkzaam.ledger.claim import Claim, ceiling_of, refunds
from werkzaam.ledger.decision import Awaiting, Decision, Withdrawn
from werkzaam.ledger.payment import Account, split
from werkzaam.store.claims import ClaimState, Withheld, agreed_since, claims, record_refund, withheld_in
from werkzaam.store.decisions import record_decision
from werkzaam.store.premiums import record_premium, record_reclaim
from werkzaam.store.proposals import record_waiting
from werkzaam.store.writer import Writer

ACCOUNT = Account(PERSON, "")
"""Where a household's own money goes; which account that is, is looked up when it is paid (store.people)."""


class Paid(NamedTuple):
    """What a household's run paid in cents, and payees who got less than agreed."""

    cents: int = 0
    premium: int = 0
    withheld: int = 0
    short: tuple[str, ...] = ()


def carry_out(
    desk: Desk, writer: Writer, position: Position, plan: HouseholdPlan, month: Month,
    claimed: Mapping[Month, ClaimState] | None = None,
) -> Paid:  # fmt: skip
    """Write a plan in the open transaction; the household is locked, so nothing became known since it was made.

    `claimed` are its claims, where they were read with those of others. Raises NotAllowed for a late report as the cause of a
    month that was reported in time.
    """
    household = plan.household
    _refuse_late_causes(position, plan)
    state = claims(desk.database, desk.town.id, household) if claimed is None else claimed
    paid = _decisions(desk, writer, position, plan, month, state)
    for outcome in plan.outcomes:
        if not isinstance(outcome, Decision):
            record_waiting(writer, household, position.latest[outcome.month], outcome)
    _refunds(desk, writer, household, _claims_after(state, plan.decisions))
    mind_exits(desk, writer, position, plan)
    tell_that_it_waits(desk, writer, position.file, plan)
    premium = _premium(desk, writer, position, plan, month)
    return paid._replace(premium=premium) if premium else paid


def _premium(desk: Desk, writer: Writer, position: Position, plan: HouseholdPlan, month: Month) -> int:
    """The premium of each person on whosever account it is, with the message about it; cents."""
    file, cents = position.file, 0
    for pay_month, entry in awards(desk, position, plan, month):
        if isinstance(entry, TooMuch):
            record_reclaim(writer, plan.household, entry.reclaim, entry.before)
            continue
        award, payee = entry.award, payee_of(file, name_of(file, entry.award))
        parts = split(max(award.cents, 0), (), (), payee)
        event = record_premium(writer, plan.household, award, entry.before, pay_month=pay_month, parts=parts)
        if payee == ACCOUNT:
            tell_of_premium(desk, writer, file, award, f"{award.person} {pay_month} {award.seq}", later=entry.later)
        else:
            ask_whose_account(writer, file, award, payee, event)
        cents += award.cents
    return cents


def _refuse_late_causes(position: Position, plan: HouseholdPlan) -> None:
    """Raises NotAllowed where a late report would be the cause of a month that was reported in time (R-137)."""
    for outcome in plan.outcomes:
        refuse_late_cause(position.file, outcome.month, None if isinstance(outcome, Awaiting | Withdrawn) else outcome.cause)


def _decisions(
    desk: Desk, writer: Writer, position: Position, plan: HouseholdPlan, month: Month, state: Mapping[Month, ClaimState]
) -> Paid:
    """Every decision with the parts of what it pays."""
    if not plan.outcomes:
        return Paid()
    ceiling = ceiling_of(plan.norms.get(month, 0), desk.ceiling_share(month)) if state else 0
    choice = holiday_choice(position.file, month) if state else None
    purse = Purse(
        _claims(desk, (one for one in state.values() if one.month not in {each.month for each in plan.decisions})), ceiling,
        withheld_in(desk.database, desk.town.id, plan.household, Month.of_day(desk.today)) if state else 0,
        fixed_payees(position.file, month), ACCOUNT, _left_of(desk, plan.household, choice),
    )  # fmt: skip
    found = {one.decision: one for one in payments(plan, purse, month, desk.today, desk.town.notice_days)}
    stands, agreed = dict(state), choice.hseq if choice else None
    for decision in plan.decisions:
        payment = found.get(decision)
        withheld = Withheld({**stands}, ceiling, desk.today, agreed) if payment and payment.taken else None
        record_decision(writer, plan.household, decision, payment.parts if payment else (), withheld=withheld)
        for one in payment.taken if payment else ():
            stands[one.month] = stands[one.month].after(one.cents)
    return Paid(
        sum(one.pay for one in plan.decisions), 0, sum(part.cents for one in found.values() for part in one.taken),
        tuple(short.payee.name for one in found.values() for short in one.short),
    )  # fmt: skip


def _left_of(desk: Desk, household: int, choice: HolidayChoice | None) -> int:
    """Cents that the person still chose to pay from the holiday allowance of this year."""
    if choice is None:
        return 0
    since = Month.of(desk.today.year, 1).first_day
    return max(choice.cents - agreed_since(desk.database, desk.town.id, household, since), 0)


def _claims_after(state: Mapping[Month, ClaimState], decisions: Iterable[Decision]) -> dict[Month, ClaimState]:
    """The claims of the months that were decided again, as they stand now."""
    return {
        one.month: replace(state[one.month], version=one.version, paid=one.paid_after, claim=one.claim_after)
        for one in decisions if one.month in state
    }  # fmt: skip


def _claims(desk: Desk, states: Iterable[ClaimState]) -> tuple[Claim, ...]:
    """Claims as the ledger's rules see them for a payment of today."""
    return tuple(one.value(desk.today, desk.town.notice_days) for one in states)


def _refunds(desk: Desk, writer: Writer, household: int, state: Mapping[Month, ClaimState]) -> None:
    """Give back at once what was taken and is not owed any more."""
    for back in refunds(_claims(desk, state.values())):
        parts = split(-back.cents, (), (), ACCOUNT)
        record_refund(writer, household, state[back.month], -back.cents, parts, day=desk.today)
