# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month is decided upward at once and downward only by a named officer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ledger.months import APRIL, MARCH, approval, decided, due_of, first, proposed
from werkzaam.core.errors import LedgerError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import (
    Awaiting,
    Decision,
    Due,
    Line,
    OutOfTerm,
    Proposal,
    Unchanged,
    Verdict,
    Withdrawn,
    approve,
    decide,
    open_proposal,
)

# -- upward -----------------------------------------------------------------------------------------


def test_a_month_is_paid_as_it_is_due_the_first_time() -> None:
    made = first(200_00)
    assert (made.version, made.pay, made.paid_after, made.claim_after, made.corrects, made.cause) == (
        1,
        200_00,
        200_00,
        0,
        0,
        None,
    )


@pytest.mark.requirement("R-064")
def test_a_correction_is_due_less_paid() -> None:
    down = decided(first(200_00), due_of(80_00))
    assert isinstance(down, Proposal)
    assert down.difference == -120_00
    up = decided(first(80_00), due_of(200_00))
    assert isinstance(up, Decision)
    assert (up.corrects, up.pay, up.paid_after) == (120_00, 120_00, 200_00)


def test_a_rise_is_paid_without_asking_in_and_out_of_the_term() -> None:
    for run in (APRIL, MARCH + 6, MARCH + 7, MARCH + 80):
        made = decided(first(80_00), due_of(200_00), run=run)
        assert isinstance(made, Decision)
        assert (made.pay, made.approved_by) == (120_00, None)


def test_a_rise_shrinks_the_claim_before_money_is_paid() -> None:
    claimed = claim_of_120()
    partly = decided(claimed, due_of(150_00))
    assert isinstance(partly, Decision)
    assert (partly.pay, partly.paid_after, partly.claim_after) == (0, 200_00, 50_00)
    wholly = decided(partly, due_of(230_00))
    assert isinstance(wholly, Decision)
    assert (wholly.pay, wholly.paid_after, wholly.claim_after) == (30_00, 230_00, 0)


def test_the_same_amount_by_other_knowledge_is_a_decision_without_money_or_cause() -> None:
    made = decided(first(200_00, provisional=True), due_of(200_00, "the payslip"))
    assert isinstance(made, Decision)
    assert (made.pay, made.claim_after, made.corrects, made.cause, made.due.provisional) == (0, 0, 0, None, False)


def test_an_estimate_is_really_paid_and_the_real_wage_corrects_it() -> None:
    estimated = first(200_00, provisional=True)
    assert isinstance(decided(estimated, due_of(250_00)), Decision)
    assert isinstance(decided(estimated, due_of(80_00)), Proposal)


# -- downward -----------------------------------------------------------------------------------------


def claim_of_120() -> Decision:
    """200 was paid, 80 was due, and an officer approved."""
    before = first(200_00)
    proposal = proposed(before, due_of(80_00))
    return approve(before, proposal, approval(proposal), month_of_approval=APRIL)


def test_a_fall_is_a_proposal_and_moves_nothing() -> None:
    before = first(200_00)
    made = decided(before, due_of(80_00), cause=Cause.WERKGEVER)
    assert made == Proposal(2, 2, due_of(80_00), 0, 120_00, Cause.WERKGEVER, "1.0")


def test_approval_makes_the_claim_in_the_name_of_the_officer() -> None:
    made = claim_of_120()
    assert (made.version, made.pay, made.paid_after, made.claim_after, made.corrects) == (2, 0, 200_00, 120_00, -120_00)
    assert (made.approved_by, made.cause, made.due.cents) == ("s.yilmaz", Cause.SCHATTING, 80_00)


def test_a_second_fall_raises_the_claim_by_the_difference_only() -> None:
    before = claim_of_120()
    proposal = proposed(before, due_of(60_00))
    assert (proposal.claim_before, proposal.claim_after, proposal.difference) == (120_00, 140_00, -20_00)
    made = approve(before, proposal, approval(proposal), month_of_approval=APRIL)
    assert (made.version, made.claim_after) == (3, 140_00)


@pytest.mark.requirement("R-066")
def test_a_reclaim_after_six_months_is_blocked_and_a_back_payment_is_not() -> None:
    january = Month.parse("2019-01")
    august = Month.parse("2019-08")
    before = first(200_00, month=january)
    blocked = decided(before, due_of(80_00, month=january), run=august)
    assert isinstance(blocked, OutOfTerm)
    assert (blocked.WHY, blocked.difference, blocked.month) == ("out_of_term", -120_00, january)
    paid = decided(before, due_of(300_00, month=january), run=august)
    assert isinstance(paid, Decision)
    assert paid.pay == 100_00
    assert isinstance(decided(before, due_of(80_00, month=january), run=august - 1), Proposal)


def test_a_formal_decision_opens_a_month_that_was_blocked() -> None:
    before, run = first(200_00), MARCH + 7
    blocked = decided(before, due_of(80_00), run=run)
    assert isinstance(blocked, OutOfTerm)
    assert decided(before, due_of(80_00), run=run, waiting=blocked) == Unchanged()
    made = decided(before, due_of(80_00), run=run, waiting=blocked, reopened=True)
    assert isinstance(made, Proposal)
    assert approve(before, made, approval(made), month_of_approval=run, reopened=True).claim_after == 120_00


def test_an_estimate_lowers_nothing_that_was_paid() -> None:
    """S22: only a payslip, or another fact, may do that; until then it waits."""
    made = decided(first(200_00), due_of(80_00, provisional=True))
    assert isinstance(made, Awaiting)
    assert (made.WHY, made.difference) == ("awaiting_payslip", -120_00)
    assert isinstance(decided(first(200_00), due_of(80_00, provisional=True), run=MARCH + 9, reopened=True), Awaiting)
    final = decided(first(200_00), due_of(80_00), waiting=made)
    assert isinstance(final, Proposal)


# -- the same knowledge, and newer ------------------------------------------------------------------


def test_the_same_knowledge_is_not_decided_twice() -> None:
    before = first(200_00)
    assert decided(before, before.due) == Unchanged()


def test_the_same_knowledge_is_not_proposed_twice_also_not_after_a_rejection() -> None:
    before = first(200_00)
    waiting = proposed(before, due_of(80_00))
    assert decided(before, due_of(80_00), known=9, waiting=waiting) == Unchanged()


def test_newer_knowledge_replaces_an_open_proposal() -> None:
    before = first(200_00)
    old = proposed(before, due_of(80_00), known=2)
    new = decided(before, due_of(150_00), known=3, waiting=old)
    assert isinstance(new, Proposal)
    assert new.claim_after == 50_00
    assert open_proposal(before, [old, new]) == new
    with pytest.raises(NotAllowed, match="replaced by newer knowledge"):
        approve(before, new, approval(old), month_of_approval=APRIL)


def test_a_decision_made_meanwhile_replaces_an_open_proposal() -> None:
    before = first(200_00)
    old = proposed(before, due_of(80_00))
    now = decided(before, due_of(200_00, "again"), known=3, waiting=old)
    assert isinstance(now, Decision)
    assert open_proposal(now, [old]) is None
    with pytest.raises(NotAllowed, match="replaced by newer knowledge"):
        approve(now, old, approval(old), month_of_approval=APRIL)


def test_an_estimate_or_the_end_of_the_term_replaces_an_open_proposal() -> None:
    before = first(200_00)
    old = proposed(before, due_of(80_00), known=2)
    for newer in (
        decided(before, due_of(70_00, provisional=True), known=3, waiting=old),
        decided(before, due_of(70_00), known=3, run=MARCH + 7, waiting=old),
    ):
        assert isinstance(newer, Awaiting | OutOfTerm)
        assert open_proposal(before, [old, newer]) is None


def test_what_is_again_as_it_was_decided_withdraws_an_open_proposal() -> None:
    before = first(200_00)
    old = proposed(before, due_of(80_00))
    gone = decided(before, before.due, known=3, waiting=old)
    assert isinstance(gone, Withdrawn)
    assert (gone.WHY, gone.known_seq, gone.month) == ("withdrawn", 3, MARCH)
    assert open_proposal(before, [old, gone]) is None
    assert decided(before, before.due, known=4, waiting=gone) == Unchanged()
    assert isinstance(decided(before, due_of(80_00), known=5, waiting=gone), Proposal)


def test_a_proposal_that_was_answered_is_not_open() -> None:
    before = first(200_00)
    proposal = proposed(before, due_of(80_00))
    no = Verdict(proposal.due.digest, "s.yilmaz", "m.bakker", False, "De loonstrook is van een ander.")
    assert open_proposal(before, [proposal]) == proposal
    assert open_proposal(before, [proposal], [no]) is None


def test_knowledge_does_not_go_back() -> None:
    with pytest.raises(LedgerError, match="older"):
        decided(replace(first(200_00), known_seq=8), due_of(80_00), known=7)


def test_other_rules_may_decide_again_on_what_was_known() -> None:
    made = decided(replace(first(200_00), known_seq=8), due_of(210_00, "rules 2"), known=8)
    assert isinstance(made, Decision)
    assert made.known_seq == 8


def test_a_month_is_not_reopened_unless_somebody_says_so() -> None:
    before, due = first(200_00), due_of(80_00)
    made = decide(before, due, known_seq=2, month_of_run=MARCH + 7, cause=None, rules_version="1.0")
    assert isinstance(made, OutOfTerm)
    proposal = proposed(before, due)
    with pytest.raises(NotAllowed):
        approve(before, proposal, approval(proposal), month_of_approval=MARCH + 7)


def test_a_month_follows_on_itself_only() -> None:
    with pytest.raises(LedgerError, match="is about 2019-03"):
        decided(first(200_00), due_of(80_00, month=APRIL))


# -- who may ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("maker", ["s.yilmaz", " S.Yilmaz "])
def test_the_maker_does_not_decide_on_the_own_proposal(maker: str) -> None:
    with pytest.raises(NotAllowed, match="another officer"):
        approval(proposed(first(200_00), due_of(80_00)), maker=maker)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [({"officer": " "}, "name of an officer"), ({"reason": ""}, "reason"), ({"protected_earnings": None}, "protected-earnings"),
     ({"protected_earnings": "  "}, "protected-earnings")],
)  # fmt: skip
def test_an_approval_needs_a_name_a_reason_and_the_outcome_of_the_check(wrong: dict[str, str], message: str) -> None:
    with pytest.raises(NotAllowed, match=message):
        replace(approval(proposed(first(200_00), due_of(80_00))), **wrong)  # type: ignore[arg-type]


def test_a_rejection_makes_no_claim() -> None:
    before = first(200_00)
    proposal = proposed(before, due_of(80_00))
    no = Verdict(proposal.due.digest, "s.yilmaz", "m.bakker", False, "Dringende redenen.")
    with pytest.raises(NotAllowed, match="rejected"):
        approve(before, proposal, no, month_of_approval=APRIL)


def test_a_proposal_is_not_approved_after_its_term() -> None:
    before = first(200_00)
    proposal = proposed(before, due_of(80_00), run=MARCH + 6)
    assert approve(before, proposal, approval(proposal), month_of_approval=MARCH + 6).claim_after == 120_00
    with pytest.raises(NotAllowed, match="until 2019-09"):
        approve(before, proposal, approval(proposal), month_of_approval=MARCH + 7)


# -- values that cannot be ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": 0}, {"known_seq": -1}, {"paid_after": 190_00}, {"claim_after": 130_00}, {"approved_by": None},
        {"approved_by": " "}, {"claim_before": -1}, {"version": 1},
        {"paid_before": 210_00, "approved_by": "s.yilmaz"},
        {"paid_before": 190_00},
        {"paid_after": 70_00, "paid_before": 70_00, "claim_after": -10_00},
    ],
)  # fmt: skip
def test_a_decision_that_does_not_add_up_cannot_be_made(wrong: dict[str, int | str | None]) -> None:
    made = claim_of_120()
    assert replace(made) == made
    with pytest.raises(LedgerError, match="2019-03 does not add up"):
        replace(made, **wrong)  # type: ignore[arg-type]


def test_a_due_is_zero_or_more_and_its_lines_add_up_to_it() -> None:
    fingerprint = due_of(0).digest
    lines = (Line("bijstandsnorm", "Pw 21", 100), Line("inkomen", "Pw 32:1", -20))
    assert Due(MARCH, 80, False, lines, fingerprint, "").cents == 80
    nameless = (Line("", "Pw 21", 80),), (Line("bijstandsnorm", "", 80),)
    wrong = [(81, lines, fingerprint), (-20, lines[1:], fingerprint), (80, lines, "x"), (80, (), fingerprint)]
    for cents, given, mark in (*wrong, *((80, one, fingerprint) for one in nameless)):
        with pytest.raises(LedgerError):
            Due(MARCH, cents, False, given, mark, "")


def test_a_cause_that_nobody_gave_is_not_known_yet() -> None:
    up = decide(first(80_00), due_of(200_00), known_seq=2, month_of_run=APRIL, cause=None, rules_version="1.0")
    down = decide(first(200_00), due_of(80_00), known_seq=2, month_of_run=APRIL, cause=None, rules_version="1.0")
    assert isinstance(up, Decision)
    assert isinstance(down, Proposal)
    assert (up.cause, down.cause) == (Cause.ONBEKEND, Cause.ONBEKEND)
