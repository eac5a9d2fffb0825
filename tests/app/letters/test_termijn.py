# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Six weeks from the day after sending, and longer when they end on a day without offices."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from werkzaam.app.letters.termijn import EQUATED, KNOWN_YEARS, last_day_to_object
from werkzaam.core.errors import FactNotInForce


def ends(day: date) -> date:
    """The last day of a term whose six weeks end on this day."""
    return last_day_to_object(day - timedelta(days=42))


def test_six_weeks_begin_on_the_day_after_sending() -> None:
    # Sent on Tuesday 14 April: day 1 is Wednesday 15 April, day 42 is Tuesday 26 May.
    assert last_day_to_object(date(2026, 4, 14)) == date(2026, 5, 26)


@pytest.mark.parametrize(
    ("end", "last"),
    [
        (date(2026, 3, 7), date(2026, 3, 9)),  # Saturday
        (date(2026, 3, 8), date(2026, 3, 9)),  # Sunday
        (date(2026, 4, 3), date(2026, 4, 7)),  # Good Friday, then Easter on Sunday and Monday
        (date(2024, 4, 1), date(2024, 4, 2)),  # Easter Monday
        (date(2026, 4, 27), date(2026, 4, 28)),  # the King's birthday
        (date(2025, 4, 26), date(2025, 4, 28)),  # the King's birthday on Saturday, since the 27th is a Sunday
        (date(2026, 5, 5), date(2026, 5, 6)),  # 5 May, every year, by article 3(1)
        (date(2023, 5, 5), date(2023, 5, 8)),  # 5 May on a Friday
        (date(2026, 5, 14), date(2026, 5, 18)),  # Ascension Day, and the Friday after it, equated by decree
        (date(2026, 5, 25), date(2026, 5, 26)),  # Whit Monday
        (date(2026, 12, 25), date(2026, 12, 28)),  # Christmas on Friday and Saturday
        (date(2024, 12, 25), date(2024, 12, 30)),  # Christmas, and a Friday equated by decree
        (date(2026, 1, 1), date(2026, 1, 5)),  # New Year's Day, and a Friday equated by decree
        (date(2018, 12, 22), date(2018, 12, 27)),  # a weekend, an equated Monday, and Christmas
        (date(2018, 12, 29), date(2019, 1, 2)),  # a weekend, an equated Monday, and New Year's Day
        (date(2026, 4, 2), date(2026, 4, 2)),  # Maundy Thursday is a day like others
        (date(2026, 5, 4), date(2026, 5, 4)),  # Remembrance Day too
        (date(2026, 12, 24), date(2026, 12, 24)),
        (date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_a_term_does_not_end_on_a_weekend_or_holiday(end: date, last: date) -> None:
    assert ends(end) == last


def test_every_equated_day_is_a_weekday_that_is_no_holiday_itself() -> None:
    assert all(ends(day) > day for day in EQUATED)
    assert {day.weekday() for day in EQUATED} <= {0, 4}
    assert {day.year for day in EQUATED} == set(range(KNOWN_YEARS[0], KNOWN_YEARS[1] + 1))


def test_the_last_day_is_never_before_six_weeks_and_at_most_six_days_later() -> None:
    first, last = date(KNOWN_YEARS[0], 1, 1), date(KNOWN_YEARS[1], 12, 1)
    days = [first + timedelta(days=number) for number in range((last - first).days)]
    assert {(ends(day) - day).days for day in days} <= set(range(7))
    assert all(ends(day).weekday() < 5 for day in days)


@pytest.mark.parametrize("sent", [date(2016, 11, 1), date(2028, 12, 1)])
def test_a_term_beyond_the_decrees_that_are_known_is_refused(sent: date) -> None:
    with pytest.raises(FactNotInForce, match="known from 2017 to 2028"):
        last_day_to_object(sent)
