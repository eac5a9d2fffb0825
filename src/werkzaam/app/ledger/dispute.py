# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody does not agree with a claim: nothing more is taken of it, what was taken is set aside, and an officer decides.

Money that was taken stays where it is until the decision, and goes back whole when the person is right (decision 0062).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from werkzaam.app.ledger.answered import AnsweredBefore
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.claim import Claim, Dispute
from werkzaam.store.claims import claims, disputes, end_dispute, record_dispute
from werkzaam.store.decisions import decisions


class Outcome(Enum):
    """What came of a dispute; the values are those of the store."""

    UPHELD = "upheld"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Disputed:
    """A dispute that was recorded, and the cents of the claim that were taken before and are set aside now."""

    dispute: Dispute
    set_aside: int


@dataclass(frozen=True, slots=True)
class Ended:
    """Disputes about a month that were decided on; `free_on` is when may be taken again, None when the person is right."""

    month: Month
    outcome: Outcome
    count: int
    free_on: date | None


def set_aside(claim: Claim) -> int:
    """Cents of a claim that were taken and are contested: what is contested is first of all what was not taken yet."""
    return min(max(claim.contested - claim.outstanding, 0), claim.recovered)


def dispute_claim(desk: Desk, household: int, month: Month, *, text: str, cents: int | None = None) -> Disputed:
    """The person does not agree with (a part of) a month's claim, also where it was taken: nothing more is from this moment on.

    `cents` is the part; all that waits for no decision yet when left out. What was dismissed can be contested again at once,
    also in the days of notice (decision 0247). Raises InputError for more than is left.
    """
    with desk.writes() as writer:
        writer.lock([household])
        state = claims(desk.database, desk.town.id, household).get(month)
        left = state.undisputed if state else 0
        if state is None or left <= 0:
            raise InputError(f"Nothing is claimed for {month} of household {household} that is not contested already.")
        if cents is not None and cents > left:
            raise InputError(f"Of {month} of household {household} {left} cents are claimed and not contested; found {cents}.")
        made = Dispute(month, cents or left, desk.today)
        number = len(disputes(desk.database, desk.town.id, household)) + 1
        key = f"dispute {number}"  # Two at once would contest the same cents twice; of two with one number one is refused.
        record_dispute(writer, household, made, text=text, idem_key=key)
    now = replace(state, disputes=(*state.disputes, made)).value(desk.today, desk.town.notice_days)
    return Disputed(made, set_aside(now))


def decide_dispute(desk: Desk, household: int, month: Month, outcome: Outcome, *, reason: str) -> Ended:
    """An officer decides on every open dispute about a month; somebody else than who approved the claim (Awb 10:3).

    Upheld: nothing is taken until the month is decided again, and what was taken then goes back with that run. Dismissed or
    withdrawn: it can be taken again when the person has known it as long as any lower payment is announced before.
    Raises AnsweredBefore where it was decided on, InputError where nobody disputed, NotAllowed for the officer of the claim.
    """
    with desk.writes() as writer:
        writer.lock([household])  # Of two officers at once the second reads that it was decided.
        about = [one for one in disputes(desk.database, desk.town.id, household) if one.dispute.month == month]
        waiting = [one for one in about if one.outcome is None]
        if not waiting:
            _nothing_waits(household, month, [(one.officer, one.dispute.decided_on, one.outcome) for one in about])
        if outcome is not Outcome.WITHDRAWN:
            refuse_own_claim(desk, household, month)
        for one in waiting:
            end_dispute(writer, household, one.hseq, outcome=outcome.value, reason=reason, decided_on=desk.today)
    free_on = None if outcome is Outcome.UPHELD else desk.today + timedelta(days=desk.town.notice_days)
    return Ended(month, outcome, len(waiting), free_on)


def refuse_own_claim(desk: Desk, household: int, month: Month) -> None:
    """Raises NotAllowed for the officer who approved the claim of a month: another one decides on a dispute about it."""
    if own_claim(desk, household, month):
        raise NotAllowed(f"{desk.actor} approved the claim of {month}; another officer decides on the dispute (Awb 10:3).")


def own_claim(desk: Desk, household: int, month: Month) -> bool:
    """Whether who is at the desk approved the claim of a month."""
    approved = {one.decision.approved_by for one in decisions(desk.database, desk.town.id, household, month=month)}
    return desk.actor.casefold() in {name.casefold() for name in approved if name}


def _nothing_waits(household: int, month: Month, past: list[tuple[str | None, date | None, str | None]]) -> None:
    if not past:
        raise InputError(f"Nobody disputes {month} of household {household}; `werkzaam queue` lists what is disputed.")
    officer, day, outcome = past[-1]
    message = f"{officer} decided on {day} already about the dispute on {month} of household {household}: {outcome}."
    raise AnsweredBefore(message, "ended_before", officer=officer, day=day, month=month, outcome=outcome)
