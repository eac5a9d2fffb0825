# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What only a named officer does: approve or reject a claim or a change of account; open an old month again."""

from __future__ import annotations

from datetime import timedelta

from werkzaam.app.ledger.answered import AnsweredBefore, of_account, of_claim
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.claim import Notice
from werkzaam.ledger.decision import Decision, OutOfTerm, Proposal, Verdict, approve
from werkzaam.store.accounts import account_requests, answer_account
from werkzaam.store.claims import record_notice
from werkzaam.store.decisions import last_decisions, record_decision
from werkzaam.store.proposals import Stored, record_verdict, reopen, reopened, waiting


def approve_claim(desk: Desk, household: int, month: Month, *, reason: str, protected_earnings: str) -> Decision:
    """Let the claim of a month grow to what was proposed, after the protected-earnings check; the person is told today.

    Raises NotAllowed for whoever made the proposal, and when newer knowledge replaced it or its term ended.
    """
    today = Month.of_day(desk.today)
    with desk.writes() as writer:
        writer.lock([household])  # Of two officers at once the second reads what the first said.
        asked, before = _newest(desk, household, month)
        if not isinstance(asked.value, Proposal):
            raise NotAllowed(f"{month} of household {household} is past its term (Pw 58:4). Reopen it by a formal decision "
                             "first, with `werkzaam reopen`, and run its month again.")  # fmt: skip
        verdict = Verdict(asked.value.due.digest, desk.actor, asked.maker, True, reason, protected_earnings)
        opened = reopened(desk.database, desk.town.id, household).get(month)
        made = approve(before, asked.value, verdict, month_of_approval=today, reopened=opened is not None)
        event = record_verdict(writer, asked, verdict, in_month=today, reopened_seq=opened)
        if event is None:
            raise NotAllowed(f"The proposal about {month} of household {household} has an answer already.")
        record_decision(writer, household, made, verdict_seq=event.hseq)
        first = desk.today + timedelta(days=desk.town.notice_days)
        record_notice(writer, household, month, Notice(desk.today, made.claim_after), from_day=first)
    return made


def reject_claim(desk: Desk, household: int, month: Month, *, reason: str) -> None:
    """Leave a month as it was decided; the same knowledge is not proposed again."""
    with desk.writes() as writer:
        writer.lock([household])
        asked, _ = _newest(desk, household, month)
        verdict = Verdict(asked.value.due.digest, desk.actor, asked.maker, False, reason)
        if record_verdict(writer, asked, verdict, in_month=Month.of_day(desk.today)) is None:
            raise NotAllowed(f"The proposal about {month} of household {household} has an answer already.")


def _newest(desk: Desk, household: int, month: Month) -> tuple[Stored, Decision]:
    """The newest proposal about a month that waits, with the decision it would follow; raises AnsweredBefore for one that did."""
    beside = waiting(desk.database, desk.town.id, household, last=True)
    found = [
        one for one in beside if one.value.month == month and one.outcome is None and isinstance(one.value, Proposal | OutOfTerm)
    ]
    if not found:
        before = of_claim(desk, household, month)
        if before is not None:
            raise before
        raise InputError(f"Nothing waits about {month} of household {household}; `werkzaam queue` lists what does.")
    return found[-1], last_decisions(desk.database, desk.town.id, household)[month].decision


def reopen_month(desk: Desk, household: int, month: Month, *, reason: str) -> None:
    """Open a month that is past its term, by a formal decision that the reason names; raises AnsweredBefore for one again."""
    with desk.writes() as writer:
        if reopen(writer, household, month, reason=reason) is None:
            message = f"{month} of household {household} was reopened for this reason already."
            raise AnsweredBefore(message, "reopened_before", month=month, household=household)


def answer_accounts(desk: Desk, household: int, *, approved: bool, reason: str) -> int:
    """Approve or reject every change of account of a household that waits; how many there were."""
    with desk.writes() as writer:
        writer.lock([household])  # Of two officers at once the second reads what the first said.
        waiting = account_requests(desk.database, desk.town.id, household, waiting=True)
        if not waiting:
            raise of_account(desk, household) or InputError(
                f"No change of account of household {household} waits; `werkzaam queue` lists what does."
            )
        if any(one.maker.casefold() == desk.actor.casefold() for one in waiting):
            raise NotAllowed(f"{desk.actor} asked for this account; another officer looks at it.")
        for one in waiting:
            answer_account(writer, one, approved=approved, reason=reason)
    return len(waiting)
