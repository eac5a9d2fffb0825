# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Five years of Amsterdam: who takes part lives by the premium of the experiment, everybody else without it, from 2018 to 2022.

The two have rules of their own, so that they compile and live beside each other in two processes; in one the same comes out.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from typing import Any

import numpy as np

from werkzaam.app.regimes import regime_of
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.months import Span
from werkzaam.facts.read import read_facts
from werkzaam.rules.book import book_of
from werkzaam.simulation import world
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.guided import Norms
from werkzaam.simulation.life import World, live
from werkzaam.simulation.money import money_of
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.record import kept

SPAN = Span.parse("2018-01", "2022-12")
TAKES_PART = ("amsterdam_2018", "amsterdam_2021")
OUTSIDE = ("amsterdam_2018_buiten_experiment", "amsterdam_2021")
PARTS = ("ams_extra_attention", "ams_self_direction", "ams_comparison", "ams_comparison")
"""The guidance of each arm, and of everybody outside."""
SUMS = ("on", "works", "wages", "bijstand", "income", "short", "claimed", "made_up", "taken", "corrected", "premium", "contacts")
"""What is added up over people who are not followed one by one."""
MONTHS, FAILED, LIVED = "months", "failed", "lived"
"""What a process tells."""
FOLLOWED = ("on", "left", "works", "minutes", "contract", "claimed", "premium", "premium_built", "contacts", "managers")
"""What is kept of who is followed one by one."""
Progress = Callable[[int], object]
"""Is told how many months of how many households were lived."""


@dataclass(frozen=True)
class Group:
    """People who live together by the same rules with the same luck.

    followed   whether each is followed; of the others only sums by month are kept
    """

    name: str
    people: People
    seed: int
    regimes: tuple[str, ...]
    followed: bool


@dataclass(frozen=True)
class Lives:
    """What is kept of a group: columns (months, people) of who was followed, and sums (months,) of everybody.

    `sums` also has `below`, how many on bijstand fell below the norm, and `claims`, how many had a new claim.
    """

    columns: Mapping[str, Ints]
    sums: Mapping[str, Ints]


def world_of(regimes: Sequence[str], given: Assumptions, norms: Norms, cache: Path | None) -> World:
    """The world of the four parts under regimes after one another; the rules are compiled when they are first used."""
    facts = read_facts()
    regime = regime_of(regimes, facts)
    money = money_of(book_of(facts, regime, None, None), SPAN, cache)
    return world.world_of(given, money, world.behaviour_of(given, PARTS, SPAN), norms)


def lived(group: Group, where: World, progress: Progress) -> Lives:
    """Live all months of a group."""
    months, households = len(list(SPAN)), len(group.people.number)
    columns: dict[str, Ints] = {}
    sums = {name: np.zeros(months, np.int64) for name in (*SUMS, "below", "claims")}
    for one in live(group.people, where, group.seed):
        found = kept(group.people, one)
        for name, values in found.items():
            if group.followed and name in FOLLOWED:
                columns.setdefault(name, np.zeros((months, households), np.int32))[one.at] = values
            if name in sums:
                sums[name][one.at] = values.sum()
        sums["below"][one.at] = (found["short"] > 0).sum()
        sums["claims"][one.at] = (found["claimed"] > 0).sum()
        progress(households)
    return Lives(columns, sums)


@dataclass(frozen=True)
class Together:
    """Groups with the same rules, and all that their life rests on: what one process is given."""

    regimes: tuple[str, ...]
    groups: tuple[Group, ...]
    given: Assumptions
    norms: Norms
    cache: Path | None


def lives(
    groups: Sequence[Group], given: Assumptions, norms: Norms, cache: Path | None, processes: int, progress: Progress
) -> dict[str, Lives]:
    """Every group by its name: those with the same rules after one another, those with other rules beside them."""
    by_rules: dict[tuple[str, ...], list[Group]] = {}
    for one in groups:
        by_rules.setdefault(one.regimes, []).append(one)
    works = [Together(regimes, tuple(own), given, norms, cache) for regimes, own in by_rules.items()]
    if processes == 1:
        return {name: found for work in works for name, found in _each(work, progress).items()}
    return _beside(works, progress)


def _each(work: Together, progress: Progress) -> dict[str, Lives]:
    where = world_of(work.regimes, work.given, work.norms, work.cache)
    return {one.name: lived(one, where, progress) for one in work.groups}


def _beside(works: Sequence[Together], progress: Progress) -> dict[str, Lives]:
    """Each work in a process of its own; what they tell comes through one queue. Raises WerkzaamError for one that fails."""
    context = multiprocessing.get_context("spawn")
    queue = context.SimpleQueue()
    processes = [context.Process(target=_work, args=(queue, work), daemon=True) for work in works]
    for process in processes:
        process.start()
    try:
        return _gathered(queue, processes, progress)
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _gathered(queue: SimpleQueue[tuple[str, Any]], processes: Sequence[BaseProcess], progress: Progress) -> dict[str, Lives]:
    """What all processes lived, as soon as the last one is done."""
    found: dict[str, Lives] = {}
    waiting = len(processes)
    while waiting:
        if queue.empty():
            dead = next((one for one in processes if one.exitcode not in (None, 0)), None)
            if dead is not None:
                raise WerkzaamError(f"A part of the town stopped with code {dead.exitcode}. Is there enough memory? Try again.")
            processes[0].join(0.05)
            continue
        kind, told = queue.get()
        if kind == MONTHS:
            progress(told)
        elif kind == FAILED:
            raise WerkzaamError(f"A part of the town could not be lived: {told}")
        else:
            found |= told
            waiting -= 1
    return found


def _work(queue: SimpleQueue[tuple[str, Any]], work: Together) -> None:
    """What a process does: live its groups, and tell of every month."""
    try:
        found = _each(work, lambda households: queue.put((MONTHS, households)))
    except Exception as error:
        queue.put((FAILED, f"{type(error).__name__}: {error}"))
        return
    queue.put((LIVED, found))
