# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Days and weeks of guidance: so many months later, the days of a week, and the week of an agenda."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from werkzaam.core.errors import InputError

_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_IN_EVERY_MONTH = 28
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
"""The days on which talks are held, as they are written down."""


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= _IN_EVERY_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week_of(text: str) -> date:
    """The Monday of a week such as 2019-W14 (ISO 8601); raises InputError for another text."""
    found = _WEEK.fullmatch(text)
    try:
        if found:
            return date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        pass
    raise InputError(f"A week was expected, such as 2019-W14; found {text!r}.")
