# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Any number of households in bounded memory: a part is made, lives all its months, is measured and let go; parts share the cores.

Households never meet: chance knows them by their numbers, and guidance owes each its own contacts. So the parts can be of any size,
and be lived by any number of threads or machines, with the same numbers.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeVar

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.simulation.life import World, live
from werkzaam.simulation.people import People
from werkzaam.simulation.record import COLUMNS, Record, record
from werkzaam.simulation.sums import Sums, added, sums_of

Measured = TypeVar("Measured")
Making = Callable[[int, int], People]
"""Makes the households of a town from one number up to another, that one not among them; the same whatever the part."""
Range = tuple[int, int]
"""The first household of a part, and the first of the next."""
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


def under(world: World) -> Governed:
    """Everybody under one world, whatever their arm."""
    return Governed((world,), (0,) * len(world.norms.a_year))


def ranges(households: int, size: int = PART, first: int = 0) -> list[Range]:
    """The parts of a town; raises InputError for a size or a number that cannot be."""
    if households < 0 or size < 1:
        raise InputError(f"A town of {households} households in parts of {size} was asked; at least 0 and 1 were expected.")
    return [(low, min(low + size, first + households)) for low in range(first, first + households, size)]


def part_of(people: People) -> Making:
    """Parts of people who were made already; numbers are their rows here."""
    return lambda first, last: people.some(np.arange(first, last))


def lived(people: People, governed: Governed, seed: int, threads: int | None = 1) -> Record:
    """Every column of the whole life of some people, each group under its own rules; in the order of the households."""
    if len(people.number) == 0:
        return Record(people, {name: np.zeros((governed.months, 0), np.int32) for name in COLUMNS})
    beyond = int(people.arm.max()) >= len(governed.of_arm)
    if beyond:
        raise InputError(f"Somebody is in arm {people.arm.max()}; worlds are given for {len(governed.of_arm)} arms, from 0.")
    world_of = np.array(governed.of_arm)[people.arm]
    groups = [(world, np.flatnonzero(world_of == at)) for at, world in enumerate(governed.worlds)]
    groups = [(world, rows) for world, rows in groups if len(rows)]
    if len(groups) == 1:
        return record(people, live(people, groups[0][0], seed, threads), governed.months)
    whole = {name: np.zeros((governed.months, len(people.number)), np.int32) for name in COLUMNS}
    for world, rows in groups:
        some = people.some(rows)
        found = record(some, live(some, world, seed, threads), governed.months)
        for name, column in found.columns.items():
            whole[name][:, rows] = column
    return Record(people, whole)


def streamed(making: Making, parts: list[Range], governed: Governed, seed: int, measure: Callable[[Record], Measured],
             threads: int | None = None) -> Iterator[Measured]:  # fmt: skip
    """What `measure` finds of the life of each part, in the order of the parts.

    Memory is that of a part for each thread. `measure` may run in any thread; it gets whole lives of some households.
    """
    count = threads or THREADS
    one = partial(measured, making, governed, seed, measure)
    if count == 1:
        yield from (one(part) for part in parts)
        return
    waiting: deque[Future[Measured]] = deque()
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


def measured(making: Making, governed: Governed, seed: int, measure: Callable[[Record], Measured], part: Range) -> Measured:
    """What `measure` finds of the life of one part, in this thread."""
    return measure(lived(making(*part), governed, seed))


def recorded(people: People, governed: Governed, seed: int, *, size: int = PART, threads: int | None = None) -> Record:
    """Every column of everybody's life, lived in parts by all cores: about 70 bytes a household and month."""
    whole = {name: np.zeros((governed.months, len(people.number)), np.int32) for name in COLUMNS}
    parts = ranges(len(people.number), size)
    found = streamed(part_of(people), parts, governed, seed, lambda one: one.columns, threads)
    for (first, last), columns in zip(parts, found, strict=True):
        for name, column in columns.items():
            whole[name][:, first:last] = column
    return Record(people, whole)


def summed(making: Making, parts: list[Range], governed: Governed, seed: int, threads: int | None = None) -> Sums:
    """The sums of everybody by month and arm; raises InputError when there is nobody."""
    found = streamed(making, parts, governed, seed, partial(sums_of, arms=len(governed.of_arm)), threads)
    first = next(found, None)
    if first is None:
        raise InputError("Nobody lives in a town of 0 households; ask for at least 1.")
    return added(chain([first], found))
