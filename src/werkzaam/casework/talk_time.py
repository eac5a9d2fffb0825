# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Attention that a caseload can give: talks a client a year, and the positions that a promise of contact takes (R-227)."""

from __future__ import annotations

from fractions import Fraction

from werkzaam.core.errors import InputError

WEEKS_A_YEAR = 46
"""Weeks in which talks are held, without holidays and courses; an assumption, and printed as one."""


def talks_per_client(clients: int, talks_a_week: int, weeks: int = WEEKS_A_YEAR) -> Fraction:
    """Talks that each client gets in a year when all of a case manager's talks are shared out evenly."""
    _refuse_below(1, clients=clients, weeks=weeks)
    _refuse_below(0, talks_a_week=talks_a_week)
    return Fraction(talks_a_week * weeks, clients)


def positions(clients: int, caseload: int) -> Fraction:
    """Full-time positions that so many clients take at a caseload."""
    _refuse_below(1, caseload=caseload)
    _refuse_below(0, clients=clients)
    return Fraction(clients, caseload)


def positions_for_talks(clients: int, talks_a_year: int, talks_a_week: int, weeks: int = WEEKS_A_YEAR) -> Fraction:
    """Full-time positions that it takes to give each client so many talks a year."""
    _refuse_below(1, talks_a_week=talks_a_week, weeks=weeks)
    _refuse_below(0, clients=clients, talks_a_year=talks_a_year)
    return Fraction(clients * talks_a_year, talks_a_week * weeks)


def _refuse_below(least: int, **numbers: int) -> None:
    for name, number in numbers.items():
        if number < least:
            raise InputError(f"{name.replace('_', ' ')}: {least} or more was expected; found {number}.")
