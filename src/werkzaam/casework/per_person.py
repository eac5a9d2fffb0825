# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Money of a programme for each person it is meant for, and for each person who takes part (R-233)."""

from __future__ import annotations

from fractions import Fraction

from werkzaam.core.errors import InputError
from werkzaam.core.money import HALF_UP, share_of


def per_person(cents: int, people: int) -> int:
    """Cents for each person, half up; raises InputError for nobody or an amount below zero."""
    if people < 1:
        raise InputError(f"1 person or more was expected to divide money by; found {people}.")
    return share_of(cents, Fraction(1, people), HALF_UP)


def whole_euros(cents: int) -> int:
    """An amount in whole euros, half up, as budgets are told."""
    return share_of(cents, Fraction(1, 100), HALF_UP)
