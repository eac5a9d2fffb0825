# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts a year as intervals that a client and a case manager can agree: whole months or whole weeks from one to the next.

`casework.frequency` knows 1 to 12 months and 1 to 52 weeks. A mean such as 19.3 a year is no interval; it is a mix of people who
agreed on three weeks and people who agreed on two.
"""

from __future__ import annotations

from werkzaam.core.errors import InputError
from werkzaam.simulation.chance import MILLION

BACK = 24
"""So many months before the first are known by their days."""
CALENDAR = 14
"""And so many after the last."""
_YEAR_OF_WEEKS = 365_000
INTERVALS = ((12, 1_000), (6, 2_000), (4, 3_000), (3, 4_000), (2, 6_000), (1, 12_000),
             *((-weeks, _YEAR_OF_WEEKS // (7 * weeks)) for weeks in (4, 3, 2, 1)))  # fmt: skip
"""Each interval, in months or below zero in weeks, with the contacts a year that come of it, per mille."""
NEVER = 0


def shared_between(a_year: int) -> tuple[int, int, int]:
    """Two intervals, and the share of people (per million) with the second, so that the mean is `a_year` contacts, per mille.

    Below one a year some have one a year and others none. Raises InputError for less than none or more than one a week.
    """
    if not 0 <= a_year <= INTERVALS[-1][1]:
        raise InputError(f"contacts a year: 0 to {INTERVALS[-1][1]} per mille was expected (one a week); found {a_year}.")
    seldom, below = NEVER, 0
    for often, above in INTERVALS:
        if a_year <= above:
            return seldom, often, (a_year - below) * MILLION // (above - below)
        seldom, below = often, above
    raise AssertionError("The last interval is the most often.")
