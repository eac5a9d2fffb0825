# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The last day to object: six weeks, moved off weekends and holidays by the Algemene termijnenwet."""

from __future__ import annotations

from datetime import date, timedelta

from werkzaam.core.errors import FactNotInForce
from werkzaam.facts.working_days import is_working_day

OBJECTION_DAYS = 42
"""Six weeks (Awb 6:7)."""
KNOWN_YEARS = (2017, 2028)
"""First and last year whose equated days are in the table below."""
EQUATED = {
    # Decree of 31 October 2016, Stcrt. 2016, 58653, as uitvaart.nl (question 50535) gives it.
    date(2017, 4, 28), date(2017, 5, 26), date(2018, 5, 11), date(2018, 12, 24), date(2018, 12, 31), date(2019, 5, 31),
    date(2019, 12, 27),
    # The decree over 2020-2022 was not seen. 2021 as boitenluhrs.nl/explootvrije-dagen gives it, 2022 as wvhl.nl does; 2020 is
    # the Friday after Ascension Day, which every decree that was seen has. A day too many only lengthens the term.
    date(2020, 5, 22), date(2021, 5, 14), date(2022, 5, 27),
    # The titles of the decrees over 2023-2025 and 2026-2028, as sterfgeval.nl (question 70745) gives them.
    date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30),
    date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26),
}  # fmt: skip
"""Days that a decree equated with a holiday for terms only (article 3(3)); all seen on 22 November 2026."""


def last_day_to_object(sent: date) -> date:
    """The last day of the six weeks that begin on the day after sending (Awb 6:7 and 6:8).

    A term that ends on a Saturday, a Sunday or a holiday runs to the next day that is none (Algemene termijnenwet 1:1).
    Raises FactNotInForce outside the years whose equated days are known.
    """
    day = sent + timedelta(days=OBJECTION_DAYS)
    while not _ends_on(day):
        day += timedelta(days=1)
    return day


def _ends_on(day: date) -> bool:
    """Whether a term can end on this day."""
    first, last = KNOWN_YEARS
    if not first <= day.year <= last:
        raise FactNotInForce(
            f"Which days were equated with holidays is known from {first} to {last}; a term ends about {day}. "
            f"Add the decree of article 3(3) of the Algemene termijnenwet to EQUATED, with its source."
        )
    return is_working_day(day) and day not in EQUATED
