# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""When bijstand ended and when it may go on with what is known: the rules of leaving and coming back (decision 0090)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Decision

RESTART_MONTHS = 12
"""Months after the last one with bijstand in which known facts are used again (in force since 2026-01-01)."""


def restart_until(last: Month) -> date:
    """The last day on which somebody comes back without a new application; `last` is the last month with bijstand."""
    return (last + RESTART_MONTHS).last_day


def last_with_bijstand(latest: Mapping[Month, Decision]) -> Month | None:
    """The last month that pays something by its newest decision."""
    return max((month for month, made in latest.items() if made.due.cents), default=None)


def refuse_wrong_end(last_day: date, latest: Mapping[Month, Decision]) -> None:
    """Raise InputError where bijstand cannot end on a day: in the middle of a month, or before a month that was paid."""
    month, paid = Month.of_day(last_day), last_with_bijstand(latest)
    if last_day != month.last_day:
        raise InputError(
            f"Bijstand ends on the last day of a month here, and {last_day} is none; parts of months are not covered."
        )
    if paid is not None and paid > month:
        raise InputError(f"Bijstand cannot end on {last_day}: {paid} was decided and pays something. Record what is known of "
                         "that month first and let an officer decide on it.")  # fmt: skip
