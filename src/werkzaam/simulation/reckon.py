# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""By which wage a month is paid before its payslip is there: the ways of working of towns, and two that exist only here.

`wait_and_pay` withholds everything until the payslip arrives; `buffer` estimates like the previous payslip and makes up from the
buffer budget of article 34b what falls below the norm. The other ways are those of `ledger.estimates.Werkwijze`, and give the
same wage as it does from the payslips that are known.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numba import njit

from werkzaam.simulation.labour import Work
from werkzaam.simulation.people import Ints


class Way(IntEnum):
    """How wages are set off while they are not known."""

    ON_THE_MONTH = 0
    AFTERWARDS = 1
    PREVIOUS_SLIP = 2
    MEAN_OF_SLIPS = 3
    AGREED_AMOUNT = 4
    WAIT_AND_PAY = 5
    BUFFER = 6


WAY_OF = {
    "op_de_maand": Way.ON_THE_MONTH, "achteraf": Way.AFTERWARDS, "schatting": Way.PREVIOUS_SLIP,
    "gemiddelde": Way.MEAN_OF_SLIPS, "vast_bedrag": Way.AGREED_AMOUNT,
}  # fmt: skip
"""The way of each `inkomsten.methode` of a regime."""
SLIPS_IN_MEAN = 2
LATEST = 3
"""A payslip arrives at most so many months later than it should."""
MONTHS_KEPT = LATEST + SLIPS_IN_MEAN
"""However late payslips are, among those of so many months there are as many known ones as a mean takes."""
ON_THE_MONTH, AFTERWARDS, MEAN, AGREED, WAIT = (
    int(way) for way in (Way.ON_THE_MONTH, Way.AFTERWARDS, Way.MEAN_OF_SLIPS, Way.AGREED_AMOUNT, Way.WAIT_AND_PAY)
)


class Slips:
    """The payslips of everybody's job: the wages of the last months, how late each arrives, and an agreed amount (persons,).

    A month is paid before its payslip arrives, so the newest one that can be known is that of the month before. A town that pays
    on the month waits a little longer, until payslips that are in time have come; so it knows each of them a payment earlier.
    """

    def __init__(self, work: Work) -> None:
        people = len(work.wage)
        self.wages = np.full((people, MONTHS_KEPT), -1, np.int64)
        """Wages of the last months as they count for a month, the newest first; -1 where there was no job."""
        self.lates = np.zeros((people, MONTHS_KEPT), np.int64)
        self.agreed = np.full(people, -1, np.int64)

    def reckoned(self, way: Way, work: Work, typical: Ints, renew: bool = False) -> Ints:
        """The wage (persons,) in cents that this month is paid by; -1 where nothing is estimated and the wage itself is taken.

        `typical` is what the job pays in a usual month, which somebody who starts tells (an agreed amount, and the first
        estimate); with `renew` all amounts are agreed anew, as at the start of a year.
        """
        found = np.full(len(work.wage), -1, np.int64)
        _reckoned(int(way), renew, work.contract, work.months, work.late, self.wages, self.lates, self.agreed, typical, found)
        return found

    def remember(self, work: Work, counted: Ints | None = None) -> None:
        """After a month its wage is added: `counted` (persons,) is what of it counts for the month, left out the wage itself.

        Four weeks' pay counts as that of a month, so that an estimate from it does too.
        """
        wage = work.wage if counted is None else np.ascontiguousarray(counted, np.int64)
        _remember(work.contract, wage, work.late, self.wages, self.lates, self.agreed)


@njit(cache=True, nogil=True)
def _reckoned(way, renew, contract, months, late, wages, lates, agreed, typical, found):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    for p in range(len(contract)):
        if way == AFTERWARDS:
            found[p] = max(wages[p, 0], 0)
        elif contract[p]:
            if months[p] == 1 or agreed[p] < 0 or renew:
                agreed[p] = typical[p]
            if way == WAIT or (way == ON_THE_MONTH and late[p] == 0):
                continue
            found[p] = _estimate(way, months[p], wages[p], lates[p], agreed[p])


@njit(cache=True, nogil=True, inline="always")
def _estimate(way, months, wages, lates, agreed):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """The newest known payslip of this job, the mean of two, or the agreed amount where it holds or nothing is known."""
    if way == AGREED:
        return agreed
    sooner = 1 if way == ON_THE_MONTH else 0
    newest = -1
    for back in range(min(months - 1, len(wages))):
        if wages[back] >= 0 and lates[back] <= back + sooner:
            if newest >= 0:
                return (newest + wages[back] + 1) // 2
            newest = wages[back]
            if way != MEAN:
                break
    return newest if newest >= 0 else agreed


@njit(cache=True, nogil=True)
def _remember(contract, wage, late, wages, lates, agreed):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    for p in range(len(contract)):
        if contract[p]:
            for back in range(wages.shape[1] - 1, 0, -1):
                wages[p, back], lates[p, back] = wages[p, back - 1], lates[p, back - 1]
            wages[p, 0], lates[p, 0] = wage[p], late[p]
        elif wages[p, 0] >= 0 or agreed[p] >= 0:  # Payslips of a job that ended say nothing about the next.
            wages[p, :], lates[p, :], agreed[p] = -1, 0, -1
