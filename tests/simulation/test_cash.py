# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What reaches a household is what the ledger decides, pays, claims and takes; and no cent is lost under any way of working."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
import pytest

from tests.simulation.ledger_chain import FIRST, Chain, Run, Truth
from tests.simulation.some_people import some_people
from tests.simulation.worlds import BUFFER_LAW, OUTSIDE, money, world
from werkzaam.core.errors import InputError
from werkzaam.ledger.estimates import Werkwijze
from werkzaam.ledger.volatility import compare
from werkzaam.simulation.cash import Circumstances, Paid, Purse
from werkzaam.simulation.life import live
from werkzaam.simulation.reckon import LATEST, Way

MONTHS = 48
SHARE = 50


def _truths(dice: Random, way: Way) -> list[Truth]:
    """Months of one household: right and wrong estimates, late payslips, months without work, and breaks."""
    made, norm = [], dice.randrange(70_000, 200_000)
    gone = set(range(start := dice.randrange(20, 30), start + dice.randrange(8))) if dice.random() < 0.5 else set()
    for at in range(MONTHS):
        late = dice.choice((-1, 0, 0, 0, 1, 2, LATEST))
        due = dice.choice((0, norm * 95 // 100, dice.randrange(norm)))
        known = late < 0 or (way is Way.ON_THE_MONTH and late == 0) or way is Way.WAIT_AND_PAY
        advance = due if known or dice.random() < 0.3 else dice.randrange(norm)
        made.append(Truth(at not in gone, due, advance, late, norm))
    return made


def _found(truths: list[Truth], budget: int = 0) -> dict[str, Any]:
    """What the rules give of each household in a month."""
    column = lambda name: np.array([getattr(one, name) for one in truths], np.int64)  # noqa: E731
    zero = np.zeros(len(truths), np.int64)
    return {"uit_te_betalen": column("due"), "uit_te_betalen_geschat": column("advance"), "vakantietoeslag_uitbetaling": zero,
            "bijstandsnorm": column("norm"), "norm_zonder_vakantietoeslag": column("norm") * 95 // 100,
            "bufferbudget": zero + budget}  # fmt: skip


def _paid(purse: Purse, way: Way, at: int, truths: list[Truth], wages: list[int] | None = None) -> Paid:
    zero, on = np.zeros(len(truths), np.int64), np.array([one.on for one in truths])
    late = np.array([one.late for one in truths], np.int64)
    now = Circumstances(on, ~on & False, np.array(wages or zero, np.int64), late, zero, zero)
    return purse.settle(way, at, _found(truths), now, SHARE, (FIRST + at).number == 1)


@pytest.mark.parametrize("way", [Way.PREVIOUS_SLIP, Way.ON_THE_MONTH, Way.WAIT_AND_PAY])
def test_payments_claims_and_takings_are_those_of_the_ledger(way: Way) -> None:
    dice = Random(int(way))
    homes = [_truths(dice, way) for _ in range(40)]
    purse = Purse(len(homes))
    chains = [Chain(way is Way.WAIT_AND_PAY, int(way is Way.ON_THE_MONTH), Fraction(SHARE, 1000)) for _ in homes]
    claimed = taken = 0
    for at in range(MONTHS):
        paid = _paid(purse, way, at, [home[at] for home in homes])
        for h, (chain, home) in enumerate(zip(chains, homes, strict=True)):
            expected = chain.run(at, home[: at + 1])
            found = Run(*(int(one[h]) for one in (paid.bijstand, paid.made_up, paid.taken, paid.claimed, purse.claims)))
            assert found == expected, (h, FIRST + at)
        claimed, taken = claimed + int(paid.claimed.sum()), taken + int(paid.taken.sum())
    assert way is Way.WAIT_AND_PAY or claimed > taken > 0


def _compared(way: Way, method: Werkwijze, norm: int = 100_000) -> tuple[list[int], list[int], int, Any]:
    """Payments, corrections and what is unsettled of one person in a steady job, beside the ledger's comparison of ways."""
    dice = Random(3)
    incomes, due = [dice.randrange(60_000) for _ in range(36)], lambda income: max(norm - income, 0)
    (expected,) = compare([method], incomes, due, first=30_000)
    purse, payments, corrections = Purse(1), [], []
    for at, income in enumerate(incomes):
        reckoned = {Way.AFTERWARDS: incomes[at - 1] if at else 0, Way.AGREED_AMOUNT: 30_000, Way.ON_THE_MONTH: income}.get(way)
        guess = (incomes[at - 1] if at else 30_000) if reckoned is None else reckoned
        paid = _paid(purse, way, at, [Truth(True, due(income), due(guess), 0, norm)], [income])
        payments.append(int(paid.bijstand[0] + paid.taken[0] - paid.made_up[0]))
        corrections += [int(paid.made_up[0] - paid.claimed[0])] * bool(paid.corrected[0])
    return payments, corrections, int(purse.unsettled[0]), expected


def test_an_agreed_amount_is_settled_once_a_year_as_in_the_comparison_of_ways() -> None:
    _, corrections, unsettled, expected = _compared(Way.AGREED_AMOUNT, Werkwijze.VAST_BEDRAG)
    assert (*corrections, unsettled) == expected.corrections
    assert len(corrections) == 2


def test_afterwards_pays_as_in_the_comparison_of_ways_and_the_last_wage_stays_open() -> None:
    payments, corrections, unsettled, expected = _compared(Way.AFTERWARDS, Werkwijze.ACHTERAF)
    assert tuple(payments) == expected.payments
    assert unsettled == expected.close != 0
    assert corrections == []


def test_estimates_are_corrected_as_often_and_by_as_much_as_in_the_comparison_of_ways() -> None:
    _, corrections, unsettled, expected = _compared(Way.PREVIOUS_SLIP, Werkwijze.SCHATTING)
    assert (*corrections, unsettled) == expected.corrections


def test_ceiling_is_half_a_cent_up_and_a_back_payment_is_taken_from_too() -> None:
    purse = Purse(1)
    purse.claim[:] = 10_000
    purse.rises[0, 0] = 5_000
    paid = _paid(purse, Way.PREVIOUS_SLIP, 0, [Truth(True, 0, 0, -1, 74_010)])
    assert paid.taken.tolist() == [3_701]  # 37.005 euros is 5% of 740.10.
    assert paid.bijstand.tolist() == [5_000 - 3_701]


def test_nothing_is_taken_of_who_left_and_the_claim_waits() -> None:
    purse = Purse(1)
    purse.claim[:] = 10_000
    purse.rises[0, 0] = 5_000
    paid = _paid(purse, Way.PREVIOUS_SLIP, 0, [Truth(False, 0, 0, -1, 74_010)])
    assert (paid.bijstand.tolist(), paid.taken.tolist(), purse.claims.tolist()) == ([5_000], [0], [10_000])


def test_holiday_allowance_kept_aside_is_paid_when_bijstand_has_ended() -> None:
    on, ended = np.array([True, False, False]), np.array([False, True, False])
    column = np.array([1, 1, 1], np.int64)
    now = Circumstances(on, ended, column * 0, column * -1, column * 0, column * 700)
    found = {**_found([Truth(True, 0, 0, -1, 100)] * 3), "vakantietoeslag_uitbetaling": column * 50}
    paid = Purse(3).settle(Way.ON_THE_MONTH, 0, found, now, SHARE, new_year=True)
    assert paid.holiday.tolist() == [50, 700, 0]
    assert paid.income.tolist() == [50, 700, 0]


def test_agreed_amount_is_settled_when_bijstand_has_ended() -> None:
    purse, home = Purse(1), Truth(True, 60_000, 70_000, 0, 100_000)
    paid = [_paid(purse, Way.AGREED_AMOUNT, at, [replace(home, on=at < 4)]) for at in range(2, 7)]
    assert [int(one.claimed[0]) for one in paid] == [0, 0, 20_000, 0, 0]


def test_short_is_beside_the_norm_and_avoidable_beside_the_right_payment() -> None:
    home = Truth(True, 50_000, 20_000, 0, 100_000)  # The norm without holiday allowance is 950.00.
    paid = _paid(Purse(1), Way.PREVIOUS_SLIP, 0, [home], [40_000])
    assert (paid.short.tolist(), paid.avoidable.tolist()) == ([35_000], [30_000])


def test_a_payslip_later_than_is_kept_is_refused() -> None:
    with pytest.raises(InputError, match="4 months late; at most 3"):
        _paid(Purse(1), Way.PREVIOUS_SLIP, 0, [Truth(True, 1, 2, LATEST + 1, 100)])


@pytest.mark.parametrize("way", list(Way))
def test_over_the_whole_run_what_is_due_is_what_was_paid_less_open_claims(way: Way) -> None:
    compiled = money("participatiewet_2027", law=BUFFER_LAW) if way is Way.BUFFER else money(*OUTSIDE)
    people = some_people(250, seed=3)
    due = paid = np.zeros(len(people.number), np.int64)
    corrections = buffers = 0
    for lived in live(people, world(compiled, way), 8):
        due, paid = due + lived.due, paid + lived.paid.bijstand
        corrections, buffers = corrections + int(lived.paid.corrected.sum()), buffers + int(lived.paid.buffer.sum())
        assert np.array_equal(due, paid + lived.purse.unsettled - lived.purse.claims), lived.month
    assert not lived.on.all()
    assert (corrections == 0) == (way in (Way.AFTERWARDS, Way.WAIT_AND_PAY))
    assert (buffers > 0) == (way is Way.BUFFER)
