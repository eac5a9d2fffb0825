# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a town is lived: on the cores of this machine, part after part, or by workers of Apache Spark; with the same sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial, reduce
from operator import add
from typing import Any

from werkzaam.app.simulation.assumptions_page import plain
from werkzaam.app.simulation.exit_premium import ExitPremium, paying
from werkzaam.app.simulation.lives import Living
from werkzaam.app.simulation.on_spark import lived_on_spark
from werkzaam.app.simulation.people_of_town import people_of_town
from werkzaam.rules.book import RuleBook
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.life import Lived
from werkzaam.simulation.measures import Sums, measure
from werkzaam.simulation.people import People
from werkzaam.simulation.streamed import ranges, streamed, under

Progress = Callable[[int], object]
"""Is told of so many household-months that were lived."""
Place = Callable[[Living, int, int, Assumptions, Progress], Sums]
"""The sums of a town of so many households under one regime, by a seed."""


def on_this_machine(one: Living, households: int, seed: int, given: Assumptions, progress: Progress) -> Sums:
    """Every part in a thread of its own; memory is that of a part for each core."""
    parts, governed = ranges(households), under(one.world)
    found = []
    making = people_of_town(households, seed, given)
    for (first, last), some in zip(parts, streamed(making, parts, governed, seed, _take(one)), strict=True):
        found += some
        progress((last - first) * governed.months)
    return _together(found)


def on_cluster(context: Any) -> Place:
    """The workers of a cluster (a SparkContext); raises InputError for what one of them refuses."""

    def lived(one: Living, households: int, seed: int, given: Assumptions, progress: Progress) -> Sums:
        people_of_town(households, seed, given)(0, 1)  # So that the numbers that people rest on count as read here.
        making, governed = people_of_town(households, seed, plain(given)), under(one.world)
        found = lived_on_spark(context, making, ranges(households), governed, seed, _take(one))
        progress(households * governed.months)
        return _together([sums for some in found for sums in some])

    return lived


def _take(one: Living) -> Callable[[People, Iterable[Lived], int], Sums]:
    return measure if one.exit is None else partial(_paid, one.exit, one.world.money.book)


def _paid(exit_premium: ExitPremium, book: RuleBook, people: People, life: Iterable[Lived], months: int) -> Sums:
    return measure(people, paying(life, people, exit_premium, book), months)


def _together(found: Sequence[Sums]) -> Sums:
    return reduce(add, found)
