# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Months, what they are due and what officers say, in few words. Officers and towns are made up."""

from __future__ import annotations

from werkzaam.core.digest import digest
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import Decision, Due, Line, Proposal, Unchanged, Verdict, Waiting, decide

MARCH = Month.parse("2019-03")
APRIL = MARCH + 1


def due_of(cents: int, knowledge: object = "", *, month: Month = MARCH, provisional: bool = False) -> Due:
    """What a month is due, in cents; another `knowledge` is another fact that it rests on."""
    lines = (Line("bijstandsnorm", "Pw 21", 1_078_00), Line("inkomen", "Pw 32:1", cents - 1_078_00))
    return Due(month, cents, provisional, lines, digest(str(month), cents, str(provisional), str(knowledge)), "{}")


def decided(
    before: Decision | None, due: Due, *, run: Month = APRIL, known: int | None = None, cause: Cause | None = Cause.SCHATTING,
    waiting: Waiting | None = None, reopened: bool = False,
) -> Decision | Waiting | Unchanged:  # fmt: skip
    """What follows in the run of April, when one more event is known than before."""
    seq = known if known is not None else before.known_seq + 1 if before else 1
    return decide(
        before, due, known_seq=seq, month_of_run=run, cause=cause, rules_version="1.0", waiting=waiting, reopened=reopened
    )


def first(cents: int, knowledge: object = "first", *, month: Month = MARCH, provisional: bool = False) -> Decision:
    """The first decision of a month: paid as it is due."""
    made = decided(None, due_of(cents, knowledge, month=month, provisional=provisional))
    assert isinstance(made, Decision)
    return made


def proposed(before: Decision, due: Due, *, run: Month = APRIL, known: int | None = None) -> Proposal:
    """The proposal that follows from less that is due."""
    made = decided(before, due, run=run, known=known)
    assert isinstance(made, Proposal)
    return made


def approval(proposal: Proposal, *, officer: str = "s.yilmaz", maker: str = "m.bakker") -> Verdict:
    """An officer other than the maker approves, with a reason and the outcome of the check."""
    return Verdict(proposal.due.digest, officer, maker, True, "Loonstrook gezien.", "Houdt 95% van de norm over.")
