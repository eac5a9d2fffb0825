# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A next experiment foreseen: what a design would find with so many people, and what it would cost, before anybody is drawn.

What a part of a regime that nobody tried does to finding work and leaving bijstand is asked for by name
(`effect.<part>.finding`, `.leaving`, `.stays`) and never guessed. Known are the parts of the three regimes of Amsterdam, whose
people the simulation was fitted to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from werkzaam.app.experiment.assumptions_file import assumptions_beside
from werkzaam.app.experiment.design_words import Described
from werkzaam.app.simulation.next_experiment_cost import Cost, cost, refuse_missing
from werkzaam.app.simulation.next_experiment_factorial import judged
from werkzaam.app.simulation.next_experiment_people import Lot, lot_of, sized
from werkzaam.app.simulation.next_experiment_worlds import Trial, effects_of, trial_of, world_of
from werkzaam.core.errors import InputError
from werkzaam.experiment.assumptions import Assumptions as Expectations
from werkzaam.experiment.check import levels_of
from werkzaam.experiment.crossed import Rank
from werkzaam.experiment.design import Condition, Design, Sample
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.factorial import Unequal
from werkzaam.simulation.foresee import SIMULATED, Effect, Lives, again, lived, seen_in
from werkzaam.simulation.foreseen import Power, Setting, comparisons, held, panel_people, subgroup_power

LEAST_LIVES = 12_000
"""So many lives of every arm tell a share to half a percentage point."""
LEAST_PEOPLE = 60
PARTS_OF_SUBGROUP = ("share", "arm", "against")
Shares = tuple[int, int, int]
Progress = Callable[[str, int, int], object]
"""Told what is done, how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Sized:
    """What the design finds with so many people drawn; `panel` of them are interviewed at every wave.

    `subgroups` are differences that were asked for by name, whoever lives; `cost` is None where no prices were given.
    """

    people: int
    panel: int
    strata: int
    powers: tuple[Power, ...]
    subgroups: tuple[tuple[str, Power], ...]
    cost: Cost | None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A design foreseen, with all that it rests on."""

    seen: Described
    trial: Trial
    given: Assumptions
    effects: tuple[Effect, ...]
    lives: Lives
    sizes: tuple[Sized, ...]
    not_simulated: tuple[str, ...]
    unequal: tuple[Unequal, ...]
    ranks: tuple[Rank, ...]
    runs: int
    seed: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: sizes, experiments of each, the seed, the town's regime after the trial, prices, and where kernels are kept.

    At least `lives` lives are lived under every arm, with other luck where there are fewer people.
    """

    people: tuple[int, ...]
    runs: int
    seed: int
    after: str | None
    prices: Assumptions | None
    cache: Path | None
    lives: int = LEAST_LIVES


def foresee(seen: Described, given: Assumptions, asked: Asked, progress: Progress | None = None) -> Foreseen:
    """Live under every arm of a design and hold the experiment many times.

    Raises MissingParameter with every effect and price that nobody gave, and InputError for what cannot be.
    """
    expected = _expected(seen)
    _refuse(asked)
    effects = effects_of(seen, given)
    if asked.prices is not None:
        refuse_missing(asked.prices, seen.design)
    wanted = subgroups_asked(seen.design, given)
    trial = trial_of(seen, asked.after)
    lot = lot_of(seen.design, expected, given, max(asked.people), trial.span.first, asked.seed)
    lives = _lives(seen, trial, lot, given, effects, asked, progress)
    unequal, ranks = judged(seen)
    sizes = tuple(_sized(seen, expected, lot, lives, ranks, wanted, size, asked, progress) for size in asked.people)
    silent = tuple(one.id for one in seen.design.outcomes if one.variable not in SIMULATED)
    return Foreseen(seen, trial, given, effects, lives, sizes, silent, unequal, ranks, asked.runs, asked.seed)


def subgroups_asked(design: Design, given: Assumptions) -> tuple[tuple[str, Shares], ...]:
    """The subgroups of a design of which a share and a difference is assumed (per mille): `subgroup.<id>.share`, `.arm`,
    `.against`.

    Raises MissingParameter for a subgroup of which one is given and another is not.
    """
    found = []
    for group in design.subgroups:
        names = [f"subgroup.{group.id}.{part}" for part in PARTS_OF_SUBGROUP]
        if any(name in given.given for name in names):
            given.need(names, f"The power in the subgroup {group.id}")
            share, arm, against = (given.number(name) for name in names)
            found.append((group.id, (share, arm, against)))
    return tuple(found)


def subgroups_found(design: Design, expected: Expectations, wanted: Sequence[tuple[str, Shares]], people: int,
                    runs: int, seed: int) -> tuple[tuple[str, Power], ...]:  # fmt: skip
    """The power in each of these subgroups, when so many people are drawn (R-249)."""
    panel = panel_people(design, expected, people)
    return tuple((group, subgroup_power(panel, shares, len(design.arms), runs, seed)) for group, shares in wanted)


def _lives(seen: Described, trial: Trial, lot: Lot, given: Assumptions, effects: Sequence[Effect], asked: Asked,
           progress: Progress | None) -> Lives:  # fmt: skip
    """Everybody's life under every arm, so many times over that there are as many as asked."""
    times = -(-asked.lives // len(lot.people.number))
    looked = seen_in(seen.design, lot.people, trial.span.first.index, asked.seed)
    if not looked:
        raise InputError(
            f"No outcome of {seen.design.id} is one that a life has ({', '.join(SIMULATED)}); nothing can be foreseen."
        )
    arms = seen.design.arms
    values = np.empty((len(looked), len(arms), times, len(lot.people.number)))
    premium, guided = np.zeros(len(arms)), np.zeros(len(arms))
    for at, arm in enumerate(arms):
        world = world_of(trial, arm.id, given, effects, asked.cache)
        for time in range(times):
            values[:, at, time], paid, months = lived(again(lot.people, time), world, asked.seed, looked, trial.end)
            premium[at] += paid / times
            guided[at] += months / times
            if progress is not None:
                progress("lives", at * times + time + 1, len(arms) * times)
    return Lives(tuple(one.outcome for one in looked), values, premium, guided)


def _sized(seen: Described, expected: Expectations, lot: Lot, lives: Lives, ranks: Sequence[Rank],
           wanted: Sequence[tuple[str, Shares]], size: int, asked: Asked, progress: Progress | None) -> Sized:  # fmt: skip
    design, sizing = resized(seen.design, expected, size)
    people = sized(lot, design, size)
    crossed = {one.about for one in ranks if one.identifiable}
    tests = comparisons(design, lives.outcomes, levels_of_arms(seen) if len(crossed) == len(ranks) > 1 else {})
    setting = Setting(design, sizing, people, lives, tests)
    done = 0

    def one_more(count: int) -> None:
        nonlocal done
        done += count
        if progress is not None:
            progress(f"{size}", done, asked.runs)

    powers = held(setting, asked.runs, asked.seed, one_more)
    groups = subgroups_found(seen.design, expected, wanted, size, asked.runs, asked.seed)
    paid = None if asked.prices is None else cost(design, sizing, lives, asked.prices, size)
    return Sized(size, panel_people(design, expected, size), len(people.select), powers, groups, paid)


def resized(design: Design, expected: Expectations, people: int) -> tuple[Design, Expectations]:
    """The design with so many people who are all drawn and all interviewed at first, and what is expected of it."""
    everybody = Sample(None, Condition({}))
    return replace(design, selection=everybody, survey=everybody), replace(expected, enrolled=people)


def levels_of_arms(seen: Described) -> dict[str, tuple[object, ...]]:
    """The level of each arm of everything in which arms differ."""
    return {about: tuple(own) for about, own in levels_of(seen.design, seen.regimes, seen.guidance).items()}


def _expected(seen: Described) -> Expectations:
    if seen.assumed is None:
        raise InputError(f"What is expected of {seen.design.id} is not written: there is no file "
                         f"{assumptions_beside(seen.file)}. Who enrols and who answers is read from it. "
                         "Make it, for instance by `werkzaam experiment new`.")  # fmt: skip
    return seen.assumed


def _refuse(asked: Asked) -> None:
    for size in asked.people:
        if size < LEAST_PEOPLE:
            raise InputError(f"--people: {LEAST_PEOPLE} or more were expected; found {size}.")
    if asked.runs < 2:
        raise InputError(f"--runs: 2 experiments or more were expected; found {asked.runs}. 200 are usual.")
