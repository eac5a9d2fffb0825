# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A payslip over days becomes months, to the cent."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.rules.loontijdvak import (
    FOUR_WEEKS,
    Tijdvak,
    by_days,
    by_months,
    in_month,
    monthly,
    over_period,
    spread,
    tijdvak_of,
    too_late,
)

DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def shared(cents: int, first: date, last: date) -> list[tuple[str, int, int]]:
    parts = by_days(first, last)
    return [(str(part.month), part.units, got) for part, got in zip(parts, spread(cents, parts), strict=True)]


@pytest.mark.parametrize(
    ("expected", "first", "last"),
    [
        (Tijdvak.MAAND, date(2026, 3, 1), date(2026, 3, 31)),
        (Tijdvak.MAAND, date(2026, 2, 1), date(2026, 2, 28)),
        (Tijdvak.MAAND, date(2026, 3, 5), date(2026, 3, 9)),
        (Tijdvak.MAAND, date(2026, 3, 25), date(2026, 3, 31)),
        (Tijdvak.WEEK, date(2026, 3, 2), date(2026, 3, 8)),
        (Tijdvak.WEEK, date(2026, 3, 30), date(2026, 4, 5)),
        (Tijdvak.ANDERS, date(2026, 3, 16), date(2026, 4, 15)),
        (Tijdvak.ANDERS, date(2026, 3, 30), date(2026, 4, 6)),
        (None, date(2026, 3, 2), date(2026, 3, 29)),
        (None, date(2026, 3, 15), date(2026, 4, 11)),
    ],
)
def test_the_days_tell_the_period_except_when_there_are_28_of_them(expected: Tijdvak | None, first: date, last: date) -> None:
    assert tijdvak_of(first, last) is expected


def test_seventeen_of_28_days_belong_to_march() -> None:
    assert shared(1_300_00, date(2026, 3, 15), date(2026, 4, 11)) == [("2026-03", 17, 789_29), ("2026-04", 11, 510_71)]


def test_a_week_in_two_years_is_split_over_them() -> None:
    assert shared(100_00, date(2026, 12, 28), date(2027, 1, 3)) == [("2026-12", 4, 57_14), ("2027-01", 3, 42_86)]


def test_half_a_cent_goes_to_the_first_month() -> None:
    assert shared(1, date(2026, 1, 31), date(2026, 2, 1)) == [("2026-01", 1, 1), ("2026-02", 1, 0)]


def test_a_correction_is_split_as_its_wage_is() -> None:
    parts = by_days(date(2026, 3, 15), date(2026, 4, 11))
    assert spread(-1_300_00, parts) == tuple(-got for got in spread(1_300_00, parts))


@pytest.mark.requirement("R-084")
def test_a_quarterly_profit_of_900_counts_300_a_month() -> None:
    assert spread(900_00, by_months(Month.of(2026, 1), Month.of(2026, 3))) == (300_00, 300_00, 300_00)


def test_cents_that_do_not_divide_are_given_out_one_by_one() -> None:
    assert spread(100, by_months(Month.of(2026, 11), Month.of(2027, 1))) == (33, 34, 33)


def test_whole_months_are_spread_evenly_and_other_periods_by_days() -> None:
    assert [part.units for part in over_period(date(2026, 1, 1), date(2026, 3, 31))] == [1, 1, 1]
    assert [part.units for part in over_period(date(2026, 1, 1), date(2026, 3, 15))] == [31, 28, 15]


def test_one_month_gets_all_of_it() -> None:
    parts = in_month(Month.of(2026, 5))
    assert spread(123_45, parts) == (123_45,)
    assert parts[0].whole
    assert not by_days(date(2026, 3, 15), date(2026, 4, 11))[0].whole


@given(st.integers(-10_000_000, 10_000_000), DAYS, st.integers(1, 400))
def test_the_parts_add_up_and_no_month_gets_a_wrong_sign(cents: int, first: date, days: int) -> None:
    parts = by_days(first, first + timedelta(days - 1))
    got = spread(cents, parts)
    assert sum(got) == cents
    assert sum(part.units for part in parts) == days == parts[0].of
    assert all(each * cents >= 0 for each in got)


@given(st.integers(0, 10_000_000), DAYS)
def test_no_day_gets_more_than_a_cent_beyond_its_share(cents: int, first: date) -> None:
    parts = by_days(first, first + timedelta(FOUR_WEEKS - 1))
    for part, got in zip(parts, spread(cents, parts), strict=True):
        assert abs(got * part.of - cents * part.units) <= part.of


def test_four_weekly_pay_of_1300_is_1408_33_a_month() -> None:
    assert (monthly(1_300_00), monthly(-1_300_00)) == (1_408_33, -1_408_33)


@pytest.mark.parametrize(("late", "known"), [(False, "2026-07"), (True, "2026-08"), (False, "2026-01")])
def test_income_of_january_may_be_set_off_until_july(late: bool, known: str) -> None:
    assert late is too_late(Month.of(2026, 1), Month.parse(known))


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InputError, match="ends before it begins"):
        by_days(date(2026, 3, 2), date(2026, 3, 1))
