# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts by the norms of a regime under the time that case managers have, in columns; and who somebody's case manager is.

When the next contact is due is the rule of casework, day by day: so many months or weeks after the last one
(`casework.frequency.Agreement.after`, `casework.contacts.dues`). What can be done is what a caseload leaves
(`casework.talk_time`). Where that is too little, who calls gets it first and then who has waited longest, among the clients of
one case manager; nothing is solved, and only whole numbers are compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numba import njit

from werkzaam.core.months import Month
from werkzaam.simulation.chance import MILLION, Purpose, of_million, seeded
from werkzaam.simulation.often import BACK, CALENDAR, shared_between
from werkzaam.simulation.people import ADULTS_MOST, LONG_AGO, Ints, Truths

BLOCK = 1_000
"""Case managers have clients of so many households that stand together in the town, and no others: a part of the town that begins
and ends at a multiple of it lives as it does in the whole town."""
SILENCE, NORM, AGREED = 0, 1, 2
"""What counts as the last contact: any one; only one of ours (a stated norm, R-027); any one since it was agreed (R-030)."""
_NEVER = 1 << 40
JANUARY_2018 = Month.of(2018, 1)


@dataclass(frozen=True, slots=True)
class Norms:
    """Guidance as numbers, per arm and month (arms, months): what the simulation needs of it.

    a_year     contacts of the case manager wanted a year
    room       contacts that a caseload leaves, a year and client, per mille
    changes    chance to get another case manager, per million a month
    wanted     the same per mille, where it is a mean and no whole number
    clients    clients of one case manager; one position's worth where none is given
    asked      contacts a year that clients ask for by themselves, per mille; none where nothing is given
    rule       SILENCE, NORM or AGREED; the first where nothing is given
    usual      contacts a year, per mille, at the caseload that the guidance states (see `effect.per_contact`)
    together   how much of `changes` is a case manager who leaves, so that all of their clients get another, per mille
    silent     share of the clients who never ask for anything, per mille
    before     the row that guides who has not entered yet
    first      the month of the first column
    """

    a_year: Ints
    room: Ints
    changes: Ints
    wanted: Ints | None = None
    clients: Ints | None = None
    asked: Ints | None = None
    rule: Ints | None = None
    usual: Ints | None = None
    silent: int = 0
    before: int | None = None
    first: Month = JANUARY_2018
    together: Ints | None = None

    def column(self, name: str, month: int, otherwise: int) -> Ints:
        """The numbers (arms,) of a month, or the same for all arms where none are given."""
        values = getattr(self, name)
        return np.full(len(self.a_year), otherwise) if values is None else np.ascontiguousarray(values[:, month], np.int64)


@dataclass(slots=True)
class Guided:
    """Where everybody's guidance stands (households,).

    last       the day of the last contact that counts, in days from the first month; `last_month` is its month
    every      the interval that holds: months, below zero weeks, 0 for never
    quiet      months since somebody last asked for something by themselves
    contacts   contacts in the last month, `asked` those that were asked for, whether or not they were held
    managers   how many case managers somebody has had since the start
    """

    last: Ints
    last_month: Ints
    every: Ints
    quiet: Ints
    contacts: Ints
    asked: Ints
    managers: Ints


@lru_cache(maxsize=64)
def month_starts(first: Month, months: int) -> Ints:
    """The day on which each month begins, from BACK months before the first to 13 after the last; the first day is 0."""
    zero = first.first_day.toordinal()
    span = range(first.index - BACK, first.index + months + CALENDAR)
    found = np.array([Month(at).first_day.toordinal() - zero for at in span], np.int64)
    found.setflags(write=False)
    return found


def begin(number: Ints, norms: Norms, seed: int) -> Guided:
    """Everybody's guidance before the first month: one case manager, and a last contact on some day of the year before.

    `number` is that of each household's recipient in the town.
    """
    starts = month_starts(norms.first, norms.a_year.shape[1])
    last, last_month = _begun(seeded(seed), np.ascontiguousarray(number, np.int64), starts)
    every, contacts, asked = (np.zeros(len(number), np.int64) for _ in range(3))
    return Guided(last, last_month, every, np.full(len(number), 12), contacts, asked, np.ones(len(number), np.int64))


def guide(state: Guided, norms: Norms, arm: Ints, number: Ints, on: Truths, month: int, seed: int,
          enters: Ints | None = None) -> None:  # fmt: skip
    """One month of contacts: changes `state`. `number` is that of each household's recipient in the town, in ascending order."""
    wanted = (norms.a_year * 1_000 if norms.wanted is None else norms.wanted)[:, month]
    often = np.array([shared_between(int(one)) for one in wanted], np.int64)
    before = enters if enters is not None and norms.before is not None else np.full(len(arm), LONG_AGO)
    row = np.where(month < before, 0 if norms.before is None else norms.before, arm)
    _guide(seeded(seed), month, row.astype(np.int64), number, on, often, norms.column("room", month, 0),
           norms.column("changes", month, 0), norms.column("clients", month, BLOCK), norms.column("asked", month, 0),
           norms.column("rule", month, SILENCE), norms.silent, norms.column("together", month, 0),
           month_starts(norms.first, norms.a_year.shape[1]),
           state.last, state.last_month, state.every, state.quiet, state.contacts, state.asked, state.managers)  # fmt: skip


@njit(cache=True, nogil=True)
def _begun(seed, number, starts):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    last, month = np.empty(len(number), np.int64), np.empty(len(number), np.int64)
    for h in range(len(number)):
        drawn = of_million(seed, number[h], 0, Purpose.LAST_CONTACT.value)
        month[h] = drawn % 12 - 12
        last[h] = starts[month[h] + BACK] + drawn // 12 % 28
    return last, month


@njit(cache=True, nogil=True, inline="always")
def due_after(last, last_month, every, starts):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """The day on which the next contact is due: `every` months later on the same day, or its last; below zero, weeks later."""
    if every == 0:
        return _NEVER
    if every < 0:
        return last - 7 * every
    to = last_month + every + BACK
    return starts[to] + min(last - starts[last_month + BACK], starts[to + 1] - starts[to] - 1)


@njit(cache=True, nogil=True)
def _guide(  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    seed, month, row, number, on, often, room, changes, clients, asks, rule, silent, together, starts,
    last, last_month, every, quiet, contacts, asked, managers,
):  # fmt: skip
    own, all_at_once = changes * (1000 - together) // 1000, changes * together // 1000
    for h in range(len(row)):
        _agree(seed, month, h, row[h], number[h], on[h], often, own, asks, rule, silent, starts,
               last, last_month, every, quiet, contacts, asked, managers)  # fmt: skip
    group, waits = np.empty(len(row), np.int64), np.empty(len(row), np.int64)
    at = 0
    while at < len(row):
        stop, block = at, number[at] // (BLOCK * ADULTS_MOST)
        while stop < len(row) and number[stop] // (BLOCK * ADULTS_MOST) == block:
            stop += 1
        for a in range(len(room)):
            size, position = 0, (block * len(room) + a) * BLOCK
            for h in range(at, stop):
                if row[h] == a:
                    group[size] = h
                    size += 1
                if size and (size == clients[a] or h == stop - 1):
                    _succeed(seed, month, position, all_at_once[a], group[:size], on, managers)
                    _share(group[:size], waits, room[a], rule[a], month, on, starts, last, last_month, every, contacts, asked)
                    size, position = 0, position + 1
        at = stop


@njit(cache=True, nogil=True)
def _succeed(seed, month, position, leaves, group, on, managers):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """A case manager leaves by chance, and all clients of the position get who comes after them."""
    if of_million(seed, position, month + 1, Purpose.OFFICE_LEFT.value) < leaves:
        for h in group:
            managers[h] += on[h]


@njit(cache=True, nogil=True)
def _agree(  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    seed, month, h, a, who, on, often, changes, asks, rule, silent, starts,
    last, last_month, every, quiet, contacts, asked, managers,
):  # fmt: skip
    """What holds for one client this month: the interval, a new case manager, and what the client asks for."""
    contacts[h] = asked[h] = 0
    quiet[h] += 1
    if not on:
        return
    more = of_million(seed, who, 0, Purpose.CONTACT.value) < often[a, 2]
    interval = often[a, 1] if more else often[a, 0]
    if interval != every[h] and rule[a] == AGREED and last[h] < starts[month + BACK]:
        last[h], last_month[h] = starts[month + BACK], month
    every[h] = interval
    if of_million(seed, who, month + 1, Purpose.CHANGE.value) < changes[a]:
        managers[h] += 1
    if asks[a] and silent < 1000 and of_million(seed, who, 0, Purpose.CALLS.value) >= silent * (MILLION // 1000):
        rate = asks[a] * 1000 // (1000 - silent)
        part = rate % 12_000 * MILLION // 12_000
        asked[h] = rate // 12_000 + (1 if of_million(seed, who, month + 1, Purpose.CALLS.value) < part else 0)
        if asked[h]:
            quiet[h] = 0


@njit(cache=True, nogil=True)
def _share(  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    group, waits, room, rule, month, on, starts, last, last_month, every, contacts, asked,
):  # fmt: skip
    """One case manager's month: contacts as far as there is room, those asked for first, then who waits longest."""
    end, here, most = starts[month + 1 + BACK], 0, 0
    for j in range(len(group)):
        h = group[j]
        here += on[h]
        waits[j] = _wait(h, end, on, starts, last, last_month, every, contacts, asked)
        if waits[j] < _NEVER:
            most += asked[h] + (1 if every[h] >= 0 else 31 // (-7 * every[h]) + 1)
    left = here * room * (month + 1) // 12_000 - here * room * month // 12_000
    at, ample = 0, most <= left
    while left > 0 and at < len(group):
        best = at
        if not ample:
            for j in range(len(group)):
                if waits[j] < waits[best]:
                    best = j
        if waits[best] == _NEVER:
            at += 1 if ample else len(group)
            continue
        _hold(group[best], contacts, asked, rule, month, starts, last, last_month, every)
        left -= 1
        waits[best] = _wait(group[best], end, on, starts, last, last_month, every, contacts, asked)


@njit(cache=True, nogil=True, inline="always")
def _wait(h, end, on, starts, last, last_month, every, contacts, asked):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """Since when somebody waits: a day, far below zero for who asked, or never when nothing is due this month."""
    if not on[h]:
        return _NEVER
    if contacts[h] < asked[h]:
        return last[h] - _NEVER
    due = due_after(last[h], last_month[h], every[h], starts)
    return due if due < end else _NEVER


@njit(cache=True, nogil=True, inline="always")
def _hold(h, contacts, asked, rule, month, starts, last, last_month, every):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """One contact: on the day it is due, or the first of the month when it is late or was asked for."""
    was_asked = contacts[h] < asked[h]
    contacts[h] += 1
    if was_asked and rule == NORM:
        return
    first = starts[month + BACK]
    day = first if was_asked else due_after(last[h], last_month[h], every[h], starts)
    last[h] = max(day, first, last[h])
    last_month[h] = month
