# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What reaches a household, month after month: payments, corrections when payslips arrive, claims, and what is taken for them.

The decisions are those of the ledger, in columns. A month is decided anew when the last payslip of the household for it is in: a
rise is paid with the next run, a fall is proposed to a named officer (`ledger.decision`). Every proposal is right here, so it is
approved the month after, and announced in time for that month's payment. Claims are taken from all that is paid in a month, at
most by the town's ceiling (`ledger.claim`). Amounts are whole cents.

Three ways settle otherwise. An agreed amount is settled once a year, in January, and when bijstand has ended; what goes up and
down in between is set off against each other. Afterwards nothing is ever corrected: a wage counts a month later, so what the last
wage makes of difference stays open. Who waits gets each month when its payslip is in, which is no correction.

Who left bijstand is paid what is still due, and nothing is taken: claims stay open, until the household is back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numba import njit

from werkzaam.core.errors import InputError
from werkzaam.engine.kernel import Array
from werkzaam.simulation.labour import Work
from werkzaam.simulation.people import Ints, People, Truths
from werkzaam.simulation.reckon import AFTERWARDS, AGREED, LATEST, ON_THE_MONTH, WAIT, Way

RING = LATEST + 2
"""So many runs ahead a month may become known, this one included."""
BUFFER = int(Way.BUFFER)
PER_MILLE = 1000


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a month brings beside the rules (households,).

    on        who is on bijstand this month; `ended` whose bijstand ended with last month
    wages     net wages received this month, of all persons of a household, in cents
    late      how many months late the last payslip of the month arrives (see `last_slip`); -1 where nobody works
    premium   premium paid out to all persons of a household
    kept      holiday allowance kept aside at the end of last month, paid when bijstand ends
    """

    on: Truths
    ended: Truths
    wages: Ints
    late: Ints
    premium: Ints
    kept: Ints


@dataclass(frozen=True, slots=True)
class Paid:
    """One month of everybody (households,), in cents.

    bijstand     what was paid of bijstand, with what is made up and less what was taken
    made_up      of that: paid for earlier months
    taken        taken for claims
    claimed      claims that are proposed because of this month's corrections downward
    corrected    months corrected now, up or down
    buffer       made up from the buffer budget, beside bijstand
    holiday      holiday allowance paid
    premium      premium paid
    income       all that reached the household: wages, bijstand, buffer, holiday allowance and premium
    norm         the norm without holiday allowance, for who is on bijstand; else 0
    short        by how much wages, bijstand and buffer fell below that norm
    avoidable    the part of `short` that would not have been, had the month's own bijstand been paid right and in time
    """

    bijstand: Ints
    made_up: Ints
    taken: Ints
    claimed: Ints
    corrected: Ints
    buffer: Ints
    holiday: Ints
    premium: Ints
    income: Ints
    norm: Ints
    short: Ints
    avoidable: Ints


class Purse:
    """What is still to be settled with each household, in cents; months that wait stand at the run in which they become known."""

    def __init__(self, households: int) -> None:
        self.rises = np.zeros((households, RING), np.int64)
        """What is to be paid more, by run (modulo RING)."""
        self.falls = np.zeros((households, RING), np.int64)
        """What was paid too much, by run."""
        self.months = np.zeros((households, RING), np.int64)
        """How many months become known then."""
        self.apart = np.zeros(households, np.int64)
        """Due less paid of known months that wait for a yearly settling, or for nothing (afterwards)."""
        self.claim = np.zeros(households, np.int64)
        self.proposed = np.zeros(households, np.int64)

    @property
    def claims(self) -> Ints:
        """Claims that are open, approved or proposed, in cents."""
        open_now: Ints = self.claim + self.proposed
        return open_now

    @property
    def unsettled(self) -> Ints:
        """What is due less what was paid, of months that were not corrected yet; below zero where too much was paid."""
        later: Ints = self.rises.sum(axis=1) - self.falls.sum(axis=1) + self.apart
        return later

    def settle(self, way: Way, at: int, found: Mapping[str, Array], now: Circumstances, share: int, new_year: bool) -> Paid:
        """The payments of a month.

        at         the month from the first
        found      what the rules give (see money.OUTPUTS)
        share      the most that is taken in a month, per mille of the norm with holiday allowance
        new_year   whether agreed amounts of last year are settled in this month

        Raises InputError for a payslip that is later than LATEST.
        """
        if now.late.max(initial=0) > LATEST:
            raise InputError(f"A payslip is {now.late.max()} months late; at most {LATEST} was expected (labour.late).")
        households = len(now.on)
        made = [np.zeros(households, np.int64) for _ in range(12)]
        whole = (found[name] for name in READ)
        _settle(int(way), at, share, new_year, *(np.ascontiguousarray(one, np.int64) for one in whole),
                now.on, now.ended, now.wages, now.late, now.premium, now.kept,
                self.rises, self.falls, self.months, self.apart, self.claim, self.proposed, *made)  # fmt: skip
        return Paid(*made)


READ = ("uit_te_betalen", "uit_te_betalen_geschat", "vakantietoeslag_uitbetaling", "bijstandsnorm", "norm_zonder_vakantietoeslag",
        "bufferbudget")  # fmt: skip
"""What the payments read of the rules, in the order of `_settle`."""


def last_slip(people: People, work: Work) -> Ints:
    """How late the last payslip of each household is (households,); -1 where nobody works."""
    late = np.where(work.contract > 0, work.late, -1)
    return np.maximum.reduceat(late, people.first[:-1]).astype(np.int64)


@njit(cache=True, nogil=True, inline="always")  # type: ignore[untyped-decorator]
def _at_first(way, late, advance):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """What is paid for a month in its own run: nothing while waiting for a payslip, else by what is reckoned with."""
    return 0 if way == WAIT and late >= 0 else advance


@njit(cache=True, nogil=True, inline="always")  # type: ignore[untyped-decorator]
def _known_at(way, at, late):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """The run in which the month becomes known: the next one, or as much later as its last payslip is."""
    return (at + max(late, 0) + (0 if way == ON_THE_MONTH else 1)) % RING


@njit(cache=True, nogil=True, inline="always")  # type: ignore[untyped-decorator]
def _keep(gap, when, rises, falls, months):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """A month whose payment differs from what is due waits until it is known."""
    months[when] += 1
    if gap > 0:
        rises[when] += gap
    else:
        falls[when] -= gap


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _settle(  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    way, at, share, new_year, due, advance, allowance, norm, bare, budget, on, ended, wages, late, premium, kept,
    rises, falls, months, apart, claim, proposed,
    bijstand, made_up, taken, claimed, corrected, buffer, holiday, premiums, income, norms, short, avoidable,
):  # fmt: skip
    here = at % RING
    for h in range(len(on)):
        pay = _at_first(way, late[h], advance[h]) if on[h] else 0
        gap = due[h] - pay if on[h] else 0
        if way == AFTERWARDS:
            apart[h] += gap
        elif gap:
            _keep(gap, _known_at(way, at, late[h]), rises[h], falls[h], months[h])
        rise, fall, count = rises[h, here], falls[h, here], months[h, here]
        rises[h, here] = falls[h, here] = months[h, here] = 0
        if way == AGREED:
            apart[h] += rise - fall
            rise = fall = count = 0
            if new_year or not on[h]:
                rise, fall, count = max(apart[h], 0), max(-apart[h], 0), 1 if apart[h] else 0
                apart[h] = 0
        claim[h] += proposed[h]
        proposed[h] = claimed[h] = fall
        made_up[h] = rise
        corrected[h] = 0 if way == WAIT else count
        if on[h]:
            ceiling = (2 * norm[h] * share + PER_MILLE) // (2 * PER_MILLE)
            taken[h] = min(claim[h], pay + rise, ceiling)
            claim[h] -= taken[h]
            buffer[h] = budget[h] if way == BUFFER else 0
            norms[h] = bare[h]
        holiday[h] = (allowance[h] if on[h] else 0) + (kept[h] if ended[h] else 0)
        premiums[h] = premium[h]
        bijstand[h] = pay + rise - taken[h]
        living = wages[h] + bijstand[h] + buffer[h]
        income[h] = living + holiday[h] + premium[h]
        if on[h]:
            short[h] = max(bare[h] - living, 0)
            avoidable[h] = max(min(bare[h], wages[h] + due[h]) - living, 0)
