# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a letter means for somebody: what is paid when and to whom, and what happens to the next payment."""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.app.letters.content import Kind, Payee, Payment
from werkzaam.app.letters.leads import planned
from werkzaam.app.letters.model import Part, Said
from werkzaam.app.letters.writer import Cents, Writer


def box(write: Writer) -> Iterator[Said]:
    """The lines of the box, the most important first."""
    kind = write.content.kind
    if kind is Kind.LOWER:
        yield from _proposal(write)
    if write.content.payment is not None:
        yield _paid(write, write.content.payment)
    if write.content.off_claim:
        yield write.said("off_claim", cents=Cents(write.content.off_claim))
    meant = tuple(_MEANS[kind](write)) if kind in _MEANS else ()
    yield from (_next(write), *meant) if kind is Kind.STOPPED else (*meant, _next(write))


def _paid(write: Writer, payment: Payment) -> Said:
    """Who gets it on which day; more than one part stands in a table of its own."""
    told = {"day": payment.day, "cents": Cents(payment.cents)}
    if len(payment.parts) > 1 or payment.parts[0].payee not in (Payee.ACCOUNT, Payee.MANAGED):
        return write.said("pay_parts", **told)
    part = payment.parts[0]
    if part.payee is Payee.MANAGED:
        return write.said("pay_managed", name=part.name, **told)
    return write.said("pay_account_end" if part.account_end else "pay_account", end=part.account_end, **told)


def _next(write: Writer) -> Said:
    """What this does to the next payment."""
    coming = write.content.next_payment
    if write.content.kind is Kind.STOPPED:
        return write.said("stopped_next", Part.NEXT_PAYMENT, day=coming.day)
    if coming.change is None:
        return write.said("next_unknown", Part.NEXT_PAYMENT, day=coming.day)
    key = "next_same" if not coming.change else "next_more" if coming.change > 0 else "next_less"
    return write.said(key, Part.NEXT_PAYMENT, day=coming.day, change=Cents(abs(coming.change)))


def _settled(write: Writer) -> Iterator[Said]:
    if write.content.payment is None:
        yield write.said("pays_nothing" if write.content.becomes else "settled_zero_goes_on")


def _proposal(write: Writer) -> Iterator[Said]:
    content = write.content
    yield write.said("lower_proposal")
    yield write.said("lower_nothing_yet")
    yield write.said("lower_decides", officer=content.officer, answer_by=content.answer_by)


def _claim(write: Writer) -> Iterator[Said]:
    content = write.content
    yield write.said("claim_not_at_once")
    yield from _instalments(write) if content.plan else iter([write.said("claim_agree")])
    yield write.said("claim_checked", officer=content.officer)


def _plan(write: Writer) -> Iterator[Said]:
    yield from _instalments(write)
    yield write.said("plan_never_more")


def _instalments(write: Writer) -> Iterator[Said]:
    """When how much is taken off, and when it ends."""
    plan = planned(write.content)
    filled = {"first_day": plan.first_day, "total": Cents(plan.total), "instalment": Cents(plan.instalment)}
    if plan.months == 1:
        yield write.said("plan_once_on", Part.MONTH, **filled)
        return
    yield write.said("plan_from", Part.MONTH, **filled)
    if plan.chosen:
        yield write.said("plan_holiday_chosen", Part.MONTH, holiday=Cents(plan.holiday), holiday_months=plan.holiday_months)
        return
    key = "plan_ends" if plan.last == plan.instalment else "plan_last"
    yield write.said(key, last_month=plan.last_month, last=Cents(plan.last))


def _premium(write: Writer) -> Iterator[Said]:
    yield write.said("premium_yours")
    yield write.said("premium_choose")


def _stopped(write: Writer) -> Iterator[Said]:
    if write.content.reserve:
        yield write.said("stopped_reserve", reserve=Cents(write.content.reserve))
    yield write.said("stopped_easy")


def _provisional(write: Writer) -> Iterator[Said]:
    yield from (write.said(f"provisional_{key}") for key in ("later", "more", "less"))


def _objection(write: Writer) -> Iterator[Said]:
    content, objection = write.content, write.content.objection
    assert objection is not None
    filled = {
        "month": content.month,
        "becomes": Cents(content.becomes),
        "taken": Cents(objection.taken),
        "day": objection.free_on,
    }
    upheld = objection.outcome == "upheld"
    keys = ["objection_again" if upheld else "objection_stays"]
    keys += ["objection_back" if upheld else "objection_kept"] if objection.taken else []
    keys += ["objection_hold"] if upheld else ["objection_from"] if objection.free_on else []
    yield from (write.said(key, **filled) for key in keys)


_MEANS = {
    Kind.SETTLED: _settled, Kind.CLAIM: _claim, Kind.PLAN: _plan, Kind.PREMIUM: _premium, Kind.STOPPED: _stopped,
    Kind.PROVISIONAL: _provisional, Kind.OBJECTION: _objection,
}  # fmt: skip
