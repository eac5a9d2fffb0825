# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Two working days later is Wednesday after a Monday, and later around weekends and holidays."""

from __future__ import annotations

from datetime import date

import pytest

from werkzaam.facts.working_days import closing_holiday, easter, holidays, is_office_day, is_working_day, working_days_after


@pytest.mark.parametrize(
    ("noted", "last"),
    [
        (date(2018, 6, 4), date(2018, 6, 6)),  # Monday, Wednesday
        (date(2018, 6, 7), date(2018, 6, 11)),  # Thursday, Monday
        (date(2018, 6, 9), date(2018, 6, 12)),  # Saturday, Tuesday
        (date(2018, 3, 29), date(2018, 4, 4)),  # Good Friday and Easter Monday are between
        (date(2026, 12, 24), date(2026, 12, 29)),  # Christmas on Friday and Saturday
    ],
)
def test_two_working_days_later(noted: date, last: date) -> None:
    assert working_days_after(noted, 2) == last


@pytest.mark.parametrize(("year", "day"), [(2018, date(2018, 4, 1)), (2019, date(2019, 4, 21)), (2024, date(2024, 3, 31)),
                                           (2025, date(2025, 4, 20)), (2038, date(2038, 4, 25))])  # fmt: skip
def test_easter_is_on_its_day(year: int, day: date) -> None:
    assert easter(year) == day


def test_the_kings_birthday_moves_from_sunday_to_saturday() -> None:
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)
    assert date(2026, 4, 27) in holidays(2026)
    assert len(holidays(2026)) == 9


def test_the_queens_birthday_was_the_holiday_until_2013() -> None:
    assert (date(2013, 4, 30) in holidays(2013), date(2013, 4, 27) in holidays(2013)) == (True, False)
    assert (date(2014, 4, 26) in holidays(2014), date(2014, 4, 30) in holidays(2014)) == (True, False)


def test_on_good_friday_people_are_at_the_office_though_it_counts_for_no_term() -> None:
    assert (is_working_day(date(2019, 4, 19)), is_office_day(date(2019, 4, 19))) == (False, True)
    assert (is_working_day(date(2019, 4, 22)), is_office_day(date(2019, 4, 22))) == (False, False)


def test_offices_close_on_liberation_day_since_the_collective_agreement_says_so_and_before_in_lustrum_years() -> None:
    closed = [year for year in range(2018, 2028) if (found := closing_holiday(date(year, 5, 5))) and found.name == "5 mei"]
    assert closed == [2020, 2024, 2025, 2026, 2027]
    assert is_office_day(date(2021, 5, 5))
    assert not is_working_day(date(2021, 5, 5)), "for a term it counts each year: the act names it"
    assert closing_holiday(date(2026, 4, 3)) is None, "Good Friday is for terms only"
