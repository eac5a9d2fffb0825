# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Months and days as they are stored: yyyymm, and yyyy-mm-dd."""

from __future__ import annotations

from datetime import date

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month

FIRST, LAST = 201801, 209912


def stored(month: Month) -> int:
    """202603 for March 2026. Raises InputError for a month that the ledger does not hold."""
    number = month.year * 100 + month.number
    if not FIRST <= number <= LAST:
        raise InputError(f"The ledger holds months from 2018-01 to 2099-12; found {month}.")
    return number


def month_of(number: int) -> Month:
    """March 2026 for 202603."""
    return Month.of(*divmod(number, 100))


def day_of(text: str | None) -> date | None:
    """A day as it is stored, or None."""
    return None if text is None else date.fromisoformat(text)
