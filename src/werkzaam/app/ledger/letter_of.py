# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The letter about a decision or a proposal: its content from the ledger and its steps, printed once and kept as it was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from werkzaam.app.case import Case
from werkzaam.app.casework.reachable import contact_of
from werkzaam.app.ledger.acting import acts_for, managed_by
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.keep import kept_or_made
from werkzaam.app.ledger.letter_of_objection import OBJECTION, objection_content, objection_pdfs
from werkzaam.app.ledger.parts_of_payments import holiday_choice
from werkzaam.app.ledger.periods import restart_until
from werkzaam.app.ledger.plan import Position, case_now
from werkzaam.app.letters import Kind, LetterContent, as_pdf, copies, letter, reason_of
from werkzaam.app.letters.content import Line, Municipality, NextPayment, PaidPart, Payee, Payment, Plan, Reason, Wage
from werkzaam.app.letters.from_steps import line_of, lines_of
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.engine.explain import MonthSteps
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.claim import HolidayMoney, ceiling_of, first_month, pay_day, plan
from werkzaam.ledger.decision import Decision, Due, Proposal
from werkzaam.ledger.payment import PartKind
from werkzaam.rules.bijstand import Status
from werkzaam.store.accounts import accounts_on
from werkzaam.store.claims import claims
from werkzaam.store.decisions import Decided, decisions
from werkzaam.store.payments import payments
from werkzaam.store.proposals import waiting

ANSWER_DAYS = 14
"""Days that somebody has to answer to a proposal before an officer decides (decision 0082)."""
_ID = re.compile(r"(\d{1,15})/(\d{4}-\d{2})/(\d{1,4})")
_PAYEES = {PartKind.ACCOUNT: Payee.ACCOUNT, PartKind.THIRD_PARTY: Payee.THIRD_PARTY, PartKind.RECOVERY: Payee.RECOVERY}


@dataclass(frozen=True)
class _About:
    """What a letter is about: what is due by it, as known then, and the version before it."""

    household: int
    due: Due
    known_seq: int
    version: int
    before: Decision | None
    decided: Decided | None
    proposal: Proposal | None
    cause: Cause | None


def letter_pdf(desk: Desk, ident: str, lang: str) -> bytes:
    """The letter to the person about `HOUSEHOLD/MONTH/VERSION`; see `letter_pdfs`."""
    return letter_pdfs(desk, ident, lang)[0]


def letter_pdfs(desk: Desk, ident: str, lang: str) -> tuple[bytes, ...]:
    """The letter about `HOUSEHOLD/MONTH/VERSION` as PDF, and its copy for who acts for the person, if somebody does (R-083).

    `HOUSEHOLD/MONTH/bezwaar-1` is the decision on an objection.

    They are those that were sent, or else made now and kept. Raises InputError for a decision that is not there, and for one that
    these rules compute otherwise.
    """
    if OBJECTION.fullmatch(ident):
        return objection_pdfs(desk, ident, lang)
    about = _about(desk, ident)
    kind = "proposal" if about.proposal else "decision"

    def make() -> list[bytes]:
        return [as_pdf(letter(one, lang)) for one in copies(_content(desk, about, ident))]

    return kept_or_made(desk, about.household, kind, ident, lang, make, place=_place(about))


def content_of(desk: Desk, ident: str) -> LetterContent:
    """What the letter about `HOUSEHOLD/MONTH/VERSION`, or about an objection, says; raises InputError as the letter does."""
    if OBJECTION.fullmatch(ident):
        return objection_content(desk, ident)
    return _content(desk, _about(desk, ident), ident)


def _place(about: _About) -> tuple[Month | None, int | None]:
    """The decision a letter is filed under; a proposal has none yet."""
    return (None, None) if about.proposal else (about.due.month, about.version)


def _about(desk: Desk, ident: str) -> _About:
    found = _ID.fullmatch(ident)
    if not found:
        raise InputError(f"A decision was expected as HOUSEHOLD/MONTH/VERSION, such as 1001/2026-03/1; found {ident!r}.")
    household, month, version = int(found[1]), Month.parse(found[2]), int(found[3])
    chain = {one.decision.version: one for one in decisions(desk.database, desk.town.id, household, month=month)}
    before = chain[version - 1].decision if version - 1 in chain else None
    if version in chain:
        made = chain[version].decision
        return _About(household, made.due, made.known_seq, version, before, chain[version], None, made.cause)
    for one in waiting(desk.database, desk.town.id, household, last=True):
        if isinstance(one.value, Proposal) and (one.value.month, one.version) == (month, version):
            asked = one.value
            return _About(household, asked.due, asked.known_seq, version, before, None, asked, asked.cause)
    raise InputError(f"There is no decision or proposal {ident}; `werkzaam month {household} {month}` shows which there are.")


def _content(desk: Desk, about: _About, ident: str) -> LetterContent:
    """All that the letter says, from what was known then."""
    file = desk.file(about.household, about.known_seq)
    case = case_now(Position(file, about.known_seq, {}), desk.world(about.due.month))
    steps = next(one for one in case.calculate().months if one.month == about.due.month)
    kind, day = _kind(about, steps), _day(desk, about)
    lines = _above(steps) if kind is Kind.STOPPED else tuple(_lines(steps))
    if kind is not Kind.STOPPED and sum(line.cents for line in lines) != about.due.cents:
        raise InputError(f"{ident} was decided by other rules ({about.decided and about.decided.decision.rules_version}), which "
                         "gave another amount. Print its letter with the release of that time.")  # fmt: skip
    return LetterContent(
        kind=kind, reference=ident, day=day, municipality=Municipality(desk.town.name, desk.town.address),
        contact=contact_of(desk, file, day), people=tuple(person.name for person in case.members_in(about.due.month)),
        month=about.due.month, becomes=about.due.cents, lines=lines,
        rules_version=about.proposal.rules_version if about.proposal else _decided(about).rules_version,
        representative=acts_for(desk, about.household, day), **_more(desk, about, file, case, steps, kind),
    )  # fmt: skip


def _decided(about: _About) -> Decision:
    assert about.decided is not None
    return about.decided.decision


def _kind(about: _About, steps: MonthSteps) -> Kind:
    if about.proposal:
        return Kind.LOWER
    if about.before is None or about.due.cents == about.before.due.cents:
        stopped = not about.due.cents and steps.value("status") == list(Status).index(Status.GESTOPT)
        if stopped and steps.value("inkomen_boven_norm"):
            return Kind.STOPPED
        return Kind.PROVISIONAL if about.due.provisional else Kind.SETTLED
    return Kind.HIGHER if about.due.cents > about.before.due.cents else Kind.CLAIM


def _more(desk: Desk, about: _About, file: HouseholdFile, case: Case, steps: MonthSteps, kind: Kind) -> dict[str, Any]:
    """What only some kinds of letters say."""
    day = _day(desk, about)
    more: dict[str, Any] = {"was": about.before.due.cents if about.before else None}
    more["wages"] = tuple(_wages(case, file, about.due.month))
    more["next_payment"] = NextPayment(_next_day(desk, day), None if kind in (Kind.SETTLED, Kind.PROVISIONAL) else 0)
    if kind in (Kind.HIGHER, Kind.LOWER, Kind.CLAIM):
        more["reason"] = _reason(about.cause)
    if kind is Kind.LOWER:
        more |= {"officer": contact_of(desk, file, day).name, "answer_by": day + timedelta(days=ANSWER_DAYS)}
    if about.decided:
        made = about.decided.decision
        more["payment"] = _payment(desk, about, about.decided)
        more["off_claim"] = max(made.claim_before - made.claim_after, 0)
        if kind is Kind.CLAIM:
            chosen_by_then = desk.file(about.household, about.decided.hseq)
            spread = _plan(desk, chosen_by_then, made, steps.value("bijstandsnorm"), day)
            lower = -spread.instalment if spread.first_day == more["next_payment"].day else 0
            more |= {"officer": made.approved_by, "plan": spread, "next_payment": NextPayment(_next_day(desk, day), lower)}
    if kind is Kind.STOPPED:
        more |= {"above": steps.value("inkomen_boven_norm"), "reserve": steps.value("vakantietoeslag_gereserveerd"),
                 "restart_until": restart_until(about.due.month - 1)}  # fmt: skip
    return more


def _plan(desk: Desk, file: HouseholdFile, made: Decision, norm: int, day: date) -> Plan:
    """What is taken a month: the ceiling, from the first payment that is far enough away; and holiday allowance, if chosen."""
    town, total = desk.town, made.claim_after - made.claim_before
    first = first_month(day, day=town.pay_day, notice_days=town.notice_days)
    instalment = min(ceiling_of(norm, desk.ceiling_share(made.month)), total)
    choice = holiday_choice(file, first)
    if choice is None:
        return Plan(total, instalment, pay_day(first, town.pay_day))
    comes = HolidayMoney(int(desk.regime.value("norm.vakantietoeslag_maand", made.month).value), choice.cents)  # type: ignore[arg-type]
    months = len(plan(total, instalment, first=first, holiday=comes))
    return Plan(total, instalment, pay_day(first, town.pay_day), choice.cents, months, chosen=True)


def _reason(cause: Cause | None) -> Reason:
    named = cause if cause not in (None, Cause.ONBEKEND) else Cause.OVERIG
    assert named is not None
    return reason_of(named.name)


def _lines(steps: MonthSteps) -> Iterator[Line]:
    yield from lines_of(steps)
    paid_out = steps.steps["vakantietoeslag_uitbetaling", ()]
    if paid_out.value:
        yield line_of(paid_out, paid_out.value)


def _above(steps: MonthSteps) -> tuple[Line, ...]:
    """Income less the norm, where bijstand stops."""
    income, norm = steps.steps["middelen", ()], steps.steps["bijstandsnorm", ()]
    return replace(line_of(income, income.value), sentence=None), replace(line_of(norm, -norm.value), sentence=None)


def _wages(case: Case, file: HouseholdFile, month: Month) -> Iterator[Wage]:
    """The wages behind the sum, each with the day on which its payslip became known, or its estimate."""
    known: dict[tuple[object, ...], str] = {
        (one.row["persoon"], one.row["baan"], one.row["gewerkt_van"]): one.recorded_at for one in file.of("wage")
    }
    by_work = case.by_work(month)
    for key in case.jobs:
        found = case.wages_in(month, key)
        estimate = next((one.estimate.cents for one in case.estimates_in(month) if one.key == key), None)
        if found:
            day = max(known.get((*key, one.worked_from), "2018-01-01") for one in found)[:10]
            yield Wage(key[1], month, sum(one.net for one in found), date.fromisoformat(day), estimate,
                       "work" if by_work else "receipt")  # fmt: skip
        elif estimate is not None:
            yield Wage(key[1], month, estimate=estimate)


def _payment(desk: Desk, about: _About, decided: Decided) -> Payment | None:
    """Where the money of this decision goes, and when."""
    paid = [one for one in payments(desk.database, desk.town.id, about.household) if one.hseq == decided.hseq]
    if not paid:
        return None
    day = max(desk.today, pay_day(Month.of_day(desk.today), desk.town.pay_day))
    accounts = accounts_on(desk.database, desk.town.id, day, about.household)
    holder, parts = managed_by(desk, about.household, day), []
    for part in paid[0].parts:
        account = accounts.get((about.household, part.ref))
        month = Month.parse(part.ref) if part.kind is PartKind.RECOVERY else None
        end = account.iban[-4:] if account else ""
        if holder and part.kind is PartKind.ACCOUNT:
            parts.append(PaidPart(Payee.MANAGED, part.cents, holder, end))
        else:
            payee = Payee.HOLIDAY if part.agreed else _PAYEES[part.kind]
            parts.append(PaidPart(payee, part.cents, part.name if month is None else "", end, month))
    return Payment(day, tuple(parts))


def _day(desk: Desk, about: _About) -> date:
    """The day on which it is sent: of a claim the day on which the person was told, as the ledger has it; else today."""
    if about.decided is None or about.decided.verdict_seq is None:
        return desk.today
    state = claims(desk.database, desk.town.id, about.household).get(about.due.month)
    told = [one.notice.sent_on for one in state.notices if one.hseq > about.decided.hseq] if state else []
    return told[0] if told else desk.today


def _next_day(desk: Desk, day: date) -> date:
    """The day of the payment after the one of this calendar month."""
    return pay_day(Month.of_day(day) + 1, desk.town.pay_day)
