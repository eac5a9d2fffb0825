# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What reaches a household, month after month: payments, corrections when payslips arrive, claims, and what is taken for them.

The decisions are those of the ledger, in columns: a rise shrinks the month's claim and is paid with the next run, a fall is
proposed to a named officer, and what is approved is taken slowly (`ledger.decision`, `ledger.claim`); here every proposal that is
right is approved the month after. Amounts are whole cents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numba import njit

from werkzaam.engine.kernel import Array
from werkzaam.simulation.people import Ints, Truths
from werkzaam.simulation.reckon import MONTHS_KEPT, Way

RING = 2 * MONTHS_KEPT
A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Paid:
    """One month of everybody (households,), in cents.

    bijstand     what was paid of bijstand, with what is made up and less what was taken
    made_up      of that: paid for earlier months
    taken        taken for claims
    claimed      claims that grew by this month's corrections downward
    corrected    months corrected now, up or down
    holiday      holiday allowance paid
    premium      premium paid
    income       all that reached the household: wages, bijstand, holiday allowance and premium
    norm         the norm without holiday allowance, for who is on bijstand; else 0
    short        by how much income fell below the norm of who is on bijstand
    """

    bijstand: Ints
    made_up: Ints
    taken: Ints
    claimed: Ints
    corrected: Ints
    holiday: Ints
    premium: Ints
    income: Ints
    norm: Ints
    short: Ints


class Purse:
    """What is still to be settled with each household: months that wait for payslips, and claims, in cents."""

    def __init__(self, households: int) -> None:
        self.waiting = np.zeros((households, RING), np.int64)
        """What is due less what was paid, by the month (modulo RING) in which it becomes known."""
        self.waits = np.zeros((households, RING), np.int64)
        """How many months become known then."""
        self.over_a_year = np.zeros(households, np.int64)
        self.claim = np.zeros(households, np.int64)
        self.proposed = np.zeros(households, np.int64)
        self.refund = np.zeros(households, np.int64)

    def settle(self, way: Way, at: int, found: Mapping[str, Array], on: Truths, ended: Truths, wages: Ints, late: Ints,
               premium: Ints, kept: Ints, share: int) -> Paid:  # fmt: skip
        """The payments of a month.

        at        the month from the first
        found     what the rules give (see money.OUTPUTS)
        on        who is on bijstand this month; `ended` whose bijstand ended with last month
        wages     net wages received this month, of all persons of a household, in cents
        late      after how many months beyond the next one the last payslip of the month arrives
        premium   premium paid out to all persons of a household
        kept      holiday allowance kept aside at the end of last month, paid when bijstand ends
        share     the most that is taken in a month, per mille of the norm with holiday allowance
        """
        households = len(on)
        made = [np.zeros(households, np.int64) for _ in range(10)]
        whole = (found["uit_te_betalen"], found["uit_te_betalen_geschat"], found["vakantietoeslag_uitbetaling"],
                 found["bijstandsnorm"], found["norm_zonder_vakantietoeslag"], found["bufferbudget"])  # fmt: skip
        _settle(int(way), at, *(np.ascontiguousarray(one, np.int64) for one in whole), on, ended, wages, late, premium, kept, share,
                self.waiting, self.waits, self.over_a_year, self.claim, self.proposed, self.refund, *made)  # fmt: skip
        return Paid(*made)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _settle(  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    way, at, due, advance, allowance, norm, bare, buffer, on, ended, wages, late, premium, kept, share,
    waiting, waits, over_a_year, claim, proposed, refund,
    bijstand, made_up, taken, claimed, corrected, holiday, premiums, income, norms, short,
):  # fmt: skip
    here = at % waiting.shape[1]
    for h in range(len(on)):
        change, months = waiting[h, here], waits[h, here]
        waiting[h, here] = waits[h, here] = 0
        pay = 0
        if on[h]:
            paid = due[h] if way == 1 else 0 if way == 5 and wages[h] > 0 else advance[h]
            if way == 1:
                paid = advance[h]
            elif paid != due[h] or (way == 5 and wages[h] > 0):
                when = (at + 1 + late[h]) % waiting.shape[1]
                waiting[h, when] += due[h] - paid
                waits[h, when] += 1
            pay = paid + (buffer[h] if way == 6 else 0)
        if way == 4:
            over_a_year[h] += change
            change, months = (over_a_year[h], 1) if (at + 1) % 12 == 0 or not on[h] else (0, 0)
            if months:
                over_a_year[h] = 0
        corrected[h] = months if change else 0
        claim[h] += proposed[h]
        proposed[h] = 0
        if change < 0:
            proposed[h], claimed[h] = -change, -change
        elif change > 0:
            shrinks = min(change, claim[h])
            claim[h] -= shrinks
            made_up[h] = change - shrinks
        if on[h]:
            taken[h] = min(claim[h], pay, norm[h] * share // 1000)
            claim[h] -= taken[h]
            holiday[h] = allowance[h]
            norms[h] = bare[h]
        if ended[h]:
            holiday[h] += kept[h]
        bijstand[h] = pay + made_up[h] - taken[h]
        premiums[h] = premium[h]
        income[h] = wages[h] + bijstand[h] + holiday[h] + premium[h]
        if on[h]:
            short[h] = max(bare[h] - income[h], 0)
