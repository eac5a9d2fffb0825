# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What went wrong elsewhere and must not here, as far as pure decisions can tell.

The numbers S1 to S30 are those of our study of scandals with benefits in several countries.
"""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.house.tree import MONEY, Finding, Module, judge, modules
from tests.ledger.months import MARCH, approval, decided, due_of, first, proposed
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Awaiting, Decision, OutOfTerm, Proposal, Withdrawn, approve

NORM = 1_345_00
SUSPICION = re.compile(
    r"fraud|suspicio|suspect|verdacht|verdenk|misbruik|risk|risico|penalt|boete|sanction|profil", re.IGNORECASE
)


def test_s1_six_months_of_wages_claim_nothing_of_the_six_without() -> None:
    """Robodebt: averaged over the year these wages would have made a debt of 4,050; by month they make none."""
    months = [Month.parse("2019-01") + at for at in range(12)]
    paid = [first(NORM if at < 6 else 0, month=month) for at, month in enumerate(months)]
    for one, wage in zip(paid, [0] * 6 + [1_800_00] * 6, strict=True):
        found = decided(one, due_of(max(NORM - wage, 0), "year statement", month=one.month))
        assert isinstance(found, Decision)
        assert (found.pay, found.claim_after) == (0, 0)


def test_s3_one_cent_off_is_a_correction_of_one_cent_and_nothing_else() -> None:
    up, down = decided(first(200_00), due_of(200_01)), decided(first(200_00), due_of(199_99))
    assert isinstance(up, Decision)
    assert isinstance(down, Proposal)
    assert (up.corrects, down.difference) == (1, -1)


def suspicious(module: Module) -> list[Finding]:
    """Names in the code that are about suspicion, a score or a penalty."""
    named = (
        (place, getattr(node, "name", None) or getattr(node, "id", None) or getattr(node, "arg", None))
        for node, place in module.nodes()
    )
    return [Finding(place, name) for place, name in named if isinstance(name, str) and SUSPICION.search(name)]


def test_s4_and_s21_no_name_in_the_code_is_about_suspicion_or_a_score() -> None:
    assert [finding for module in modules(*MONEY) for finding in suspicious(module)] == []
    assert judge(suspicious, "def fraud_flag(risk_score: int) -> None:\n    verdacht = 1") == [
        "fraud_flag",
        "risk_score",
        "verdacht",
    ]


@given(st.lists(st.integers(0, 1_500_00), min_size=1, max_size=6))
def test_s13_no_claim_is_more_than_was_really_paid_too_much(amounts: list[int]) -> None:
    last, highest = first(amounts[0]), amounts[0]
    for at, cents in enumerate(amounts[1:]):
        made = decided(last, due_of(cents, at))
        if isinstance(made, Proposal):
            assert made.claim_after == highest - cents
            made = approve(last, made, approval(made), month_of_approval=MARCH + 1)
        assert isinstance(made, Decision)
        last, highest = made, max(highest, cents)
        assert last.claim_after == highest - cents


def test_s22_an_estimate_of_the_past_makes_no_claim() -> None:
    assert isinstance(decided(first(200_00), due_of(0, provisional=True)), Awaiting)


def test_s24_a_correction_in_favour_is_paid_in_the_next_run() -> None:
    made = decided(first(200_00), due_of(330_00))
    assert isinstance(made, Decision)
    assert (made.pay, made.approved_by) == (130_00, None)


def test_s29_a_correction_seven_months_back_goes_to_a_person() -> None:
    assert isinstance(decided(first(200_00), due_of(80_00), run=MARCH + 7), OutOfTerm)


def test_s30_a_repair_of_three_wrong_months_pays_and_claims_nothing_by_itself() -> None:
    """Rules were wrong for three months: computing again pays what was too little, and asks an officer about the rest."""
    wrong = [first(cents, month=MARCH + at) for at, cents in enumerate((200_00, 300_00, 400_00))]
    repaired = [decided(one, due_of(300_00, "rules 2", month=one.month), run=MARCH + 4) for one in wrong]
    assert [type(one) for one in repaired] == [Decision, Decision, Proposal]
    assert [one.pay for one in repaired if isinstance(one, Decision)] == [100_00, 0]
    back = decided(wrong[2], wrong[2].due, known=9, waiting=proposed(wrong[2], due_of(300_00, "rules 2", month=MARCH + 2)))
    assert isinstance(back, Withdrawn)
