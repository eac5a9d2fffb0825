# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Any number of households in bounded memory: a part is made, lives all its months, is measured and let go, on every core.

Chance knows a household by its number, and nobody meets anybody but the other clients of a case manager, who stand together in
the town (TOGETHER). So the parts can be of any size that keeps those together, and be lived by any number of threads or
machines, with the same numbers.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeVar

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.simulation.guided import BLOCK
from werkzaam.simulation.life import Lived, World, live
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.record import COLUMNS, Record, record
from werkzaam.simulation.sums import Sums, added, sums_by_arm

Taken = TypeVar("Taken")
Take = Callable[[People, Iterable[Lived], int], Taken]
"""Measures the life of some people, all under one world, of so many months: `record`, `measures.measure`, or one's own."""
Making = Callable[[int, int], People]
"""Makes the households of a town from one number up to another, that one not among them; the same whatever the part."""
Range = tuple[int, int]
"""The first household of a part, and the first of the next."""
TOGETHER = BLOCK
"""Households whose numbers, divided by it, are equal may share a case manager; parts are cut between them."""
PART = 10_000
"""Households lived at once: enough that Python costs little, few enough for some 60 MB a thread."""
THREADS = len(os.sched_getaffinity(0))


@dataclass(frozen=True)
class Governed:
    """Who lives under which rules: some worlds over the same months, and which of them holds for each arm (by its row)."""

    worlds: tuple[World, ...]
    of_arm: tuple[int, ...]

    def __post_init__(self) -> None:
        spans = {str(world.money.span) for world in self.worlds}
        if len(spans) != 1:
            raise InputError(f"People who are compared live in the same months; these worlds have {sorted(spans)}.")
        if not self.of_arm or not all(0 <= at < len(self.worlds) for at in self.of_arm):
            raise InputError(f"Each arm needs one of {len(self.worlds)} worlds, counted from 0; found {list(self.of_arm)}.")

    @property
    def months(self) -> int:
        """How many months a life has."""
        return sum(1 for _ in self.worlds[0].money.span)

    def groups(self, people: People) -> list[tuple[World, Ints]]:
        """The worlds that somebody lives in, each with the rows of those households; raises InputError for an arm without."""
        if people.arm.max(initial=0) >= len(self.of_arm):
            raise InputError(f"Somebody is in arm {people.arm.max()}; worlds are given for {len(self.of_arm)} arms, from 0.")
        world_of = np.array(self.of_arm)[people.arm]
        found = [(world, np.flatnonzero(world_of == at)) for at, world in enumerate(self.worlds)]
        return [(world, rows) for world, rows in found if len(rows)]


def under(world: World) -> Governed:
    """Everybody under one world, whatever their arm."""
    return Governed((world,), (0,) * len(world.norms.a_year))


def ranges(households: int, size: int = PART, first: int = 0) -> list[Range]:
    """The parts of a town; raises InputError for a number that cannot be, and for cuts between clients of a case manager."""
    if households < 0 or size < 1 or size % TOGETHER or first % TOGETHER:
        raise InputError(f"{households} households from {first} on, in parts of {size}, were asked; at least 0 households and "
                         f"parts that begin and end at a multiple of {TOGETHER} were expected.")  # fmt: skip
    return [(low, min(low + size, first + households)) for low in range(first, first + households, size)]


def cuts(people: People, size: int = PART) -> list[Range]:
    """The parts of people who were made already, as rows: of at least so many households, cut where no case manager is shared."""
    edges = np.append(np.flatnonzero(np.diff(people.number // TOGETHER, prepend=-1)), len(people.number))
    found, low = [], 0
    for edge in edges[1:].tolist():
        if edge - low >= size or edge == len(people.number):
            found.append((low, edge))
            low = edge
    return found


def part_of(people: People) -> Making:
    """Parts of people who were made already, by rows."""
    return lambda first, last: people.some(np.arange(first, last))


def taken(people: People, governed: Governed, seed: int, take: Take[Taken], threads: int | None = 1) -> list[Taken]:
    """What `take` finds of the whole life of some people: one for each world that somebody lives in."""
    return [take(some, live(some, world, seed, threads), governed.months)
            for world, some in ((world, people.some(rows)) for world, rows in governed.groups(people))]  # fmt: skip


def lived(people: People, governed: Governed, seed: int, threads: int | None = 1) -> Record:
    """Every column of the whole life of some people, each group under its own rules; in the order of the households."""
    whole = {name: np.zeros((governed.months, len(people.number)), np.int32) for name in COLUMNS}
    for (_, rows), found in zip(governed.groups(people), taken(people, governed, seed, record, threads), strict=True):
        for name, column in found.columns.items():
            whole[name][:, rows] = column
    return Record(people, whole)


def of_parts(one: Callable[[Range], Taken], parts: Iterable[Range], threads: int | None = None) -> Iterator[Taken]:
    """What `one` finds of each part, in the order of the parts; a thread for each core, and no more than that waiting."""
    count = threads or THREADS
    if count == 1:
        yield from (one(part) for part in parts)
        return
    waiting: deque[Future[Taken]] = deque()
    with ThreadPoolExecutor(count, "life") as pool:
        try:
            for part in parts:
                waiting.append(pool.submit(one, part))
                if len(waiting) > count:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def streamed(making: Making, parts: Iterable[Range], governed: Governed, seed: int, take: Take[Taken],
             threads: int | None = None) -> Iterator[list[Taken]]:  # fmt: skip
    """What `take` finds of the life of each part, one for each world that somebody of it lives in, in the order of the parts.

    Memory is that of a part for each thread. `take` may run in any thread.
    """
    return of_parts(partial(take_part, making, governed, seed, take), parts, threads)


def take_part(making: Making, governed: Governed, seed: int, take: Take[Taken], part: Range) -> list[Taken]:
    """What `take` finds of the life of one part, in this thread."""
    return taken(making(*part), governed, seed, take)


def recorded(people: People, governed: Governed, seed: int, *, size: int = PART, threads: int | None = None) -> Record:
    """Every column of everybody's life, lived in parts by all cores: about 70 bytes a household and month."""
    whole = {name: np.zeros((governed.months, len(people.number)), np.int32) for name in COLUMNS}
    parts, making = cuts(people, size), part_of(people)
    found = of_parts(lambda part: lived(making(*part), governed, seed).columns, parts, threads)
    for (first, last), columns in zip(parts, found, strict=True):
        for name, column in columns.items():
            whole[name][:, first:last] = column
    return Record(people, whole)


def summed(making: Making, parts: Iterable[Range], governed: Governed, seed: int, threads: int | None = None) -> Sums:
    """The sums of everybody by month and arm; raises InputError when there is nobody."""
    take = partial(sums_by_arm, arms=len(governed.of_arm))
    return added(chain.from_iterable(streamed(making, parts, governed, seed, take, threads)))
