# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Effects in the groups that the plan names, all in one family; where waves must agree by that rule, with its own error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Condition, Contrast, Design, Outcome, Subgroup
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.consistency import Listed, Rate, Seen, confirmed, false_findings, once
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.estimate.stepdown import step_down
from werkzaam.experiment.panel import Floats, Panel, Truths
from werkzaam.experiment.power import declared
from werkzaam.experiment.verdict.analysis import Progress
from werkzaam.experiment.verdict.columns import values
from werkzaam.experiment.verdict.held_again import drawn_again, pairs_of
from werkzaam.experiment.verdict.lock import Settings

CORRELATION = 0.5
"""Assumed between the same test at two waves, for the error of the rule; finding F4 has 0.3 and 0.7 beside it."""


@dataclass(frozen=True, slots=True)
class GroupEffect:
    """One contrast in one group at one wave: the plain difference with its n, p of the redraws, and p among all of these.

    `named` is the outcome that the plan names, and `outcome` the same at this wave, which is empty for the register.
    """

    subgroup: str
    named: str
    outcome: str
    wave: str
    contrast: Contrast
    estimate: Estimate
    p: float
    adjusted: float


@dataclass(frozen=True, slots=True)
class Groups:
    """Everything that was looked at in groups, how each is listed, and how often the rule of waves finds something in nothing.

    listed  by `group/outcome/arm-against`, with the outcome that the plan names
    rate    None where no waves have to agree
    few     groups with the outcome of which an arm has fewer than two people: nothing is estimated there
    """

    effects: tuple[GroupEffect, ...]
    listed: tuple[Listed, ...]
    rate: Rate | None
    few: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Look:
    """A group and an outcome that the plan names for it, at one wave; judged by the contrasts of that outcome's families."""

    group: Subgroup
    named: str
    outcome: Outcome
    contrasts: tuple[Contrast, ...]
    column: Floats


def belongs(panel: Panel, design: Design, condition: Condition) -> Truths:
    """Who has one of the levels of every variable that a condition names."""
    rows = np.ones(len(panel.people), dtype=bool)
    for name, wanted in condition.levels.items():
        levels = next(one.levels for one in design.variables if one.id == name)
        rows &= np.isin(panel.characteristics[name], [levels.index(level) for level in wanted])
    return rows


def in_groups(panel: Panel, design: Design, settings: Settings, progress: Progress | None = None) -> Groups:
    """The effects in the plan's subgroups, for the contrasts that judge their outcomes, adjusted for each other."""
    looks, few = _looked_at(panel, design)
    if not looks:
        return Groups((), (), None, few)
    every = tuple(dict.fromkeys(contrast for look in looks for contrast in look.contrasts))
    named = dict(zip(pairs_of(design, every), every, strict=True))
    table = np.column_stack([look.column for look in looks])
    tested = drawn_again(panel, design, table, every, settings, len(design.families), progress)
    wanted = [place for place, (at, pair) in enumerate(tested.tests) if named[pair] in looks[at].contrasts]
    chances = step_down(tested.observed[wanted], tested.null[:, wanted])
    effects = tuple(
        GroupEffect(look.group.id, look.named, look.outcome.id, look.outcome.wave or "", named[pair],
                    difference(np.where(panel.open_to(pair), look.column, np.nan), panel.arms, arms=pair),
                    float(tested.p[place]), float(chance))
        for place, chance in zip(wanted, chances, strict=True)
        for look, pair in [(looks[tested.tests[place][0]], tested.tests[place][1])]
    )  # fmt: skip
    return Groups(effects, tuple(_listed(design, effects)), _rate(design, effects, settings), few)


def _looked_at(panel: Panel, design: Design) -> tuple[list[_Look], tuple[tuple[str, str], ...]]:
    """Each group with each outcome at each wave; and those in which an arm has fewer than two people."""
    judged: dict[tuple[str, str], list[Contrast]] = {}
    for outcome, contrast, group in declared(design):
        if group is not None:
            judged.setdefault((group.id, outcome), []).append(contrast)
    every = pairs_of(design, tuple(dict.fromkeys(contrast for some in judged.values() for contrast in some)))
    groups = {group.id: group for group in design.subgroups}
    kept: list[_Look] = []
    few: list[tuple[str, str]] = []
    for (group_id, name), some in judged.items():
        group, contrasts = groups[group_id], tuple(some)
        looks = [_look(panel, design, group, name, outcome, contrasts) for outcome in _outcomes(design, group, name)]
        if all(_enough(panel, look.column, every) for look in looks):
            kept += looks
        else:
            few.append((group.id, name))
    return kept, tuple(few)


def _look(panel: Panel, design: Design, group: Subgroup, name: str, outcome: Outcome, contrasts: tuple[Contrast, ...]) -> _Look:
    column = np.where(belongs(panel, design, group.condition), values(panel, design, outcome), np.nan)
    return _Look(group, name, outcome, contrasts, column)


def _enough(panel: Panel, column: Floats, pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether every arm has two people with the outcome, in every comparison."""
    there = ~np.isnan(column)
    sides = ((there & panel.open_to(pair) & (panel.arms == arm)).sum() for pair in pairs for arm in pair)
    return all(side >= 2 for side in sides)


def _outcomes(design: Design, group: Subgroup, name: str) -> list[Outcome]:
    """An outcome as it is, or at every wave that must agree: the same variable, asked again. Raises InputError when one lacks."""
    itself = next(one for one in design.outcomes if one.id == name)
    if not group.confirm:
        return [itself]
    found = []
    for wave in group.confirm:
        again = [one for one in design.outcomes if one.variable == itself.variable and one.wave == wave]
        if not again:
            raise InputError(
                f"Subgroup {group.id}: {name} must agree with {wave}, where the plan has no outcome of {itself.variable}."
            )
        found.append(again[0])
    return found


def _listed(design: Design, effects: Sequence[GroupEffect]) -> Iterator[Listed]:
    groups = {group.id: group for group in design.subgroups}
    seen: dict[tuple[str, str], dict[str, Seen]] = {}
    for one in effects:
        name = f"{one.subgroup}/{one.named}/{one.contrast.arm}-{one.contrast.against}"
        seen.setdefault((one.subgroup, name), {})[one.wave] = Seen(one.estimate.effect, one.adjusted)
    for (group, name), at in seen.items():
        waves = groups[group].confirm
        yield from confirmed({name: at}, waves) if waves else [once(name, next(iter(at.values())))]


def _rate(design: Design, effects: Sequence[GroupEffect], settings: Settings) -> Rate | None:
    """How often the rule of waves finds something in nothing, by the fewest waves that some group asks for."""
    waves = {group.id: len(group.confirm) for group in design.subgroups if group.confirm}
    tests = len({(one.subgroup, one.named, one.contrast) for one in effects if one.subgroup in waves})
    if not tests:
        return None
    return false_findings(tests, CORRELATION, np.random.default_rng(settings.seed), waves=min(waves.values()))
