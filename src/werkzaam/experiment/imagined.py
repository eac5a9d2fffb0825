# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Imagined people for a design: a list as assumed, grouped and drawn by the draw's own rules.

They are numbers for trying out a design and stand for nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from werkzaam.experiment.assumptions import Assumptions
from werkzaam.experiment.deal import blocks, redraws
from werkzaam.experiment.design import Condition, Design
from werkzaam.experiment.lottery.plan import plan_of
from werkzaam.experiment.lottery.strata import strata_of
from werkzaam.experiment.panel import Floats, Ints, Truths

Chance = np.random.Generator


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who enrols: the index of each one's level per variable and stratum, and how many of each stratum are taken."""

    levels: Mapping[str, Ints]
    strata: Ints
    select: Ints
    survey: Ints
    merges: int
    small: int


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw, in the order of arms: who of `People` was selected, and their arm, stratum, worker and chance to be interviewed.

    The chance is 0 for who is not interviewed.
    """

    people: Ints
    arms: Ints
    strata: Ints
    workers: Ints
    asked: Floats


def imagine(design: Design, assumed: Assumptions, chance: Chance) -> People:
    """People with the assumed shares, each characteristic independent of the others, grouped by the rules of the draw."""
    return grouped(design, {one.id: levels_in(assumed.shares[one.id], assumed.enrolled, chance) for one in design.variables})


def grouped(design: Design, levels: Mapping[str, Ints]) -> People:
    """People of whom the level of every variable of the design is known, grouped by the rules of the draw."""
    count = len(next(iter(levels.values())))
    written = {
        f"{at:09d}": {variable.id: variable.levels[levels[variable.id][at]] for variable in design.variables}
        for at in range(count)
    }
    grouping = strata_of(design, written)
    plan = plan_of(design, grouping, {text: text for text in grouping.strata}, b"")
    numbers = {text: at for at, text in enumerate(grouping.strata)}
    by_person = grouping.by_person
    select = np.array([plan.select.get(text, 0) for text in numbers], np.int64)
    survey = select if plan.survey is None else np.array([plan.survey.get(text, 0) for text in numbers], np.int64)
    strata = np.array([numbers[by_person[pid]] for pid in written], np.int64)
    return People(levels, strata, select, survey, len(grouping.merges), len(grouping.small))


def holds(people: People, design: Design, condition: Condition) -> Truths:
    """For whom a condition holds."""
    found = np.ones(len(people.strata), np.bool_)
    for variable in design.variables:
        if variable.id in condition.levels:
            wanted = [at for at, level in enumerate(variable.levels) if level in condition.levels[variable.id]]
            found &= np.isin(people.levels[variable.id], wanted)
    return found


def draw(people: People, design: Design, assumed: Assumptions, chance: Chance) -> Draw:
    """One draw by the rules of the design: selection and interviews by lot within strata, arms by `redraws`, then workers."""
    chosen = np.flatnonzero(_taken(people.strata, people.select, chance))
    strata = people.strata[chosen]
    asked = _taken(strata, people.survey, chance)
    within, early = blocks(strata, asked)
    slots = np.array([at for at, arm in enumerate(design.arms) for _ in range(arm.slots)], np.int64)
    arms = redraws(within, slots, chance, 1, early)[0].astype(np.int64)
    share = people.survey / np.maximum(people.select, 1)
    order = np.lexsort((strata, arms))
    workers = _workers(arms, design, assumed, chance)
    return Draw(chosen[order], arms[order], strata[order], workers[order], np.where(asked, share[strata], 0.0)[order])


def levels_in(shares: tuple[float, ...], people: int, chance: Chance) -> Ints:
    """Levels in exactly these shares, but for whole people, in random order."""
    ends = np.rint(np.cumsum(shares) * people).astype(np.int64)
    ends[-1] = people
    return chance.permutation(np.repeat(np.arange(len(shares)), np.diff(ends, prepend=0))).astype(np.int64)


def _taken(strata: Ints, seats: Ints, chance: Chance) -> Truths:
    """As many people of each stratum as it has seats, by lot."""
    sizes = np.bincount(strata, minlength=len(seats))
    if (seats == sizes).all():
        return np.ones(len(strata), np.bool_)
    order = np.argsort(strata + chance.random(len(strata)))
    first = np.cumsum(sizes) - sizes
    place = np.empty(len(strata), np.int64)
    place[order] = np.arange(len(strata)) - first[strata[order]]
    found: Truths = place < seats[strata]
    return found


def _workers(arms: Ints, design: Design, assumed: Assumptions, chance: Chance) -> Ints:
    """A worker of the arm's team for everybody, by lot, as many workers as the caseload asks for."""
    teams = {team: at for at, team in enumerate(assumed.caseload)}
    team_of = np.array([teams[assumed.team[arm.id]] for arm in design.arms], np.int64)[arms]
    workers = np.zeros(len(arms), np.int64)
    first = 0
    for team, at in teams.items():
        members = np.flatnonzero(team_of == at)
        number = max(1, round(len(members) / assumed.caseload[team]))
        workers[chance.permutation(members)] = first + np.arange(len(members)) % number
        first += number
    return workers
