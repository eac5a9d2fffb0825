# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What an experiment finds of lives that were lived under every arm: it is held many times, and what it finds is counted.

An experiment takes the people of a size, draws arms by the rules of the design, sees of everybody only the life under the arm
that was drawn, loses who does not answer, and estimates with the experiment's own estimator (`experiment.differences`). How often
it finds what is there is its power, for these lives. Drop-out is by chance, and case workers make nobody alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm, t

from werkzaam.core.errors import InputError
from werkzaam.experiment import differences as columns
from werkzaam.experiment.assumptions import Assumptions
from werkzaam.experiment.design import Design, Outcome, Population, Source
from werkzaam.experiment.differences import Sample, differences
from werkzaam.experiment.imagined import Draw, People, draw, holds
from werkzaam.experiment.panel import Floats, Ints, Truths
from werkzaam.experiment.power import LEVEL, POWER, declared
from werkzaam.simulation.foresee import PER_MILLE, Lives

Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison: an outcome between two arms, or, with `of`, between two levels of what arms differ in, over all arms.

    `sides` has for every arm 0 (the first side), 1 (the second) or -1; `strata` the arms that are compared among themselves.
    """

    outcome: int
    arm: str
    against: str
    group: str
    sides: tuple[int, ...]
    strata: tuple[int, ...]
    of: str = ""


@dataclass(frozen=True, slots=True)
class Power:
    """What many experiments of one size find of one comparison.

    people     the mean number of people with an outcome on both sides
    truth      the mean difference between the lives on both sides
    power      how often it is found at five percent, two-sided and on its own; `power_error` is its Monte Carlo error
    bias       the mean estimate less the truth, and the error of that mean
    smallest   the smallest difference that is found four times out of five, from the spread of the estimates
    """

    test: Comparison
    people: tuple[float, float]
    truth: float
    power: float
    power_error: float
    bias: tuple[float, float]
    smallest: float


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same in every experiment of one size; `of` are the places of its people among all who lived."""

    design: Design
    expected: Assumptions
    people: People
    lives: Lives
    tests: tuple[Comparison, ...]

    @property
    def groups(self) -> Truths:
        """Who is in each group (groups, people): everybody first, then the subgroups of the design."""
        everybody = np.ones(len(self.people.strata), dtype=bool)
        return np.stack([everybody, *(holds(self.people, self.design, one.condition) for one in self.design.subgroups)])


def held(setting: Setting, runs: int, seed: int, progress: Progress | None = None) -> tuple[Power, ...]:
    """Hold the experiment so many times; raises InputError for fewer than two."""
    if runs < 2:
        raise InputError(f"Two experiments or more are needed to see anything; found {runs}. 200 are usual.")
    numbers = np.full((runs, len(setting.tests), 7), np.nan)
    for run, chance in enumerate(np.random.default_rng(seed).spawn(runs)):
        numbers[run] = _once(setting, chance)
        if progress is not None:
            progress(1)
    groups = {"": 0} | {one.id: at for at, one in enumerate(setting.design.subgroups, 1)}
    inside = setting.groups
    return tuple(_power(test, setting, numbers[:, at], inside[groups[test.group]]) for at, test in enumerate(setting.tests))


def _once(setting: Setting, chance: np.random.Generator) -> Floats:
    """One experiment: seven numbers for each test."""
    once, lives = draw(setting.people, setting.design, setting.expected, chance), setting.lives
    times = chance.integers(lives.values.shape[2], size=len(once.people))
    values = lives.values[:, once.arms, times, once.people].copy()
    stays = chance.random(len(once.people))
    for at, outcome in enumerate(lives.outcomes):
        answering = np.array([setting.expected.answering(setting.design, outcome, arm.id) for arm in setting.design.arms])
        asked = np.ones(len(stays), dtype=bool) if outcome.source is Source.REGISTER else once.asked > 0
        values[at, ~asked | (stays >= answering[once.arms])] = np.nan
    found = np.full((len(setting.tests), 7), np.nan)
    sides = dict.fromkeys((test.sides, test.strata) for test in setting.tests)
    for each in sides:
        mine = [at for at, test in enumerate(setting.tests) if (test.sides, test.strata) == each]
        found[mine] = _compared(setting, once, values, each, mine)
    return found


def _compared(
    setting: Setting, once: Draw, values: Floats, each: tuple[tuple[int, ...], tuple[int, ...]], mine: Sequence[int]
) -> Floats:
    """The tests between the same two sides, each within the strata of the draw and of the arms."""
    side, within = (np.array(one)[once.arms] for one in each)
    kept = np.flatnonzero(side >= 0)
    order = kept[np.argsort(side[kept], kind="stable")]
    blocks = once.strata[order] * (max(each[1]) + 1) + within[order]
    data = np.ascontiguousarray(values[:, order])
    sample = Sample(side[order], np.unique(blocks, return_inverse=True)[1].astype(np.int64), np.zeros(len(order), np.int64),
                    np.ones(len(order)), np.ascontiguousarray(setting.groups[:, once.people[order]]), data, data)  # fmt: skip
    groups = {"": 0} | {one.id: at for at, one in enumerate(setting.design.subgroups, 1)}
    asked = [(setting.tests[at].outcome, 0, 1, groups[setting.tests[at].group], 0) for at in mine]
    return differences(sample, np.array(asked, np.int64))


def _power(test: Comparison, setting: Setting, numbers: Floats, group: Truths) -> Power:
    effects = numbers[:, columns.EFFECT]
    there = np.isfinite(effects)
    truth = _truth(test, setting, group)
    if there.sum() < 2:
        return Power(test, (0.0, 0.0), truth, np.nan, np.nan, (np.nan, np.nan), np.nan)
    spread = float(np.std(effects[there], ddof=1))
    power = float(np.mean(p_values(numbers) < LEVEL))
    return Power(
        test, (float(np.nanmean(numbers[:, columns.FIRST])), float(np.nanmean(numbers[:, columns.SECOND]))), truth, power,
        float(np.sqrt(power * (1 - power) / len(effects))),
        (float(effects[there].mean()) - truth, spread / float(np.sqrt(there.sum()))),
        spread * float(norm.ppf(1 - LEVEL / 2) + norm.ppf(POWER)),
    )  # fmt: skip


def _truth(test: Comparison, setting: Setting, group: Truths) -> float:
    """The true difference: of arms that are compared among themselves, the mean over these strata by their size."""
    weights, parts = [], []
    for stratum in sorted(set(test.strata)):
        sides = [[at for at, side in enumerate(test.sides) if side == which and test.strata[at] == stratum] for which in (0, 1)]
        if all(sides):
            parts.append(setting.lives.truth(test.outcome, sides[0][0], sides[1][0], group))
            weights.append(sum(setting.design.arms[at].slots for both in sides for at in both))
    return float(np.average(parts, weights=weights))


def p_values(numbers: Floats) -> Floats:
    """Two-sided p-values from the columns of `differences`; 1 where there was nothing to compare or nothing varied."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found = 2 * t.sf(
            np.abs(numbers[..., columns.EFFECT]) / numbers[..., columns.ERROR], np.maximum(numbers[..., columns.FREEDOM], 1)
        )
    kept: Floats = np.where(np.isfinite(found), found, 1.0)
    return kept


def panel_people(design: Design, expected: Assumptions, drawn: int) -> int:
    """How many of so many people drawn are interviewed at every wave."""
    least = min((min(by_arm.values()) for by_arm in expected.answered.values()), default=1.0)
    outcomes = [one for one in design.outcomes if one.estimand.population is Population.PANEL]
    return round(drawn * least) if outcomes else drawn


def comparisons(design: Design, outcomes: Sequence[Outcome], levels: Mapping[str, Sequence[object]]) -> tuple[Comparison, ...]:
    """The comparisons that a design declares of outcomes that lives have, and those between levels over all arms.

    `levels` are the levels of each arm of what can be told apart; with only one such thing there is nothing over all arms.
    """
    places, arms = {one.id: at for at, one in enumerate(outcomes)}, [arm.id for arm in design.arms]
    found = []
    for outcome, contrast, group in declared(design):
        if outcome in places:
            sides = tuple(0 if arm == contrast.arm else 1 if arm == contrast.against else -1 for arm in arms)
            found.append(
                Comparison(
                    places[outcome], contrast.arm, contrast.against, "" if group is None else group.id, sides, (0,) * len(arms)
                )
            )
    if len(levels) > 1:
        judged = {one for family in design.families for one in family.outcomes}
        for about, own in levels.items():
            found += [
                test for at, one in enumerate(outcomes) if one.id in judged for test in _over_all(at, about, own, levels, arms)
            ]
    return tuple(found)


def _over_all(
    outcome: int, about: str, own: Sequence[object], levels: Mapping[str, Sequence[object]], arms: Sequence[str]
) -> list[Comparison]:
    """Every level of one thing against the next ones, among arms that are alike in all else."""
    alike = [tuple(repr(levels[name][at]) for name in levels if name != about) for at in range(len(arms))]
    strata = tuple(list(dict.fromkeys(alike)).index(one) for one in alike)
    different = list(dict.fromkeys(own))
    found = []
    for one in range(len(different)):
        for other in range(one + 1, len(different)):
            sides = tuple(0 if level == different[one] else 1 if level == different[other] else -1 for level in own)
            names = [" + ".join(arm for arm, side in zip(arms, sides, strict=True) if side == which) for which in (0, 1)]
            found.append(Comparison(outcome, names[0], names[1], "", sides, strata, about))
    return found


def subgroup_power(people: int, shares: tuple[int, int, int], arms: int, runs: int, seed: int) -> Power:
    """The power to find a difference of shares in a subgroup, by drawing it many times (R-249).

    `shares` are per mille: of the people who are in the subgroup, with the outcome in an arm, and in the arm that it is compared
    with. The people of the subgroup are dealt over the arms by lot.
    """
    part, first, second = shares
    if not (0 < part <= PER_MILLE and 0 < first < PER_MILLE and 0 < second < PER_MILLE):
        raise InputError(f"Shares between 0 and 1,000 per mille were expected; found {part}, {first} and {second}.")
    inside, numbers = (people * part + PER_MILLE // 2) // PER_MILLE, np.full((runs, 7), np.nan)
    for run, chance in enumerate(np.random.default_rng(seed).spawn(runs)):
        dealt: Ints = np.sort((chance.integers(arms) + np.arange(inside)) % arms)
        chances = np.where(dealt == 0, first, second) / PER_MILLE
        data = (chance.random(inside) < chances).astype(float)[None, :]
        one = Sample(dealt, np.zeros(inside, np.int64), np.zeros(inside, np.int64), np.ones(inside),
                     np.ones((1, inside), dtype=bool), data, data)  # fmt: skip
        numbers[run] = differences(one, np.array([[0, 0, 1, 0, 0]], np.int64))[0]
    effects, truth, power = numbers[:, columns.EFFECT], (first - second) / PER_MILLE, float(np.mean(p_values(numbers) < LEVEL))
    spread = float(np.nanstd(effects, ddof=1))
    test = Comparison(0, "", "", "", (0, 1), (0, 0))
    return Power(test, (float(np.nanmean(numbers[:, columns.FIRST])), float(np.nanmean(numbers[:, columns.SECOND]))), truth,
    power, float(np.sqrt(power * (1 - power) / runs)), (float(np.nanmean(effects)) - truth, spread / float(np.sqrt(runs))),
                 spread * float(norm.ppf(1 - LEVEL / 2) + norm.ppf(POWER)))  # fmt: skip
