# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is claimed back is announced, taken slowly, never while it is disputed, and given back when it is not owed."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.errors import InputError, LedgerError
from werkzaam.core.months import Month
from werkzaam.ledger.claim import (
    Claim,
    Dispute,
    HolidayMoney,
    Instalment,
    Notice,
    Recovery,
    ceiling_of,
    contested,
    first_month,
    pay_day,
    plan,
    refunds,
    withhold,
    withhold_agreed,
)

JANUARY = Month.parse("2021-01")
MARCH = Month.parse("2021-03")
LONG_AGO = (Notice(date(2020, 1, 1), 10_000_00),)
PAID_ON = date(2021, 4, 8)


def claim(
    cents: int, month: Month = MARCH, *, recovered: int = 0, contested: int = 0, notices: tuple[Notice, ...] = LONG_AGO
) -> Claim:
    return Claim(month, cents, recovered, contested, notices)


def taken(pay: int, claims: list[Claim], ceiling: int, *, on: date = PAID_ON, before: int = 0) -> list[tuple[str, int]]:
    made = withhold(pay, claims, ceiling, on, notice_days=10, taken_before=before)
    return [(str(one.month), one.cents) for one in made]


# -- plans ------------------------------------------------------------------------------------------


@pytest.mark.requirement("R-073")
def test_three_thousand_at_fifty_a_month_is_sixty_months_and_with_holiday_money_two_and_a_half_years() -> None:
    slow = plan(3_000_00, 50_00, first=JANUARY)
    assert len(slow) == 60
    assert {one.cents for one in slow} == {50_00}
    fast = plan(3_000_00, 50_00, first=JANUARY, holiday=HolidayMoney(6, 600_00))
    assert fast[-1].month == JANUARY + 29
    assert len(fast) == 30 == 12 * Fraction(5, 2)
    assert max(one.cents for one in fast) == 50_00
    assert sum(one.total for one in fast) == 3_000_00


@pytest.mark.requirement("R-275")
def test_somebody_may_pay_with_holiday_money_alone() -> None:
    """A claim of 600 and 800 of holiday money in May: nothing is taken by month, and in May 200 of it is paid."""
    made = plan(600_00, 0, first=JANUARY, holiday=HolidayMoney(5, 800_00))
    assert made == (Instalment(Month.parse("2021-05"), 0, 600_00),)


def test_the_last_instalment_is_what_is_left() -> None:
    assert [one.cents for one in plan(120_00, 50_00, first=JANUARY)] == [50_00, 50_00, 20_00]
    assert [str(one.month) for one in plan(120_00, 50_00, first=JANUARY)] == ["2021-01", "2021-02", "2021-03"]
    assert plan(50_00, 50_00, first=JANUARY) == (Instalment(JANUARY, 50_00),)
    assert plan(0, 0, first=JANUARY) == ()


@given(st.integers(0, 500_000), st.integers(100, 20_000), st.integers(1, 12), st.integers(1, 100_000))
def test_a_plan_adds_up_and_stays_under_the_ceiling(total: int, ceiling: int, month: int, holiday: int) -> None:
    made = plan(total, ceiling, first=JANUARY, holiday=HolidayMoney(month, holiday))
    assert sum(one.total for one in made) == total
    assert all(0 < one.cents <= ceiling and (one.holiday_cents == 0 or one.month.number == month) for one in made)
    assert [one.month for one in made] == [JANUARY + at for at in range(len(made))]
    assert len(made) <= len(plan(total, ceiling, first=JANUARY))


@pytest.mark.parametrize(("total", "ceiling"), [(100, 0), (-1, 50), (100, -1)])
def test_a_plan_that_never_ends_or_begins_below_zero_is_refused(total: int, ceiling: int) -> None:
    with pytest.raises(InputError):
        plan(total, ceiling, first=JANUARY)


@pytest.mark.parametrize(("month", "cents"), [(0, 1), (13, 1), (6, 0), (6, -1)])
def test_holiday_money_has_a_month_and_an_amount(month: int, cents: int) -> None:
    with pytest.raises(InputError):
        HolidayMoney(month, cents)


def test_the_ceiling_is_that_of_a_published_specification() -> None:
    assert ceiling_of(740_17, Fraction(1, 20)) == 37_01


# -- notice -----------------------------------------------------------------------------------------


@pytest.mark.requirement("R-078")
def test_a_correction_booked_five_days_before_is_taken_a_month_later() -> None:
    assert first_month(date(2021, 3, 3), day=8, notice_days=10) == Month.parse("2021-04")
    booked = claim(120_00, notices=(Notice(date(2021, 3, 3), 120_00),))
    assert taken(900_00, [booked], 120_00, on=date(2021, 3, 8)) == []
    assert taken(900_00, [booked], 120_00, on=date(2021, 4, 8)) == [("2021-03", 120_00)]


def test_ten_days_before_is_in_time_and_nine_is_not() -> None:
    assert first_month(date(2021, 2, 26), day=8, notice_days=10) == MARCH
    assert first_month(date(2021, 2, 27), day=8, notice_days=10) == MARCH + 1
    assert first_month(date(2021, 3, 8), day=8, notice_days=0) == MARCH
    assert first_month(date(2021, 3, 9), day=8, notice_days=0) == MARCH + 1


@given(st.dates(date(2020, 1, 1), date(2024, 12, 31)), st.integers(1, 31), st.integers(0, 90))
def test_the_first_month_is_the_first_that_was_announced_in_time(sent_on: date, day: int, notice: int) -> None:
    month = first_month(sent_on, day=day, notice_days=notice)
    assert (pay_day(month, day) - sent_on).days >= notice
    assert (pay_day(month - 1, day) - sent_on).days < notice


def test_a_payment_day_after_the_end_of_a_month_is_its_last_day() -> None:
    assert [pay_day(JANUARY + at, 31) for at in (0, 1, 3)] == [date(2021, 1, 31), date(2021, 2, 28), date(2021, 4, 30)]
    assert pay_day(MARCH, 8) == date(2021, 3, 8)
    for day in (0, 32):
        with pytest.raises(InputError):
            pay_day(MARCH, day)


def test_a_notice_is_not_below_zero_days() -> None:
    with pytest.raises(InputError, match="zero days or more"):
        withhold(100, [claim(100)], 100, PAID_ON, notice_days=-1)


def test_a_claim_that_nobody_was_told_of_is_not_taken() -> None:
    assert taken(900_00, [claim(120_00, notices=())], 120_00) == []


def test_what_a_claim_grew_by_waits_for_its_own_letter() -> None:
    told = (Notice(date(2021, 1, 5), 120_00), Notice(date(2021, 4, 1), 140_00))
    grown = claim(140_00, notices=told[::-1])
    assert taken(900_00, [grown], 500_00) == [("2021-03", 120_00)]
    assert taken(900_00, [grown], 500_00, on=date(2021, 4, 11)) == [("2021-03", 140_00)]


def test_a_letter_that_named_less_counts_at_once() -> None:
    told = (Notice(date(2021, 1, 5), 120_00), Notice(date(2021, 4, 1), 80_00), Notice(date(2021, 4, 2), 110_00))
    assert taken(900_00, [claim(110_00, notices=told)], 500_00) == [("2021-03", 80_00)]


# -- disputes ---------------------------------------------------------------------------------------


@pytest.mark.requirement("R-074")
def test_of_a_disputed_120_nothing_is_withheld() -> None:
    dispute = Dispute(MARCH, 120_00, date(2021, 4, 1))
    frozen = contested(MARCH, [dispute], PAID_ON, 10)
    assert frozen == 120_00
    assert taken(900_00, [claim(120_00, contested=frozen)], 500_00) == []


def test_what_is_not_contested_is_still_taken() -> None:
    assert taken(900_00, [claim(120_00, contested=70_00)], 500_00) == [("2021-03", 50_00)]
    assert taken(900_00, [claim(120_00, recovered=40_00, contested=70_00)], 500_00) == [("2021-03", 10_00)]
    assert taken(900_00, [claim(120_00, recovered=60_00, contested=70_00)], 500_00) == []


def test_a_dispute_freezes_from_its_day_until_its_outcome_was_told_in_time() -> None:
    opened = Dispute(MARCH, 50_00, PAID_ON)
    assert contested(MARCH, [opened], PAID_ON - timedelta(days=1), 10) == 0
    assert contested(MARCH, [opened], PAID_ON, 10) == 50_00
    decided = Dispute(MARCH, 50_00, date(2021, 3, 1), date(2021, 3, 30))
    assert contested(MARCH, [decided], PAID_ON, 10) == 50_00
    assert contested(MARCH, [decided], PAID_ON + timedelta(days=1), 10) == 0


def test_a_dispute_is_about_its_own_month() -> None:
    disputes = [
        Dispute(MARCH, 50_00, date(2021, 4, 1)),
        Dispute(MARCH, 20_00, date(2021, 4, 2)),
        Dispute(JANUARY, 9_00, date(2021, 4, 1)),
    ]
    assert [contested(month, disputes, PAID_ON, 10) for month in (JANUARY, MARCH, MARCH + 1)] == [9_00, 70_00, 0]


def test_a_dispute_may_be_about_one_cent_and_be_decided_the_same_day() -> None:
    one = Dispute(MARCH, 1, PAID_ON, PAID_ON)
    assert contested(MARCH, [one], PAID_ON, 10) == 1
    assert contested(MARCH, [one], PAID_ON, 0) == 0


@pytest.mark.parametrize(("cents", "decided_on"), [(0, None), (-1, None), (1, date(2021, 3, 31))])
def test_a_dispute_about_nothing_or_decided_before_it_began_is_refused(cents: int, decided_on: date | None) -> None:
    with pytest.raises(InputError):
        Dispute(MARCH, cents, date(2021, 4, 1), decided_on)


# -- taking and giving back ---------------------------------------------------------------------------


def test_the_oldest_month_goes_first_within_the_ceiling_of_the_month() -> None:
    claims = [claim(30_00, MARCH), claim(40_00, JANUARY)]
    assert taken(900_00, claims, 50_00) == [("2021-01", 40_00), ("2021-03", 10_00)]
    assert taken(900_00, claims, 50_00, before=45_00) == [("2021-01", 5_00)]
    assert taken(900_00, claims, 50_00, before=50_00) == []
    assert taken(900_00, claims, 50_00, before=60_00) == []


def test_a_new_claim_is_whole_and_a_first_payment_has_the_whole_ceiling() -> None:
    new = Claim(MARCH, 100_00, notices=LONG_AGO)
    assert (new.recovered, new.contested, new.outstanding) == (0, 0, 100_00)
    assert withhold(900_00, [new], 50_00, PAID_ON, notice_days=10) == (Recovery(MARCH, 50_00, 0),)


def test_no_more_is_taken_than_is_paid() -> None:
    assert taken(20_00, [claim(120_00)], 50_00) == [("2021-03", 20_00)]
    assert taken(0, [claim(120_00)], 50_00) == []


def test_what_was_taken_is_not_taken_again() -> None:
    made = withhold(900_00, [claim(120_00, recovered=100_00)], 50_00, PAID_ON, notice_days=10)
    assert made == (Recovery(MARCH, 20_00, 100_00),)
    assert made[0].recovered_after == 120_00


def test_what_was_chosen_is_taken_by_the_same_rules_and_says_so() -> None:
    made = withhold_agreed(900_00, [claim(120_00, recovered=100_00)], 50_00, PAID_ON, notice_days=10)
    assert made == (Recovery(MARCH, 20_00, 100_00, agreed=True),)
    assert withhold_agreed(900_00, [Claim(MARCH, 120_00)], 50_00, PAID_ON, notice_days=10) == ()  # Nobody was told.
    assert withhold_agreed(10_00, [claim(120_00)], 50_00, PAID_ON, notice_days=10)[0].cents == 10_00


def test_two_claims_of_one_month_are_refused() -> None:
    with pytest.raises(LedgerError, match="two claims"):
        taken(900_00, [claim(1_00), claim(2_00)], 50_00)


def test_what_was_taken_beyond_a_claim_that_shrank_goes_back_whole() -> None:
    shrunk = [claim(50_00, recovered=120_00), claim(70_00, JANUARY), claim(30_00, MARCH + 1, recovered=30_00)]
    back = refunds(shrunk)
    assert back == (Recovery(MARCH, -70_00, 120_00),)
    assert back[0].recovered_after == 50_00
    assert (shrunk[0].outstanding, shrunk[0].overtaken, shrunk[1].outstanding, shrunk[1].overtaken) == (0, 70_00, 70_00, 0)


@pytest.mark.parametrize("wrong", [{"cents": -1}, {"recovered": -1}, {"contested": -1}])
def test_a_claim_below_zero_cannot_be_made(wrong: dict[str, int]) -> None:
    with pytest.raises(LedgerError):
        Claim(**{"month": MARCH, "cents": 1, **wrong})  # type: ignore[arg-type]
