# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts by the norms of a regime under the time that case managers have, in columns; and who somebody's case manager is.

What is due comes from the regime's guidance, as `casework.frequency` reads it: at least so many contacts a year, so the next is due
so many months after the last. What can be done is what a caseload leaves (`casework.talk_time`); who waits longest comes first.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from werkzaam.simulation.chance import Purpose, of_million, seeded
from werkzaam.simulation.people import Ints, Truths


@dataclass(frozen=True, slots=True)
class Norms:
    """Guidance as numbers, per arm (arms,) and month (arms, months): what the simulation needs of it.

    a_year     contacts wanted a year
    room       contacts that a caseload leaves, a year and client, per mille
    changes    chance to get another case manager, per million a month
    """

    a_year: Ints
    room: Ints
    changes: Ints


@dataclass(slots=True)
class Guided:
    """Where everybody's guidance stands (households,).

    since      months since the last contact
    owed       contacts that the caseload owes, per mille of one, built up month by month
    contacts   contacts in the last month
    managers   how many case managers somebody has had since the start
    """

    since: Ints
    owed: Ints
    contacts: Ints
    managers: Ints


def begin(households: int) -> Guided:
    """Everybody's guidance before the first month: one case manager, no contact for a year."""
    return Guided(np.full(households, 12, np.int64), *(np.zeros(households, np.int64) for _ in range(2)), np.ones(households, np.int64))


def guide(state: Guided, norms: Norms, arm: Ints, number: Ints, on: Truths, month: int, seed: int) -> None:
    """One month of contacts: changes `state`. `number` is that of each household's recipient in the town."""
    _guide(seeded(seed), month, arm, number, on, norms.a_year[:, month], norms.room[:, month], norms.changes[:, month],
           state.since, state.owed, state.contacts, state.managers)  # fmt: skip


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _guide(seed, month, arm, number, on, a_year, room, changes, since, owed, contacts, managers):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    for h in range(len(arm)):
        a = arm[h]
        contacts[h] = 0
        since[h] += 1
        if not on[h]:
            owed[h] = 0
            continue
        if of_million(seed, number[h], month + 1, Purpose.CHANGE) < changes[a]:
            managers[h] += 1
        owed[h] += min(a_year[a] * 1000, room[a]) // 12 + of_million(seed, number[h], month + 1, Purpose.CONTACT) % 401 - 200
        while owed[h] >= 1000:
            owed[h] -= 1000
            contacts[h] += 1
            since[h] = 0
        owed[h] = max(owed[h], 0)
