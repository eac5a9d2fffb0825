# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Fixed hours beside varying ones: how many corrections each way of settling would make of them (R-152)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.extra_work import Extra, ExtraWork
from werkzaam.app.whatif import Trial
from werkzaam.core.errors import InputError
from werkzaam.ledger.estimates import Werkwijze
from werkzaam.ledger.volatility import compare

WAYS = (Werkwijze.SCHATTING, Werkwijze.GEMIDDELDE)
"""The ways that pay by an estimate first; the others have nothing to correct, or settle once a year."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """How many months one way of working would correct: of fixed hours, and of varying hours."""

    way: Werkwijze
    fixed: int
    varying: int


def expected_corrections(trial: Trial, hourly: int, fixed: Sequence[int], varying: Sequence[int]) -> tuple[Corrections, ...]:
    """The corrections of two offers, as hours a week for each month, at a net hourly wage in cents.

    What a month is due comes from the rules; when and how it is corrected from the ledger's ways of working.
    """
    if len(fixed) != len(varying) or not fixed:
        raise InputError(f"As many months of both offers were expected; found {len(fixed)} and {len(varying)}.")
    work = ExtraWork(Fraction(1), hourly)

    def due(income: int) -> int:
        return trial.at(Extra(income)).bijstand

    numbers = []
    for hours in (fixed, varying):
        incomes = [work.net_of(Fraction(one)) for one in hours]
        numbers.append([one.number for one in compare(WAYS, incomes, due)])
    return tuple(Corrections(way, numbers[0][at], numbers[1][at]) for at, way in enumerate(WAYS))
