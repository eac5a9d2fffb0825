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
from werkzaam.engine.addresses import Array
from werkzaam.simulation.labour import Work
from werkzaam.simulation.people import Ints, People, Truths
from werkzaam.simulation.reckon import AFTERWARDS, AGREED, LATEST, ON_THE_MONTH, WAIT, Way

RING = LATEST + 2
"""So many runs ahead a month may become known, this one included."""
PER_MILLE = 1000


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a month brings beside the rules (households,).

    on        who is on bijstand this month; `ended` whose bijstand ended with last month
    wages     net wages and holiday money received this month, of all persons of a household, in cents
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
        due, advance, allowance, norm, bare, budget = (np.ascontiguousarray(found[name], np.int64) for name in READ)
        bijstand, made_up, claimed, corrected, taken = (np.zeros(len(now.on), np.int64) for _ in range(5))
        _pay(int(way), at, due, advance, now.on, now.late, self.rises, self.falls, self.months, self.apart, bijstand)
        _correct(
            int(way), at % RING, new_year, now.on, self.rises, self.falls, self.months, self.apart, made_up, claimed, corrected
        )
        _take(share, norm, now.on, made_up, claimed, self.claim, self.proposed, bijstand, taken)
        buffer = np.where(now.on & (way == Way.BUFFER), budget, 0)
        holiday = np.where(now.on, allowance, 0) + np.where(now.ended, now.kept, 0)
        living = now.wages + bijstand + buffer
        norms = np.where(now.on, bare, 0)
        short = np.maximum(norms - living, 0)
        avoidable = np.maximum(np.minimum(norms, now.wages + due) - living, 0)
        return Paid(bijstand, made_up, taken, claimed, corrected, buffer, holiday, now.premium, living + holiday + now.premium,
                    norms, short, avoidable)  # fmt: skip


READ = ("uit_te_betalen", "uit_te_betalen_geschat", "vakantietoeslag_uitbetaling", "bijstandsnorm", "norm_zonder_vakantietoeslag",
        "bufferbudget")  # fmt: skip
"""What the payments read of the rules, in the order of `Purse.settle`."""


def last_slip(people: People, work: Work) -> Ints:
    """How late the last payslip of each household is (households,); -1 where nobody works."""
    return _last_slip(people.household, work.contract, work.late, len(people.number))  # type: ignore[no-any-return]


@njit(cache=True, nogil=True)
def _last_slip(household, contract, late, households):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    found = np.full(households, -1, np.int64)
    for p in range(len(household)):
        if contract[p]:
            found[household[p]] = max(found[household[p]], late[p])
    return found


@njit(cache=True, nogil=True, inline="always")
def _at_first(way, late, advance):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """What is paid for a month in its own run: nothing while waiting for a payslip, else by what is reckoned with."""
    return 0 if way == WAIT and late >= 0 else advance


@njit(cache=True, nogil=True, inline="always")
def _known_at(way, at, late):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """The run in which the month becomes known: the next one, or as much later as its last payslip is."""
    return (at + max(late, 0) + (0 if way == ON_THE_MONTH else 1)) % RING


@njit(cache=True, nogil=True, inline="always")
def _keep(gap, when, rises, falls, months):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """A month whose payment differs from what is due waits until it is known."""
    months[when] += 1
    if gap > 0:
        rises[when] += gap
    else:
        falls[when] -= gap


@njit(cache=True, nogil=True)
def _pay(way, at, due, advance, on, late, rises, falls, months, apart, pay):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """What the month itself is paid in its own run; what differs from what is due waits."""
    for h in range(len(on)):
        if not on[h]:
            continue
        pay[h] = _at_first(way, late[h], advance[h])
        gap = due[h] - pay[h]
        if way == AFTERWARDS:
            apart[h] += gap
        elif gap:
            _keep(gap, _known_at(way, at, late[h]), rises[h], falls[h], months[h])


@njit(cache=True, nogil=True)
def _correct(way, here, new_year, on, rises, falls, months, apart, made_up, claimed, corrected):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """The months that become known in this run: what goes up, what goes down, and how many they are."""
    for h in range(len(on)):
        rise, fall, count = rises[h, here], falls[h, here], months[h, here]
        rises[h, here] = falls[h, here] = months[h, here] = 0
        if way == AGREED:
            apart[h] += rise - fall
            rise = fall = count = 0
            if (new_year or not on[h]) and apart[h]:
                rise, fall, count = max(apart[h], 0), max(-apart[h], 0), 1
                apart[h] = 0
        made_up[h], claimed[h] = rise, fall
        corrected[h] = 0 if way == WAIT else count


@njit(cache=True, nogil=True)
def _take(share, norm, on, made_up, claimed, claim, proposed, pay, taken):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """Last run's proposals are approved, this run's wait, and claims are taken of all that is paid within the ceiling."""
    for h in range(len(on)):
        claim[h] += proposed[h]
        proposed[h] = claimed[h]
        pay[h] += made_up[h]
        if on[h]:
            ceiling = (2 * norm[h] * share + PER_MILLE) // (2 * PER_MILLE)
            taken[h] = min(claim[h], pay[h], ceiling)
            claim[h] -= taken[h]
            pay[h] -= taken[h]
