# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What does not add up, or promises what cannot be, never becomes a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.app.letters.samples import MARCH, NEXT, PAYDAY, SAMPLES, SENT, sum_of, to_account
from werkzaam.app.letters import Kind, reason_of
from werkzaam.app.letters.checks import NEEDED
from werkzaam.app.letters.content import NextPayment, PaidPart, Payee, Payment, Plan, Wage
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month


@pytest.mark.parametrize(
    ("sample", "changed", "message"),
    [
        ("settled", {"lines": sum_of(799_99)}, "lines add up to 79999 cents, and its total is 80000"),
        ("settled", {"becomes": 800_01}, "lines add up to 80000 cents, and its total is 80001"),
        ("settled", {"payment": to_account(799_99)}, "pays 79999 cents, and 80000 are due"),
        ("settled", {"payment": None}, "pays 0 cents, and 80000 are due"),
        ("settled", {"was": 790_00, "payment": to_account(10_00)}, "cannot differ from before by 1000"),
        ("settled", {"people": ()}, "has no people"),
        ("settled", {"reference": ""}, "has no reference"),
        ("settled", {"lines": (), "becomes": 0, "payment": None}, "has no lines"),
        ("settled", {"payment": Payment(PAYDAY, (PaidPart(Payee.ACCOUNT, 810_00), PaidPart(Payee.THIRD_PARTY, -10_00)))},
         "a part of nothing or less"),
        ("settled", {"next_payment": NextPayment(SENT, -1)}, "what is taken is told first"),
        ("settled", {"reserve": -1}, "below zero"),
        ("higher", {"off_claim": 1}, "pays 13000 cents, and 12999 are due"),
        ("higher", {"was": 940_00, "payment": None}, "cannot differ by -1000"),
        ("higher", {"reason": None}, "has no reason"),
        ("lower", {"was": None}, "has no was"),
        ("lower", {"officer": None}, "has no officer"),
        ("lower", {"answer_by": SENT}, "Nobody can answer by"),
        ("lower", {"was": 600_00}, "cannot differ by 8000"),
        ("lower", {"payment": to_account(1)}, "pays 1 cents, and 0 are due"),
        ("lower", {"next_payment": NextPayment(NEXT, -120_00)}, "proposal takes nothing"),
        ("claim_plan", {"plan": Plan(120_00, 50_00, SENT)}, "would take money on 2026-04-14"),
        ("claim_plan", {"plan": Plan(119_99, 50_00, NEXT)}, "claims 12000 cents and spreads 11999"),
        ("plan", {"plan": Plan(3_000_01, 50_00, NEXT)}, "its total is 300001"),
        ("plan", {"plan": Plan(3_000_00, 0, NEXT)}, "by 0 a month"),
        ("premium", {"payment": None}, "has no payment"),
        ("stopped", {"above": 0}, "stops above the norm only"),
        ("stopped", {"above": 23_41}, "its total is 2341"),
        ("stopped", {"restart_until": None}, "has no restart_until"),
        ("provisional", {"wages": ()}, "has no wages"),
        ("provisional", {"wages": (Wage("Markt", MARCH, 1_00),)}, "does not wait for one"),
    ],
)  # fmt: skip
def test_it_is_refused(sample: str, changed: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        replace(SAMPLES[sample], **changed)


def test_a_refusal_names_the_letter_and_every_fault() -> None:
    with pytest.raises(InputError) as refused:
        replace(SAMPLES["lower"], lines=sum_of(1), officer=None)
    assert str(refused.value).startswith(
        "The letter B-2026-03-0418 (lower, 2026-03) cannot be written: It has no officer. Its lines"
    )


def test_every_kind_says_what_it_needs_and_has_a_sample() -> None:
    assert set(NEEDED) == {kind.value for kind in Kind} == {content.kind.value for content in SAMPLES.values()}


def test_a_plan_of_3000_at_50_a_month_takes_60_months() -> None:
    plan = Plan(3_000_00, 50_00, date(2026, 6, 8))
    assert (plan.months, plan.last, plan.last_month) == (60, 50_00, Month.of(2031, 5))


def test_the_last_instalment_takes_what_is_left() -> None:
    plan = Plan(120_00, 50_00, date(2026, 6, 8))
    assert (plan.months, plan.last, plan.last_month) == (3, 20_00, Month.of(2026, 8))


def test_a_cause_without_words_is_refused() -> None:
    with pytest.raises(InputError, match="No reason is known for the cause 'CLIENT'"):
        reason_of("CLIENT")
