# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A country's lives on Apache Spark: workers get ranges of household numbers, make the people, live their months, and send sums.

Nothing of a household crosses between workers, so nothing is shuffled; what travels is the compiled rules as text, the numbers of
the world, and what was measured. Each household has the same numbers as on one machine, because its luck hangs on its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Any, TypeVar, cast

from werkzaam.app.cache import kernels
from werkzaam.app.cluster import call
from werkzaam.core.errors import InputError, WerkzaamError
from werkzaam.core.months import Span
from werkzaam.engine.cluster import Shipped, carry
from werkzaam.rules.book import RuleBook
from werkzaam.simulation.life import World
from werkzaam.simulation.money import Money
from werkzaam.simulation.streamed import Governed, Making, Range, Take, take_part
from werkzaam.simulation.sums import Sums, added, sums_by_arm

Taken = TypeVar("Taken")
TASKS = 8
"""Tasks for each core of the cluster at most, so that a slow one does not keep the others waiting."""


@dataclass(frozen=True)
class _Packed:
    """A world without what only one process can hold: its rules as text."""

    world: World
    shipped: Shipped
    book: RuleBook
    span: Span

    @classmethod
    def of(cls, world: World) -> _Packed:
        money = world.money
        return cls(replace(world, money=cast(Money, None)), Shipped.of(money.kernel), money.book, money.span)

    def here(self) -> World:
        """The world in this process, its rules compiled or loaded from this machine's folder."""
        return replace(self.world, money=Money(self.shipped.kernel(kernels()), self.book, self.span))


@dataclass(frozen=True)
class _Job:
    """What every worker must know."""

    worlds: tuple[_Packed, ...]
    of_arm: tuple[int, ...]
    making: Making
    seed: int
    take: Take[Any]

    def lived(self, parts: Iterable[Range]) -> Iterator[Any]:
        """What was taken of each part, or why one cannot be lived."""
        governed = Governed(tuple(one.here() for one in self.worlds), self.of_arm)
        for part in parts:
            try:
                yield take_part(self.making, governed, self.seed, self.take, part)
            except WerkzaamError as error:
                yield _Failed(str(error))


@dataclass(frozen=True)
class _Failed:
    why: str


def lived_on_spark(context: Any, making: Making, parts: Sequence[Range], governed: Governed, seed: int,
                   take: Take[Taken]) -> list[list[Taken]]:  # fmt: skip
    """As streamed: what `take` finds of the life of each part, in the order of the parts, lived by the workers.

    `context` is a SparkContext. `making` and `take` run in the workers, so they must be picklable (a partial of a public
    function, say), and what `take` gives comes back to this machine: sums, not people. Raises InputError for what a worker
    refuses, in the words of one process.
    """
    if not parts:
        return []
    for world in governed.worlds:
        world.money.kernel.warm()  # Compiled once, here; workers on this machine then load it.
    job = _Job(tuple(_Packed.of(world) for world in governed.worlds), governed.of_arm, making, seed, take)
    carried = carry(context, job)
    tasks = min(len(parts), TASKS * context.defaultParallelism)
    found = call(lambda: context.parallelize(list(parts), tasks).mapPartitions(lambda some: carried().lived(some)).collect())
    for one in found:
        if isinstance(one, _Failed):
            raise InputError(one.why)
    return cast(list[list[Taken]], found)


def summed_on_spark(context: Any, making: Making, parts: Sequence[Range], governed: Governed, seed: int) -> Sums:
    """As streamed.summed, by the workers of a cluster; raises InputError when there is nobody."""
    take = partial(sums_by_arm, arms=len(governed.of_arm))
    return added(chain.from_iterable(lived_on_spark(context, making, parts, governed, seed, take)))
