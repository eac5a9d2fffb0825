# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Effects in the groups that the plan names: all in one family, shown only when the waves agree, with that rule's own error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Condition, Contrast, Design, Outcome, Subgroup
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.consistency import Listed, Rate, Seen, confirmed, false_findings
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.estimate.stepdown import step_down
from werkzaam.experiment.panel import Floats, Panel, Truths
from werkzaam.experiment.verdict.analysis import Progress
from werkzaam.experiment.verdict.columns import values
from werkzaam.experiment.verdict.held_again import drawn_again, pairs_of
from werkzaam.experiment.verdict.lock import Settings

CORRELATION = 0.5
"""Assumed between the same test at two waves, for the error of the rule; finding F4 has 0.3 and 0.7 beside it."""


@dataclass(frozen=True, slots=True)
class GroupEffect:
    """One contrast in one group at one wave: the plain difference with its n, p of the redraws, and p among all of these."""

    subgroup: str
    outcome: str
    wave: str
    contrast: Contrast
    estimate: Estimate
    p: float
    adjusted: float


@dataclass(frozen=True, slots=True)
class Groups:
    """Everything that was looked at in groups, what the rule lists, and how often the rule finds something in nothing.

    `few` are groups in which an arm has fewer than two people with the outcome: nothing is estimated there.
    """

    effects: tuple[GroupEffect, ...]
    listed: tuple[Listed, ...]
    rate: Rate | None
    few: tuple[str, ...]


def belongs(panel: Panel, design: Design, condition: Condition) -> Truths:
    """Who has one of the levels of every variable that a condition names."""
    rows = np.ones(len(panel.people), dtype=bool)
    for name, wanted in condition.levels.items():
        levels = next(one.levels for one in design.variables if one.id == name)
        rows &= np.isin(panel.characteristics[name], [levels.index(level) for level in wanted])
    return rows


def in_groups(panel: Panel, design: Design, settings: Settings, progress: Progress | None = None) -> Groups:
    """The effects in the plan's subgroups, for every contrast of the plan's first family, adjusted for each other."""
    contrasts = design.families[0].contrasts
    pairs = pairs_of(design, contrasts)
    kept, few = _looked_at(panel, design, pairs)
    if not kept:
        return Groups((), (), None, few)
    table = np.column_stack([column for _, _, column in kept])
    tested = drawn_again(panel, design, table, contrasts, settings, len(design.families), progress)
    chances = step_down(tested.observed, tested.null)
    effects = tuple(
        GroupEffect(kept[at][0].id, kept[at][1].id, str(kept[at][1].wave), contrasts[pairs.index(pair)],
                    difference(np.where(panel.open_to(pair), table[:, at], np.nan), panel.arms, arms=pair),
                    float(tested.p[place]), float(chances[place]))
        for place, (at, pair) in enumerate(tested.tests)
    )  # fmt: skip
    rate = false_findings(len(design.subgroups) * len(pairs), CORRELATION, np.random.default_rng(settings.seed))
    return Groups(effects, _listed(design, effects), rate, few)


def _looked_at(
    panel: Panel, design: Design, pairs: Sequence[tuple[int, int]]
) -> tuple[list[tuple[Subgroup, Outcome, Floats]], tuple[str, ...]]:  # fmt: skip
    """Each group with each outcome at each wave and its column; and those in which an arm has fewer than two people."""
    kept, few = [], []
    for group in design.subgroups:
        for outcome in _outcomes(design, group):
            found = np.where(belongs(panel, design, group.condition), values(panel, design, outcome), np.nan)
            there = ~np.isnan(found)
            if min(int((there & panel.open_to(pair) & (panel.arms == arm)).sum()) for pair in pairs for arm in pair) < 2:
                few.append(f"{group.id} {outcome.id}")
            else:
                kept.append((group, outcome, found))
    return kept, tuple(few)


def _outcomes(design: Design, group: Subgroup) -> list[Outcome]:
    """The outcomes of a group at every wave that must agree: the same variable, asked again. Raises InputError when one lacks."""
    found = []
    for name in group.outcomes:
        variable = next(one.variable for one in design.outcomes if one.id == name)
        for wave in group.confirm:
            again = [one for one in design.outcomes if one.variable == variable and one.wave == wave]
            if not again:
                raise InputError(
                    f"Subgroup {group.id}: {name} must agree with {wave}, where the plan has no outcome of {variable}."
                )
            found.append(again[0])
    return found


def _listed(design: Design, effects: tuple[GroupEffect, ...]) -> tuple[Listed, ...]:
    found: list[Listed] = []
    for group in design.subgroups:
        seen: dict[str, dict[str, Seen]] = {}
        for one in effects:
            if one.subgroup == group.id:
                name = f"{group.id} {one.contrast.arm}-{one.contrast.against}"
                seen.setdefault(name, {})[one.wave] = Seen(one.estimate.effect, one.adjusted)
        found += confirmed(seen, group.confirm) if seen else ()
    return tuple(found)
