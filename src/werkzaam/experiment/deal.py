# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Dealing people over arms: the one function behind the public draw and behind every redraw of it.

A *dealing pattern* is a list of slots, each with the number of an arm: 0, 1, 2 for three equal arms, 0, 0, 1, 2 where the first
takes half. People of a stratum are dealt along the slots in the order of their tickets, strata in the order of theirs, and the
next stratum goes on where the last one stopped. So arms with equally many slots differ by at most one person in every stratum,
and in total; an arm with m slots has between m times the whole rounds, and that plus m. The public draw takes its tickets from
HMAC-SHA256, a redraw takes random ones. Compiled by Numba, without the global lock, kept on disk between runs.

Sources: protocol `experiment-lottery/v1`, point 7 (docs/reference/experiment-lottery-v1.md); SplitMix64 (Steele, Lea and Flood,
2014, doi 10.1145/2660193.2660195) makes the random tickets.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from werkzaam.core.errors import InputError
from werkzaam.experiment.panel import Ints

Tickets = NDArray[np.uint64]
Arms = NDArray[np.int8]
Room = tuple[Ints, Tickets, Ints]

_STEP = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_1, _27, _30, _31, _32 = (np.uint64(bits) for bits in (1, 27, 30, 31, 32))
MOST_ARMS = 127


def deal(tickets: Tickets, strata: Ints, stratum_tickets: Tickets, slots: Ints) -> Ints:
    """The slot's value for each person, dealt in the order of tickets; people and strata with equal tickets keep their order.

    tickets          (people,) the order of people within their stratum, the smallest first
    strata           (people,) the number of each person's stratum
    stratum_tickets  (strata,) the order of the strata, the smallest first
    slots            (slots,) the dealing pattern in the order in which it is dealt
    Raises InputError where shapes or numbers do not fit.
    """
    strata, slots = _whole(strata, "strata"), _whole(slots, "slots")
    _check(strata, slots, len(stratum_tickets))
    if len(tickets) != len(strata):
        raise InputError(f"Everybody needs one ticket: found {len(tickets)} tickets for {len(strata)} people.")
    arms = np.empty(len(strata), np.int64)
    members, bounds = _members(strata, len(stratum_tickets))
    order = np.argsort(np.asarray(stratum_tickets, np.uint64), kind="stable")
    _deal(_spread(tickets)[members], members, bounds, order, slots, arms, _room(len(strata)))
    return arms


def redraw(strata: Ints, slots: Ints, generator: np.random.Generator, early: int = 0) -> Ints:
    """One draw by random tickets: what the public draw could have been as well; arguments as in `redraws`."""
    arms: Ints = redraws(strata, slots, generator, 1, early)[0].astype(np.int64)
    return arms


def redraws(strata: Ints, slots: Ints, generator: np.random.Generator, count: int, early: int = 0) -> Arms:
    """Many draws by random tickets, a row each: (count, people) of int8.

    Slots, strata and people get random tickets and are dealt by `deal`'s own loop. Strata below `early` are dealt before all
    others (the blocks of those who are interviewed, see `blocks`). A redraw takes one number from the generator, so that 1,000
    now and 1,000 later are the same as 2,000 at once.
    """
    strata, slots = _whole(strata, "strata"), _whole(slots, "slots")
    number = int(strata.max()) + 1 if len(strata) else 0
    _check(strata, slots, number)
    if slots.max() > MOST_ARMS or slots.min() < -1:
        raise InputError(f"Arms of a redraw are numbered 0 to {MOST_ARMS}; found {int(slots.min())} to {int(slots.max())}.")
    seeds = generator.integers(0, 2**64, size=count, dtype=np.uint64)
    arms = np.empty((count, len(strata)), np.int8)
    _redraws(seeds, *_members(strata, number), slots, early, arms)
    return arms


def blocks(strata: Ints, surveyed: NDArray[np.bool_]) -> tuple[Ints, int]:
    """The blocks in which people were dealt, and how many of them came early: the strata of the interviewed, then the others.

    Blocks are numbered without gaps. Together they are `redraws`' arguments `strata` and `early` for everybody drawn.
    """
    strata = _whole(strata, "strata")
    cells = np.where(surveyed, strata, strata + (int(strata.max()) + 1 if len(strata) else 0))
    _, numbered = np.unique(cells, return_inverse=True)
    return numbered.astype(np.int64), len(np.unique(strata[surveyed]))


def _whole(numbers: Ints, name: str) -> Ints:
    """The numbers as int64; an array of anything but whole numbers is refused, not rounded."""
    found = np.asarray(numbers)
    if found.ndim != 1 or (found.size and found.dtype.kind not in "iu"):
        raise InputError(f"The {name} must be one list of whole numbers; found {found.ndim} axes of {found.dtype}.")
    return np.ascontiguousarray(found, np.int64)


def _check(strata: Ints, slots: Ints, number: int) -> None:
    """Refuse what cannot be dealt."""
    if not len(slots):
        raise InputError("There is nothing to deal along: the pattern has no slots. Give every arm at least one.")
    if len(strata) and (strata.min() < 0 or strata.max() >= number):
        raise InputError(f"Strata are numbered 0 to {number - 1}; found {int(strata.min())} to {int(strata.max())}.")


def _spread(tickets: Tickets) -> Tickets:
    """Tickets in the same order, evenly spread over 0..2^64-1."""
    spread = np.empty(len(tickets), np.uint64)
    order = np.argsort(np.asarray(tickets, np.uint64), kind="stable")
    spread[order] = np.arange(len(tickets), dtype=np.uint64) * np.uint64(2**64 // (len(tickets) + 2))
    return spread


def _members(strata: Ints, number: int) -> tuple[Ints, Ints]:
    """People stratum by stratum, and where each stratum begins; the last bound is the number of people."""
    bounds = np.zeros(number + 1, np.int64)
    np.cumsum(np.bincount(strata, minlength=number), out=bounds[1:])
    return np.argsort(strata, kind="stable").astype(np.int64), bounds


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _ticket(seed: np.uint64, number: int) -> np.uint64:
    """Number `number` of the stream that a seed begins (SplitMix64)."""
    mixed = seed + _STEP * np.uint64(number + 1)
    mixed = (mixed ^ (mixed >> _30)) * _FIRST
    mixed = (mixed ^ (mixed >> _27)) * _SECOND
    return mixed ^ (mixed >> _31)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _room(most: int) -> Room:
    """Room to sort up to `most` things in."""
    return np.empty(most + 1, np.int64), np.empty(most, np.uint64), np.empty(most, np.int64)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _sort(tickets: Tickets, things: Ints, first: int, end: int, room: Room) -> None:
    """Put things first..end-1 in the order of their tickets, in place; equal tickets keep their order.

    Tickets are about evenly spread, so each is put near its place at once, in as many buckets as there are things, and then
    exactly: work in proportion to the number of things.
    """
    ends, spread, who = room
    size = np.uint64(end - first)
    ends[: end - first + 1] = 0
    for at in range(first, end):
        ends[((tickets[at] >> _32) * size >> _32) + _1] += 1
    for bucket in range(1, end - first):
        ends[bucket] += ends[bucket - 1]
    for at in range(first, end):
        bucket = (tickets[at] >> _32) * size >> _32
        spread[ends[bucket]], who[ends[bucket]] = tickets[at], things[at]
        ends[bucket] += 1
    for at in range(end - first):
        ticket, place = spread[at], first + at
        while place > first and tickets[place - 1] > ticket:
            tickets[place], things[place] = tickets[place - 1], things[place - 1]
            place -= 1
        tickets[place], things[place] = ticket, who[at]


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _deal(tickets: Tickets, members: Ints, bounds: Ints, order: Ints, slots: Ints, arms: Ints, room: Room) -> None:
    """Deal the members of each stratum in the order of their tickets; `tickets` and `members` are put in that order."""
    slot = 0
    for stratum in order:
        _sort(tickets, members, bounds[stratum], bounds[stratum + 1], room)
        for at in range(bounds[stratum], bounds[stratum + 1]):
            arms[members[at]] = slots[slot]
            slot += 1
            if slot == len(slots):
                slot = 0


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _redraws(seeds: Tickets, members: Ints, bounds: Ints, slots: Ints, early: int, arms: Arms) -> None:
    """Deal once for each seed, with tickets for slots, strata and people from its stream."""
    number, people = len(bounds) - 1, len(members)
    most = max(number, people, len(slots))
    tickets, room = np.empty(most, np.uint64), _room(most)
    order, dealt, who = np.empty(number, np.int64), np.empty(len(slots), np.int64), np.empty(people, np.int64)
    for row in range(len(seeds)):
        seed = seeds[row]
        for at in range(len(slots)):
            tickets[at], dealt[at] = _ticket(seed, at), slots[at]
        _sort(tickets, dealt, 0, len(slots), room)
        for at in range(number):
            tickets[at], order[at] = _ticket(seed, len(slots) + at), at
        _sort(tickets, order, 0, early, room)
        _sort(tickets, order, early, number, room)
        for at in range(people):
            tickets[at], who[at] = _ticket(seed, len(slots) + number + members[at]), members[at]
        _deal(tickets, who, bounds, order, dealt, arms[row], room)
