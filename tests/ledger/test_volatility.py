# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How sure people could be of their money, in numbers that add up."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.months import APRIL, MARCH, approval, decided, due_of, first, proposed
from werkzaam.core.errors import InputError
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import Decision, approve
from werkzaam.ledger.estimates import Werkwijze
from werkzaam.ledger.volatility import MonthOutcome, Volatility, by_cause, compare, volatility

NORM = 1_078_00


def due(income: int) -> int:
    """The norm less income, never below zero."""
    return max(NORM - income, 0)


def corrected(cents: int, cause: Cause | None = Cause.SCHATTING) -> tuple[Decision, ...]:
    """A month of which 80 was paid at first, and then another amount was due."""
    one = first(80_00)
    if cents >= 80_00:
        two = decided(one, due_of(cents, "slip"), cause=cause)
        assert isinstance(two, Decision)
        return one, two
    proposal = proposed(one, due_of(cents, "slip"))
    return one, approve(one, proposal, approval(proposal), month_of_approval=APRIL)


def outcome(at: int, decisions: tuple[Decision, ...], disposable: int = NORM) -> MonthOutcome:
    return MonthOutcome(MARCH + at, decisions, NORM, disposable)


@pytest.mark.requirement("R-072")
def test_nine_corrected_months_of_ten_are_nine_tenths() -> None:
    months = [outcome(at, corrected(200_00)) for at in range(9)] + [outcome(9, corrected(80_00))]
    assert volatility(months).corrected_share == Fraction(9, 10)


def test_the_measures_of_a_few_months() -> None:
    months = [
        outcome(0, corrected(200_00), NORM - 1), outcome(1, corrected(20_00), NORM + 100), outcome(2, corrected(50_00), NORM),
        outcome(3, (first(80_00),), NORM - 50),
    ]  # fmt: skip
    assert volatility(months) == Volatility(4, 3, Fraction(3, 4), 60_00, 2, NORM - 50, Fraction(101 + 100 + 50, 3))


def test_the_largest_reclaim_is_what_a_claim_grew_by_at_once() -> None:
    one, two = corrected(50_00)
    proposal = proposed(two, due_of(10_00, "again"))
    three = approve(two, proposal, approval(proposal), month_of_approval=APRIL)
    assert (three.claim_before, three.claim_after) == (30_00, 70_00)
    assert volatility([outcome(0, (one, two, three))]).largest_reclaim == 40_00


def test_one_month_has_no_change_and_no_reclaim_and_no_months_are_refused() -> None:
    assert volatility([outcome(0, corrected(200_00))]) == Volatility(1, 1, Fraction(1), 0, 0, NORM, Fraction(0))
    two = [outcome(0, corrected(200_00), NORM), outcome(1, corrected(200_00), NORM - 7)]
    assert volatility(two).mean_change == Fraction(7)
    with pytest.raises(InputError):
        volatility([])


@pytest.mark.requirement("R-075")
def test_the_causes_of_a_hundred_corrections_add_up_to_a_hundred_and_none_is_the_client() -> None:
    causes = [*Cause, None]
    decisions = [one for at in range(100) for one in corrected(200_00 + at, causes[at % len(causes)])]
    counts = by_cause([*decisions, *corrected(80_00)])
    assert sum(counts.values()) == 100
    assert set(counts) == set(Cause)
    assert counts[Cause.ONBEKEND] == 22
    words = " ".join(word for cause in Cause for word in (cause.name, *cause.value)).lower()
    assert not any(blamed in words for blamed in ("client", "cliënt", "klant", "inwoner", "fraud", "u hebt"))


# -- ways of working ----------------------------------------------------------------------------------


@pytest.mark.requirement("R-071")
def test_ways_of_working_on_the_same_wages_differ_by_nothing_after_the_close() -> None:
    incomes = [300_00, 900_00, 300_00, 900_00]
    found = {one.way: one for one in compare(Werkwijze, incomes, due)}
    assert {one.total for one in found.values()} == {sum(map(due, incomes))} == {1_912_00}
    listed = {way: (one.number, one.size, one.lowest) for way, one in found.items()}
    assert listed == {
        Werkwijze.OP_DE_MAAND: (0, 0, NORM),
        Werkwijze.ACHTERAF: (0, 0, 300_00 + 178_00),
        Werkwijze.SCHATTING: (3, 1_800_00, 300_00),
        Werkwijze.GEMIDDELDE: (3, 1_200_00, 300_00),
        Werkwijze.VAST_BEDRAG: (1, 1_200_00, NORM),
    }


def test_set_off_a_month_later_a_full_payment_comes_first_and_the_last_wage_stays_open() -> None:
    """L40: nothing is corrected, and at the end there is a debt of the last wage."""
    (made,) = compare([Werkwijze.ACHTERAF], [300_00, 900_00], due)
    assert (made.payments, made.corrections, made.close) == ((NORM, 778_00), (), -900_00)


def test_an_agreed_amount_is_closed_once_a_year() -> None:
    """S-008: with fixed hours nothing is corrected, with flexible hours once a year."""
    (fixed,) = compare([Werkwijze.VAST_BEDRAG], [400_00] * 24, due)
    (flexible,) = compare([Werkwijze.VAST_BEDRAG], [300_00, 500_00, 450_00] * 8, due, first=400_00)
    assert (fixed.number, fixed.close) == (0, 0)
    assert flexible.corrections == (-200_00, -200_00)
    assert flexible.payments[12] == 678_00 - 200_00
    assert flexible.lowest == 300_00 + 678_00 - 200_00


def test_a_correction_that_is_more_than_a_payment_is_spread_until_the_close() -> None:
    (made,) = compare([Werkwijze.SCHATTING], [0, 1_500_00, 1_500_00], due)
    assert (made.payments, made.corrections, made.close) == ((NORM, NORM, 0), (-NORM,), -NORM)


def test_no_incomes_cannot_be_compared() -> None:
    with pytest.raises(InputError):
        compare(Werkwijze, [], due)


@given(st.lists(st.integers(0, 1_500_00), min_size=1, max_size=30), st.integers(0, 1_500_00), st.integers(1, 6))
def test_no_way_of_working_gives_or_takes_a_cent(incomes: list[int], agreed: int, last: int) -> None:
    for one in compare(Werkwijze, incomes, due, first=agreed, last=last):
        assert one.total == sum(map(due, incomes))
        assert len(one.payments) == len(incomes)
        assert min(one.payments) >= 0
        assert one.lowest == min(paid + income for paid, income in zip(one.payments, incomes, strict=True))
        assert 0 not in one.corrections
