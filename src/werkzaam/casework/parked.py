# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Parked people: clients of whom nobody heard or whom nobody saw for a year or three years (R-232).

A contact that took place counts, by whatever channel and whoever began it. An invitation that nobody answered does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from werkzaam.casework.calendar import months_after

LONG, VERY_LONG = 12, 36
"""Months without contact after which somebody is counted (R-232)."""


@dataclass(frozen=True, slots=True)
class Parked:
    """So many clients without contact in the last `months`, out of all; `never` of them never had one that is known here."""

    months: int
    without: int
    never: int
    clients: int

    @property
    def share(self) -> Fraction | None:
        """The share of the clients; None when there are no clients."""
        return Fraction(self.without, self.clients) if self.clients else None


def parked(last_contacts: Iterable[date | None], today: date, months: int = LONG) -> Parked:
    """Clients by their last contact; a contact on the same day so many months ago is the last day that still counts."""
    days = list(last_contacts)
    never = sum(day is None for day in days)
    long_ago = sum(day is not None and months_after(day, months) < today for day in days)
    return Parked(months, never + long_ago, never, len(days))
