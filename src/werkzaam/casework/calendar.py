# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Days and weeks of guidance: so many months or working days later, and the week of an agenda."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from werkzaam.core.errors import InputError

_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_SATURDAY = 5


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def working_days_after(day: date, days: int) -> date:
    """So many days later, counting Monday to Friday; holidays are not known here."""
    at = day
    while days:
        at += timedelta(1)
        days -= at.weekday() < _SATURDAY
    return at


def week_of(text: str) -> date:
    """The Monday of a week such as 2019-W14 (ISO 8601); raises InputError for another text."""
    found = _WEEK.fullmatch(text)
    try:
        if found:
            return date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        pass
    raise InputError(f"A week was expected, such as 2019-W14; found {text!r}.")
