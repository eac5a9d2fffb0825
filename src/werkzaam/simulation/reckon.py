# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""By which wage a month is paid before its payslip is there: the ways of working of towns, and two that exist only here.

`wait_and_pay` withholds everything until the payslip arrives; `buffer` estimates like the previous payslip and makes up from the
buffer budget of article 34b what falls below the norm. The other ways are those of `ledger.estimates.Werkwijze`, and give the same
wage as it does.
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
MONTHS_KEPT = 4
"""A payslip is at most so many months late, less one; that many months are remembered."""


class Slips:
    """The payslips of everybody's job as far as they are known: the last months' wages, and an agreed amount (persons,)."""

    def __init__(self, work: Work) -> None:
        people = len(work.wage)
        self.wages = np.full((people, MONTHS_KEPT), -1, np.int64)
        """Wages of the last months, the newest first; -1 where the job did not exist."""
        self.lates = np.zeros((people, MONTHS_KEPT), np.int64)
        self.known = np.full((people, SLIPS_IN_MEAN), -1, np.int64)
        """The last known payslips of this job, the newest first; -1 where there is none."""
        self.agreed = np.full(people, -1, np.int64)

    def reckoned(self, way: Way, work: Work, typical: Ints) -> Ints:
        """The wage (persons,) in cents that this month is paid by; -1 where nothing is estimated and the wage itself is taken.

        `typical` is what the job pays in a usual month, which somebody who starts tells (an agreed amount, and the first estimate).
        """
        return _reckoned(int(way), work.contract, work.months, work.wage, work.late, self.wages, self.known, self.agreed, typical)  # type: ignore[no-any-return]

    def remember(self, work: Work) -> None:
        """After a month: its wage is added, and payslips that arrive by then become known."""
        _remember(work.contract, work.wage, work.late, work.months, self.wages, self.lates, self.known, self.agreed)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _reckoned(way, contract, months, wage, late, wages, known, agreed, typical):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    found = np.full(len(contract), -1, np.int64)
    for p in range(len(contract)):
        if way == 1:
            found[p] = max(wages[p, 0], 0)
            continue
        if not contract[p]:
            continue
        if months[p] == 1 or agreed[p] < 0:
            agreed[p] = typical[p]
        if way == 0 and late[p] == 0:
            continue
        if way == 4 or known[p, 0] < 0:
            found[p] = agreed[p]
        elif way == 3 and known[p, 1] >= 0:
            found[p] = (known[p, 0] + known[p, 1] + 1) // 2
        else:
            found[p] = known[p, 0]
    return found


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _remember(contract, wage, late, months, wages, lates, known, agreed):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    for p in range(len(contract)):
        if months[p] <= 1:
            known[p, :] = -1
        for k in range(wages.shape[1] - 1, 0, -1):
            wages[p, k], lates[p, k] = wages[p, k - 1], lates[p, k - 1]
        wages[p, 0], lates[p, 0] = (wage[p], late[p]) if contract[p] else (-1, 0)
        if not contract[p]:
            agreed[p] = -1
            known[p, :] = -1
            continue
        for k in range(wages.shape[1] - 1, -1, -1):
            if lates[p, k] == k and k < months[p] and wages[p, k] >= 0:
                for j in range(known.shape[1] - 1, 0, -1):
                    known[p, j] = known[p, j - 1]
                known[p, 0] = wages[p, k]
